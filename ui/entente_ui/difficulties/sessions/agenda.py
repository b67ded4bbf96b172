"""The agenda of a session: items with minutes, put in order by hand or by keys."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.mediation_session import AGENDA_ITEM
from entente.domain.sessions_plan import budget, read_time
from entente.errors import InvalidValueError
from entente.i18n import _
from entente.messages import sentence
from entente.services import agendas
from entente_ui.difficulties.sessions import deeds
from entente_ui.difficulties.sessions.agenda_model import AgendaColumn, AgendaModel
from entente_ui.difficulties.sessions.layout import TallTable
from entente_ui.difficulties.sessions.words import budget_text, minutes_text
from entente_ui.kit import (
    FlowLayout,
    Menu,
    PlainLabel,
    QuietButton,
    headline,
    select_rows,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.registers.typed import read_typed

_WIDTHS: Final = {AgendaColumn.WHEN: 84, AgendaColumn.MINUTES: 78, AgendaColumn.DONE: 56}


class AgendaTable(TallTable):
    """The items; Alt and an arrow move what is selected, Delete takes it away."""

    def __init__(self, agenda: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(agenda, _("Agenda"), _WIDTHS, AgendaColumn.TEXT, parent)
        self.agenda = agenda
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )

    def move_by(self, step: int) -> None:
        """Move what is selected one place up or down."""
        keys = self.keys
        if not keys or self.agenda.move is None:
            return
        rows = [self.agenda.row_of(key) for key in keys]
        place = rows[0] - 1 if step < 0 else rows[-1] + 2
        if rows[0] + step >= 0 and rows[-1] + step < self.agenda.rowCount():
            column = self.currentIndex().column()
            self.agenda.move(keys, place)
            select_rows(self, [self.agenda.row_of(key) for key in keys])
            current = self.agenda.index(self.agenda.row_of(keys[0]), max(0, column))
            flags = self.selectionModel().SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(current, flags)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if alt and step:
            self.move_by(step)
        else:
            super().keyPressEvent(event)


class AgendaPart(QWidget):
    """The agenda with what is added to it, and how it fills the session.

    Attributes:
        table: The items.
        sum: How long they take, against the time set.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session = ""
        self._agenda = AgendaModel(self)
        self.table = AgendaTable(self._agenda, self)
        self.sum = PlainLabel("", "muted", self, wrap=True)
        self._hint = PlainLabel(
            _("No item yet: begin with a proposed agenda, or add items one by one."),
            "muted",
            self,
            wrap=True,
        )
        self._add = QuietButton(_("Add an item"), self.add, self, icon_name="plus")
        self._propose = QuietButton(
            _("Propose an agenda"), self.offer_proposals, self, icon_name="list"
        )
        head = spaced(FlowLayout(), 0, 8)
        head.addWidget(headline(_("Agenda"), self))
        head.addWidget(self._propose)
        head.addWidget(self._add)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(head)
        layout.addWidget(self._hint)
        layout.addWidget(self.table)
        layout.addWidget(self.sum)

    def show_agenda(
        self, session: Mapping[str, Any], items: Sequence[Mapping[str, Any]], *, read_only: bool
    ) -> None:
        """Show the agenda of a session."""
        self._session = session["id"]
        self._agenda.edit = None if read_only else self._edit
        self._agenda.move = None if read_only else self._move
        self._agenda.show_items(items, read_time(session["starts_at"]))
        self.table.fit()
        found = budget([item["minutes"] for item in items], session["minutes"])
        self.sum.setText(budget_text(found))
        self.sum.set_variant("error" if found.over else "muted")
        for widget, is_shown in (
            (self.table, bool(items)),
            (self.sum, bool(items)),
            (self._hint, not items),
            (self._add, not read_only),
            (self._propose, not read_only),
        ):
            widget.setVisible(is_shown)

    @Slot()
    def add(self) -> None:
        """Add an item and begin to write over its first words."""
        key, problem = deeds.add_item(self._context.document, self._session, _("New item"))
        if not self._context.taken(problem):
            return
        index = self._agenda.index(self._agenda.row_of(key), AgendaColumn.TEXT)
        self.table.setCurrentIndex(index)
        self.table.setFocus()
        self.table.edit(index)

    def offer_proposals(self) -> None:
        """Open the menu of agendas to begin with."""
        menu = Menu("", self)
        for each in agendas.proposals():
            words = f"{each.title} · {minutes_text(each.minutes)}"
            action = menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(partial(self._take, each.name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._propose.mapToGlobal(self._propose.rect().bottomLeft()))

    def remove_selected(self) -> None:
        """Take the items selected away."""
        if self._agenda.edit is not None:
            self._context.taken(deeds.remove(self._context.document, AGENDA_ITEM, self.table.keys))

    def focus_on(self, item: str) -> None:
        """Select an item and bring it into view."""
        row = self._agenda.row_of(item)
        if row >= 0:
            self.table.selectRow(row)
            self.table.setFocus()

    def _take(self, name: str, _on: bool = False) -> None:
        self._context.taken(deeds.propose(self._context.document, self._session, name))

    def _edit(self, key: str, name: str, typed: object) -> bool:
        try:
            value = read_typed(AGENDA_ITEM.field(name), _without_unit(name, typed), {})
        except InvalidValueError as error:
            self._context.taken(sentence(error))
            return False
        problem = deeds.change_item(self._context.document, key, {name: value})
        self._context.taken(problem)
        return not problem

    def _move(self, keys: Sequence[str], place: int) -> None:
        self._context.taken(deeds.move_items(self._context.document, self._session, keys, place))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.remove_selected()
        else:
            super().keyPressEvent(event)


def _without_unit(name: str, typed: object) -> object:
    """Return what was typed without the unit that stands in the cell."""
    if name != "minutes" or not isinstance(typed, str):
        return typed
    return typed.strip().removesuffix("minutes").removesuffix("mn").removesuffix("min").strip()
