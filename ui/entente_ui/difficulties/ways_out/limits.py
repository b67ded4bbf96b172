"""The amount each party will not go beyond: typed here, and kept from everybody."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.party import PARTY
from entente.domain.records import Field
from entente.i18n import _
from entente_ui.difficulties.ways_out.money import commit_money
from entente_ui.kit import ElidedLabel, Menu, PlainLabel, QuietButton, Section, spaced
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox
from entente_ui.registers.children import keep_in_step
from entente_ui.registers.writing import Place

_LIMIT: Final = "limit"
_SIDE: Final = "side"


class LimitLine(QWidget):
    """The limit of one party."""

    def __init__(self, context: Context, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = key
        self._name = ElidedLabel("", "strong", self)
        self.boxes = {
            name: FieldBox(PARTY.field(name), self._level(name), self) for name in (_LIMIT, _SIDE)
        }
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addWidget(self._name)
        line = spaced(QHBoxLayout(), 0, 12)
        for name, box in self.boxes.items():
            line.addWidget(box, 1, Qt.AlignmentFlag.AlignBottom)
            box.committed.connect(partial(self._commit, name))
        layout.addLayout(line)

    @staticmethod
    def _level(name: str) -> Field | None:
        return PARTY.field("limit_level") if name == _LIMIT else None

    def show_row(self, row: Mapping[str, Any], name: str) -> None:
        """Show the limit of a party; what is being typed stays."""
        self._name.setText(name)
        for field, box in self.boxes.items():
            box.show_value(row[field], row["limit_level"])

    def _commit(self, name: str, field: Field, typed: object) -> None:
        commit_money(self._context, Place(PARTY, self._key, {}), self.boxes[name], field, typed)


class Limits(Section):
    """The limits there are, and a button for those there are not."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Limits, for the mediator alone"), parent, expanded=False)
        self._context = context
        self._lines: dict[str, LimitLine] = {}
        self._asked: set[str] = set()
        self._rows: Sequence[Mapping[str, Any]] = ()
        self._names: Mapping[str, str] = {}
        words = _("The most a party pays, the least it accepts. They draw the zone, and stay here.")
        self.body.addWidget(PlainLabel(words, "small", self, wrap=True))
        self._list = spaced(QVBoxLayout(), 0, 12)
        self.body.addLayout(self._list)
        self._add = QuietButton(_("Add a limit"), self._offer, self, icon_name="plus")
        self.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.folded.connect(self._on_folded)

    @property
    def lines(self) -> Mapping[str, LimitLine]:
        """The lines by the key of their party."""
        return self._lines

    def show_parties(
        self, rows: Sequence[Mapping[str, Any]], names: Mapping[str, str], *, read_only: bool
    ) -> None:
        """Show the parties that have a limit, and those that were asked for."""
        self._rows, self._names = rows, names
        self.setVisible(bool(rows) and not read_only)
        if not self.expanded and not self._lines:
            return  # with many parties, their fields are many: made once somebody looks
        mine = [
            row for row in rows if row[_LIMIT] is not None or row[_SIDE] or row["id"] in self._asked
        ]
        keep_in_step(self._lines, mine, self._make, self._list)
        for row in mine:
            self._lines[row["id"]].show_row(row, names.get(row["actor_id"], ""))
        self._add.setVisible(len(mine) < len(rows))

    def _on_folded(self, is_hidden: bool) -> None:
        if not is_hidden:
            self.show_parties(self._rows, self._names, read_only=False)

    def ask(self, key: str) -> None:
        """Show an empty line for a party and put the cursor there."""
        self._asked.add(key)
        self.set_expanded(True)
        self.show_parties(self._rows, self._names, read_only=False)
        self._lines[key].boxes[_LIMIT].input.setFocus()

    def _make(self, key: str) -> LimitLine:
        return LimitLine(self._context, key, self)

    def _offer(self) -> None:
        menu = Menu("", self)
        for row in self._rows:
            if row["id"] not in self._lines:
                name = self._names.get(row["actor_id"], "").replace("&", "&&")
                menu.addAction(name).triggered.connect(partial(self._ask_for, row["id"]))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _ask_for(self, key: str, _on: bool = False) -> None:
        self.ask(key)
