"""Which way a relation goes, as programs for drawing maps write it in a column."""

from dataclasses import replace
from typing import Final

from entente.domain.relation import RELATION
from entente.domain.text import heading_key
from entente.exchange.mapping import headings
from entente.exchange.table import Cell, Table
from entente.i18n import LANGUAGES

#: The field that such a column becomes.
ONE_WAY: Final = RELATION.field("one_way").name
_DIRECTION: Final = frozenset({"direction", "sens", "orientation"})
_ONE: Final = frozenset(
    {"directed", "dirigé", "dirigée", "orienté", "orientée", "one way", "sens unique", "simple"}
)
_BOTH: Final = frozenset(
    {"undirected", "mutual", "both", "non dirigé", "non dirigée", "non orienté", "réciproque"}
    | {"mutuel", "mutuelle", "double"}
)


def says_direction(heading: str) -> bool:
    """Whether a column of that heading says which way relations go."""
    key = heading_key(heading)
    own = {heading_key(headings(RELATION, code)[ONE_WAY]) for code in LANGUAGES}
    return key in _DIRECTION or key in own or key == heading_key(ONE_WAY)


def with_direction(table: Table) -> Table:
    """Return a list of relations with `directed` and `mutual` told as our own field has it."""
    keys = [heading_key(heading) for heading in table.headings]
    place = next((place for place, key in enumerate(keys) if key in _DIRECTION), None)
    if place is None or sum(map(says_direction, table.headings)) > 1:
        return table
    renamed = (*table.headings[:place], ONE_WAY, *table.headings[place + 1 :])
    rows = [(*row[:place], _way(row[place]), *row[place + 1 :]) for row in table.rows]
    return replace(table, headings=renamed, rows=rows)


def _way(cell: Cell) -> Cell:
    word = heading_key(cell) if isinstance(cell, str) else ""
    if word in _FOLDED_ONE:
        return True
    return False if word in _FOLDED_BOTH else cell


_FOLDED_ONE: Final = frozenset(map(heading_key, _ONE))
_FOLDED_BOTH: Final = frozenset(map(heading_key, _BOTH))
