"""The sociogram as a table: who answers in the rows, who is named in the columns."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget
from typing_extensions import override

from entente.domain.sociogram import STANDING_LABELS, sociogram
from entente.i18n import N_, _
from entente.services.sociogram import Reading
from entente_ui import formats
from entente_ui.actors.data import Person
from entente_ui.actors.lenses.choices import asked_words, words_of
from entente_ui.kit import dress_table, tooltip_html
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: Writes an answer: from whom, on whom, a choice or not; None takes it back.
Answer: TypeAlias = Callable[[str, str, bool | None], object]

_ROOT: Final = QModelIndex()
_HEADERS: Final = (N_("Name"), N_("Chosen by"), N_("Set aside by"), N_("Chooses"), N_("Standing"))
_FIXED: Final = len(_HEADERS)
_WIDTHS: Final = (170, 86, 110, 80, 150)
_CELL: Final = 44
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
_MARKS: Final = {True: "+", False: "−", None: ""}


class ChoicesModel(QAbstractTableModel):
    """Shows the answers to one question."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self._reading = Reading(None, frozenset(), frozenset(), sociogram((), ()))

    def show_answers(self, people: Sequence[Person], reading: Reading) -> None:
        """Show these answers of these people."""
        known = tuple(person for person in people if person.key in reading.group.statuses)
        same = [each.key for each in known] == [each.key for each in self._people]
        if not same:
            self.beginResetModel()
        self._people, self._reading = known, reading
        if not same:
            self.endResetModel()
        elif known:
            corner = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def tie(self, index: Index) -> tuple[str, str] | None:
        """Return who answers and who is named in a cell; None where there is no answer."""
        column = index.column() - _FIXED
        if not index.isValid() or column < 0 or column == index.row():
            return None
        return self._people[index.row()].key, self._people[column].key

    def answer(self, tie: tuple[str, str]) -> bool | None:
        """Return whether a tie is a choice or a setting aside, None for neither."""
        if tie in self._reading.choices:
            return True
        return False if tie in self._reading.rejections else None

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else _FIXED + len(self._people)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if section < _FIXED:
            return _(_HEADERS[section]) if role == Qt.ItemDataRole.DisplayRole else None
        person = self._people[section - _FIXED]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return person.initials
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html(person.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                return person.name
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.column() < _FIXED:
            return self._status(index, role)
        return self._cell(self.tie(index), role)

    def _cell(self, tie: tuple[str, str] | None, role: int) -> Any:  # noqa: ANN401  # as the role wants
        answer = None if tie is None else self.answer(tie)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "·" if tie is None else _MARKS[answer]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _CENTRE
            case Qt.ItemDataRole.FontRole:
                return theme().font("strong")
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                told = "" if tie is None or answer is None else self._told(tie, answer)
                return (tooltip_html(told) if role == Qt.ItemDataRole.ToolTipRole else told) or None
            case Qt.ItemDataRole.ForegroundRole:
                return theme().colour({True: "info", False: "critical", None: "faint"}[answer])
        return None

    def _told(self, tie: tuple[str, str], answer: bool) -> str:
        """Return an answer in words, with the day it was asked for."""
        people = {person.key: person for person in self._people}
        told = words_of(tie, people, is_choice=answer)
        return "\n".join(part for part in (told, asked_words(self._reading)) if part)

    def _status(self, index: Index, role: int) -> Any:  # noqa: ANN401  # as the role wants
        person = self._people[index.row()]
        status = self._reading.group.statuses[person.key]
        column = index.column()
        if role == Qt.ItemDataRole.FontRole and column == 0:
            return theme().font("strong")
        if role == Qt.ItemDataRole.TextAlignmentRole and 0 < column < _FIXED - 1:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            person.name,
            formats.number(status.chosen),
            formats.number(status.set_aside),
            formats.number(status.gives),
            _(STANDING_LABELS[status.standing]),
        )[column]


class ChoicesTable(QTableView):
    """The table; `+`, `−`, the space bar and Delete answer in a cell, a double click too."""

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers = ChoicesModel(self)
        self._answer = answer
        self.setModel(self.answers)
        dress_table(self)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.setAccessibleName(_("Sociogram as a table"))
        self.setAccessibleDescription(
            _("Plus chooses, minus sets aside, Delete takes back, Space goes from one to the next.")
        )
        self.doubleClicked.connect(self._turn)
        theme().changed.connect(self._fit)

    def show_answers(self, people: Sequence[Person], reading: Reading) -> None:
        """Show these answers of these people."""
        self.answers.show_answers(people, reading)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = {"+": True, "=": True, "-": False, "−": False}
        tie = self.answers.tie(self.currentIndex())
        if tie is not None and event.text() in wanted:
            self._answer(*tie, wanted[event.text()])
        elif tie is not None and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._answer(*tie, None)
        elif tie is not None and event.key() == Qt.Key.Key_Space:
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        """Go from no answer to a choice, from there to a setting aside, and back."""
        tie = self.answers.tie(index)
        if tie is not None:
            following = {None: True, True: False, False: None}
            self._answer(*tie, following[self.answers.answer(tie)])

    def _fit(self) -> None:
        for column in range(self.answers.columnCount()):
            width = _WIDTHS[column] if column < _FIXED else _CELL
            self.setColumnWidth(column, theme().px(width))
