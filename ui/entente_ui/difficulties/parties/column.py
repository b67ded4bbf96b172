"""One party: what it says, needs and could do, down a column of the board."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.party import PARTY
from entente.domain.records import Field
from entente.i18n import N_, _
from entente.services.records import Rating
from entente_ui.difficulties.parties.mode import ModeCell
from entente_ui.kit import ElidedLabel, IconButton, PlainLabel, spaced, tooltip
from entente_ui.pane import Context
from entente_ui.registers.box import FieldBox
from entente_ui.registers.inputs import LongInput
from entente_ui.registers.writing import Place, commit

#: Headings and fields from top to bottom. A heading is the name of the question it answers.
SECTIONS: Final = (
    ("", "", ("speaks_for",)),
    ("what", N_("What? What happened"), ("account", "position")),
    ("why", N_("Why? What matters"), ("interests", "needs", "fears")),
    ("without", N_("If there is no agreement"), ("mesore", "watna", "authority", "limit")),
    ("pivot", N_("Recognition"), ("recognition", "recognised_on")),
    ("mode", N_("Observed way of dealing"), ("mode",)),
)
_SIDE: Final = "side"
_LIMIT: Final = "limit"
_MODE: Final = "mode"


@dataclass(frozen=True, slots=True)
class PartySeen:
    """A party as the viewer sees it.

    Attributes:
        row: Its fields.
        name: Of its actor.
        modes: What was observed of it, by rising date.
    """

    row: Mapping[str, Any]
    name: str
    modes: Sequence[Rating]

    @property
    def key(self) -> str:
        """Its key."""
        return str(self.row["id"])


class PartyHead(QWidget):
    """The name of a party, which stays in sight while the column scrolls.

    Signals:
        opened: Emitted with the key of its actor.
        removed: Emitted with the key of the party.
    """

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor = self._party = ""
        self._name = ElidedLabel("", "section", self)
        self._open = IconButton(
            "external-link", _("Go to this actor"), lambda: self.opened.emit(self._actor), self
        )
        self._remove = IconButton(
            "trash", _("Remove this party"), lambda: self.removed.emit(self._party), self
        )
        line = spaced(QHBoxLayout(self), 0, 4)
        line.addWidget(self._name, 1)
        line.addWidget(self._open)
        line.addWidget(self._remove)

    def show_party(self, seen: PartySeen, *, read_only: bool) -> None:
        """Show whose column it is."""
        self._actor, self._party = seen.row["actor_id"], seen.key
        self._name.setText(seen.name)
        self._remove.setVisible(not read_only)


class PartyColumn(QObject):
    """The fields of one party; the board says where each stands.

    Attributes:
        cells: What stands in each row of the board, from the top.
        boxes: The fields by their names.
    """

    def __init__(self, context: Context, key: str, ground: QWidget) -> None:
        super().__init__(ground)
        self._context = context
        self._key = key
        self.boxes: dict[str, FieldBox] = {}
        self.mode = ModeCell(context, key, ground)
        self.headings: dict[str, PlainLabel] = {}
        self.cells: list[QWidget] = []
        for name, heading, fields in SECTIONS:
            if heading:
                self.headings[name] = PlainLabel(_(heading), "small-strong", ground)
                self.cells.append(self.headings[name])
            self.cells.extend(self._cell(PARTY.field(field), ground) for field in fields)
        tooltip(self.headings["mode"], _(PARTY.field(_MODE).help))

    def _cell(self, field: Field, ground: QWidget) -> QWidget:
        if field.name == _MODE:
            return self.mode
        if field.name != _LIMIT:
            return self._box(field, ground)
        pair = QWidget(ground)
        # Below each other: side by side, the level of the limit would leave its name no room.
        both = spaced(QVBoxLayout(pair), 0, 8)
        both.addWidget(self._box(field, pair))
        both.addWidget(self._box(PARTY.field(_SIDE), pair, with_level=False))
        return pair

    def _box(self, field: Field, parent: QWidget, *, with_level: bool = True) -> FieldBox:
        # The day of the recognition has the level of the recognition itself, shown there.
        has_level = with_level and field.level_field and field.name != "recognised_on"
        box = FieldBox(field, PARTY.field(field.level_field) if has_level else None, parent)
        if isinstance(box.input, LongInput):
            box.input.set_least_lines(1)
        box.committed.connect(partial(self._commit, box))
        self.boxes[field.name] = box
        return box

    def show_party(self, seen: PartySeen, *, read_only: bool) -> None:
        """Show the party as it is now; what is being typed stays."""
        for name, box in self.boxes.items():
            level = PARTY.field(name).level_field
            value = seen.row[name]
            box.show_value(value, seen.row[level] if level else None)
            box.set_read_only(read_only)
            # A projected screen does not even tell that there is something to keep.
            box.setVisible(not read_only or value not in (None, ""))
        self.mode.show_modes(seen.row[_MODE], seen.modes, read_only=read_only)

    def clear(self) -> None:
        """Take the fields away."""
        for cell in self.cells:
            cell.hide()
            cell.deleteLater()
        self.deleteLater()

    def _commit(self, box: FieldBox, field: Field, typed: object) -> None:
        commit(self._context, Place(PARTY, self._key, {}), box, field, typed)
