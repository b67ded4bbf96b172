"""The pages of a PDF file, drawn by PDFium as they will be printed."""

from collections import OrderedDict
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.look.theme import theme

_GAP: Final = 16  # px between pages at 100 %
_POINTS_PER_INCH: Final = 72
_ZOOM_STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_KEPT: Final = 12  # drawn pages


class Pages(QAbstractScrollArea):
    """A file's pages one below the other, as wide as the view or at a chosen scale.

    Signals:
        page_changed: Emitted with the page in view, from 1, and how many there are.
        scale_changed: Emitted with the scale in percent of the paper's size.
    """

    page_changed = Signal(int, int)
    scale_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pdf = b""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._scale: float | None = None  # None: as wide as the view
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName(_("Preview of the document"))
        self.verticalScrollBar().valueChanged.connect(self._announce_page)
        theme().changed.connect(self._lay_out)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a file; the place in it is kept, so that a small change does not jump."""
        from entente.briefs.pdfium import page_sizes  # noqa: PLC0415  # when first needed

        self._pdf = pdf
        self._drawn.clear()
        self._sizes = tuple((size.width, size.height) for size in page_sizes(pdf)) if pdf else ()
        self._lay_out()
        self._announce_page()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def percent(self) -> int:
        """The scale in percent of the paper's size."""
        return round(100 * self._pixels_per_point() * _POINTS_PER_INCH / self.logicalDpiX())

    def zoom(self, steps: int) -> None:
        """Go so many scales up or down; 0 makes pages as wide as the view again."""
        if steps == 0:
            self._scale = None
        else:
            self._scale = self._next_scale(steps)
        self._lay_out()

    def go_to(self, page: int) -> None:
        """Bring a page, from 0, to the top."""
        if 0 <= page < len(self._sizes):
            self.verticalScrollBar().setValue(self._frames()[page].top() - self._gap())

    def _next_scale(self, steps: int) -> float:
        now = self.percent / 100
        if steps > 0:
            return next((s for s in _ZOOM_STEPS if s > now + 0.01), _ZOOM_STEPS[-1])
        return next((s for s in reversed(_ZOOM_STEPS) if s < now - 0.01), _ZOOM_STEPS[0])

    def _pixels_per_point(self) -> float:
        if self._scale is not None:
            return self._scale * self.logicalDpiX() / _POINTS_PER_INCH
        widest = max((width for width, _height in self._sizes), default=1.0)
        return max(40, self.viewport().width() - 2 * self._gap()) / widest

    @staticmethod
    def _gap() -> int:
        return theme().px(_GAP)

    def _frames(self) -> list[QRect]:
        scale, gap = self._pixels_per_point(), self._gap()
        frames, top = [], gap
        room = self.viewport().width()
        for width, height in self._sizes:
            wide, high = round(width * scale), round(height * scale)
            frames.append(QRect(max(gap, (room - wide) // 2), top, wide, high))
            top += high + gap
        return frames

    def _lay_out(self) -> None:
        frames = self._frames()
        bottom = frames[-1].bottom() + self._gap() if frames else 0
        right = max((frame.right() + self._gap() for frame in frames), default=0)
        bars = (
            (self.verticalScrollBar(), bottom, self.viewport().height()),
            (self.horizontalScrollBar(), right, self.viewport().width()),
        )
        for bar, length, seen in bars:
            share = bar.value() / bar.maximum() if bar.maximum() else 0.0
            bar.setRange(0, max(0, length - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(theme().px(40))
            bar.setValue(round(share * bar.maximum()))
        self.viewport().update()
        self.scale_changed.emit(self.percent)

    def _announce_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        frames = self._frames()
        page = sum(frame.top() <= middle for frame in frames)
        self.page_changed.emit(max(1, page) if frames else 0, len(frames))

    def _image(self, page: int, size: QSize) -> QImage:
        key = (page, size.width())
        if key not in self._drawn:
            from entente.briefs.pdfium import draw_page  # noqa: PLC0415  # when first needed

            dpi = size.width() / self._sizes[page][0] * _POINTS_PER_INCH
            raster = draw_page(self._pdf, page, dpi)
            image = QImage(
                raster.pixels,
                raster.width,
                raster.height,
                raster.stride,
                QImage.Format.Format_RGB32,
            )
            self._drawn[key] = image.copy()
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().colour("raised"))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = event.rect().translated(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )
        ratio = self.devicePixelRatioF()
        for page, frame in enumerate(self._frames()):
            if not frame.adjusted(-4, -4, 4, 4).intersects(seen):
                continue
            painter.fillRect(frame.translated(0, theme().px(2)), theme().colour("shadow"))
            painter.fillRect(frame, QColor("white"))
            painter.drawImage(frame, self._image(page, frame.size() * ratio))
            painter.setPen(theme().colour("border"))
            painter.drawRect(frame)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
