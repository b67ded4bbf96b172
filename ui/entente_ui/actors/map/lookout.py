"""A widget through which a part of the map is seen: fitted, enlarged, shifted."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.services.maps import MapData, MapView
from entente_ui.actors.map.camera import STEP, Camera, Level
from entente_ui.actors.map.chart import Chart
from entente_ui.look.theme import theme

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
#: Ms after the last turn of the wheel at which everything is drawn sharp.
_REST: Final = 90


class Lookout(QWidget):
    """Says which part of a chart is in view; what is drawn there is for others.

    Attributes:
        chart: What is where.
        camera: Which part is in view.

    Signals:
        looked: Emitted when another part is in view.
    """

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart(MapData(view=MapView("", "")))
        self.camera = Camera()
        self._unit = theme().size
        self._fitted = False
        self._whole = True
        self._sharpening = QTimer(self, singleShot=True, interval=_REST)
        self._sharpening.timeout.connect(self.update)
        theme().changed.connect(self._on_theme_changed)

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

    @property
    def is_readable(self) -> bool:
        """Whether names can be read at the size shown."""
        return self.camera.level >= Level.SHORT

    @property
    def is_sharp(self) -> bool:
        """Whether the wheel is at rest, so that everything is worth drawing anew."""
        return not self._sharpening.isActive()

    @property
    def is_held(self) -> bool:
        """Whether something is held that must stay under the pointer."""
        return False

    def before_looking(self) -> None:
        """Do what has to be done before another part is in view."""

    def before_zooming(self) -> None:
        """Do what has to be done before the wheel enlarges the picture."""

    def follow_look(self) -> None:
        """Draw everything anew, at another size or in other colours."""
        self.update()

    def _look(self, *, whole: bool = False) -> None:
        self._whole = whole
        self.before_looking()
        self.looked.emit()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole and self.chart.actors and not self.is_held:
            self.fit()
        elif event.oldSize().isValid():
            by = event.oldSize() - event.size()
            self.camera.offset = self.camera.offset + QPoint(by.width(), by.height()) / 2
        self.fit_once()
        self.looked.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & _CONTROL:
            self.before_zooming()
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
        self.follow_look()
