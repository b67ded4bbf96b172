"""Who sees it furthest apart, and the meetings proposed to them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from entente.domain.aim_figures import Pair
from entente.domain.backlog import BACKLOG_ITEM
from entente.i18n import _
from entente.services.alignment import Matrix
from entente.services.alignment_words import pair_words
from entente_ui.formats import number
from entente_ui.kit import Card, LinkButton, PlainLabel, SecondaryButton, spaced

#: So many pairs are shown.
SHOWN: Final = 12


class PairsCard(Card):
    """One line a pair, the furthest apart first; gone where nobody is far from anybody.

    Attributes:
        buttons: Propose a meeting, by the keys of a pair that has none yet.
        links: Lead to the meeting that is proposed, likewise.
    """

    def __init__(
        self,
        propose: Callable[[Pair], object],
        opened: Callable[[str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make the card.

        Args:
            propose: Proposes a meeting of two.
            opened: Goes to a record, given the name of its kind and its key.
            parent: Its widget.
        """
        super().__init__("", parent)
        self._propose, self._opened = propose, opened
        self.buttons: dict[tuple[str, str], SecondaryButton] = {}
        self.links: dict[tuple[str, str], LinkButton] = {}
        self.body.addWidget(PlainLabel(_("Furthest apart"), "section", self, wrap=True))
        hint = _("Each of these counts among the meetings to bring about.")
        self._hint = PlainLabel(hint, "muted", self, wrap=True)
        self.body.addWidget(self._hint)
        self._rows = QWidget(self)
        self._grid = spaced(QGridLayout(self._rows), 0, 8)
        self._grid.setColumnStretch(0, 1)
        self._more = PlainLabel("", "small", self, wrap=True)
        self.body.addWidget(self._rows)
        self.body.addWidget(self._more)

    def show_pairs(
        self, matrix: Matrix, cards: Mapping[tuple[str, str], str], *, read_only: bool
    ) -> None:
        """Show other pairs.

        Args:
            matrix: Whose pairs.
            cards: The card that proposes a meeting, by the keys of those pairs that have one.
            read_only: Whether nothing may be proposed.
        """
        self.setVisible(bool(matrix.pairs))
        self._hint.setVisible(not read_only)
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons, self.links = {}, {}
        for row, pair in enumerate(matrix.pairs[:SHOWN]):
            self._show_pair(row, matrix, pair, cards.get((pair.one, pair.other), ""), read_only)
        rest = len(matrix.pairs) - SHOWN
        self._more.setText(_("… and {count} more").format(count=number(rest)))
        self._more.setVisible(rest > 0)

    def _show_pair(
        self,
        row: int,
        matrix: Matrix,
        pair: Pair,
        card: str,
        read_only: bool,
    ) -> None:
        names = {person.id: person.name for person in matrix.people}
        words = QWidget(self._rows)
        column = spaced(QGridLayout(words), 0, 0)
        both = _("{first} and {second}").format(first=names[pair.one], second=names[pair.other])
        column.addWidget(PlainLabel(both, "strong", words, wrap=True), 0, 0)
        column.addWidget(PlainLabel(pair_words(matrix, pair), "small", words, wrap=True), 1, 0)
        self._grid.addWidget(words, row, 0)
        if read_only:
            return
        top, keys = Qt.AlignmentFlag.AlignTop, (pair.one, pair.other)
        if card:
            go = partial(self._opened, BACKLOG_ITEM.name, card)
            self.links[keys] = LinkButton(_("Meeting in the backlog"), go, self._rows)
            self._grid.addWidget(self.links[keys], row, 1, top)
            return
        propose = partial(self._propose, pair)
        button = SecondaryButton(_("Propose a meeting"), propose, self._rows, icon_name="plus")
        self.buttons[keys] = button
        self._grid.addWidget(button, row, 1, top)
