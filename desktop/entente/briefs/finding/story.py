"""What the finding of the end of a mediation says."""

from collections.abc import Iterator

from entente.briefs.dates import long_date
from entente.briefs.layout_words import by_mediator
from entente.briefs.parts import (
    EMPTY,
    Box,
    Gap,
    Page,
    Part,
    Row,
    Table,
    Together,
    Tone,
    Words,
    section,
)
from entente.briefs.told import Entry, Told
from entente.domain.clauses import DOTTED
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.i18n import _, language


def tell(told: Told) -> Page:
    """Return the finding, in the language in use."""
    subject = told.subject or Entry(DIFFICULTY.name)
    return Page(
        title=_("Finding {ref}").format(ref=subject.ref),
        parts=tuple(_parts(told, subject)),
        note=_(
            "Says whether there is an agreement, and nothing else of the mediation "
            "(French code of civil procedure, art. 1528-3)."
        ),
        recipient=_("Handed over by the mediator"),
    )


def _parts(told: Told, subject: Entry) -> Iterator[Part]:
    signed = subject.day("signed_on")
    title = _("End of a mediation, with an agreement")
    if signed is None:
        title = _("End of a mediation, without an agreement")
    yield Words(title, Tone.TITLE)
    yield Words(_("Finding {ref}").format(ref=subject.ref), Tone.SUBTITLE)
    yield Box((Words(_finding(told, subject)),))
    rows = tuple(Row((_person(each),)) for each in told.of(PARTY.name))
    yield from section(_("The parties"), *((Table((0,), rows),) if rows else ()))
    words = _("Done at {place}, on {date}.")
    day = long_date(told.head.on, language())
    yield Gap(18)
    yield Together(
        (
            Words(words.format(place=DOTTED, date=day)),
            Gap(6),
            Table((0, 0), (Row((_mediator(told), EMPTY), room=64),), boxed=True),
        )
    )


def _finding(told: Told, subject: Entry) -> str:
    begun, ended, signed = (
        long_date(day, language()) if (day := subject.day(name)) else ""
        for name in ("begun_on", "ended_on", "signed_on")
    )
    del told
    if begun:
        said = _(
            "The mediation between the parties named below began on {begun} and ended on {ended}."
        )
    else:
        said = _("The mediation between the parties named below ended on {ended}.")
    result = _("An agreement was signed on {signed}.") if signed else _("No agreement was reached.")
    return f"{said} {result}".format(begun=begun, ended=ended, signed=signed)


def _person(party: Entry) -> tuple[Words, ...]:
    standing = (Words(party.standing, Tone.SMALL),) if party.standing else EMPTY
    return (Words(party.name, Tone.STRONG, is_name=True), *standing)


def _mediator(told: Told) -> tuple[Words, ...]:
    return (
        Words(_("The mediator"), Tone.STRONG),
        Words(by_mediator(told.head), Tone.SMALL),
    )
