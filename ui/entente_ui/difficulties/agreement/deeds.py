"""What can be done with an agreement and its commitments, each a step one can take back."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from entente.domain.agreement import AGREEMENT, KIND_LABELS
from entente.domain.follow_up import COMMITMENT
from entente.i18n import _
from entente.services import agreements, records, signals
from entente.store.session import Session
from entente_ui.kit import ask_beside, ask_day_beside
from entente_ui.pane import Context
from entente_ui.registers import work


def draft(context: Context, difficulty: str, kind: str) -> str:
    """Draft an agreement and return its key, empty if it could not be."""
    made: list[str] = []
    label = _("Draft: {kind}").format(kind=_(KIND_LABELS[kind]))
    context.document.run(label, lambda s: made.append(agreements.start(s, difficulty, kind)))
    return made[0] if made else ""


def sign(context: Context, key: str, ref: str, button: QWidget) -> None:
    """Ask for the day it was signed and hold it to be signed."""

    def act(day: dt.date) -> None:
        _do(context, _("Sign {ref}").format(ref=ref), lambda s: agreements.sign(s, key, day))

    _ask_day(context, button, _("Signed on"), act, is_today=True)


def take_back_signature(context: Context, key: str, ref: str) -> None:
    """Make a draft of an agreement again."""
    label = _("Make a draft of {ref} again").format(ref=ref)
    values = {"status": "draft", "signed_on": None}
    _do(context, label, lambda s: records.change(s, AGREEMENT, key, values))


def end(context: Context, key: str, ref: str) -> None:
    """Hold an agreement to be over."""
    _do(context, _("End {ref}").format(ref=ref), lambda s: agreements.end(s, key))


def reopen(context: Context, key: str, ref: str, button: QWidget) -> None:
    """Ask why, and take the difficulty up again."""

    def act(reason: str) -> None:
        label = _("Reopen {ref}").format(ref=ref)
        _do(context, label, lambda s: agreements.reopen(s, key, reason))

    _ask(button, _("Why does it go back to mediation?"), act, _("For the mediator alone"))


def keep(context: Context, key: str, ref: str, button: QWidget) -> None:
    """Hold a commitment to be kept, then ask what shows it."""
    label = _("{ref} kept").format(ref=ref)
    if _do(context, label, lambda s: agreements.keep(s, key)):
        act = partial(_note_evidence, context, key)
        hint = _("A report, a signature, a delivery")
        _ask(button, _("What shows that it was kept?"), act, hint)


def breach(context: Context, key: str, ref: str, button: QWidget) -> None:
    """Hold a commitment not to be kept, then ask for the fact."""
    label = _("{ref} not kept").format(ref=ref)
    if _do(context, label, lambda s: agreements.breach(s, key, "")):
        act = partial(_note_fact, context, key)
        _ask(button, _("What was seen, without judging?"), act, _("A fact; for the mediator alone"))


def renegotiate(context: Context, key: str, ref: str, button: QWidget) -> None:
    """Ask for another day and move the commitment to it."""

    def act(day: dt.date) -> None:
        label = _("Renegotiate {ref}").format(ref=ref)
        _do(context, label, lambda s: agreements.renegotiate(s, key, day))

    _ask_day(context, button, _("New date"), act)


def note_signal(context: Context, key: str) -> None:
    """Note a weak signal of what was not kept, and go there."""
    proposed = context.document.read(signals.proposed)
    found = next((each for each in proposed if each.key == key), None)
    if found is None:
        return
    made: list[str] = []
    label = _("Note a weak signal")
    if _do(context, label, lambda s: made.append(signals.note(s, found))):
        context.toast(_("Noted as a weak signal"), True)


def _do(context: Context, label: str, action: Callable[[Session], object]) -> bool:
    return context.taken(work.attempt(context.document, label, action))


def _note_evidence(context: Context, key: str, text: str) -> None:
    label = _("Note the evidence")
    _do(context, label, lambda s: records.change(s, COMMITMENT, key, {"evidence": text}))


def _note_fact(context: Context, key: str, fact: str) -> None:
    def act(session: Session) -> None:
        latest = records.ratings(session, COMMITMENT, key)[-1]
        records.annotate(session, COMMITMENT, latest.id, {"fact": fact})

    _do(context, _("Note the fact"), act)


def _ask(button: QWidget, question: str, act: Callable[[str], object], hint: str) -> None:
    ask_beside(button, button.rect(), question, act, placeholder=hint)


def _ask_day(
    context: Context,
    button: QWidget,
    question: str,
    act: Callable[[dt.date], object],
    *,
    is_today: bool = False,
) -> None:
    """Ask for a day beside a button; Escape, or none typed, does nothing."""
    today = context.document.read(lambda s: s.today)

    def deliver(day: dt.date | None) -> None:
        if day is not None:
            act(day)

    usual = today if is_today else None
    ask_day_beside(button, button.rect(), question, today, deliver, usual)
