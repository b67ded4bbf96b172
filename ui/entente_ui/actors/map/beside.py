"""What stands beside the map: what the lines mean, and the whole in small."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.i18n import N_, _
from entente_ui import formats
from entente_ui.actors.map.wording import quality_words
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.map.canvas import Canvas

_MAP_SIZE: Final = (190, 124)
_LINE: Final = 34
_ROW: Final = 19
#: From this many lines on the small map shows the actors alone.
_MANY: Final = 1_500
_QUALITIES: Final = (2, 1, 0, -1, -2, None)
_MARKS: Final = (
    N_("goes one way"),
    N_("depends: weakly, strongly"),
    N_("monthly, weekly, daily"),
    N_("little is sure"),
)


class LineLegend(QWidget):
    """Says what colour, pattern, thickness and marks of a line mean, in a row below the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("What the lines mean"))
        self.setAccessibleDescription(formats.listing(self._texts()))
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(max(self.width(), 600)))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].y() + theme().px(_ROW)) + theme().px(4)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme().font("small"))
        line = theme().px(_LINE)
        for number, (text, at) in enumerate(
            zip(self._texts(), self._places(self.width()), strict=True)
        ):
            start = at + QPointF(0, theme().px(_ROW) / 2)
            if number < len(_QUALITIES):
                painter.setPen(theme().relation(_QUALITIES[number]).pen())
                painter.drawLine(start, start + QPointF(line, 0))
            else:
                self._paint_mark(painter, number - len(_QUALITIES), start)
            painter.setPen(theme().colour("muted"))
            place = QRectF(at.x() + line + theme().px(6), at.y(), 999, theme().px(_ROW))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)

    @staticmethod
    def _texts() -> list[str]:
        qualities = [quality_words(quality) for quality in _QUALITIES]
        return [*qualities, *(_(text) for text in _MARKS)]

    def _places(self, width: int) -> list[QPointF]:
        """Return the left top of each entry, in rows no wider than that."""
        metrics = QFontMetricsF(theme().font("small"))
        places: list[QPointF] = []
        x, y = float(theme().px(2)), float(theme().px(2))
        for text in self._texts():
            room = metrics.horizontalAdvance(text) + theme().px(_LINE + 6)
            if places and x + room > width:
                x, y = float(theme().px(2)), y + theme().px(_ROW)
            places.append(QPointF(x, y))
            x += room + theme().px(16)
        return places

    @staticmethod
    def _paint_mark(painter: QPainter, mark: int, start: QPointF) -> None:
        unit, line = theme().size / 100, theme().px(_LINE)
        end = start + QPointF(line, 0)
        colour = QColor(theme().colour("muted"))
        if mark == 3:
            pen = QPen(theme().colour("caution", 0.3), 9 * unit)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(start, end)
        painter.setPen(QPen(colour, unit))
        painter.drawLine(start, end)
        painter.setBrush(colour)
        if mark == 0:
            head = [end, end + QPointF(-9, 4) * unit, end + QPointF(-9, -4) * unit]
            painter.drawPolygon(QPolygonF(head))
        elif mark == 1:
            for x in (4, 22, 30):
                painter.drawEllipse(start + QPointF(x, 0) * unit, 2.6 * unit, 2.6 * unit)
        elif mark == 2:
            for x in (3, 14, 18, 25, 29, 33):
                at = start + QPointF(x, 0) * unit
                painter.drawLine(at - QPointF(0, 4) * unit, at + QPointF(0, 4) * unit)


class MiniMap(QWidget):
    """The whole map in small; the frame shows which part is in view, and can be dragged."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._picture = QPixmap()
        self._of: tuple[object, ...] = ()
        self.setAccessibleName(_("Whole map in small"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        canvas.looked.connect(self.update)
        theme().changed.connect(self.adjustSize)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_MAP_SIZE[0]), theme().px(_MAP_SIZE[1]))

    @property
    def is_needed(self) -> bool:
        """Whether a part of the map is out of view."""
        canvas = self._canvas
        if not canvas.chart.actors:
            return False
        return not canvas.camera.rect_to_map(canvas.rect()).contains(canvas.chart.bounds())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        canvas = self._canvas
        of = (canvas.still_revision, self.size(), theme().is_dark, self.devicePixelRatioF())
        if of != self._of:
            self._of = of
            self._picture = self._draw()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        view = canvas.camera.rect_to_map(canvas.rect())
        scale, origin = self._fit()
        frame = QRectF(
            (view.left() - origin.x()) * scale,
            (view.top() - origin.y()) * scale,
            view.width() * scale,
            view.height() * scale,
        )
        painter.setPen(QPen(theme().colour("accent"), 1.5))
        painter.setBrush(theme().colour("accent", 0.12))
        painter.drawRect(frame.intersected(QRectF(self.rect()).adjusted(1, 1, -2, -2)))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        scale, origin = self._fit()
        self._canvas.centre_on(origin + at / scale)

    def _fit(self) -> tuple[float, QPointF]:
        """Return px of this for one of the map, and the point of the map in its corner."""
        area = self._canvas.chart.bounds()
        room = theme().px(8)
        across = (self.width() - 2 * room) / max(1.0, area.width())
        down = (self.height() - 2 * room) / max(1.0, area.height())
        scale = min(across, down)
        middle = QPointF(self.width() / 2, self.height() / 2)
        return scale, area.center() - middle / scale

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_panel(painter, QRectF(self.rect()))
        scale, origin = self._fit()
        painter.scale(scale, scale)
        painter.translate(-origin)
        chart = self._canvas.chart
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        if len(chart.lines) <= _MANY:
            pen = QPen(theme().colour("border"), 1)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(chart.lines)
        painter.setPen(Qt.PenStyle.NoPen)
        for (camp, _is_faded), cards in chart.cards_by_camp().items():
            painter.setBrush(theme().camp(camp or None).ring)
            painter.drawRects(list(cards))
        painter.end()
        return picture


def _paint_panel(painter: QPainter, box: QRectF) -> None:
    painter.setPen(QPen(theme().colour("border"), 1))
    painter.setBrush(theme().colour("surface", 0.94))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme().px(6), theme().px(6))
