"""The parties side by side: what each asks for, why, and what it fears."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.party import PARTY, STATEMENTS
from entente.domain.records import Field
from entente.domain.text import sort_key
from entente.i18n import _
from entente_ui.difficulties.children import keep_in_step
from entente_ui.difficulties.writing import LabelsByKind, Place, commit
from entente_ui.kit import ElidedLabel, IconButton, Menu, Panel, PlainLabel, QuietButton, spaced
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.box import FieldBox
from entente_ui.registers.inputs import LongInput

_OWNER = "difficulty_id"


class PartyColumn(Panel):
    """One party.

    Signals:
        opened: Emitted with the key of its actor when the name is pressed.
    """

    opened = Signal(str)

    def __init__(self, context: Context, key: str, parent: QWidget | None = None) -> None:
        super().__init__("raised", "", parent)
        self._context = context
        self._key = key
        self._actor = ""
        self._name = ElidedLabel("", "section", self)
        self.boxes = {"speaks_for": self._box(PARTY.field("speaks_for"))}
        for name in STATEMENTS:
            field = PARTY.field(name)
            self.boxes[name] = self._box(field, PARTY.field(field.level_field))
        self._remove = IconButton("trash", _("Remove this party"), self._take_away, self)
        self._open = IconButton(
            "external-link", _("Go to this actor"), lambda: self.opened.emit(self._actor), self
        )
        head = spaced(QHBoxLayout(), 0, 4)
        head.addWidget(self._name, 1)
        head.addWidget(self._open)
        head.addWidget(self._remove)
        layout = spaced(QVBoxLayout(self), (12, 10, 12, 12), 8)
        layout.addLayout(head)
        for box in self.boxes.values():
            layout.addWidget(box)
        layout.addStretch(1)

    def _box(self, field: Field, level: Field | None = None) -> FieldBox:
        box = FieldBox(field, level, self)
        if isinstance(box.input, LongInput):
            box.input.set_least_lines(1)
        box.committed.connect(partial(self._commit, box))
        return box

    def show_row(self, row: Mapping[str, Any], labels: LabelsByKind, *, read_only: bool) -> None:
        """Show the party as it is now."""
        self._actor = row["actor_id"]
        self._name.setText(labels.get("actor", {}).get(self._actor, ""))
        for name, box in self.boxes.items():
            level = PARTY.field(name).level_field
            box.show_value(row[name], row[level] if level else None)
            box.set_read_only(read_only)
        self._remove.setVisible(not read_only)

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        commit(self._context, Place(PARTY, self._key, {}), box, field, typed)

    def _take_away(self) -> None:
        work.remove(self._context.document, PARTY, [self._key])


class Parties(QWidget):
    """All parties of one difficulty, and a way to add one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._difficulty = ""
        self._columns: dict[str, PartyColumn] = {}
        self._offered: Mapping[str, str] = {}
        self._empty = PlainLabel("", "muted", self, wrap=True)
        self._add = QuietButton(_("Add a party"), self.add, self, icon_name="plus")
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(PlainLabel(_("What each says, what each needs"), "section", self))
        head.addStretch(1)
        head.addWidget(self._add)
        self._row = spaced(QHBoxLayout(), 0, 12)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(head)
        layout.addWidget(self._empty)
        layout.addLayout(self._row)

    @property
    def columns(self) -> Sequence[PartyColumn]:
        """The parties shown."""
        return tuple(self._columns.values())

    def show_rows(
        self,
        difficulty: str,
        rows: Sequence[Mapping[str, Any]],
        labels: LabelsByKind,
        *,
        read_only: bool,
    ) -> None:
        """Show the parties of a difficulty."""
        self._difficulty = difficulty
        mine = [row for row in rows if row[_OWNER] == difficulty]
        keep_in_step(self._columns, mine, self._make_column, self._row)
        for row in mine:
            self._columns[row["id"]].show_row(row, labels, read_only=read_only)
        there = {row["actor_id"] for row in mine}
        actors = labels.get("actor", {})
        self._offered = {key: name for key, name in actors.items() if key not in there}
        self._empty.setText(
            _("Who is concerned? Add the first party, or drop an actor here.")
            if actors
            else _("Who is concerned? Note the actors first: parties are chosen among them.")
        )
        self._empty.setVisible(not mine)
        self._add.setVisible(not read_only)
        self._add.setEnabled(bool(self._offered))

    def _make_column(self, key: str) -> PartyColumn:
        column = PartyColumn(self._context, key, self)
        column.opened.connect(partial(self._context.reveal, "actor"))
        return column

    def add(self) -> None:
        """Let the user choose the actor who becomes a party."""
        if not self._offered:
            return
        menu = Menu(_("Add a party"), self)
        for key, name in sorted(self._offered.items(), key=lambda item: sort_key(item[1])):
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self.add_actors, [key]))
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def add_actors(self, keys: Sequence[str], _checked: bool = False) -> None:
        """Make actors parties of the difficulty."""
        for key in keys:
            if key in self._offered:
                values = {_OWNER: self._difficulty, "actor_id": key}
                _key, problem = work.create(self._context.document, PARTY, values)
                if problem:
                    self._context.toast(problem, False)
