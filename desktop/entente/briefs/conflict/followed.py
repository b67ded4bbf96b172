"""What was held, agreed, promised and decided, and what comes next."""

import datetime as dt
from collections.abc import Iterator

from entente.briefs.follow_up import commitment_columns, decision_columns
from entente.briefs.parts import EMPTY, Cell, Keeps, Part, Tone, Words, cell, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.agreement import AGREEMENT
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.note import STEP
from entente.i18n import _


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


def decisions(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the decisions that came of it, and whether they were carried out."""
    listed = voice.listing(told.of(DECISION.name), decision_columns(voice), 0)
    yield from section(_("Decisions"), *listed, spare=4)


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


def _tone(step: Entry) -> Tone:
    return Tone.MUTED if step.get("done") else Tone.CELL
