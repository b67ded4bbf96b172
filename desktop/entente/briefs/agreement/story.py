"""What an agreement says, and where it is signed."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.parts import (
    EMPTY,
    Cell,
    Gap,
    Page,
    Part,
    Row,
    Section,
    Table,
    Together,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.agreement import AGREEMENT, CLAUSE, ENTRY
from entente.domain.clauses import DOTTED
from entente.domain.follow_up import COMMITMENT
from entente.domain.mission import MISSION
from entente.domain.party import PARTY
from entente.i18n import _

_DRAFT: Final = "draft"
#: Height left to sign in, in points.
_ROOM: Final = 64.0
_BESIDE: Final = 2
_SHOWN: Final = frozenset({"position", "heading", "text", "to_review"})


def tell(told: Told) -> Page:
    """Return the agreement, in the language in use."""
    subject = told.subject or Entry(AGREEMENT.name)
    is_entry = subject.text("kind") == ENTRY
    name = _("Agreement to mediate {ref}") if is_entry else _("Settlement agreement {ref}")
    return Page(
        title=name.format(ref=subject.ref),
        parts=tuple(_parts(told, subject, Voice(told), is_entry=is_entry)),
        note=_standing(is_entry=is_entry),
    )


def _standing(*, is_entry: bool) -> str:
    if is_entry:
        return _(
            "What is said, written or done in the mediation is confidential "
            "(French code of civil procedure, art. 1528-3)."
        )
    return _(
        "Confidential, except for what carrying it out requires "
        "(French law no. 95-125 of 8 February 1995, art. 21-3)."
    )


def _parts(told: Told, subject: Entry, voice: Voice, *, is_entry: bool) -> Iterator[Part]:
    name = _("Agreement to mediate") if is_entry else _("Settlement agreement")
    yield Words(subject.text("title") or name, Tone.TITLE, is_name=True)
    status = _("draft, to be proof-read before it is signed")
    if subject.text("status") != _DRAFT:
        told_status = said(subject, "status")
        status = _("status: {status}").format(status=told_status) if told_status else ""
    yield Words(joined(f"{name} {subject.ref}", status), Tone.SUBTITLE)
    if not subject.datum("title") and not told.of(CLAUSE.name):
        yield Gap(8)
        yield Words(_("Nothing of this agreement may be told to this reader yet."))
        return
    yield from _between(told)
    yield from section(
        _("What brings the parties together"), *voice.words(subject, "statement", Tone.BODY)
    )
    yield from _clauses(told, subject, voice)
    yield from _commitments(told, voice)
    yield from _dates(subject)
    yield Together(tuple(_signatures(told, subject, is_entry=is_entry)))


def _between(told: Told) -> Iterator[Part]:
    rows = [Row((_person(each),)) for each in told.of(PARTY.name)]
    if rows:
        yield from section(_("Between"), Table((0,), tuple(rows)))
    mission = next(iter(told.of(MISSION.name)), Entry(MISSION.name))
    about = joined(*(mission.text(name) for name in ("mediator_title", "practice", "contact")))
    charter = mission.text("charter")
    sponsor = mission.text("sponsor")
    lines = [
        *((Words(mission.text("mediator"), Tone.STRONG),) if mission.text("mediator") else ()),
        *((Words(about, Tone.SMALL),) if about else ()),
        *((_small(_("Code of conduct: {charter}"), charter=charter),) if charter else ()),
        *((_small(_("Mission given by: {sponsor}"), sponsor=sponsor),) if sponsor else ()),
    ]
    if lines:
        table = Table((0,), (Row((tuple(lines),)),))
        yield from section(_("With the help of the mediator"), table)


def _small(template: str, **values: str) -> Words:
    return Words(template.format(**values), Tone.SMALL)


def _person(party: Entry) -> Cell:
    standing = (_small(_("for {name}"), name=party.standing),) if party.standing else EMPTY
    return (Words(party.name, Tone.STRONG, is_name=True), *standing)


def _clauses(told: Told, subject: Entry, voice: Voice) -> Iterator[Part]:
    is_draft = subject.text("status") == _DRAFT
    parts: list[Part] = []
    for number, clause in enumerate(told.of(CLAUSE.name), 1):
        title = _("{number}. {heading}").format(number=number, heading=clause.text("heading"))
        body = [*voice.words(clause, "text", Tone.BODY), *voice.rest(clause, _SHOWN)]
        if is_draft and clause.get("to_review"):
            body.append(Words(_("☐ To be proof-read by counsel."), Tone.SMALL))
        parts.append(Section(title, tuple(body) or (Words("–"),), 2))
    yield from section(_("Clauses"), *parts)


def _commitments(told: Told, voice: Voice) -> Iterator[Part]:
    columns = (
        Column(_("Who"), 112, ("actor_id",)),
        Column(_("Commits to"), 0, ("statement", "made_on", "state")),
        Column(_("Before"), 92, ("due_on",)),
        Column(_("What will show it"), 120, ("evidence",)),
    )
    listed = voice.listing(told.of(COMMITMENT.name), columns, 1, keeps=None)
    yield from section(_("What each commits to"), *listed)


def _dates(subject: Entry) -> Iterator[Part]:
    rows = [
        Row((cell(label, Tone.MUTED), cell(told)))
        for label, told in (
            (_("Takes effect on"), said(subject, "effective_on")),
            (_("First follow-up"), said(subject, "follow_up_on")),
        )
        if told
    ]
    if subject.get("homologation"):
        words = _("The parties will ask the court to approve it and make it enforceable.")
        rows.append(Row((cell(_("Approval"), Tone.MUTED), cell(words))))
    yield from section(_("Dates"), *((Table((150, 0), tuple(rows)),) if rows else ()))


def _signatures(told: Told, subject: Entry, *, is_entry: bool) -> Iterator[Part]:
    place = subject.text("place") or DOTTED
    day = said(subject, "signed_on") or DOTTED
    count = len(told.of(PARTY.name)) + 1
    words = _("Done at {place}, on {date}, in {count} copies.")
    inside: list[Part] = [
        Words(words.format(place=place, date=day, count=count)),
        Words(_("Each signs after writing by hand: “read and approved”."), Tone.SMALL),
        Gap(6),
    ]
    people = told.of(PARTY.name)
    for start in range(0, len(people), _BESIDE):
        inside += [_signing(people[start : start + _BESIDE]), Gap(8)]
    mission = next(iter(told.of(MISSION.name)), Entry(MISSION.name))
    attests = (
        _("The mediator has explained the frame of the mediation and undertakes to keep to it.")
        if is_entry
        else _(
            "The mediator only attests that this agreement was reached in the mediation, and is "
            "not a party to it."
        )
    )
    named = joined(_("The mediator"), mission.text("mediator"))
    cells: Cell = (Words(named, Tone.STRONG), Words(attests, Tone.SMALL))
    inside.append(Table((0, 0), (Row((cells, EMPTY), room=_ROOM),), boxed=True))
    yield from section(_("Signatures"), *inside)


def _signing(people: Sequence[Entry]) -> Table:
    cells = [(*_person(each), *_written()) for each in people]
    cells += [EMPTY] * (_BESIDE - len(cells))
    return Table((0.0,) * _BESIDE, (Row(tuple(cells), room=_ROOM + 24),), boxed=True)


def _written() -> Cell:
    return (Words(_("Read and approved: {line}").format(line=DOTTED), Tone.SMALL),)
