"""Decisions and commitments: their figures above, their register below."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.records import RecordType
from entente.i18n import _, ngettext
from entente.services import follow_up_figures
from entente_ui.formats import decimal, number, percent
from entente_ui.kit import LinkButton, PlainLabel, spaced
from entente_ui.pane import Context, paper
from entente_ui.pane_view import ReadingView
from entente_ui.registers.register import Register


class _FollowTab(ReadingView):
    """A register with what its records come to.

    Attributes:
        register: The list.
        figures: The sentence above it.
    """

    kind: ClassVar[RecordType]
    document: ClassVar[str] = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.register = Register(context, self.kind, self)
        self.figures = PlainLabel("", "body", self)
        self.late = LinkButton("", self.show_late, self)
        self._late: Sequence[str] = ()
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 4)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self.figures)
        line.addWidget(self.late)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(self.register, 1)
        self.register.selected.connect(self.selected)
        self.register.status_changed.connect(self.status_changed)

    @property
    @override
    def status(self) -> str:
        return self.register.status

    @override
    def refresh(self) -> None:
        words = " · ".join(filter(None, self._words()))
        self.figures.setText(words)
        self.figures.setVisible(bool(words))
        count = len(self._late)
        self.late.setText(
            ngettext("{count} overdue", "{count} overdue", count).format(count=number(count))
        )
        self.late.setVisible(bool(count))

    def show_late(self) -> None:
        """Select those whose day has passed."""
        self.register.clear_filter()
        self.register.table.select_keys(list(self._late))
        self.register.table.setFocus()

    def _words(self) -> Sequence[str]:
        raise NotImplementedError

    @override
    def offered(self) -> Sequence[QAction]:
        return self.register.offered_actions()

    @override
    def add_record(self) -> bool:
        self.register.add_record()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != self.kind.name:
            return False
        self.register.reveal(key)
        return True

    @override
    def focus_filter(self) -> None:
        self.register.focus_filter()

    @override
    def print_out(self) -> None:
        if self.document:
            self.context.reveal(paper(self.document), "")

    @override
    def state(self) -> Mapping[str, Any]:
        return self.register.state()

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.register.restore(state)


class DecisionsTab(_FollowTab):
    """What was decided, and whether it was carried out."""

    name = "decisions"
    kind = DECISION
    document = "decisions"
    tables = frozenset({DECISION.name})

    @override
    def _words(self) -> Sequence[str]:
        viewer = self.context.document.viewer
        found = self.context.document.read(
            lambda s: follow_up_figures.of_decisions(s, audience=viewer)
        )
        self._late = [each.key for each in found.overdue]
        if not found.due:
            return ()
        return (
            _("{executed} of {due} due decisions carried out ({rate})").format(
                executed=number(found.executed),
                due=number(found.due),
                rate=percent(found.rate or 0.0),
            ),
            _("mean delay {days} days").format(days=decimal(found.mean_delay_days or 0.0)),
        )


class CommitmentsTab(_FollowTab):
    """What was promised, and whether it was kept."""

    name = "commitments"
    kind = COMMITMENT
    tables = frozenset({COMMITMENT.name, COMMITMENT.rating_name})

    @override
    def _words(self) -> Sequence[str]:
        viewer = self.context.document.viewer
        found = self.context.document.read(
            lambda s: follow_up_figures.of_commitments(s, audience=viewer)
        )
        self._late = [each.key for each in found.overdue]
        closed = found.kept + found.broken
        moved = found.renegotiated
        return (
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
