"""The commitments of an agreement: who does what, by when, shown by what, and what came of it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.follow_up import COMMITMENT, STATE_LABELS, CommitmentState
from entente.i18n import _
from entente.services import agreements
from entente.services.agreements import Promise
from entente_ui.difficulties.agreement import deeds
from entente_ui.difficulties.edit_card import EditCard
from entente_ui.difficulties.heads import head
from entente_ui.formats import labelled, long_date
from entente_ui.kit import FlowLayout, Pill, PlainLabel, QuietButton, SecondaryButton, spaced
from entente_ui.pane import Context
from entente_ui.registers.children import keep_in_step
from entente_ui.registers.writing import LabelsByKind

_FIELDS: Final = ("statement", "actor_id", "evidence", "due_on")
_ROLES: Final = {
    CommitmentState.OPEN: "info",
    CommitmentState.KEPT: "good",
    CommitmentState.BROKEN: "critical",
    CommitmentState.DROPPED: "neutral",
}


class CommitmentCard(EditCard):
    """A commitment, with what can be said of it once the agreement is signed."""

    def __init__(self, context: Context, key: str, parent: QWidget | None = None) -> None:
        super().__init__(context, COMMITMENT, key, _FIELDS, parent)
        self._ref = ""
        self._statement = PlainLabel("", "body", self, wrap=True)
        self._meta = PlainLabel("", "small", self, wrap=True)
        self._pills = {
            state: Pill(_(STATE_LABELS[state]), role, self) for state, role in _ROLES.items()
        }
        self._late = Pill(_("overdue"), "caution", self, outlined=True)
        self._buttons = self._make_buttons()
        self.head.insertWidget(0, self._meta, 1)
        for place, pill in enumerate((self._late, *self._pills.values()), 1):
            self.head.insertWidget(place, pill)
        spaced(QVBoxLayout(self.reading), 0, 4).addWidget(self._statement)
        row = spaced(FlowLayout(), 0, 4)
        for button in self._buttons.values():
            row.addWidget(button)
        self.body.addLayout(row)

    def _make_buttons(self) -> dict[str, QuietButton]:
        offered = (
            ("keep", _("Kept"), "check", deeds.keep),
            ("breach", _("Not kept"), "x", deeds.breach),
            ("renegotiate", _("Renegotiate"), "calendar-event", deeds.renegotiate),
        )
        made = {}
        for name, words, icon_name, deed in offered:
            button = QuietButton(words, None, self, icon_name=icon_name)
            button.clicked.connect(partial(self._do, deed, button))
            made[name] = button
        made["signal"] = QuietButton(
            _("Note it as a weak signal"), self._note_signal, self, icon_name="bell"
        )
        return made

    def _do(self, deed: Any, button: QWidget, _on: bool = False) -> None:  # noqa: ANN401  # a function of deeds
        deed(self.context, self.key, self._ref, button)

    def _note_signal(self) -> None:
        deeds.note_signal(self.context, self.key)

    def show_promise(
        self,
        row: Mapping[str, Any],
        labels: LabelsByKind,
        promise: Promise,
        *,
        is_followed: bool,
        read_only: bool,
    ) -> None:
        """Show a commitment; once followed, what came of it can be said."""
        self.show_record(row, labels, read_only=read_only)
        self._ref = promise.ref
        self._statement.setText(promise.statement)
        self._meta.setText(_meta(promise))
        for state, pill in self._pills.items():
            pill.setVisible(state == promise.state)
        self._late.setVisible(promise.is_overdue)
        is_open = promise.state == CommitmentState.OPEN
        is_broken = promise.state == CommitmentState.BROKEN
        acts = is_followed and not read_only
        had_focus = any(button.hasFocus() for button in self._buttons.values())
        self._buttons["keep"].setVisible(acts and (is_open or is_broken))
        self._buttons["breach"].setVisible(acts and is_open)
        self._buttons["renegotiate"].setVisible(acts and (is_open or is_broken))
        self._buttons["signal"].setVisible(is_broken and not promise.is_noted and not read_only)
        if had_focus and not any(button.hasFocus() for button in self._buttons.values()):
            self.setFocus()  # the button is gone: stay here, not in the next region
        words = (_(COMMITMENT.label), promise.ref, promise.statement, _meta(promise))
        self.setAccessibleName(" ".join(words))


def _meta(promise: Promise) -> str:
    due = ""
    if promise.due_on:
        due = labelled(_("Due"), long_date(promise.due_on))
    if promise.first_due_on:
        first = _("first agreed on for {date}").format(date=long_date(promise.first_due_on))
        due = f"{due} ({first})"
    evidence = labelled(_("Evidence"), promise.evidence) if promise.evidence else ""
    return " · ".join(filter(None, (promise.ref, promise.who, due, evidence)))


class Commitments(QWidget):
    """The commitments of an agreement, in a list with a button to add one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._agreement = ""
        self.cards: dict[str, CommitmentCard] = {}
        self._add = SecondaryButton(_("Add a commitment"), self.add, self, icon_name="plus")
        self._empty = PlainLabel(
            _(
                "No commitment yet. An agreement is kept by who does what, by when, "
                "and what shows it."
            ),
            "muted",
            self,
            wrap=True,
        )
        self._list = spaced(QVBoxLayout(), 0, 8)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(head(_("Commitments"), self._add))
        layout.addWidget(self._empty)
        layout.addLayout(self._list)

    def show_promises(
        self,
        agreement: Mapping[str, Any],
        rows: Sequence[Mapping[str, Any]],
        promises: Sequence[Promise],
        labels: LabelsByKind,
        *,
        read_only: bool,
    ) -> None:
        """Show the commitments of an agreement."""
        self._agreement = agreement["id"]
        found = {promise.key: promise for promise in promises}
        mine = [row for row in rows if row["id"] in found]
        keep_in_step(self.cards, mine, self._make, self._list)
        for row in mine:
            self.cards[row["id"]].show_promise(
                row,
                labels,
                found[row["id"]],
                is_followed=agreement["status"] != "draft",
                read_only=read_only,
            )
        self._empty.setVisible(not mine)
        self._add.setVisible(not read_only)

    def clear(self) -> None:
        """Take every commitment away."""
        keep_in_step(self.cards, (), self._make, self._list)

    def _make(self, key: str) -> CommitmentCard:
        return CommitmentCard(self._context, key, self)

    def add(self) -> None:
        """Add a commitment with a first text to write over, and go there."""
        agreement, made = self._agreement, list[str]()
        values = {"statement": _("I …")}
        done = self._context.document.run(
            _("Add a commitment"),
            lambda s: made.append(agreements.commit(s, agreement, values)),
        )
        if done and made[0] in self.cards:
            self.cards[made[0]].begin_new()
