"""What the agreement of the three says, and where it is signed."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.coaching_of import person_of
from entente.briefs.layout_words import by_mediator
from entente.briefs.parts import (
    Cell,
    Page,
    Part,
    Row,
    Section,
    Table,
    Together,
    Tone,
    Words,
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import LABELS, Voice, joined, label, said
from entente.domain.clauses import DOTTED
from entente.domain.coaching.records import COACHING_TRACK
from entente.i18n import _
from entente.services import coaching

_ROOM: Final = 72.0
_AGREED: Final = ("sessions_planned", "starts_on", "ends_on")


def tell(told: Told) -> Page:
    """Return the agreement, in the language in use."""
    return Page(
        title=_("Agreement on the support of a person"),
        parts=tuple(_parts(told, Voice(told))),
        note=_("Says nothing of what is said in the sessions."),
    )


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    track = told.subject or Entry(COACHING_TRACK.name)
    yield Words(_("Agreement on the support of a person"), Tone.TITLE)
    yield Words(joined(track.ref, _("between the three who sign it")), Tone.SUBTITLE)
    yield from section(_("Between"), _between(told, track))
    purpose = voice.words(track, "purpose", Tone.BODY, mark=False)
    yield from section(_("What the support is for"), *purpose)
    expected = voice.words(track, "expectations", Tone.BODY, mark=False)
    yield from section(_("What the third expects"), *expected)
    yield from section(_("How it takes place"), *_frame(voice, track))
    yield from section(
        _("Terms agreed by the three"), *voice.words(track, "terms", Tone.BODY, mark=False)
    )
    clauses = (
        Section(_("Article {number}").format(number=number), (Words(text),), 2)
        for number, text in enumerate(coaching.clauses(), 1)
    )
    yield from section(_("What the three agree to"), *clauses)
    yield Together(tuple(_signatures(told, track)))


def _frame(voice: Voice, track: Entry) -> Iterator[Table]:
    rows = tuple(
        Row((label(track.kind, name), voice.words(track, name, mark=False)))
        for name in _AGREED
        if track.datum(name)
    )
    if rows:
        yield Table((LABELS, 0), rows)


def _between(told: Told, track: Entry) -> Table:
    person = person_of(told)
    rows = (
        (_("The person supported"), joined(person.name or DOTTED, person.standing)),
        (_("Who asks for the support"), track.text("sponsor") or DOTTED),
        (_("Who supports"), by_mediator(told.head)),
    )
    return Table(
        (150, 0), tuple(Row(((Words(who, Tone.MUTED),), _named(name))) for who, name in rows)
    )


def _named(name: str) -> Cell:
    return (Words(name, Tone.STRONG, is_name=True),)


def _signatures(told: Told, track: Entry) -> Iterator[Part]:
    day = said(track, "signed_on") or DOTTED
    person = person_of(told)
    people = (
        (_("The person supported"), person.name),
        (_("Who asks for the support"), track.text("sponsor")),
        (_("Who supports"), by_mediator(told.head)),
    )
    cells = tuple(
        (Words(name or DOTTED, Tone.STRONG, is_name=True), Words(role, Tone.SMALL))
        for role, name in people
    )
    yield from section(
        _("Signatures"),
        Words(_("Done on {date}, in 3 copies.").format(date=day)),
        Table((0, 0, 0), (Row(cells, room=_ROOM),), boxed=True),
    )
