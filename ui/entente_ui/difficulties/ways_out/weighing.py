"""The matrix with what belongs to it: buttons, the sentence of a cell, the cards behind it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from entente.domain.option import INTEREST, OPTION
from entente.domain.records import RecordType
from entente.i18n import _
from entente.services import ways_out
from entente.services.ways_out import Candidate, Matrix
from entente_ui.difficulties.part import PartCard
from entente_ui.difficulties.ways_out.finds import Finds
from entente_ui.difficulties.ways_out.matrix_model import Cell, MatrixModel
from entente_ui.difficulties.ways_out.matrix_table import MatrixTable
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    Menu,
    PlainLabel,
    SecondaryButton,
    ask_beside,
    sized,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.registers import work
from entente_ui.registers.writing import LabelsByKind

_KINDS: Final = {kind.name: kind for kind in (OPTION, INTEREST)}
#: What stands below the text on the card of each kind.
_SMALL: Final = {OPTION.name: ("status", "actor_id"), INTEREST.name: ("actor_id",)}
#: Parties offered by name when an interest is added; more of them are typed on its card.
_MOST_NAMES = 40


class Weighing(QWidget):
    """Options × interests.

    Attributes:
        table: The matrix.
        cards: The option and the interest of the current cell, where there are any.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._difficulty = ""
        self._read_only = False
        self._names: Mapping[str, str] = {}
        self._labels: LabelsByKind = {}
        self._rows: dict[str, Mapping[str, Any]] = {}
        self.cards: dict[str, PartCard] = {}
        self._shown: dict[str, str] = {}
        self.table = MatrixTable(MatrixModel(self._write, self), self)
        self.finds = Finds(self)
        self.add_option_button = SecondaryButton(
            _("Add an option"), self.add_option, self, icon_name="plus"
        )
        self.add_interest_button = SecondaryButton(
            _("Add an interest"), self.add_interest, self, icon_name="plus"
        )
        self._line = PlainLabel("", "body", self, wrap=True)
        self._legend = PlainLabel(
            _("0 not met · 1 a little · 2 largely · 3 fully. A blank is not a zero."),
            "small",
            self,
            wrap=True,
        )
        self._empty = EmptyState(
            "difficulties",
            _("No option has been noted yet: ask each party what could help."),
            _("Add an option"),
            self.add_option,
            self,
        )
        self._places = {kind: spaced(QVBoxLayout(), 0, 0) for kind in _KINDS}
        for layout in self._places.values():
            layout.addStretch(1)
        self._build()
        self.table.described.connect(self._line.setText)
        self.table.option_chosen.connect(partial(self._choose, OPTION.name))
        self.table.interest_chosen.connect(partial(self._choose, INTEREST.name))
        self.table.edit_asked.connect(self.edit_option)
        self.finds.taken.connect(self._take)

    def _build(self) -> None:
        head = spaced(FlowLayout(), 0, 8)
        title = PlainLabel(_("Options and interests"), "section", self)
        sized(title, height=34)
        head.addWidget(title)
        head.addWidget(self.add_option_button)
        head.addWidget(self.add_interest_button)
        below = spaced(QGridLayout(), 0, 12)
        for place, layout in enumerate(self._places.values()):
            below.addLayout(layout, 0, place)
            below.setColumnStretch(place, 1)
        column = spaced(QVBoxLayout(self), 0, 8)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(self.table)
        column.addWidget(self._legend)
        column.addWidget(self._line)
        column.addLayout(below)
        column.addWidget(self.finds)

    def show_matrix(
        self,
        difficulty: str,
        matrix: Matrix,
        rows: Mapping[str, Sequence[Mapping[str, Any]]],
        labels: LabelsByKind,
        found: Sequence[Candidate],
        *,
        read_only: bool,
    ) -> None:
        """Show the matrix of a difficulty and the records behind it."""
        self._difficulty, self._read_only = difficulty, read_only
        self._names, self._labels = matrix.parties, labels
        self._rows = {row["id"]: row for each in rows.values() for row in each}
        self.table.matrix.show_matrix(matrix, can_edit=not read_only)
        has_grid = bool(matrix.options and matrix.interests)
        has_any = bool(matrix.options)
        self._empty.setVisible(not has_any and not read_only)
        self.table.setVisible(has_grid)
        self._legend.setVisible(has_grid)
        self._line.setVisible(has_any)
        self.add_option_button.setVisible(not read_only)
        self.add_interest_button.setVisible(not read_only)
        self.finds.show_found(() if read_only else found, dict(matrix.parties))
        self._refresh_cards()
        if not self.table.currentIndex().isValid():
            self._settle(has_grid=has_grid)

    def _settle(self, *, has_grid: bool) -> None:
        """Begin at the first cell; without a grid, show the options one by one all the same."""
        if has_grid:
            self.table.go_to()
            return
        for kind in _KINDS:
            keys = [key for key, row in self._rows.items() if _is(kind, row)]
            self._choose(kind, keys[0] if keys else "")
        words = _("Add an interest to weigh the options.")
        self._line.setText("" if self._read_only else words)

    def _write(self, values: Mapping[Cell, int | None]) -> bool:
        label = _("Score an option")
        return self._context.document.run(label, partial(ways_out.score, values=values))

    @Slot(str)
    def _choose(self, kind: str, key: str) -> None:
        card = self.cards.get(kind)
        if card is not None and self._shown[kind] == key:
            return
        if card is not None:
            card.end()
            self._places[kind].removeWidget(card)
            card.hide()
            card.deleteLater()
            del self.cards[kind]
        if key in self._rows:
            made = PartCard(self._context, _KINDS[kind], key, _SMALL[kind], self)
            made.show_row(self._rows[key], self._labels, read_only=self._read_only)
            self._places[kind].insertWidget(0, made)
            self.cards[kind], self._shown[kind] = made, key

    def _refresh_cards(self) -> None:
        for kind, card in list(self.cards.items()):
            key = self._shown[kind]
            if key in self._rows:
                card.show_row(self._rows[key], self._labels, read_only=self._read_only)
            else:
                self._choose(kind, "")

    def edit_option(self) -> None:
        """Edit the option of the current row."""
        card = self.cards.get(OPTION.name)
        if card is not None:
            card.begin()

    def focus_on(self, kind: str, key: str) -> bool:
        """Go to an option or an interest and edit it; say whether it is here."""
        row = self._rows.get(key)
        if row is None or kind not in _KINDS or not _is(kind, row):
            return False
        found = self.table.go_to(key, "") if kind == OPTION.name else self.table.go_to("", key)
        if not found:
            self._choose(kind, key)
        self.cards[kind].begin()
        return True

    def add_option(self) -> None:
        """Ask for the words of an option and add it."""
        button = self.add_option_button
        ask_beside(
            button,
            button.rect(),
            _("What could help?"),
            partial(self._create, OPTION, {}),
            placeholder=_("An option, in a few words"),
        )

    def add_interest(self) -> None:
        """Ask whose interest it is, then for its words."""
        menu = Menu("", self)
        names = {key: name for key, name in list(self._names.items())[:_MOST_NAMES] if key}
        for key, name in names.items():
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._ask_interest, key))
        if names:
            menu.addSeparator()
        menu.addAction(_("Shared by all")).triggered.connect(partial(self._ask_interest, ""))
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.add_interest_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _ask_interest(self, actor: str, _on: bool = False) -> None:
        button = self.add_interest_button
        ask_beside(
            button,
            button.rect(),
            _("Why does it matter?"),
            partial(self._create, INTEREST, {"actor_id": actor or None}),
            placeholder=_("An interest, in a few words"),
        )

    def _create(self, kind: RecordType, given: Mapping[str, Any], text: str) -> None:
        values = {"difficulty_id": self._difficulty, "text": text, **given}
        key, problem = work.create(self._context.document, kind, values)
        if not self._context.taken(problem):
            return
        if kind is OPTION:
            self.table.go_to(key, "")
            self.table.setFocus()
        else:
            self.table.go_to("", key)
            self.table.setFocus()

    @Slot(object)
    def _take(self, found: Sequence[Candidate]) -> None:
        key = self._difficulty
        self._context.document.run(
            _("Take over interests"), lambda s: ways_out.take_over(s, key, found)
        )


def _is(kind: str, row: Mapping[str, Any]) -> bool:
    """Whether a row is an option rather than an interest, or the reverse."""
    return ("status" in row) is (kind == OPTION.name)
