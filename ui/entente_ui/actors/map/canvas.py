"""The map as a widget: shows a chart, and turns what hands do into wishes."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.maps import MapData, MapView
from entente_ui.actors.map.backing import Backing
from entente_ui.actors.map.camera import STEP, Camera, Level
from entente_ui.actors.map.chart import Chart
from entente_ui.actors.map.glide import Glide
from entente_ui.actors.map.hand import Hand
from entente_ui.actors.map.keys import Keys
from entente_ui.actors.map.landing import Landing
from entente_ui.actors.map.overlay import Overlay
from entente_ui.actors.map.paper import Paper
from entente_ui.actors.map.picks import Picks
from entente_ui.actors.map.things import Thing, actor_thing
from entente_ui.look.theme import theme

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
#: Ms after the last turn of the wheel at which everything is drawn sharp.
_REST: Final = 90


class Canvas(QWidget):
    """Shows the map. Whoever holds it carries out what it asks for.

    Attributes:
        chart: What is where.
        camera: Which part is in view.
        picks: What is selected.
        writable: Whether anything may be changed.
        lifted: Actors that are moving and are drawn over the rest.

    Signals:
        moved: Emitted with a mapping from keys of actors to places, and one to notes.
        carried: Emitted while actors are carried, with their keys and the point of the
            screen; without keys when it is over.
        carried_out: Emitted when they are let go outside, with the same.
        relation_drawn: Emitted with the keys of two actors.
        opened: Emitted with a `Thing` that was double-clicked or entered.
        empty_clicked: Emitted with a point of the map double-clicked where nothing is.
        menu_wanted: Emitted with a point of the screen.
        dropped: Emitted with keys of actors and the point of the map they came down on.
        asked: Emitted with the name of a command whose key was pressed.
        looked: Emitted when another part is in view.
    """

    moved = Signal(object, object)
    relation_drawn = Signal(str, str)
    opened = Signal(object)
    empty_clicked = Signal(object)
    menu_wanted = Signal(QPoint)
    dropped = Signal(tuple, object)
    asked = Signal(str)
    looked = Signal()
    carried = Signal(tuple, QPoint)
    carried_out = Signal(tuple, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart(MapData(view=MapView("", "")))
        self.camera = Camera()
        self.paper = Paper()
        self.backing = Backing()
        self.writable = True
        self.lifted: frozenset[str] = frozenset()
        self.picks = Picks(self)
        self.overlay = Overlay(self)
        self.glide = Glide(self)
        self.hand = Hand(self)
        self.keys = Keys(self)
        self._landing = Landing(self)
        self._revision = 0
        self._unit = theme().size
        self._fitted = False
        self._whole = True
        self._sharpening = QTimer(self, singleShot=True, interval=_REST)
        self._sharpening.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Map of the actors"))
        self.setAccessibleDescription(
            _(
                "Tab goes to the next actor, the arrows move it, R draws a relation, "
                "Enter shows it in the inspector, the question mark lists all keys."
            )
        )
        theme().changed.connect(self._on_theme_changed)

    @property
    def still_revision(self) -> int:
        """A number that grows whenever what lies still changes."""
        return self._revision

    def show_chart(self, chart: Chart) -> None:
        """Show a chart; the part in view stays."""
        self.glide.finish()
        self.hand.cancel()
        self.keys.forget()
        self.chart = chart
        self.paper.cards.forget()
        self.picks.keep()
        self.redraw()

    def adopt(self, data: MapData) -> bool:
        """Show new places of the same people; say whether that was all there is to it."""
        self.glide.finish()
        self.hand.cancel()
        self.keys.forget()
        if not self.chart.adopt(data):
            return False
        self.paper.cards.forget()
        self.redraw()
        return True

    def redraw(self) -> None:
        """Paint everything anew."""
        self._revision += 1
        self.update()

    def lift(self, keys: Collection[str]) -> None:
        """Draw these over the rest from now on, as they move; none puts all down."""
        chosen = frozenset(keys)
        if chosen != self.lifted:
            self.lifted = chosen
            self.redraw()

    def shift(self, spots: Mapping[str, tuple[float, float]]) -> None:
        """Move actors on the picture alone."""
        self.chart.move(spots)
        if not self.lifted.issuperset(spots):
            self._revision += 1
        self.update()

    def fit(self, keys: Sequence[str] = ()) -> None:
        """Show everything, or some actors."""
        area = self.chart.bounds()
        if keys:
            area = QRectF()
            for key in keys:
                area = area.united(self.chart.card(key))
        self.camera.fit(area, self.size())
        self._look(whole=not keys)

    @property
    def is_whole(self) -> bool:
        """Whether the whole map is shown whatever the size, until somebody zooms or pans."""
        return self._whole

    def fit_once(self) -> None:
        """Show everything the first time there is anything."""
        if not self._fitted and self.chart.actors and self.width() > 100:
            self._fitted = True
            self.fit()

    def look_from(self, scale: float, offset: QPoint) -> None:
        """Come back to a part that was in view."""
        self._fitted = True
        self.camera.scale, self.camera.offset = scale, offset
        self._look()

    def zoom(self, steps: float, about: QPointF | None = None) -> None:
        """Draw larger by steps, or smaller by negative ones."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self.camera.zoom_to(self.camera.scale * STEP**steps, about or middle):
            self._sharpening.start()
            self._look()

    def zoom_plain(self) -> None:
        """Draw at 1:1."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        self.camera.zoom_to(theme().size / 100, middle)
        self._look()

    def pan(self, by: QPoint) -> None:
        """Show what lies so many px further."""
        self.camera.offset = self.camera.offset + by
        self._look()

    def bring_into_view(self, key: str) -> None:
        """Pan until the card of an actor can be seen."""
        if key not in self.chart.actors:
            return
        rect = self.camera.rect_to_view(self.chart.card(key))
        room = theme().px(24)
        inside = QRectF(self.rect()).adjusted(room, room, -room, -room)
        if inside.contains(rect):
            return
        self.camera.centre_on(self.chart.card(key).center(), self.size())
        self._look()

    def centre_on(self, point: QPointF) -> None:
        """Bring a point of the map into the middle."""
        self.camera.centre_on(point, self.size())
        self._look()

    def rect_of(self, thing: Thing) -> QRect:
        """Return where something is drawn."""
        return self.overlay.rect_of(thing).toAlignedRect()

    def go(self, key: str) -> None:
        """Put the keyboard on an actor, select it and say it aloud."""
        self.picks.pick([actor_thing(key)])
        self.bring_into_view(key)
        self.overlay.tell(actor_thing(key))

    def _look(self, *, whole: bool = False) -> None:
        self._whole = whole
        self.overlay.hide_words()
        self.looked.emit()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sharp = not self._sharpening.isActive()
        if sharp or not self._stretch(painter):
            stamp = (self._revision, self.lifted)
            ratio = self.devicePixelRatioF()
            picture = self.backing.picture(
                self.size(), ratio, self.camera, stamp, self._paint_still
            )
            painter.drawPixmap(0, 0, picture)
        self.overlay.paint(painter)

    def _stretch(self, painter: QPainter) -> bool:
        painter.fillRect(self.rect(), theme().colour("window"))
        return self.backing.stretched(painter, self.camera, self.size())

    def _paint_still(self, painter: QPainter, area: QRectF) -> None:
        self.paper.paint(painter, self.chart, self.camera, area, self.lifted)

    @property
    def is_readable(self) -> bool:
        """Whether names can be read at the size shown."""
        return self.camera.level >= Level.SHORT

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole and self.chart.actors and not self.hand.is_busy:
            self.fit()
        elif event.oldSize().isValid():
            by = event.oldSize() - event.size()
            self.camera.offset = self.camera.offset + QPoint(by.width(), by.height()) / 2
        self.fit_once()
        self.looked.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.glide.finish()
        self.keys.settle()
        self.hand.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hand.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.hand.double_click(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.overlay.hover(None)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.hand.menu(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & _CONTROL:
            self.keys.settle()
            self.zoom(turned.y() / 120, event.position())
        else:
            fine = event.pixelDelta()
            by = fine if not fine.isNull() else turned / 2
            if event.modifiers() & _SHIFT and not by.x():
                by = QPoint(by.y(), 0)
            self.pan(-by)
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                scale = self.camera.scale * (1 + event.value())
                if self.camera.zoom_to(scale, event.position()):
                    self._sharpening.start()
                    self._look()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.glide.finish()
        if not self.keys.press(event):
            event.ignore()

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.keys.release(event):
            event.ignore()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.keys.go_on(forward=forward) or super().focusNextPrevChild(forward)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keys.settle()
        self.keys.let_go()
        self.update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._landing.move(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._landing.move(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._landing.leave()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._landing.drop(event)

    def _on_theme_changed(self) -> None:
        if theme().size != self._unit:
            # What was in the middle stays there, as large as everything else.
            middle = QPointF(self.width() / 2, self.height() / 2)
            point = self.camera.to_map(middle)
            self.camera.scale *= theme().size / self._unit
            self.camera.centre_on(point, self.size())
            self._unit = theme().size
            if self._whole and self.chart.actors:
                self.fit()
        self.paper.cards.forget()
        self.redraw()
