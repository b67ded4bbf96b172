"""One drawing of the map with its title, its legend and the list of who is not named."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.levels import confidential_words
from entente.briefs.network import legend, places
from entente.briefs.network.cards import draw_cards, draw_homes, draw_texts
from entente.briefs.network.lines import draw_heads, draw_lines, draw_signs, ways
from entente.briefs.page import SIDE
from entente.briefs.picture import INK, MUTED, Area, Mark, Words
from entente.briefs.text import fitted, one_line
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.placement import Box
from entente.i18n import _, ngettext
from entente.services.relation_map import RelationMap

_HEAD: Final = 45.0
_TOP: Final = 108.0
_FOOT: Final = 44.0
_COLUMN: Final = 180.0
#: Up to this length of a sheet, in points, it is read from near: that of A4.
_READ_FROM_NEAR: Final = 842.0
#: In how many steps everything grows to twice its size.
_STEPS: Final = 20
_LINE: Final = 12.5


@dataclass(frozen=True, slots=True)
class Drawing:
    """The marks of a sheet, and what the list after it has to tell."""

    marks: tuple[Mark, ...]
    told_apart: tuple[str, ...]


def zoom(shown: RelationMap, size: tuple[float, float]) -> float:
    """Return how much larger everything can be drawn on a sheet of a size; at least 1."""
    lines = len(legend.in_lines(legend.entries(shown), size[0] - 2 * SIDE)) + 1
    most = round(_STEPS * max(size) / _READ_FROM_NEAR)
    reach = places.reach_of(shown)
    for step in range(most, _STEPS, -1):
        wide, high = size[0] * _STEPS / step, size[1] * _STEPS / step
        room = wide - 2 * SIDE, high - _TOP - _FOOT - 14 - legend.LINE * lines
        if places.is_roomy(reach, room):
            return step / _STEPS
    return 1.0


def draw(shown: RelationMap, language: str, size: tuple[float, float]) -> Drawing:
    """Return the map on a sheet of a size in points, without what surrounds it."""
    wide, high = size
    explained = legend.in_lines(legend.entries(shown), wide - 2 * SIDE)
    bottom = high - _FOOT - 8 - legend.LINE * len(explained)
    area = Box(SIDE, _TOP, wide - SIDE, bottom - 6)
    placed = places.arrange(shown, area)
    homes = draw_homes(shown, placed.cards, ways(shown.relations, placed.cards))
    crowd = draw_cards(shown.actors, placed.cards)
    marks: list[Mark] = [
        Area(0, 0, wide, high, "#FFFFFF"),
        *_title(shown, language, wide),
        *homes.marks,
        *draw_texts(shown.texts, placed),
        *draw_lines(shown.relations, placed.cards),
        *homes.names,
        *draw_heads(shown.relations, placed.cards),
        *crowd.marks,
        *draw_signs(shown.relations, placed.cards, homes.heads),
        *legend.draw(explained, SIDE, bottom),
    ]
    entries = [f"{actor.ref}\u00a0{one_line(actor.name)}" for actor in crowd.unnamed]
    for group in homes.scattered:
        refs = [actor.ref for actor in shown.actors if actor.organisation_id == group.id]
        entries.append(f"{one_line(group.name)}\u00a0: {', '.join(refs)}")
    return Drawing(tuple(marks), tuple(entries))


def told(
    entries: Sequence[str], top: float, room: tuple[float, float]
) -> tuple[list[Mark], Sequence[str], float]:
    """Return a list in columns, what of it found no room, and how high it is.

    Args:
        entries: The lines of the list.
        top: Where it begins.
        room: Width of the sheet, and height the list may fill.
    """
    columns = max(1, int((room[0] - 2 * SIDE) // _COLUMN))
    wide = (room[0] - 2 * SIDE) / columns
    most = max(1, int(room[1] // _LINE))
    rows = min(most, max(1, math.ceil(len(entries) / columns)))
    marks: list[Mark] = []
    for number, entry in enumerate(entries[: rows * columns]):
        column, row = divmod(number, rows)
        text = fitted(entry, Face.SANS, SMALL_SIZE, wide - 10)
        marks.append(Words(SIDE + column * wide, top + _LINE * (row + 0.8), text, colour=INK))
    return marks, entries[rows * columns :], _LINE * rows


def heading(text: str, y: float) -> Mark:
    """Return the heading of a list."""
    return Words(SIDE, y, text, 12.5, Face.SERIF, INK)


def reader(shown: RelationMap) -> str:
    """Return for whom a map is, in the language in use."""
    return confidential_words(shown.head.audience, shown.head.recipient)


def _title(shown: RelationMap, language: str, wide: float) -> Iterator[Mark]:
    title = _("Map of relations")
    yield Words(SIDE, 80, title, 20, Face.SERIF, INK)
    if shown.view:
        left = SIDE + width(title, Face.SERIF, 20) + 12
        name = fitted(shown.view, Face.SANS, 12.5, wide - SIDE - left)
        yield Words(left, 80, name, 12.5, colour=MUTED)
    people, ties = len(shown.actors), len(shown.relations)
    parts = [
        ngettext("{count} actor", "{count} actors", people).format(count=people),
        ngettext("{count} relation", "{count} relations", ties).format(count=ties),
        _("state on {date}").format(date=long_date(shown.head.on, language)),
    ]
    if shown.pseudonymised:
        parts.append(_("roles instead of names"))
    yield Words(SIDE, 97, " · ".join(parts), 10.5, colour=MUTED)
