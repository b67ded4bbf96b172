"""What a conflict brief says: what is shared, then what is for the mediator or one party alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final, TypeAlias

from entente.briefs.abridged import abridged
from entente.briefs.conflict import followed, people, room, ways
from entente.briefs.conflict.where import history, opening, private_state, staircase
from entente.briefs.layout_words import drawn_up
from entente.briefs.parts import Page, Part, Row, Section, Table, Tone, Words, cell, section
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import AudienceKind, Level
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.i18n import _

_SHARED: Final = frozenset({Level.PARTIES, Level.PUBLIC})
_ALONE: Final = frozenset(Level) - _SHARED
_Sections: TypeAlias = Callable[[Told, Voice], Iterator[Part]]

_IN_ORDER: Final[tuple[_Sections, ...]] = (
    staircase,
    people.parties,
    people.facts,
    people.causes,
    room.accord,
    people.messages,
    ways.options,
    ways.standards,
    ways.offers,
    followed.sessions,
    followed.agreements,
    followed.commitments,
    followed.decisions,
    followed.steps,
    room.terms,
    room.papers,
    room.lesson,
    history,
    room.notes,
    room.safety,
)


def tell(told: Told) -> Page:
    """Return the brief, in the language in use."""
    parts = tuple(_parts(told))
    ref = told.subject.ref if told.subject else ""
    return Page(
        title=_("Conflict-resolution brief {ref}").format(ref=ref),
        parts=parts if told.full else abridged(parts),
    )


def _parts(told: Told) -> Iterator[Part]:
    voice = Voice(told)
    yield from _opening(told)
    parted = told.head.audience in {AudienceKind.MEDIATOR, AudienceKind.PARTY}
    shared = _only(told, _SHARED) if parted else told
    yield from opening(shared, voice)
    body = _sections(shared, voice)
    alone = tuple(_alone(_only(told, _ALONE), told, voice)) if parted else ()
    if not body and not alone and not (shared.subject and shared.subject.datum("summary")):
        yield Words(_("Nothing has been entered in this brief yet."))
    if alone:
        yield from section(_("Part 1 — shared with the parties"), *body, depth=0)
        yield Section(_alone_title(told), alone, 0)
    else:
        yield from body


def _sections(told: Told, voice: Voice) -> tuple[Part, ...]:
    return tuple(part for make in _IN_ORDER for part in make(told, voice))


def _opening(told: Told) -> Iterator[Part]:
    subject = told.subject or Entry(DIFFICULTY.name)
    title = subject.text("title") or subject.name
    yield Words(title or _("Difficulty {ref}").format(ref=subject.ref), Tone.TITLE, is_name=True)
    kind = _("Conflict-resolution brief {ref} · state on {date} · by {mediator}")
    yield Words(drawn_up(told.head, kind, ref=subject.ref), Tone.SUBTITLE)


def _alone_title(told: Told) -> str:
    if told.for_mediator:
        return _("Part 2 — confidential: for the mediator alone")
    return _("Part 2 — in your copy only")


def _alone(told: Told, whole: Told, voice: Voice) -> Iterator[Part]:
    """Yield what is not shared: for the mediator, what each copy leaves out as well."""
    yield from private_state(told, voice)
    yield from ways.zone(whole)
    yield from _sections(told, voice)
    yield from _left_out(told)


def _left_out(told: Told) -> Iterator[Part]:
    rows = tuple(Row((cell(_copy(name)), cell(str(count)))) for name, count in told.audited)
    if any(count for _name, count in told.audited):
        table = Table((0, 120), rows, (_("Reader"), _("Left out")))
        yield from section(_("Not to be shared: what each copy leaves out"), table)


def _copy(name: str) -> str:
    match name:
        case "sponsor":
            return _("Sponsor")
        case "public":
            return _("Public")
        case _:
            return _("Party {ref}").format(ref=name)


def _only(told: Told, levels: frozenset[Level]) -> Told:
    """Return the same brief with what travels as far as one of these levels."""
    narrow = partial(_narrow, levels=levels)
    lists = {
        kind: tuple(each for entry in rows if (each := narrow(entry)))
        for kind, rows in told.lists.items()
    }
    subject = told.subject and (narrow(told.subject) or replace(told.subject, data=(), history=()))
    return replace(told, subject=subject, lists=lists)


def _narrow(entry: Entry, levels: frozenset[Level]) -> Entry | None:
    title = RECORD_TYPES[entry.kind].title
    found = entry.only(levels, title)
    if found is None and entry.kind == PARTY.name and levels is _SHARED:
        return replace(entry, data=(), history=())  # who is at the table is no secret there
    return found
