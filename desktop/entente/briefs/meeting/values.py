"""Everything a meeting sheet shows, free of the session and of the page."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from entente.domain.confidentiality import AudienceKind
from entente.domain.matchmaking import Match
from entente.services.disclosure import NO_TEXTS, Head, Texts
from entente.services.meeting_words import Shared


@dataclass(frozen=True, slots=True)
class Guest:
    """One of the two who meet, as the reader may know them.

    Attributes:
        name: Their name, or their reference where the reader may not know the name.
    """

    ref: str
    name: str
    role: str = ""
    home: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What was seen or heard between the two on a day."""

    dated_on: dt.date
    quality: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Known:
    """A difficulty both are parties of."""

    ref: str
    title: str


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """What one reader may know of a meeting of two.

    Attributes:
        head: What stands at the head of each page.
        match: What lies between the two, reckoned from what the reader may know.
        shared: What they have in common.
        need: What one needs from the other.
        connection: How far they have come together, 0 to 6; None where the reader is not told.
        facts: What was seen between them, oldest first.
        difficulties: Open ones both are parties of.
        last_met: The last time both were with the mediator.
        texts: For the audit, found apart from the fields above.
    """

    head: Head
    first: Guest
    second: Guest
    match: Match
    shared: tuple[Shared, ...] = ()
    need: str = ""
    connection: int | None = None
    facts: tuple[Fact, ...] = ()
    difficulties: tuple[Known, ...] = ()
    last_met: dt.date | None = None
    texts: Texts = NO_TEXTS

    @property
    def for_mediator(self) -> bool:
        """Whether the mediator alone reads it."""
        return self.head.audience is AudienceKind.MEDIATOR

    def shown_texts(self) -> Iterator[str]:
        """Yield every text of somebody's the page is made from."""
        yield from self.head.texts()
        for guest in (self.first, self.second):
            yield from (guest.name, guest.role, guest.home)
        yield from (self.need, *(each.name for each in self.shared))
        yield from (fact.words for fact in self.facts)
        yield from (each.title for each in self.difficulties)


def emptied(sheet: MeetingSheet) -> MeetingSheet:
    """Return a sheet of the same shape and dates without anybody's words or names."""
    return replace(
        sheet,
        head=sheet.head.emptied(),
        first=Guest(sheet.first.ref, sheet.first.ref),
        second=Guest(sheet.second.ref, sheet.second.ref),
        shared=tuple(replace(each, name="–") for each in sheet.shared),
        need="–" if sheet.need else "",
        facts=tuple(replace(each, words="–") for each in sheet.facts),
        difficulties=tuple(replace(each, title="") for each in sheet.difficulties),
        texts=NO_TEXTS,
    )
