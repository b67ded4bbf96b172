"""What one reader is told by a document, whatever its kind, free of session and page.

A document is about records. Each record becomes an `Entry` of those of its fields that its
reader may read, and of no other; so what a page is made from cannot hold anything else, and a
field described tomorrow is told tomorrow.
"""

import datetime as dt
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias, TypeVar

from entente.domain.confidentiality import AudienceKind, Level
from entente.services.disclosure import NO_TEXTS, Head, Texts

Value: TypeAlias = str | int | float | dt.date
_T = TypeVar("_T", bound="Told")


class Reason(StrEnum):
    """Why something is left out of a document."""

    LEVEL = "level"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Datum:
    """One field of a record.

    Attributes:
        value: As it is stored; what people are called where it points to somebody.
        level: How far it may travel.
        is_words: Whether somebody wrote it, or it names somebody.
    """

    name: str
    value: Value
    level: Level
    is_words: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """One record, or one dated rating, as far as its reader may know it.

    Attributes:
        kind: The table it stands in.
        key: Its key, and in `links` those of what it points to; never shown.
        data: Its fields that hold something, in their order.
        level: Of the record itself.
        caucus_of: Short reference of the party whose caucus it may belong to.
        ref: Its short reference.
        name: Of a party or somebody present: what they are called, or their reference.
        standing: Of a party: the group or organisation it stands for.
        history: Its dated ratings, oldest first.
    """

    kind: str
    key: str = ""
    data: tuple[Datum, ...] = ()
    level: Level = Level.MEDIATOR
    caucus_of: str = ""
    ref: str = ""
    name: str = ""
    standing: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    history: "tuple[Entry, ...]" = ()

    def get(self, name: str) -> Value | None:
        """Return a field; None if it is empty or not for the reader."""
        found = self.datum(name)
        return found.value if found else None

    def datum(self, name: str) -> Datum | None:
        """Return a field with its level."""
        for each in self.data:
            if each.name == name:
                return each
        return None

    def day(self, name: str) -> dt.date | None:
        """Return a date; None if it is empty or not for the reader."""
        value = self.get(name)
        return value if isinstance(value, dt.date) else None

    def text(self, name: str) -> str:
        """Return a text or a choice; empty if it is empty or not for the reader."""
        value = self.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> float | None:
        """Return a number; None if it is empty or not for the reader."""
        value = self.get(name)
        return value if isinstance(value, int | float) else None

    def only(self, levels: Container[Level], *names: str) -> "Entry | None":
        """Return the same entry with the fields of these levels; None if it has none.

        Args:
            levels: Which fields count.
            names: Fields that go with any of those, so that one knows what it is about.
        """
        kept = tuple(each for each in self.data if each.level in levels or each.name in names)
        told = (each.only(levels, "dated_on") for each in self.history)
        history = tuple(each for each in told if each)
        if not history and not any(each.level in levels for each in kept):
            return None
        return replace(self, data=kept, history=history)

    def emptied(self) -> "Entry":
        """Return an entry of the same shape without anybody's words or names."""
        return replace(
            self,
            data=tuple(replace(d, value="–") if d.is_words else d for d in self.data),
            name=self.caucus_of,
            standing="",
            history=tuple(each.emptied() for each in self.history),
        )

    def words(self) -> Iterator[str]:
        """Yield what somebody wrote, and names."""
        yield from filter(None, (self.name, self.standing))
        yield from (str(each.value) for each in self.data if each.is_words)
        for rating in self.history:
            yield from rating.words()


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing left out, without its text, for the mediator's eyes on the screen.

    Attributes:
        table, key: The row it stands in.
        what: What it is, in English; translated when shown.
        whose: Reference and name of the person it concerns, if any.
        reason: Why it was left out.
        level: Its confidentiality.
        caucus_of: Short reference of the party whose caucus it belongs to.
    """

    table: str
    key: str
    what: str
    whose: str
    reason: Reason
    level: Level
    caucus_of: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What one reader may know on one day of what a document is about.

    Everything a page is made from has passed `may_read`. The texts that have not are kept in
    `texts`, which nothing but the audit of the finished file may look at.

    Attributes:
        head: What stands at the head of each page.
        subject: The record it is about; None where it is about the mission.
        lists: The records that go with it, by their kind.
        withheld: What was left out and why.
        audited: For the mediator: how many texts each other reader's copy leaves out.
        full: Whether long lists are told to their end.
    """

    head: Head
    subject: Entry | None = None
    lists: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    withheld: tuple[Withheld, ...] = ()
    texts: Texts = NO_TEXTS
    audited: tuple[tuple[str, int], ...] = ()
    full: bool = True

    def of(self, kind: str) -> tuple[Entry, ...]:
        """Return the records of a kind."""
        return self.lists.get(kind, ())

    @property
    def for_mediator(self) -> bool:
        """Whether the mediator alone reads it."""
        return self.head.audience is AudienceKind.MEDIATOR

    def shown_texts(self) -> Iterator[str]:
        """Yield every text of somebody's the page is made from."""
        yield from self.head.texts()
        for entry in (*((self.subject,) if self.subject else ()), *self.entries()):
            yield from entry.words()

    def entries(self) -> Iterator[Entry]:
        """Yield every record that goes with the subject."""
        for rows in self.lists.values():
            yield from rows


def emptied(told: _T) -> _T:
    """Return a document of the same shape and dates without anybody's words or names."""
    return replace(
        told,
        head=told.head.emptied(),
        subject=told.subject and told.subject.emptied(),
        lists={kind: tuple(each.emptied() for each in rows) for kind, rows in told.lists.items()},
        withheld=(),
        texts=NO_TEXTS,
        audited=(),
    )
