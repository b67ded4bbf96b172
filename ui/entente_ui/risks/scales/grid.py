"""The matrix in small, whose cells are given another level by hand."""

from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.risk_layout import Cell
from entente.domain.risk_levels import STEPS, Scales, scales_of
from entente.i18n import _
from entente_ui.formats import number
from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme
from entente_ui.risks.words import heat_step, level_of

_CELL: Final = QSize(62, 40)
_LEFT: Final = 22
_FOOT: Final = 24
_COUNT: Final = len(STEPS)
_MARK: Final = 4


class LevelGrid(PaintedChoice):
    """Twenty-five cells: score and number of the level; a dot where it was set by hand.

    Signals:
        chosen: Emitted with probability, impact and the place of the cell that was pressed.
    """

    chosen = Signal(int, int, QRect)

    steps: ClassVar[Mapping[Qt.Key, int]] = {
        Qt.Key.Key_Left: -1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Up: -_COUNT,
        Qt.Key.Key_Down: _COUNT,
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scales: Scales = scales_of((), (), ())
        self.aimed_part = 0
        self.is_locked = False
        self.setAccessibleName(_("Level of each cell"))
        theme().changed.connect(self._fit)
        self._fit()

    def show_scales(self, scales: Scales) -> None:
        """Show other levels."""
        self._scales = scales
        self.update()

    def cell_of(self, part: int) -> Cell:
        """Return a cell by its place: row by row from the top."""
        return STEPS[-1] - part // _COUNT, STEPS[0] + part % _COUNT

    def rect_of(self, part: int) -> QRect:
        """Return where a cell is."""
        px = theme().px
        corner = QPoint(
            px(_LEFT) + part % _COUNT * px(_CELL.width()), part // _COUNT * px(_CELL.height())
        )
        return QRect(corner, QSize(px(_CELL.width()), px(_CELL.height())))

    def words(self, part: int) -> str:
        """Return what is said of a cell."""
        probability, impact = cell = self.cell_of(part)
        said = _("probability {probability}, impact {impact}: {level}").format(
            probability=number(probability),
            impact=number(impact),
            level=level_of(self._scales, cell),
        )
        by_hand = _("set by hand") if cell in self._scales.cells else ""
        return ", ".join(filter(None, (said, by_hand)))

    @override
    def part_at(self, point: QPointF) -> int:
        spot = point.toPoint()
        parts = range(_COUNT * _COUNT)
        return next((part for part in parts if self.rect_of(part).contains(spot)), NOWHERE)

    @override
    def aim(self, part: int) -> None:
        if 0 <= part < _COUNT * _COUNT:
            self.aimed_part = part
            announce(self, self.words(part))
            self.update()

    @override
    def choose(self, part: int) -> None:
        self.aimed_part = part
        self.update()
        if not self.is_locked:
            self.chosen.emit(*self.cell_of(part), self.rect_of(part))

    def _fit(self) -> None:
        px = theme().px
        width = px(_LEFT) + _COUNT * px(_CELL.width()) + 1
        self.setFixedSize(width, _COUNT * px(_CELL.height()) + px(_FOOT))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in range(_COUNT * _COUNT):
            self._paint_cell(painter, part)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        for place, step in enumerate(STEPS):
            row = self.rect_of((_COUNT - 1 - place) * _COUNT)
            side = QRect(0, row.top(), theme().px(_LEFT), row.height())
            painter.drawText(side, centre, number(step))
            foot = self.rect_of((_COUNT - 1) * _COUNT + place)
            foot.moveTop(foot.bottom() + 1)
            foot.setHeight(theme().px(_FOOT))
            painter.drawText(foot, centre, number(step))

    def _paint_cell(self, painter: QPainter, part: int) -> None:
        px, cell = theme().px, self.cell_of(part)
        box = QRectF(self.rect_of(part)).adjusted(1, 1, -1, -1)
        place = self._scales.level(*cell)
        ink = theme().colour("muted")
        painter.setPen(QPen(theme().colour("edge"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QBrush(theme().colour("edge"), Qt.BrushStyle.BDiagPattern))
        if place is not None:
            heat = theme().heat(heat_step(self._scales, place))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(heat.fill)
            ink = heat.ink
        painter.drawRoundedRect(box, px(4), px(4))
        if (part == self.aimed_part and self.hasFocus()) or part == self.hovered:
            painter.setPen(QPen(theme().colour("accent"), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(4), px(4))
        painter.setPen(ink)
        painter.setFont(theme().font("small_strong"))
        level = "–" if place is None else _("level {number}").format(number=number(place + 1))
        said = f"{number(cell[0] * cell[1])}\n{level}"
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), said)
        if cell in self._scales.cells:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(
                QPointF(box.right() - px(8), box.top() + px(8)), px(_MARK), px(_MARK)
            )
