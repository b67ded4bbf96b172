"""Facts in rows by day and in columns by who tells them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from typing_extensions import override

from entente.domain.note import FACTS, NoteKind
from entente.i18n import _
from entente.services.notes import Board, Note
from entente_ui.difficulties.notes.arrange import NOBODY, voice_name
from entente_ui.difficulties.notes.telling import Telling

#: Stands for the column in the middle, of what is agreed.
AGREED: Final = "*agreed"


class FactTelling(Telling):
    """How a fact is told beside its day: the day it was noted would be taken for another."""

    __slots__ = ()

    @override
    def heads(self, note: Note) -> Sequence[str]:
        return (self.who(note),)


@dataclass(frozen=True, slots=True)
class Column:
    """Who tells what stands in it.

    Attributes:
        value: Key of an actor, `NOBODY` or `AGREED`.
    """

    value: str
    title: str


@dataclass(frozen=True, slots=True)
class Row:
    """Facts of one day, at most one from each.

    Attributes:
        is_first: Whether it is the first row of its day.
        cells: A fact or None, in the order of the columns.
    """

    day: dt.date
    is_first: bool
    cells: tuple[Note | None, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All facts of a difficulty.

    Attributes:
        undated: Facts nobody has given a day yet.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    undated: tuple[Note, ...]


def timeline(board: Board) -> Timeline:
    """Return the facts of a board: what is agreed in the middle, the parties around it."""
    facts = [note for note in board.notes if note.kind in FACTS]
    parties = [voice for voice in board.voices if voice.is_party]
    columns = [Column(voice.id, voice.speaks_for or voice_name(voice)) for voice in parties]
    columns.insert((len(columns) + 1) // 2, Column(AGREED, _("Agreed")))
    known = {column.value: place for place, column in enumerate(columns)}
    if any(column_of(note, known) == NOBODY for note in facts):
        known[NOBODY] = len(columns)
        columns.append(Column(NOBODY, _("Nobody in particular")))
    by_day: dict[dt.date, dict[int, list[Note]]] = defaultdict(lambda: defaultdict(list))
    for note in facts:
        if note.happened_on is not None:
            by_day[note.happened_on][known[column_of(note, known)]].append(note)
    rows = [
        Row(day, is_first=place == 0, cells=cells)
        for day in sorted(by_day)
        for place, cells in enumerate(_side_by_side(by_day[day], len(columns)))
    ]
    undated = tuple(note for note in facts if note.happened_on is None)
    return Timeline(tuple(columns), tuple(rows), undated)


def column_of(note: Note, known: Mapping[str, object]) -> str:
    """Return the value of the column a fact stands in."""
    if note.kind == NoteKind.AGREED:
        return AGREED
    return note.actor if note.actor in known else NOBODY


def _side_by_side(
    told: Mapping[int, Sequence[Note]], columns: int
) -> Sequence[tuple[Note | None, ...]]:
    return list(zip_longest(*(told.get(place, ()) for place in range(columns))))
