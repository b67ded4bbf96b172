"""Questionnaires and their questions, as the lists show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from entente.domain.climate.survey import SCALE_LABELS
from entente.domain.ten_causes import CAUSE_LABELS
from entente.i18n import _, ngettext
from entente_ui.formats import labelled, long_date, number
from entente_ui.kit import tooltip_html
from entente_ui.kit.row_list import RowDelegate, RowList, paint_line
from entente_ui.kit.rows import Index, KeyedList
from entente_ui.look.theme import theme

_ROW: Final = 54

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """Two lines about a record.

    Attributes:
        key: Of the record.
        is_past: Whether it is of the past, and drawn fainter.
    """

    key: str
    title: str
    told: str
    is_past: bool = False


def questionnaire_line(row: Row, questions: int, waves: int) -> Line:
    """Return what the list says of a questionnaire."""
    told = [
        ngettext("{count} question", "{count} questions", questions).format(
            count=number(questions)
        ),
        asked_words(waves),
    ]
    if row["set_aside"]:
        told.append(_("offered no more"))
    title = f"{row['ref']} · {row['name']}"
    return Line(str(row["id"]), title, " · ".join(told), bool(row["set_aside"]))


def asked_words(waves: int) -> str:
    """Return how often a questionnaire was used."""
    if not waves:
        return _("never asked")
    return ngettext("{count} wave", "{count} waves", waves).format(count=number(waves))


def question_line(row: Row, codes: Mapping[str, str], followed: Mapping[str, str]) -> Line:
    """Return what the list says of a question.

    Args:
        row: Its record.
        codes: Short names of all questions by key.
        followed: The question that was put in place of another, by the key of that one.
    """
    scales = {str(key): words for key, words in SCALE_LABELS.items()}
    causes = {str(key): words for key, words in CAUSE_LABELS.items()}
    told = [_(scales.get(str(row["scale"]), ""))]
    if row["cause"]:
        told.append(_(causes.get(str(row["cause"]), "")))
    if row["follows_id"] in codes:
        told.append(_("in place of {code}").format(code=codes[str(row["follows_id"])]))
    if row["retired_on"] is not None:
        told.append(_("no longer asked since {day}").format(day=long_date(row["retired_on"])))
        after = followed.get(str(row["id"]))
        if after:
            told.append(_("now {code}").format(code=after))
    title = labelled(str(row["code"]), str(row["text"]))
    return Line(str(row["id"]), title, " · ".join(told), row["retired_on"] is not None)


class Lines(KeyedList[Line]):
    """Lines as they are given."""

    @override
    def key_of(self, row: Line) -> str:
        return row.key

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.row_at(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}, {row.told}"
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(row.title)
            case Qt.ItemDataRole.UserRole:
                return row
        return None


class LineDelegate(RowDelegate):
    """Paints the two lines."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW))

    @override
    def paint_row(self, painter: QPainter, box: QRect, row: Line) -> None:
        px = theme().px
        box = box.adjusted(px(12), px(6), -px(12), -px(4))
        paint_line(painter, box, row.title, "strong", "faint" if row.is_past else "text")
        paint_line(painter, box.adjusted(0, box.height() // 2, 0, 0), row.told, "small", "muted")


class LineList(RowList):
    """Choose a line by mouse or arrows.

    Signals:
        carried: Emitted with −1 or 1 when the line chosen is to go up or down.
    """

    carried = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self.lines = Lines()
        super().__init__(self.lines, LineDelegate(), name, parent)
        self.setUniformItemSizes(True)

    def show_lines(self, lines: Sequence[Line], key: str) -> None:
        """Show other lines and choose one: the first unless that one is there."""
        self._is_filling = True
        self.lines.show_rows(lines)
        known = self.lines.row_of(key) >= 0
        self.choose(key if known or not lines else lines[0].key)
        self._is_filling = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.carried.emit(step)
        else:
            super().keyPressEvent(event)
