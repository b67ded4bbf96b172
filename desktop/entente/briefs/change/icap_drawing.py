"""The rates of the ICAP barometer as a drawing: what rises was not expected to."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.picture import (
    HAIRLINE,
    INK,
    MUTED,
    Anchor,
    Disc,
    Mark,
    Picture,
    Trace,
    Words,
)
from entente.briefs.type import Face
from entente.domain.change.icap import AXES
from entente.domain.climate.survey import AXIS_LABELS
from entente.i18n import _, language
from entente.services.icap import IcapWave
from entente.services.progress_words import share

_TOP: Final = 12.0
_HIGH: Final = 80.0
_FOOT: Final = 18.0
_LEFT: Final = 40.0
_RIGHT: Final = 120.0
_INSET: Final = 30.0
_LEVELS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
#: So many waves are drawn, the last ones.
MOST: Final = 3
_INVERTED: Final = "#A32121"
#: From the last wave back: colour and dash, told apart without colours.
_STROKES: Final[Sequence[tuple[str, tuple[float, ...]]]] = (
    ("#0F6A70", ()),
    ("#9A5B00", (4.0, 2.5)),
    ("#6A3F9A", (1.0, 2.0)),
)


def draw(waves: Sequence[IcapWave], room: float) -> Picture:
    """Return the last waves, axis by axis in the order expected."""
    marks: list[Mark] = []
    for level in _LEVELS:
        y = _y(level)
        marks.append(Trace(((_LEFT, y), (room - _RIGHT, y)), HAIRLINE))
        marks.append(Words(_LEFT - 5, y + 3, share(level), colour=MUTED, anchor=Anchor.END))
    for place, label in enumerate(AXIS_LABELS.values()):
        x = _x(place, room)
        marks.append(Words(x, _TOP + _HIGH + 13, _(label), colour=MUTED, anchor=Anchor.MIDDLE))
    for back, wave in reversed(list(enumerate(reversed(waves[-MOST:])))):
        marks += _wave(wave, back, room)
    return Picture(room, _TOP + _HIGH + _FOOT, tuple(marks))


def _wave(wave: IcapWave, back: int, room: float) -> Iterator[Mark]:
    colour, dash = _STROKES[back]
    spots = {
        name: (_x(place, room), _y(rate))
        for place, name in enumerate(AXES)
        if (rate := wave.rates[name]) is not None
    }
    for before, after in pairwise(spots):
        drawn = _INVERTED if (before, after) in wave.inversions else colour
        yield Trace((spots[before], spots[after]), drawn, 1.6 if not back else 1.1, dash)
    for name, (x, y) in spots.items():
        yield Disc(x, y, 2.6, colour)
        said = share(wave.rates[name])
        if not back:
            yield Words(x, y - 6, said, face=Face.SEMIBOLD, colour=INK, anchor=Anchor.MIDDLE)
        elif back == 1:
            yield Words(x, y + 12, said, colour=colour, anchor=Anchor.MIDDLE)
    if spots:
        x, y = list(spots.values())[-1]
        yield Words(x + 16, y + 3, long_date(wave.day, language()), colour=colour)


def _x(place: int, room: float) -> float:
    wide = room - _LEFT - _RIGHT - 2 * _INSET
    return _LEFT + _INSET + wide * place / (len(AXES) - 1)


def _y(rate: float) -> float:
    return _TOP + _HIGH * (1 - rate)
