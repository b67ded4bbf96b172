"""Which groups have an ambassador, whom they reach, and who is not reached."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.actor import ACTOR
from entente.i18n import _
from entente_ui.change.spreading import words
from entente_ui.change.spreading.reading import Read
from entente_ui.formats import number
from entente_ui.kit import Card, FlowLayout, LinkButton, PlainLabel, spaced

#: So many of those nobody reaches are named.
_NAMED: Final = 30


class ReachCard(Card):
    """Coverage and reach, in words.

    Attributes:
        coverage, reach: The figures.
        without: Which groups have none.
        groups: Each group with who covers it.
        missed: Links to those who are not reached.
    """

    def __init__(self, opened: Callable[[str, str], object], parent: QWidget | None = None) -> None:
        """Make a card.

        Args:
            opened: Goes to a record, given the name of its kind and its key.
            parent: Its widget.
        """
        super().__init__("", parent)
        self._opened = opened
        self.coverage = PlainLabel("", "strong", self, wrap=True)
        self.without = PlainLabel("", "body", self, wrap=True)
        self.groups = PlainLabel("", "muted", self, wrap=True)
        self.reach = PlainLabel("", "strong", self, wrap=True)
        self._how = PlainLabel(
            _(
                "Counted: who has a relation that is not bad with an ambassador who is active, "
                "or with somebody who has one; and whoever was noted as reached."
            ),
            "small",
            self,
            wrap=True,
        )
        self._title = PlainLabel(_("Not reached"), "muted", self)
        self._line = QWidget(self)
        self._flow = spaced(FlowLayout(self._line), 0, 8)
        self.missed: list[LinkButton] = []
        self._more = PlainLabel("", "small", self)
        self.body.addWidget(PlainLabel(_("Coverage and reach"), "section", self))
        column = spaced(QVBoxLayout(), 0, 6)
        for part in (self.coverage, self.without, self.groups, self.reach, self._how):
            column.addWidget(part)
        for below in (self._title, self._line, self._more):
            column.addWidget(below)
        self.body.addLayout(column)

    def show_reach(self, seen: Read, *, read_only: bool) -> None:
        """Show how far the ambassadors carry.

        While others look, only which groups are covered: most relations are not for them, and
        a reach counted without those would say of people what is not so.
        """
        found = seen.found
        names = {each.id: each.name for each in found.ambassadors}
        self.coverage.setText(words.coverage_words(found))
        self.without.setText(words.without_words(found))
        self.without.setVisible(bool(self.without.text()))
        self.groups.setText("\n".join(words.group_words(each, names) for each in found.groups))
        self.groups.setVisible(bool(found.groups))
        self.reach.setText(words.reach_words(found))
        self.reach.setVisible(bool(self.reach.text()) and not read_only)
        self._how.setVisible(not read_only)
        missed = seen.missed if found.active and not read_only else []
        self._title.setVisible(bool(missed))
        self._line.setVisible(bool(missed))
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.missed = []
        for key, name in missed[:_NAMED]:
            link = LinkButton(name, partial(self._opened, ACTOR.name, key), self._line)
            self.missed.append(link)
            self._flow.addWidget(link)
        rest = len(missed) - _NAMED
        self._more.setText(_("… and {count} more").format(count=number(rest)))
        self._more.setVisible(rest > 0)
