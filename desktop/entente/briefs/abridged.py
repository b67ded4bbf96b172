"""Keeps a document to a few pages, and says what it leaves untold.

The length is reckoned, not measured, so that a file for Word is cut like a PDF. Lists are cut
down to a few of their rows, and sections it can spare are named at its end with what they held;
a text is never cut.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import Final

from entente.briefs.parts import (
    Box,
    Drawing,
    Gap,
    Keeps,
    NewPage,
    Part,
    Row,
    Section,
    Table,
    Together,
    Tone,
    Words,
)
from entente.i18n import _, ngettext

PAGES_MAX: Final = 5
_PAGE: Final = 708.0
_WIDTH: Final = 493.0
#: What the ends of pages leave free, as a share of all.
_LOST: Final = 0.02
_LETTER: Final = 4.2
_LINE: Final = 13.0
_PAD: Final = 7.0
_HEADING: Final = 36.0
_DRAWING: Final = 150.0
#: How many rows of a list stay, and how soon spared a section must be to go, step by step.
_STEPS: Final = (
    *((20, 0), (12, 0), (12, 1), (10, 1), (10, 2), (8, 2), (8, 3), (8, 4)),
    *((8, 5), (8, 6), (7, 6), (6, 6), (5, 6), (4, 6), (3, 6), (2, 6)),
)


def abridged(parts: Sequence[Part], pages: int = PAGES_MAX) -> tuple[Part, ...]:
    """Return parts that fill so many pages at the most, as far as cutting lists can do it."""
    room = pages * _PAGE * (1 - _LOST)
    length = _Length()
    if length.of(parts) <= room:
        return tuple(parts)

    def fits(step: int) -> bool:
        return length.of(_shortened(parts, *_STEPS[step])) <= room

    # Each step leaves no more than the one before it.
    step = bisect_left(range(len(_STEPS) - 1), x=True, key=fits)
    return _shortened(parts, *_STEPS[step])


def _shortened(parts: Sequence[Part], most: int, spared: int) -> tuple[Part, ...]:
    """Return parts with short lists, without some sections, and a line that names these."""
    gone: Counter[str] = Counter()
    kept = _kept(parts, most, spared, gone)
    if not gone:
        return kept
    named = " · ".join(
        _("{title} ({count})").format(title=title, count=count) for title, count in gone.items()
    )
    said = _("Not in this short version: {sections}.").format(sections=named)
    return (*kept, Gap(8), Words(said, Tone.SMALL))


def _kept(parts: Sequence[Part], most: int, spared: int, gone: Counter[str]) -> tuple[Part, ...]:
    kept: list[Part] = []
    for part in parts:
        match part:
            case Section() if 0 < part.spare <= spared:
                gone[part.title] += sum(_rows(part.parts))
            case Section() | Together():
                inside = _kept(part.parts, most, spared, gone)
                kept += [replace(part, parts=inside)] if inside else []
            case Table():
                kept.append(_cut(part, most))
            case Drawing():
                kept.append(replace(part, always=False))
            case _:
                kept.append(part)
    return tuple(kept)


def _cut(table: Table, most: int) -> Table:
    left = len(table.rows) - most
    if not table.keeps or left <= 1:
        return table
    words = ngettext("… and {count} other", "… and {count} others", left)
    note = Row(((Words(words.format(count=left), Tone.SMALL),),))
    if table.keeps is Keeps.LAST:
        return replace(table, rows=(note, *table.rows[left:]))
    return replace(table, rows=(*table.rows[:most], note))


def _rows(parts: Sequence[Part]) -> Iterator[int]:
    for part in parts:
        if isinstance(part, Section | Together):
            yield from _rows(part.parts)
        else:
            yield len(part.rows) if isinstance(part, Table) else 0


class _Length:
    """Reckons how high parts are; rows that stay are reckoned once."""

    def __init__(self) -> None:
        self._rows: dict[int, tuple[Row, float]] = {}

    def of(self, parts: Sequence[Part]) -> float:
        """Return the height of parts, in points."""
        return sum(map(self._part, parts))

    def _part(self, part: Part) -> float:  # noqa: PLR0911  # one for each sort of part
        match part:
            case Words():
                return _lines(part, _WIDTH) * _LINE
            case Table():
                return self._table(part)
            case Box():
                return 26 + sum(_lines(words, _WIDTH) for words in part.words) * _LINE
            case Gap():
                return part.height
            case NewPage():
                return _PAGE / 2
            case Drawing():
                return _DRAWING + (self._table(part.table) if part.always else 0)
            case Section() | Together():
                return self.of(part.parts) + (_HEADING if isinstance(part, Section) else 0)

    def _table(self, table: Table) -> float:
        free = sum(1 for width in table.widths if not width)
        share = (_WIDTH - sum(table.widths)) / free if free else 0
        widths = [(width or share) - 12 for width in table.widths]
        head = _LINE + _PAD if table.head else 3 * _LINE if table.top else 0
        return head + sum(self._row(row, widths) for row in table.rows)

    def _row(self, row: Row, widths: Sequence[float]) -> float:
        known = self._rows.get(id(row))
        if known is None:
            columns = widths if len(row.cells) > 1 else [_WIDTH]
            cells = zip(row.cells, columns, strict=True)
            lines = [sum(_lines(words, width) for words in cell) for cell, width in cells]
            height = max(max(lines, default=0) * _LINE, row.room) + _PAD
            # The row is kept, so that no other comes to have its identity.
            known = self._rows[id(row)] = (row, height)
        return known[1]


def _lines(words: Words, width: float) -> int:
    letters = len(words.text) + len(words.lead) + len(words.label) + 2
    return max(1, ceil(letters * _LETTER / width)) + words.text.count("\n")
