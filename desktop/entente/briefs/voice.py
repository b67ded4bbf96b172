"""How what a reader is told is put into words, in the language in use.

In the mediator's copy each text says how far it may travel; in a party's, what nobody else at
the table has. A field that no column of a list is made for stands below the main text of its
record, after its name: none is dropped.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.parts import EMPTY, Cell, Keeps, Row, Table, Tone, Words
from entente.briefs.told import Datum, Entry, Told
from entente.domain import values
from entente.domain.confidentiality import LEVEL_LABELS, AudienceKind, Level, known_level
from entente.domain.records import RATING_FIELDS, Field
from entente.i18n import _, language
from entente.store.schema import RECORD_TABLES

#: Width of a column of names of fields, in points.
LABELS: Final = 128.0
_AUTHOR: Final = "author"
#: What is longer stands on a line of its own.
_SHORT: Final = 48
#: What is said of a rating only where a column is made for it.
_RATED: Final = {field.name: field for field in RATING_FIELDS}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list.

    Attributes:
        title: Its head.
        width: In points; 0 for a share of what is left.
        names: The fields it shows.
        show: Makes its cell, where it is not just the first of the fields.
    """

    title: str
    width: float
    names: tuple[str, ...]
    show: Callable[[Entry], Cell] | None = None


class Voice:
    """Speaks to one reader."""

    def __init__(self, told: Told) -> None:
        self._audience = told.head.audience
        self._mediator = told.head.mediator
        #: All that is told, whatever part of the document is being written.
        self.whole = told

    def label(self, level: Level, caucus_of: str = "") -> str:
        """Return what is said of how far a text may travel; nothing in most copies."""
        if self._audience is AudienceKind.MEDIATOR:
            return level_words(level, caucus_of)
        if level is Level.CAUCUS and self._audience is AudienceKind.PARTY:
            return _("your caucus")
        return ""

    def words(
        self, entry: Entry, name: str, tone: Tone = Tone.CELL, lead: str = "", *, mark: bool = True
    ) -> Cell:
        """Return a field as words; nothing where it is empty or not for the reader."""
        datum = entry.datum(name)
        if datum is None:
            return EMPTY
        label = self.label(datum.level, entry.caucus_of) if mark else ""
        return (Words(say(entry.kind, datum), tone, lead, label, datum.level),)

    def cell(self, entry: Entry, name: str, tone: Tone = Tone.CELL) -> Cell:
        """Return a field as a cell; a dash where there is none."""
        datum = entry.datum(name)
        if datum is None:
            return (Words("–", Tone.MUTED),)
        is_text = field_of(entry.kind, name).is_text
        return self.words(entry, name, tone, mark=is_text)

    def rest(self, entry: Entry, shown: Collection[str]) -> Cell:
        """Return the fields no column shows, each after its name; short ones on one line."""
        told = [d for d in entry.data if d.name not in shown and not _is_usual(entry.kind, d)]
        told = [d for d in told if d.name != _AUTHOR or d.value != self._mediator]
        found: list[Words] = []
        short: list[str] = []
        for each in told:
            words = _("{label}: {value}").format(
                label=_(field_of(entry.kind, each.name).label), value=say(entry.kind, each)
            )
            if each.level == entry.level and len(words) <= _SHORT:
                short.append(words)
                continue
            own = self.label(each.level, entry.caucus_of) if each.level != entry.level else ""
            found.append(Words(words, Tone.SMALL, label=own, level=each.level))
        return (*((Words(joined(*short), Tone.SMALL),) if short else EMPTY), *found)

    def listing(
        self,
        entries: Iterable[Entry],
        columns: Iterable[Column],
        main: int,
        keeps: Keeps | None = Keeps.FIRST,
        also: Iterable[str] = (),
    ) -> tuple[Table, ...]:
        """Return a table of records, one a row; nothing where there are none.

        Args:
            entries: In order.
            columns: What is shown.
            main: Which column takes what no other shows.
            keeps: Which rows stay if the document is to be short.
            also: Fields told elsewhere.
        """
        made = tuple(columns)
        shown = {name for column in made for name in column.names} | set(also)
        rows = []
        for entry in entries:
            cells = [self._column(entry, column) for column in made]
            cells[main] = (*cells[main], *self.rest(entry, shown))
            rows.append(Row(tuple(cells)))
        if not rows:
            return ()
        head = tuple(column.title for column in made)
        return (Table(tuple(c.width for c in made), tuple(rows), head, keeps=keeps),)

    def _column(self, entry: Entry, column: Column) -> Cell:
        return column.show(entry) if column.show else self.cell(entry, column.names[0])

    def labelled(self, entry: Entry, names: Iterable[str]) -> tuple[Table, ...]:
        """Return fields one below the other, each beside its name; nothing without any."""
        rows = tuple(
            Row((label(entry.kind, name), self.words(entry, name)))
            for name in names
            if entry.datum(name)
        )
        return (Table((LABELS, 0), rows),) if rows else ()


def label(kind: str, name: str) -> Cell:
    """Return the name of a field as a cell."""
    return (Words(_(field_of(kind, name).label), Tone.MUTED),)


def field_of(kind: str, name: str) -> Field:
    """Return the field of a record or of its ratings."""
    record = RECORD_TABLES[kind]
    rated = _RATED.get(name) if kind == record.rating_name else None
    return rated or record.field(name)


def say(kind: str, datum: Datum) -> str:
    """Return a field as a person reads it."""
    if isinstance(datum.value, dt.date):
        return long_date(datum.value, language())
    return values.show(field_of(kind, datum.name), datum.value)


def said(entry: Entry, name: str) -> str:
    """Return a field as a person reads it; empty where it is empty or not for the reader."""
    datum = entry.datum(name)
    return say(entry.kind, datum) if datum else ""


def joined(*parts: str) -> str:
    """Return what there is of some parts, one after the other."""
    return " · ".join(filter(None, parts))


def level_words(level: str, caucus_of: str = "") -> str:
    """Return how far a text may travel, in the language in use: `caucus A11`."""
    known = known_level(level)
    words = _(LEVEL_LABELS[known])
    return f"{words} {caucus_of}" if known is Level.CAUCUS and caucus_of else words


def _is_usual(kind: str, datum: Datum) -> bool:
    """Whether a choice is the one nobody had to make."""
    each = field_of(kind, datum.name)
    return each.choices is not None and datum.value == each.default
