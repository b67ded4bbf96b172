"""The forms for the room: a message in four steps, constraints told, options against interests."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.parts import (
    EMPTY,
    Cell,
    Gap,
    NewPage,
    Page,
    Part,
    Row,
    Table,
    Tone,
    Words,
)
from entente.briefs.told import Told
from entente.domain.clauses import DOTTED
from entente.domain.option import SCORE_MAX
from entente.domain.party import OSBD
from entente.i18n import _

_STEPS: Final = ("observation", "feeling", "need", "request")
_OPTIONS: Final = 5
_INTERESTS: Final = 9
_CONSTRAINTS: Final = 7


def tell(told: Told) -> Page:
    """Return the forms, in the language in use."""
    del told
    parts = tuple(_parts())
    return Page(title=_("Forms for the room"), parts=parts, recipient=_("Form for the room"))


def _parts() -> Iterator[Part]:
    yield from _message()
    yield NewPage()
    yield from _constraints()
    yield NewPage()
    yield from _options()


def _title(title: str, how: str) -> Iterator[Part]:
    yield Words(title, Tone.TITLE)
    yield Words(how, Tone.SUBTITLE)
    yield Gap(8)
    line = _("Name: {line}        Date: {line}").format(line=DOTTED)
    yield Words(line, Tone.BODY)
    yield Gap(8)


def _message() -> Iterator[Part]:
    yield from _title(
        _("A message in four steps"),
        _("To prepare alone, then to say aloud. The other says back what they heard."),
    )
    rows = tuple(
        Row((_asked(_(OSBD.field(step).label), _(OSBD.field(step).help)), EMPTY), room=122)
        for step in _STEPS
    )
    yield Table((150, 0), rows, boxed=True)


def _constraints() -> Iterator[Part]:
    yield from _title(
        _("My constraints, your constraints"),
        _("Each fills in the first two columns; then the sheets are exchanged."),
    )
    head = (
        _("What I cannot change"),
        _("Where it comes from"),
        _("What it asks of the other"),
        _("What would make it lighter"),
    )
    rows = tuple(Row((EMPTY,) * 4, room=66) for _row in range(_CONSTRAINTS))
    yield Table((0, 0, 0, 0), rows, head, boxed=True)


def _options() -> Iterator[Part]:
    yield from _title(
        _("Options against interests"),
        _(
            "First everybody’s interests, one a line; then options, without judging; only then a "
            "figure from 0 (not met) to {most} (fully met)."
        ).format(most=SCORE_MAX),
    )
    numbers = range(1, _OPTIONS + 1)
    lines = tuple(
        Row(((Words(_("Option {number}").format(number=n), Tone.MUTED),), EMPTY), room=24)
        for n in numbers
    )
    yield Table((70, 0), lines, boxed=True)
    yield Gap(12)
    head = (_("Interest"), _("Whose"), *(str(number) for number in numbers))
    rows = tuple(Row((EMPTY,) * (2 + _OPTIONS), room=26) for _row in range(_INTERESTS))
    yield Table((0, 84, *((40.0,) * _OPTIONS)), rows, head, boxed=True)


def _asked(label: str, help_: str) -> Cell:
    return (Words(label, Tone.STRONG), Words(help_, Tone.SMALL))
