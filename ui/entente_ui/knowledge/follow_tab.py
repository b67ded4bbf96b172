"""Decisions and commitments: their figures above, their register below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from entente.domain.follow_up import COMMITMENT, DECISION
from entente.i18n import _, ngettext
from entente.services import follow_up_figures
from entente_ui.formats import decimal, number, percent
from entente_ui.kit import PlainLabel, spaced
from entente_ui.pane import Context
from entente_ui.registers.register_view import CountLink, RegisterView


class _FollowTab(RegisterView):
    """A register with what its records come to.

    Attributes:
        figures: The sentence above it.
        late: Selects those whose day has passed.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.figures = PlainLabel("", "body", self)
        self.late = CountLink(self.select, self)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self.figures)
        line.addWidget(self.late)
        line.addStretch(1)
        self.column.addLayout(line)

    def show_figures(self, words: Sequence[str], late: Sequence[str]) -> None:
        """Show what the records come to, and which of them are late."""
        said = " · ".join(filter(None, words))
        self.figures.setText(said)
        self.figures.setVisible(bool(said))
        self.late.show_overdue(late)


class DecisionsTab(_FollowTab):
    """What was decided, and whether it was carried out."""

    name = "decisions"
    kind = DECISION
    prints = "decisions"
    tables = frozenset({DECISION.name})

    @override
    def refresh(self) -> None:
        viewer = self.context.document.viewer
        found = self.context.document.read(
            lambda s: follow_up_figures.of_decisions(s, audience=viewer)
        )
        rate = (
            _("{executed} of {due} due decisions carried out ({rate})").format(
                executed=number(found.executed),
                due=number(found.due),
                rate=percent(found.rate or 0.0),
            ),
            _("mean delay {days} days").format(days=decimal(found.mean_delay_days or 0.0)),
        )
        self.show_figures(rate if found.due else (), [each.key for each in found.overdue])


class CommitmentsTab(_FollowTab):
    """What was promised, and whether it was kept."""

    name = "commitments"
    kind = COMMITMENT
    tables = frozenset({COMMITMENT.name, COMMITMENT.rating_name})

    @override
    def refresh(self) -> None:
        viewer = self.context.document.viewer
        found = self.context.document.read(
            lambda s: follow_up_figures.of_commitments(s, audience=viewer)
        )
        closed = found.kept + found.broken
        moved = found.renegotiated
        words = (
            _("{kept} of {closed} commitments kept ({rate})").format(
                kept=number(found.kept),
                closed=number(closed),
                rate=percent(found.keep_rate or 0.0),
            )
            if closed
            else "",
            ngettext("{count} under way", "{count} under way", found.open).format(
                count=number(found.open)
            )
            if found.open
            else "",
            ngettext("{count} renegotiated", "{count} renegotiated", moved).format(
                count=number(moved)
            )
            if moved
            else "",
        )
        self.show_figures(words, [each.key for each in found.overdue])
