"""The list of difficulties beside the one that is open."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from entente.domain.difficulty import NATURE_LABELS, STAGES
from entente.i18n import _
from entente.services.difficulties import Overview
from entente_ui.difficulties.log.words import gap_spoken, gap_words, tension_words
from entente_ui.difficulties.words import parties_line, stage_name, trend_sign
from entente_ui.kit import dress_list, tooltip_html
from entente_ui.look.theme import theme

Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
_OVERVIEW_ROLE: Final = Qt.ItemDataRole.UserRole
_NATURE_LINE: Final = 1
_LEVEL_ROLES: Final = {1: "muted", 2: "caution", 3: "critical"}


def stage_colour(stage: int) -> QColor:
    """Return the colour of the level a stage belongs to; the number always stands beside."""
    return theme().colour(_LEVEL_ROLES[STAGES[stage - 1].level])


class DifficultyModel(QAbstractListModel):
    """Difficulties in the order of their references."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Overview] = ()

    def set_rows(self, rows: Sequence[Overview]) -> None:
        """Show other difficulties, or the same ones changed."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return where a difficulty stands, -1 if it does not."""
        return next((n for n, row in enumerate(self._rows) if row.id == key), -1)

    def at(self, index: Index) -> Overview:
        """Return the difficulty behind a valid index."""
        return self._rows[index.row()]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.at(index)
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


class DifficultyDelegate(QStyledItemDelegate):
    """Paints a difficulty: what it is called, between whom, and how far it went."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        title = QFontMetrics(theme().font("strong")).height()
        small = QFontMetrics(theme().font("small")).height()
        return QSize(theme().px(180), title + 2 * small + theme().px(26))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_OVERVIEW_ROLE)
        box = option.rect.adjusted(theme().px(4), theme().px(2), -theme().px(4), -theme().px(2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "surface"
        if option.state & QStyle.StateFlag.State_Selected:
            ground = "accent_soft"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = "hover"
        painter.setPen(theme().colour("border"))
        painter.setBrush(theme().colour(ground))
        painter.drawRoundedRect(QRectF(box), theme().px(8), theme().px(8))
        inside = box.adjusted(theme().px(12), theme().px(9), -theme().px(12), -theme().px(9))
        self._paint_words(painter, inside, row)
        self._paint_stage(painter, inside, row)
        painter.restore()

    @staticmethod
    def _paint_words(painter: QPainter, box: QRect, row: Overview) -> None:
        room = box.width() - theme().px(44)
        top = box.top()
        lines = (
            (f"{row.ref} · {row.title}", "strong", "text"),
            (_(NATURE_LABELS[row.nature]), "small", "muted"),
            (parties_line(row), "small", "muted"),
        )
        for place, (words, font, colour) in enumerate(lines):
            painter.setFont(theme().font(font))
            painter.setPen(theme().colour(colour))
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(box.left(), top + metrics.ascent(), shown)
            if place == _NATURE_LINE and (gap := gap_words(row)):
                painter.setPen(theme().colour("caution"))
                left = box.left() + metrics.horizontalAdvance(f"{shown}   ")
                rest = box.left() + room - left
                gap = metrics.elidedText(gap, Qt.TextElideMode.ElideRight, rest)
                painter.drawText(left, top + metrics.ascent(), gap)
            top += metrics.height() + theme().px(2)

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


class DifficultyList(QListView):
    """Choose a difficulty by mouse or arrows.

    Signals:
        chosen: Emitted with the key of another difficulty, or nothing.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.difficulties = DifficultyModel(self)
        self.setModel(self.difficulties)
        dress_list(self)
        self.setItemDelegate(DifficultyDelegate(self))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("bare", "true")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Difficulties"))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def key(self) -> str:
        """Key of the difficulty chosen, empty for none."""
        return self.at_hand.id if self.at_hand else ""

    @property
    def at_hand(self) -> Overview | None:
        """The difficulty chosen, None for none."""
        index = self.currentIndex()
        return self.difficulties.at(index) if index.isValid() else None

    def show_rows(self, rows: Sequence[Overview]) -> None:
        """Show difficulties and keep the one chosen, or choose the first."""
        kept = self.key
        self._is_filling = True
        self.difficulties.set_rows(rows)
        self.choose(kept) if self.difficulties.row_of(kept) >= 0 else self._choose_row(0)
        self._is_filling = False
        if self.key != kept:
            self.chosen.emit(self.key)

    def choose(self, key: str) -> None:
        """Choose a difficulty, if it is there."""
        row = self.difficulties.row_of(key)
        if row >= 0:
            self._choose_row(row)

    def _choose_row(self, row: int) -> None:
        self.setCurrentIndex(self.difficulties.index(row))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self._is_filling:  # what is only listed anew stays chosen
            self.chosen.emit(self.key)
