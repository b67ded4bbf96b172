"""What was held, agreed, promised and decided, and what comes next."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.parts import EMPTY, Cell, Keeps, Part, Tone, Words, cell, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.agreement import AGREEMENT
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.note import STEP
from entente.i18n import _, language

_RATED: Final = frozenset({"dated_on", "fact", "state", "due_on"})


def sessions(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the sessions held and planned, oldest first."""
    ordered = sorted(told.of(MEDIATION_SESSION.name), key=_when)
    columns = (
        Column(_("Date"), 100, ("held_on", "starts_at", "minutes"), _time),
        Column(_("Session"), 0, ("title", "kind", "place", "status"), _session),
        Column(_("What came out"), 210, ("outcome",)),
    )
    yield from section(_("Sessions"), *voice.listing(ordered, columns, 1, Keeps.LAST), spare=5)


def agreements(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the agreements, the one to mediate and the one that ends it."""
    columns = (
        Column(_("Agreement"), 0, ("title",), _titled),
        Column(_("Kind"), 120, ("kind",)),
        Column(_("Status"), 70, ("status",)),
        Column(_("Signed on"), 96, ("signed_on",)),
    )
    yield from section(
        _("Agreements"), *voice.listing(told.of(AGREEMENT.name), columns, 0), spare=3
    )


def commitments(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the commitments and what has become of them."""
    listed = voice.listing(told.of(COMMITMENT.name), commitment_columns(voice), 0)
    yield from section(_("Commitments"), *listed, spare=4)


def commitment_columns(voice: Voice) -> tuple[Column, ...]:
    """Return the columns of a list of commitments."""
    return (
        Column(_("Commitment"), 0, ("statement",), lambda each: _promised(voice, each)),
        Column(_("Who"), 112, ("actor_id",)),
        Column(_("Before"), 96, ("due_on",), _due),
        Column(_("State"), 78, ("state",)),
    )


def decisions(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the decisions that came of it, and whether they were carried out."""
    listed = voice.listing(told.of(DECISION.name), decision_columns(voice), 0)
    yield from section(_("Decisions"), *listed, spare=4)


def decision_columns(voice: Voice) -> tuple[Column, ...]:
    """Return the columns of a list of decisions."""
    return (
        Column(_("Decision"), 0, ("title", "decided_on"), lambda each: _decided(voice, each)),
        Column(_("Carried out by"), 116, ("owner_id", "co_owner_id"), _owners),
        Column(_("Before"), 92, ("due_on",)),
        Column(_("Carried out"), 92, ("executed_on",)),
    )


def steps(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield what is to be done, by whom and when, with a box to tick."""
    ordered = sorted(
        told.of(STEP.name),
        key=lambda each: (bool(each.get("done")), each.day("due_on") or dt.date.max),
    )
    columns = (
        Column("", 24, ("done",), lambda each: cell("☑" if each.get("done") else "☐", _tone(each))),
        Column(_("What"), 0, ("text",), lambda each: voice.cell(each, "text", _tone(each))),
        Column(_("Who"), 120, ("actor_id",)),
        Column(_("Before"), 100, ("due_on",)),
    )
    yield from section(_("Next steps"), *voice.listing(ordered, columns, 1))


def _when(session: Entry) -> dt.date:
    return session.day("held_on") or dt.date.max


def _time(session: Entry) -> Cell:
    minutes = session.number("minutes")
    length = _("{count} min").format(count=int(minutes)) if minutes else ""
    small = joined(session.text("starts_at"), length)
    return (*cell(said(session, "held_on")), *((Words(small, Tone.SMALL),) if small else EMPTY))


def _session(session: Entry) -> Cell:
    status = said(session, "status") if session.text("status") != "held" else ""
    small = joined(said(session, "kind"), session.text("place"), status)
    return (*_titled(session), *((Words(small, Tone.SMALL),) if small else EMPTY))


def _titled(entry: Entry) -> Cell:
    return (Words(joined(entry.ref, entry.text("title")), Tone.CELL, is_name=True),)


def _promised(voice: Voice, commitment: Entry) -> Cell:
    found = voice.cell(commitment, "statement")
    why = [
        words
        for rating in commitment.history
        for words in (
            *voice.words(rating, "fact", Tone.SMALL, lead=said(rating, "dated_on")),
            *voice.rest(rating, _RATED),
        )
    ]
    agreement = commitment.links.get("agreement_id")
    ref = next((a.ref for a in voice.whole.of(AGREEMENT.name) if a.key == agreement), "")
    source = joined(commitment.ref, ref)
    return (*found, *((Words(source, Tone.SMALL),) if source else EMPTY), *why)


def _due(commitment: Entry) -> Cell:
    days = [day for rating in commitment.history if (day := rating.day("due_on"))]
    first = next((day for day in days if day != commitment.day("due_on")), None)
    due = cell(said(commitment, "due_on"))
    if first is None:
        return due
    words = _("first {date}").format(date=long_date(first, language()))
    return (*due, Words(words, Tone.SMALL))


def _decided(voice: Voice, decision: Entry) -> Cell:
    day = said(decision, "decided_on")
    words = _("decided on {date}").format(date=day) if day else ""
    small = joined(decision.ref, words)
    return (*voice.cell(decision, "title"), *((Words(small, Tone.SMALL),) if small else EMPTY))


def _owners(decision: Entry) -> Cell:
    both = (decision.text("owner_id"), decision.text("co_owner_id"))
    return tuple(Words(each, is_name=True, tone=Tone.CELL) for each in both if each) or cell("")


def _tone(step: Entry) -> Tone:
    return Tone.MUTED if step.get("done") else Tone.CELL
