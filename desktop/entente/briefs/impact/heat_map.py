"""Groups and dimensions as one drawing: the deeper, the darker."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entente.briefs.heat import EDGE, HEAT
from entente.briefs.picture import MUTED, Anchor, Area, Mark, Picture, Words
from entente.briefs.text import fitted
from entente.briefs.type import SMALL_SIZE, Face
from entente.domain.change.impact_figures import DEPTH_LABELS, DIMENSIONS
from entente.i18n import _
from entente.services.impact_words import NONE, dimension_words

_NAME: Final = 150.0
_SIDE: Final = 36.0
_CELL: Final = 18.0
_HEAD: Final = 112.0
_BASE: Final = 12.5
_FOOT: Final = 26.0
_LEGEND: Final = 97.0


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One group: its depths, None where nobody looked, with what they come to.

    Attributes:
        is_mean: Whether it tells the means of the groups above.
    """

    name: str
    depths: tuple[str, ...]
    steps: tuple[int | None, ...]
    mean: str = ""
    size: str = ""


def draw(rows: Sequence[HeatRow], means: Sequence[HeatRow], room: float) -> Picture:
    """Return the map of some groups, with the means of all groups below."""
    wide = (room - _NAME - 2 * _SIDE) / len(DIMENSIONS)
    marks: list[Mark] = []
    for place, name in enumerate(DIMENSIONS):
        x = _NAME + wide * (place + 0.5) + SMALL_SIZE / 3
        said = fitted(dimension_words(name), Face.SANS, SMALL_SIZE, _HEAD - 4)
        marks.append(Words(x, _HEAD - 6, said, turned=True))
    for place, said in enumerate((_("Mean"), _("Size"))):
        x = room - _SIDE * (1.5 - place)
        marks.append(Words(x, _HEAD - 6, said, face=Face.SEMIBOLD, anchor=Anchor.MIDDLE))
    for number, row in enumerate((*rows, *means)):
        marks += _row(row, _HEAD + _CELL * number, wide, room)
    foot = _HEAD + _CELL * (len(rows) + len(means))
    marks += _legend(foot + 8)
    return Picture(room, foot + _FOOT, tuple(marks))


def _row(row: HeatRow, top: float, wide: float, room: float) -> Iterator[Mark]:
    yield Words(0, top + _BASE, fitted(row.name, Face.SANS, SMALL_SIZE, _NAME - 8))
    for place, (said, step) in enumerate(zip(row.depths, row.steps, strict=True)):
        x = _NAME + wide * place
        ink = MUTED
        if step is not None:
            yield Area(x, top, wide, _CELL, HEAT[step].fill, EDGE)
            ink = HEAT[step].ink
        elif row.size:
            yield Area(x, top, wide, _CELL, "", EDGE)
        yield Words(x + wide / 2, top + _BASE, said, colour=ink, anchor=Anchor.MIDDLE)
    for place, said in enumerate((row.mean, row.size)):
        x = room - _SIDE * (1.5 - place)
        yield Words(x, top + _BASE, said, face=Face.SEMIBOLD, anchor=Anchor.MIDDLE)


def _legend(top: float) -> Iterator[Mark]:
    x = 0.0
    for depth, label in DEPTH_LABELS.items():
        yield Area(x, top, 10, 10, HEAT[depth].fill, EDGE)
        yield Words(x + 14, top + 8.5, f"{depth} {_(label)}", colour=MUTED)
        x += _LEGEND
    unseen = _("not looked at")
    yield Words(x, top + 8.5, f"{NONE} {unseen}", colour=MUTED)
