"""What the minutes of a session say."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.follow_up import decision_columns
from entente.briefs.layout_words import drawn_up
from entente.briefs.minutes.gather import NEXT
from entente.briefs.parts import (
    EMPTY,
    Box,
    Cell,
    Page,
    Part,
    Row,
    Table,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.mediation_session import AGENDA_ITEM, ATTENDANCE, MEDIATION_SESSION
from entente.domain.note import NOTE, NoteKind
from entente.i18n import _

_ORDER: Final = ("present", "excused", "absent", "invited")


def tell(told: Told) -> Page:
    """Return the minutes, in the language in use."""
    subject = told.subject or Entry(MEDIATION_SESSION.name)
    title = _("Minutes {ref}").format(ref=subject.ref)
    return Page(title=title, parts=tuple(_parts(told, subject, Voice(told))))


def _parts(told: Told, subject: Entry, voice: Voice) -> Iterator[Part]:
    yield from _opening(told, subject, voice)
    yield from _people(told)
    yield from _agenda(told, voice)
    for title, kind, sign in (
        (_("Agreed"), NoteKind.AGREED, "✓"),
        (_("Still open"), NoteKind.DISPUTED, "○"),
    ):
        rows = tuple(
            Row((voice.words(each, "text", lead=sign),))
            for each in told.of(NOTE.name)
            if each.text("kind") == kind and each.datum("text")
        )
        yield from section(title, *((Table((0,), rows),) if rows else ()))
    listed = voice.listing(told.of(DECISION.name), decision_columns(voice), 0)
    yield from section(_("Decisions"), *listed)
    yield from _commitments(told, voice)
    yield from _next(told)
    yield from section(
        _("These minutes"),
        Words(
            _(
                "Drawn up by the mediator. They hold nothing that was said in caucus; whoever took "
                "part may ask for a correction."
            )
        ),
    )


def _opening(told: Told, subject: Entry, voice: Voice) -> Iterator[Part]:
    title = subject.text("title") or _("Session {ref}").format(ref=subject.ref)
    yield Words(title, Tone.TITLE, is_name=True)
    kind = _("Minutes {ref} · drawn up on {date} · by {mediator}")
    yield Words(drawn_up(told.head, kind, ref=subject.ref), Tone.SUBTITLE)
    if when := _when(subject):
        yield Words(when, Tone.SUBTITLE, is_name=True)
    hat = said(subject, "hat")
    state = joined(
        said(subject, "kind"),
        said(subject, "status") if subject.text("status") != "held" else "",
        _("the mediator acting as: {hat}").format(hat=hat) if hat else "",
    )
    if state:
        yield Words(state, Tone.SUBTITLE, is_name=True)
    if outcome := voice.words(subject, "outcome", Tone.BODY, _("What came out.")):
        yield Box(outcome)


def _when(subject: Entry) -> str:
    minutes = subject.number("minutes")
    length = _("{count} min").format(count=int(minutes)) if minutes else ""
    return joined(
        said(subject, "held_on"), subject.text("starts_at"), length, subject.text("place")
    )


def _people(told: Told) -> Iterator[Part]:
    rows = []
    for presence in _ORDER:
        there = [each for each in told.of(ATTENDANCE.name) if each.text("presence") == presence]
        if there:
            label = said(there[0], "presence").capitalize()
            rows.append(Row((cell(label, Tone.MUTED), tuple(_person(each) for each in there))))
    yield from section(_("Who was there"), *((Table((110, 0), tuple(rows)),) if rows else ()))


def _person(each: Entry) -> Words:
    standing = f", {each.standing}" if each.standing else ""
    return Words(f"{each.name}{standing}", Tone.CELL, is_name=True)


def _agenda(told: Told, voice: Voice) -> Iterator[Part]:
    items = sorted(told.of(AGENDA_ITEM.name), key=lambda each: each.number("position") or 0)
    numbers = {each.key: number for number, each in enumerate(items, 1)}
    columns = (
        Column("", 24, ("position",), lambda each: cell(str(numbers[each.key]), Tone.MUTED)),
        Column(_("Item"), 0, ("text",)),
        Column(_("Minutes"), 64, ("minutes",)),
        Column(_("Dealt with"), 70, ("done",), _done),
    )
    yield from section(_("Agenda"), *voice.listing(items, columns, 1))


def _done(item: Entry) -> Cell:
    return cell("☑" if item.get("done") else "☐")


def _commitments(told: Told, voice: Voice) -> Iterator[Part]:
    columns = (
        Column(_("Commitment"), 0, ("statement", "made_on")),
        Column(_("Who"), 120, ("actor_id",)),
        Column(_("Before"), 96, ("due_on",)),
        Column(_("State"), 78, ("state",)),
    )
    yield from section(_("Commitments"), *voice.listing(told.of(COMMITMENT.name), columns, 0))


def _next(told: Told) -> Iterator[Part]:
    when: Cell = EMPTY
    for each in told.of(NEXT):
        when = (Words(joined(_when(each), each.ref)),)
    yield from section(_("Next session"), *when)
