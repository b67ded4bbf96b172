"""The waves, the newest first."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.waves import State, state_of
from entente_ui.climate.waves.words import Row, ballots_words, day_words, state_words
from entente_ui.kit.row_list import RowDelegate, RowList, paint_line
from entente_ui.kit.rows import Index, KeyedList
from entente_ui.look.theme import theme

_ROW: Final = 58
_INKS: Final = {State.PLANNED: "muted", State.OPEN: "good", State.CLOSED: "info"}


class WavesModel(KeyedList[Row]):
    """Shows waves as they are given.

    Attributes:
        counts: How many ballots there are, by the key of the wave.
    """

    def __init__(self) -> None:
        super().__init__()
        self.counts: Mapping[str, int] = {}

    def told(self, row: Row) -> str:
        """Return what the second line of a wave says."""
        ballots = ballots_words(self.counts.get(str(row["id"]), 0))
        parts = [day_words(row)] if state_of(row) is State.PLANNED else [day_words(row), ballots]
        return " · ".join(parts)

    @override
    def key_of(self, row: Row) -> str:
        return str(row["id"])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(row["name"])
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row['name']}, {state_words(row)}, {self.told(row)}"
            case Qt.ItemDataRole.UserRole:
                return (row, self.told(row))
        return None


class WaveDelegate(RowDelegate):
    """Paints a wave on two lines, with its state at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW))

    @override
    def paint_row(self, painter: QPainter, box: QRect, row: tuple[Row, str]) -> None:
        wave, told = row
        px = theme().px
        box = box.adjusted(px(12), px(6), -px(12), -px(4))
        words, ink = state_words(wave), _INKS[state_of(wave)]
        painter.setFont(theme().font("small_strong"))
        width = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(theme().colour(ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), words)
        upper = box.adjusted(0, 0, -width - px(8), 0)
        paint_line(painter, upper, f"{wave['ref']} · {wave['name']}", "strong")
        lower = box.adjusted(0, box.height() // 2, 0, 0)
        paint_line(painter, lower, told, "small", "muted")


class WaveList(RowList):
    """Choose a wave by mouse or arrows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.waves = WavesModel()
        super().__init__(self.waves, WaveDelegate(), _("Waves"), parent)
        self.setUniformItemSizes(True)

    def show_waves(self, rows: Sequence[Row], counts: Mapping[str, int], key: str) -> None:
        """Show waves and choose one."""
        self.waves.counts = counts
        self.waves.show_rows(rows)
        if self.waves.row_of(key) < 0:
            opened = [row["id"] for row in rows if state_of(row) is State.OPEN]
            key = str(next(iter(opened), rows[0]["id"] if rows else ""))
        self.choose(key)
