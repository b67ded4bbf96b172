"""The map as a widget: shows a chart, and turns what hands do into wishes."""

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.maps import MapData
from entente_ui.actors.map.backing import Backing
from entente_ui.actors.map.chart import Chart
from entente_ui.actors.map.glide import Glide
from entente_ui.actors.map.hand import Hand
from entente_ui.actors.map.keys import Keys
from entente_ui.actors.map.landing import Landing
from entente_ui.actors.map.lookout import Lookout
from entente_ui.actors.map.overlay import Overlay
from entente_ui.actors.map.paper import Paper
from entente_ui.actors.map.picks import Picks
from entente_ui.actors.map.things import Thing, actor_thing
from entente_ui.kit.landing import TakesDrops
from entente_ui.look.theme import theme

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
#: Ms after the last turn of the wheel at which everything is drawn sharp.
_REST: Final = 90


class Canvas(TakesDrops, Lookout):
    """Shows the map. Whoever holds it carries out what it asks for.

    Attributes:
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
    """

    moved = Signal(object, object)
    relation_drawn = Signal(str, str)
    opened = Signal(object)
    empty_clicked = Signal(object)
    menu_wanted = Signal(QPoint)
    dropped = Signal(tuple, object)
    asked = Signal(str)
    carried = Signal(tuple, QPoint)
    carried_out = Signal(tuple, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper = Paper()
        self.backing = Backing()
        self.writable = True
        self.lifted: frozenset[str] = frozenset()
        self.picks = Picks(self)
        self.overlay = Overlay(self)
        self.glide = Glide(self)
        self.hand = Hand(self)
        self.keys = Keys(self)
        self.landing = Landing(self)
        self._revision = 0
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

    def rect_of(self, thing: Thing) -> QRect:
        """Return where something is drawn."""
        return self.overlay.rect_of(thing).toAlignedRect()

    def go(self, key: str) -> None:
        """Put the keyboard on an actor, select it and say it aloud."""
        self.picks.pick([actor_thing(key)])
        self.bring_into_view(key)
        self.overlay.tell(actor_thing(key))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.is_sharp or not self._stretch(painter):
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

    @property
    @override
    def is_held(self) -> bool:
        return self.hand.is_busy

    @override
    def before_looking(self) -> None:
        self.overlay.hide_words()

    @override
    def before_zooming(self) -> None:
        self.keys.settle()

    @override
    def follow_look(self) -> None:
        self.paper.cards.forget()
        self.redraw()
