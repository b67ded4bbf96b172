"""What a convention of cooperation says: its purpose, its clauses, and where it is signed."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.layout_words import headed
from entente.briefs.parts import (
    EMPTY,
    Box,
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
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, joined, said
from entente.domain.actor import ORGANISATION
from entente.domain.clauses import DOTTED
from entente.domain.cooperation.records import CONVENTION_CLAUSE, CONVENTION_SIGNATURE
from entente.i18n import _

#: Height left to sign in, in points.
_ROOM: Final = 56.0
_BESIDE: Final = 3
_DATES: Final = ("status", "effective_on", "expires_on", "review_on")


def tell(told: Told) -> Page:
    """Return the convention, in the language in use."""
    return Page(
        title=_("Convention of cooperation"),
        parts=tuple(_parts(told, Voice(told))),
        note=_("Model to be adapted by the organisations and proof-read by counsel."),
    )


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    subject = told.subject
    title = subject.text("title") if subject else ""
    line = _("State on {date} · by {mediator}")
    yield from headed(told.head, title or _("Convention of cooperation"), line)
    if subject is None:
        yield Words(_("Nothing of this convention may be told to this reader."))
        return
    yield Box(voice.words(subject, "purpose", Tone.BODY) or (Words(_("Without a purpose yet.")),))
    yield from voice.labelled(subject, _DATES)
    yield from voice.rest(subject, ("title", "purpose", *_DATES))
    clauses = told.of(CONVENTION_CLAUSE.name)
    for number, clause in enumerate(clauses, 1):
        yield _clause(voice, clause, number)
    yield Together(tuple(_signatures(told)))


def _clause(voice: Voice, clause: Entry, number: int) -> Part:
    title = _("{number}. {step}").format(number=number, step=clause.text("heading"))
    words = voice.words(clause, "text", Tone.BODY) or (Words(DOTTED, Tone.MUTED),)
    state = () if clause.text("state") == "agreed" else (Words(said(clause, "state"), Tone.SMALL),)
    return Together((Section(title, (*words, *state)),))


def _signatures(told: Told) -> Iterator[Part]:
    """Yield a field for each organisation; a signature to come leaves it empty."""
    signed = {each.links["organisation_id"]: each for each in told.of(CONVENTION_SIGNATURE.name)}
    cells: list[Cell] = []
    for house in told.of(ORGANISATION.name):
        each = signed.get(house.key)
        who = joined(each.text("actor_id"), said(each, "signed_on")) if each else ""
        small = (Words(who, Tone.SMALL),) if who else EMPTY
        cells.append((Words(house.text("name"), Tone.STRONG, is_name=True), *small))
    if not cells:
        return
    inside: list[Part] = [
        Words(_("Done at {place}, on {date}.").format(place=DOTTED, date=DOTTED)),
        Gap(4),
    ]
    for start in range(0, len(cells), _BESIDE):
        inside += [_signing(cells[start : start + _BESIDE]), Gap(4)]
    yield from section(_("Signatures"), *inside)


def _signing(cells: Sequence[Cell]) -> Table:
    filled = [*cells, *([EMPTY] * (_BESIDE - len(cells)))]
    return Table((0.0,) * _BESIDE, (Row(tuple(filled), room=_ROOM),), boxed=True)
