"""How far pairs of people have come, and how many more than on an earlier day."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from entente.domain.ladder import Rung, ladder
from entente.domain.relation import CONNECTION_LABELS
from entente.i18n import N_, _, ngettext
from entente.services.network import Situation
from entente_ui import formats
from entente_ui.actors.network.finding import Finding, emptied
from entente_ui.actors.network.funnel import Funnel
from entente_ui.actors.network.sentence import Sentence
from entente_ui.actors.network.words import MOST_LINES, Line
from entente_ui.kit import DateField, LinkButton, PlainLabel, sized, spaced

_METHOD: Final = N_(
    "Each relation may say how far two people have come, from 0 (unknown to each other) to 6 "
    "(lasting action), dated. A bar counts the pairs that have come at least as far; beside it, "
    "how many more or fewer than on the day compared with. A commitment one made to the other "
    "counts by itself: as 4 while it is under way, as 5 once it was kept, and not at all if it "
    "was not kept or was released; the higher of the two counts. Pairs of whom neither says it "
    "are not counted."
)


class LadderCard(Finding):
    """The funnel and the pairs on the step that is open.

    Signals:
        compared: Emitted when the user has chosen another day to compare with.
        relations_wanted: Emitted when nothing is noted yet and the user wants to begin.
    """

    compared = Signal()
    relations_wanted = Signal()

    def __init__(
        self,
        on_person: Callable[[str], object],
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Ladder of connection"), parent)
        self._on_person = on_person
        self._situation: Situation | None = None
        self._rungs: tuple[Rung, ...] = ()
        self.funnel = Funnel(self)
        self.since = DateField(_("Compared with"), today, self)
        self._pairs = spaced(QVBoxLayout(), 0, 4)
        self._caption = PlainLabel("", "small-strong", self)
        self._comparing = QWidget(self)
        self._begin = LinkButton(_("Open the relations"), self.relations_wanted.emit, self)
        self._build()

    def show_situation(self, situation: Situation, before: Situation | None) -> None:
        """Show another network, compared with how it was."""
        self._situation = situation
        self._rungs = ladder(situation.steps, before.steps if before else None)
        self.funnel.show_rungs(self._rungs)
        is_known = self._rungs[0].reached > 0
        for widget in (self.funnel, self._comparing, self._caption, self.method):
            widget.setVisible(is_known)
        self._begin.setVisible(not is_known)
        self.lead.setText(self._lead())
        self.explain([_(_METHOD)])
        self._show_pairs()

    def _build(self) -> None:
        row = spaced(QHBoxLayout(self._comparing), 0, 8)
        row.addWidget(PlainLabel(_("Compared with"), "small", self))
        row.addWidget(self.since)
        row.addStretch(1)
        sized(self.since, width=170)
        self.content.addWidget(self._comparing)
        self.content.addWidget(self.funnel)
        self.content.addWidget(self._caption)
        self.content.addLayout(self._pairs)
        self.content.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        self.funnel.opened.connect(lambda _step: self._show_pairs())
        self.since.value_changed.connect(lambda _day: self.compared.emit())

    def _lead(self) -> str:
        known = self._rungs[0].reached
        if not known:
            return _("Nobody has noted yet how far people have come with one another.")
        acting = self._rungs[5].reached
        said = ngettext(
            "{acting} of {count} pair has acted together.",
            "{acting} of {count} pairs have acted together.",
            known,
        )
        return said.format(acting=formats.number(acting), count=formats.number(known))

    def _show_pairs(self) -> None:
        emptied(self._pairs)
        if self._situation is None or not self._rungs[0].reached:
            return
        rung = self._rungs[self.funnel.step]
        words = ngettext(
            "{count} pair on the step “{step}”",
            "{count} pairs on the step “{step}”",
            len(rung.pairs),
        )
        name = _(CONNECTION_LABELS[rung.step])
        self._caption.setText(words.format(count=formats.number(len(rung.pairs)), step=name))
        people = self._situation.people
        for one, other in rung.pairs[:MOST_LINES]:
            line = Line("{one} – {other}", {"one": [people[one]], "other": [people[other]]})
            self._pairs.addWidget(Sentence(line, self._on_person, self))
        left = len(rung.pairs) - MOST_LINES
        if left > 0:
            more = _("and {count} more").format(count=formats.number(left))
            self._pairs.addWidget(PlainLabel(more, "muted", self))
