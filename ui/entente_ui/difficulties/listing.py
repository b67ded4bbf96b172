"""The list of difficulties beside the one that is open."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from entente.domain.difficulty import NATURE_LABELS, STAGES
from entente.i18n import _
from entente.services.difficulties import Overview
from entente_ui.difficulties.log.words import gap_spoken, gap_words, tension_words
from entente_ui.difficulties.words import parties_line, stage_name, trend_sign
from entente_ui.kit import tooltip_html
from entente_ui.kit.row_list import RowDelegate, RowList, paint_line
from entente_ui.kit.rows import Index, KeyedList
from entente_ui.look.theme import theme

_NATURE_LINE: Final = 1
_LEVEL_ROLES: Final = {1: "muted", 2: "caution", 3: "critical"}


def stage_colour(stage: int) -> QColor:
    """Return the colour of the level a stage belongs to; the number always stands beside."""
    return theme().colour(_LEVEL_ROLES[STAGES[stage - 1].level])


class DifficultyModel(KeyedList[Overview]):
    """Difficulties in the order of their references."""

    @override
    def key_of(self, row: Overview) -> str:
        return row.id

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.ref} {row.title}"
            case Qt.ItemDataRole.AccessibleTextRole:
                stage = stage_name(row.stage) if row.stage else _("stage not rated")
                nature = _(NATURE_LABELS[row.nature])
                spoken = (f"{row.ref} {row.title}", nature, stage, gap_spoken(row))
                return ", ".join(filter(None, spoken))
            case Qt.ItemDataRole.ToolTipRole:
                said = "\n".join(filter(None, (tension_words(row), gap_spoken(row))))
                return tooltip_html(said) if said else None
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class DifficultyDelegate(RowDelegate):
    """Paints a difficulty: what it is called, between whom, and how far it went."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        title = QFontMetrics(theme().font("strong")).height()
        small = QFontMetrics(theme().font("small")).height()
        return QSize(theme().px(180), title + 2 * small + theme().px(26))

    @override
    def room(self, row: QRect) -> QRect:
        return super().room(row).adjusted(theme().px(4), 0, -theme().px(4), 0)

    @override
    def paint_row(self, painter: QPainter, box: QRect, row: Overview) -> None:
        inside = box.adjusted(theme().px(12), theme().px(9), -theme().px(12), -theme().px(9))
        self._paint_words(painter, inside, row)
        self._paint_stage(painter, inside, row)

    @staticmethod
    def _paint_words(painter: QPainter, box: QRect, row: Overview) -> None:
        room = box.adjusted(0, 0, -theme().px(44), 0)
        lines = (
            (f"{row.ref} · {row.title}", "strong", "text"),
            (_(NATURE_LABELS[row.nature]), "small", "muted"),
            (parties_line(row), "small", "muted"),
        )
        for place, (words, font, colour) in enumerate(lines):
            wide = paint_line(painter, room, words, font, colour)
            if place == _NATURE_LINE and (gap := gap_words(row)):
                after = wide + painter.fontMetrics().horizontalAdvance("   ")
                paint_line(painter, room.adjusted(after, 0, 0, 0), gap, font, "caution")
            room.translate(0, painter.fontMetrics().height() + theme().px(2))

    @staticmethod
    def _paint_stage(painter: QPainter, box: QRect, row: Overview) -> None:
        if row.stage is None:
            return
        side = theme().px(28)
        circle = QRect(box.right() - side, box.top(), side, side)
        painter.setPen(stage_colour(row.stage))
        painter.setBrush(theme().colour("surface"))
        painter.drawEllipse(circle)
        painter.setFont(theme().font("strong"))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(row.stage))
        painter.setPen(theme().colour("muted"))
        below = QRect(circle.left(), circle.bottom(), side, theme().px(22))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), trend_sign(row))


class DifficultyList(RowList):
    """Choose a difficulty by mouse or arrows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.difficulties = DifficultyModel()
        super().__init__(self.difficulties, DifficultyDelegate(), _("Difficulties"), parent)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def at_hand(self) -> Overview | None:
        """The difficulty chosen, None for none."""
        index = self.currentIndex()
        return self.difficulties.row_at(index) if index.isValid() else None

    def show_rows(self, rows: Sequence[Overview]) -> None:
        """Show difficulties and keep the one chosen, or choose the first."""
        kept = self.key
        self._is_filling = True
        self.difficulties.show_rows(rows)
        if self.difficulties.row_of(kept) < 0:
            self.setCurrentIndex(self.difficulties.index(0))
        self.choose(kept)
        self._is_filling = False
        if self.key != kept:
            self.chosen.emit(self.key)
