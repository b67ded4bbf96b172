"""The mean of each item in each wave as one drawing: the lower, the darker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entente.briefs.climate_book.words import figure
from entente.briefs.heat import EDGE, HEAT
from entente.briefs.picture import MUTED, Anchor, Area, Mark, Picture, Words
from entente.briefs.text import fitted
from entente.briefs.type import SMALL_SIZE, Face
from entente.i18n import _

_CODE: Final = 34.0
_LABEL: Final = 150.0
_CELL: Final = 15.0
_WIDEST: Final = 40.0
_TOP: Final = 20.0
_FOOT: Final = 26.0
#: A mean below each of these stands a step higher.
_STEPS: Final = (4.0, 3.5, 3.0, 2.5)


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One item, and its mean in each wave; None where there is none to tell."""

    code: str
    label: str
    means: tuple[float | None, ...]


def step(mean: float) -> int:
    """Return the step of the heat scale a mean from 1 to 5 stands on."""
    return sum(1 for limit in _STEPS if mean < limit)


def draw(rows: Sequence[HeatRow], waves: Sequence[str], room: float) -> Picture:
    """Return the map of some waves."""
    left = _CODE + _LABEL
    wide = min(_WIDEST, (room - left) / max(len(waves), 1))
    marks: list[Mark] = []
    for place, name in enumerate(waves):
        words = fitted(name, Face.SEMIBOLD, SMALL_SIZE, wide - 2)
        x = left + wide * (place + 0.5)
        marks.append(Words(x, _TOP - 6, words, face=Face.SEMIBOLD, anchor=Anchor.MIDDLE))
    for number, row in enumerate(rows):
        top = _TOP + _CELL * number
        code = fitted(row.code, Face.SEMIBOLD, SMALL_SIZE, _CODE - 4)
        marks.append(Words(0, top + 11, code, face=Face.SEMIBOLD))
        label = fitted(row.label, Face.SANS, SMALL_SIZE, _LABEL - 8)
        marks.append(Words(_CODE, top + 11, label))
        for place, mean in enumerate(row.means):
            marks += _cell(left + wide * place, top, wide, mean)
    foot = _TOP + _CELL * len(rows)
    marks += _legend(left, foot + 8)
    return Picture(room, foot + _FOOT, tuple(marks))


def _cell(x: float, top: float, wide: float, mean: float | None) -> Iterator[Mark]:
    if mean is None:
        yield Area(x, top, wide, _CELL, "", EDGE)
        yield Words(x + wide / 2, top + 11, "–", colour=MUTED, anchor=Anchor.MIDDLE)
        return
    # Of the number that is shown: two alike have one colour.
    heat = HEAT[step(round(mean, 1))]
    yield Area(x, top, wide, _CELL, heat.fill, EDGE)
    yield Words(x + wide / 2, top + 11, figure(mean, 1), colour=heat.ink, anchor=Anchor.MIDDLE)


def _legend(left: float, top: float) -> Iterator[Mark]:
    low = _("below {mean}")
    named = [
        _("{mean} and more").format(mean=figure(_STEPS[0], 1)),
        *(low.format(mean=figure(limit, 1)) for limit in _STEPS),
    ]
    for place, words in enumerate(named):
        x = left - _LABEL + 66 * place
        yield Area(x, top, 10, 10, HEAT[place].fill, EDGE)
        yield Words(x + 14, top + 8.5, words, colour=MUTED)
