"""Gaps between what users need and what is done: noted, and turned into cards."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change.impact import GAP_MAX, PRACTICE_GAP
from entente.i18n import _
from entente.services.impact import Gap
from entente_ui.change.impacts.deeds import Deeds
from entente_ui.formats import number
from entente_ui.kit import (
    Card,
    LinkButton,
    OneLine,
    PlainLabel,
    SecondaryButton,
    spaced,
    tooltip,
)

#: So many gaps are shown; all of them stand among the lists.
_SHOWN: Final = 40


class GapsCard(Card):
    """One line a gap; a new one is typed below.

    Attributes:
        new: Where it is typed.
        buttons: Make a card of a gap, by its key.
    """

    def __init__(
        self,
        deeds: Deeds,
        group: Callable[[], str],
        opened: Callable[[str, str], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make the card.

        Args:
            deeds: Writes.
            group: Gives the key of the group that a new gap belongs to.
            opened: Goes to a record, given the name of its kind and its key.
            parent: Its widget.
        """
        super().__init__("", parent)
        self.body.addWidget(PlainLabel(_(PRACTICE_GAP.plural), "section", self, wrap=True))
        self._deeds, self._group, self._opened = deeds, group, opened
        self.buttons: dict[str, QWidget] = {}
        self.new = OneLine(self)
        self.new.setPlaceholderText(_("What do users need that is done otherwise today?"))
        self.new.setAccessibleName(_("A new gap"))
        self.new.returnPressed.connect(self._add)
        self._rows = QWidget(self)
        self._more = PlainLabel("", "small", self, wrap=True)
        self._grid = spaced(QGridLayout(self._rows), 0, 6)
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(self._rows)
        self.body.addWidget(self._more)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self.new, 1)
        self.body.addLayout(line)

    def show_gaps(self, gaps: Sequence[Gap], *, read_only: bool) -> None:
        """Show other gaps, the widest first."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons.clear()
        widest = sorted(gaps, key=lambda gap: -1 if gap.gap is None else gap.gap, reverse=True)
        for row, gap in enumerate(widest[:_SHOWN]):
            self._show_gap(row, gap, read_only=read_only)
        rest = len(gaps) - _SHOWN
        self._more.setText(_("… and {count} more among the lists").format(count=number(rest)))
        self._more.setVisible(rest > 0)
        self.new.setVisible(not read_only)

    def _show_gap(self, row: int, gap: Gap, *, read_only: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        wide = "–" if gap.gap is None else f"{number(gap.gap)} / {number(GAP_MAX)}"
        mark = PlainLabel(wide, "strong", self._rows)
        tooltip(mark, _(PRACTICE_GAP.field("gap").help))
        told = " · ".join(filter(None, (gap.practice, gap.group, gap.owner)))
        words = QWidget(self._rows)
        column = spaced(QGridLayout(words), 0, 0)
        column.addWidget(PlainLabel(f"{gap.ref} {gap.need}", "body", words, wrap=True), 0, 0)
        if told:
            column.addWidget(PlainLabel(told, "small", words, wrap=True), 1, 0)
        self._grid.addWidget(mark, row, 0, top)
        self._grid.addWidget(words, row, 1)
        if gap.item:
            text = _("Card {ref}").format(ref=gap.item_ref)
            link = LinkButton(text, partial(self._opened, BACKLOG_ITEM.name, gap.item), self._rows)
            self._grid.addWidget(link, row, 2, top)
        elif not read_only:
            make = partial(self._deeds.gap_to_card, gap)
            button = SecondaryButton(_("Make a card"), make, self._rows)
            self.buttons[gap.id] = button
            self._grid.addWidget(button, row, 2, top)

    def _add(self) -> None:
        need = self.new.text().strip()
        if need and self._deeds.add_gap(need, self._group()):
            self.new.clear()
