"""The picture of what lies still on the map, kept from one frame to the next."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from entente_ui.actors.map.camera import Camera
from entente_ui.look.theme import theme

Paint: TypeAlias = Callable[[QPainter, QRectF], object]


class Backing:
    """The picture of what lies still; moving over it repaints only what comes into view."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._stamp: Hashable = None
        self._camera = Camera()
        self._ratio = 1.0

    @property
    def camera_scale(self) -> float:
        """The scale it was painted at."""
        return self._camera.scale

    def forget(self) -> None:
        """Paint everything anew."""
        self._stamp = None

    def picture(
        self, size: QSize, ratio: float, camera: Camera, stamp: Hashable, paint: Paint
    ) -> QPixmap:
        """Return the picture for a view.

        Args:
            size: Of the view.
            ratio: Dots of the screen for one px of the view.
            camera: Which part is in view.
            stamp: Whatever else it depends on.
            paint: Paints a part of the view, given in px of the map.
        """
        dots = QSize(round(size.width() * ratio), round(size.height() * ratio))
        whole = (stamp, camera.scale, ratio, dots.width(), dots.height())
        if whole != self._stamp:
            self._start(dots, ratio)
            self._stamp = whole
            self._paint_into(camera, [QRect(QPoint(), size)], paint)
        elif camera.offset != self._camera.offset:
            self._paint_into(camera, self._scrolled(camera, size), paint)
        self._camera.scale, self._camera.offset = camera.scale, QPoint(camera.offset)
        return self._picture

    def stretched(self, painter: QPainter, camera: Camera, size: QSize) -> bool:
        """Draw the last picture as another camera sees it; say whether there is one."""
        if self._picture.isNull() or self._stamp is None:
            return False
        area = self._camera.rect_to_map(QRect(QPoint(), size))
        painter.drawPixmap(camera.rect_to_view(area), self._picture, QRectF(self._picture.rect()))
        return True

    def _start(self, dots: QSize, ratio: float) -> None:
        self._ratio = ratio
        if self._picture.size() != dots:
            self._picture = QPixmap(dots)
        self._picture.setDevicePixelRatio(ratio)

    def _scrolled(self, camera: Camera, size: QSize) -> Sequence[QRect]:
        """Shift what stays in view and return the strips that came into view."""
        by = self._camera.offset - camera.offset
        dots = QPointF(by) * self._ratio
        whole = QRect(QPoint(), size)
        odd = dots != QPointF(dots.toPoint())
        if odd or abs(by.x()) >= size.width() or abs(by.y()) >= size.height():
            return [whole]
        self._picture.scroll(round(dots.x()), round(dots.y()), self._picture.rect())
        strips = []
        if by.x():
            left = 0 if by.x() > 0 else size.width() + by.x()
            strips.append(QRect(left, 0, abs(by.x()), size.height()))
        if by.y():
            top = 0 if by.y() > 0 else size.height() + by.y()
            strips.append(QRect(0, top, size.width(), abs(by.y())))
        return strips

    def _paint_into(self, camera: Camera, parts: Sequence[QRect], paint: Paint) -> None:
        painter = QPainter(self._picture)
        for part in parts:
            painter.save()
            painter.setClipRect(part)
            painter.fillRect(part, theme().colour("window"))
            paint(painter, camera.rect_to_map(part.adjusted(-2, -2, 2, 2)))
            painter.restore()
        painter.end()
