"""The notes, options or steps of a difficulty, in a list with a button to add one."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.records import RecordType
from entente.i18n import _
from entente_ui.difficulties.heads import head
from entente_ui.difficulties.part import PartCard
from entente_ui.formats import labelled
from entente_ui.kit import PlainLabel, QuietButton, spaced
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.children import keep_in_step
from entente_ui.registers.writing import LabelsByKind

_OWNER = "difficulty_id"
_NOTED_ON = "noted_on"


class Parts(QWidget):
    """The parts of one kind of one difficulty, with a line to add another."""

    def __init__(
        self,
        context: Context,
        record_type: RecordType,
        title: str,
        small: Sequence[str],
        given: Mapping[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        """Make a list.

        Args:
            context: What the shell gives.
            record_type: The kind of part.
            title: Heading, in the user's language.
            small: Names of the fields on the second line of a card.
            given: What every part of this list has in common, beside its difficulty.
            parent: Its widget.
        """
        super().__init__(parent)
        self._context = context
        self._record_type = record_type
        self._small = small
        self._given = given
        self._difficulty = ""
        self._cards: dict[str, PartCard] = {}
        self._empty = PlainLabel(_("Nothing yet."), "small", self)
        self._add = QuietButton(_("Add"), self.add, self, icon_name="plus")
        self._add.setAccessibleName(labelled(title, _("Add")))
        self._list = spaced(QVBoxLayout(), 0, 8)
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(head(title, self._add))
        layout.addWidget(self._empty)
        layout.addLayout(self._list)
        layout.addStretch(1)

    def show_rows(
        self,
        difficulty: str,
        rows: Sequence[Mapping[str, Any]],
        labels: LabelsByKind,
        *,
        read_only: bool,
    ) -> None:
        """Show the parts of a difficulty; those already there keep what is being typed."""
        self._difficulty = difficulty
        mine = [
            row
            for row in rows
            if row[_OWNER] == difficulty
            and all(row[name] == value for name, value in self._given.items())
        ]
        keep_in_step(self._cards, mine, self._make_card, self._list)
        for row in mine:
            self._cards[row["id"]].show_row(row, labels, read_only=read_only)
        # To those who look on, what is private is not even missing.
        is_shown = not self._context.document.is_presenting
        self._empty.setText(_("Nothing yet.") if is_shown else _("Nothing here is public."))
        self._empty.setVisible(not mine)
        self._add.setVisible(not read_only)

    def _make_card(self, key: str) -> PartCard:
        return PartCard(self._context, self._record_type, key, self._small, self)

    def add(self) -> None:
        """Add a part with a first text to write over, and go there."""
        values = {
            _OWNER: self._difficulty,
            "text": _(self._record_type.label),
            **self._given,
        }
        document = self._context.document
        if _NOTED_ON in (field.name for field in self._record_type.fields):
            values[_NOTED_ON] = document.read(lambda s: s.today)
        key, problem = work.create(document, self._record_type, values)
        if self._context.taken(problem) and key in self._cards:
            self._cards[key].begin_new()

    def card(self, key: str) -> PartCard | None:
        """Return the card of a part, None if it is not here."""
        return self._cards.get(key)

    def focus_on(self, key: str) -> None:
        """Put the cursor into the text of a part."""
        card = self._cards.get(key)
        if card is not None:
            card.begin()
