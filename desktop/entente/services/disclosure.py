"""What a document for one reader is given, and what it is not, whatever its kind.

The gathering of what a page shows picks texts one by one. `sorted_texts` walks apart from it
over every text concerned, by the descriptions of the records, and shares only `may_read` with
it, so that the audit of the finished file finds what the gathering may have let slip.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from entente.domain.confidentiality import Audience, AudienceKind, may_read
from entente.domain.mission import MISSION
from entente.domain.records import RATING_FIELDS, Field, RecordType
from entente.services import records
from entente.store.search import level_of
from entente.store.session import Session

Row: TypeAlias = Mapping[str, Any]

#: Of the mission, what stands at the head of every document.
_SHOWN: Final = ("name", "organisation", "mediator", "practice")
#: The day a row is of, by the fields that can hold it; what is due later is known today.
_DAYS: Final = (
    *("dated_on", "noted_on", "held_on", "decided_on", "made_on", "said_on"),
    *("declared_on", "received_on", "checked_on"),
)
_PLANNED: Final = "planned"


@dataclass(frozen=True, slots=True)
class Concerned:
    """Rows of one table that a document is about.

    Attributes:
        fields: Those of theirs that are looked at.
        rows: Whole, of the table itself, and not as the reader may see them.
        caucus_field: Names the actor whose caucus a row belongs to; empty where none has any.
    """

    fields: tuple[Field, ...]
    rows: Iterable[Row]
    caucus_field: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of every document.

    Attributes:
        audience: The kind of reader.
        on: The day whose state is shown.
        recipient: The party it is for, as the head of the page names it; else empty.
        mission: What the mission is called; like the rest, every reader is told.
    """

    audience: AudienceKind
    on: dt.date
    recipient: str = ""
    mission: str = ""
    organisation: str = ""
    mediator: str = ""
    practice: str = ""

    def texts(self) -> Iterator[str]:
        """Yield what somebody wrote of it."""
        told = (self.recipient, self.mission, self.organisation, self.mediator, self.practice)
        yield from filter(None, told)

    def emptied(self) -> "Head":
        """Return the same head without anybody's words or names."""
        return Head(self.audience, self.on)


@dataclass(frozen=True, slots=True)
class Texts:
    """Every text a document concerns, sorted by whether its reader may read it.

    Nothing but the audit of the finished file may look at what is withheld, so neither is
    told by `repr`.
    """

    readable: tuple[str, ...] = field(default=(), repr=False)
    withheld: tuple[str, ...] = field(default=(), repr=False)


NO_TEXTS: Final = Texts()


def head_of(session: Session, audience: Audience, on: dt.date, recipient: str = "") -> Head:
    """Return the head of a document for one reader."""
    mission: Row = next(iter(records.list_rows(session, MISSION).dicts()), {})
    return Head(audience.kind, on, recipient, *(mission.get(name) or "" for name in _SHOWN))


def sorted_texts(
    audience: Audience,
    concerned: Iterable[Concerned],
    on: dt.date,
    given: Iterable[str] = (),
) -> Texts:
    """Return every text concerned: those the reader may read, and the others.

    Args:
        audience: The reader.
        concerned: The rows the document is about.
        on: The day whose state is shown; what is dated later is withheld.
        given: What the reader is told whatever its level, first of all `Head.texts`.
    """
    readable = dict.fromkeys(filter(None, given))
    withheld: dict[str, None] = {}
    for table in concerned:
        for each, row in table_texts(table):
            owner = (row[table.caucus_field] or "") if table.caucus_field else ""
            may = may_read(audience, level_of(each, row), owner) and not is_later(row, on)
            (readable if may else withheld)[str(row[each.name])] = None
    return Texts(tuple(readable), tuple(words for words in withheld if words not in readable))


def table_texts(table: Concerned) -> Iterator[tuple[Field, Row]]:
    """Yield each text field of each row that says anything."""
    texts = [each for each in table.fields if each.is_text]
    for row in table.rows:
        yield from ((each, row) for each in texts if row[each.name])


def rows_of(kind: RecordType, rows: Iterable[Row]) -> Concerned:
    """Return rows of a kind as what a document concerns."""
    return Concerned(kind.stored, rows, kind.caucus_field)


def ratings_of(rows: Iterable[Row]) -> Concerned:
    """Return rows of ratings as what a document concerns."""
    return Concerned(RATING_FIELDS, rows)


def is_later(row: Row, on: dt.date) -> bool:
    """Return whether a row is dated after the day whose state is shown.

    What is planned for a later day is known today.
    """
    if row.get("status") == _PLANNED:
        return False
    return any(row.get(name) is not None and row[name] > on for name in _DAYS)
