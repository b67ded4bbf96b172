"""One line about a call or a meeting: « 22/04 appel A02 30 min reprise »."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from entente.domain.interaction import MINUTES_MAX
from entente.domain.line_words import NAME_MAX, read_day
from entente.domain.text import fold

#: What people type for each kind, folded.
_KINDS: Final = MappingProxyType(
    {
        "call": ("appel", "tel", "telephone", "call", "phone", "coup de fil"),
        "meeting": ("reunion", "seance", "meeting", "session", "point", "rdv", "rendez-vous"),
        "interview": ("entretien", "interview"),
        "workshop": ("atelier", "workshop"),
        "coffee": ("cafe", "coffee", "dejeuner", "lunch"),
        "message": ("message", "mail", "courriel", "email", "e-mail", "sms"),
    }
)
_KIND_OF: Final = {word: kind for kind, words in _KINDS.items() for word in words}
_MINUTES: Final = re.compile(
    r"(?<!\w)(?:(?P<hours>\d{1,2}) ?h(?: ?(?P<rest>[0-5]\d)(?: ?min)?)?"
    r"|(?P<minutes>\d{1,4}) ?(?:min|mn|minutes?|'))(?!\w)",
    re.IGNORECASE,
)
#: What looks like a reference.
_REF: Final = re.compile(r"[ak]\d{1,4}")
_EDGES: Final = ",;.:()"


@dataclass(frozen=True, slots=True)
class Known:
    """What a word of the line can name.

    Attributes:
        actors: Key of an actor by reference and by folded name; a surname that only one
            bears counts as one.
        difficulties: Key of a difficulty by reference.
    """

    actors: Mapping[str, str]
    difficulties: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class InteractionLine:
    """What a line was read as.

    Attributes:
        held_on: The day; today where the line names none.
        kind: A value of the field, or empty.
        actors: Keys of those who took part, in the order they were named.
        minutes: How long it took, or None.
        difficulty: Key of the difficulty it was about, or empty.
        subject: What is left of the line.
        unknown: References nobody has, as they were typed.
    """

    held_on: dt.date
    kind: str = ""
    actors: tuple[str, ...] = ()
    minutes: int | None = None
    difficulty: str = ""
    subject: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it says who took part, and names nobody who is not there."""
        return bool(self.actors) and not self.unknown


def read_interaction(line: str, today: dt.date, known: Known) -> InteractionLine:
    """Return what a line says of an interaction.

    A day without a year is the last such day: an interaction has taken place.

    Args:
        line: Date, kind, people, minutes and subject in any order; all but the people may
            be left out.
        today: The day.
        known: Who and what there is.
    """
    rest, minutes = _take_minutes(line)
    reader = _Reader(today, known)
    reader.read(rest.split())
    return InteractionLine(
        reader.held_on or today,
        reader.kind,
        tuple(dict.fromkeys(reader.actors)),
        minutes,
        reader.difficulty,
        " ".join(reader.subject).strip(" -–—,;:"),
        tuple(reader.unknown),
    )


class _Reader:
    """Takes a line word by word."""

    def __init__(self, today: dt.date, known: Known) -> None:
        self._today = today
        self._known = known
        self.held_on: dt.date | None = None
        self.kind = ""
        self.difficulty = ""
        self.actors: list[str] = []
        self.unknown: list[str] = []
        self.subject: list[str] = []

    def read(self, words: Sequence[str]) -> None:
        """Sort words into what they say."""
        place = 0
        while place < len(words):
            key, count = self._person(words[place : place + NAME_MAX])
            if key:
                self.actors.append(key)
            elif not self._takes(words[place].strip(_EDGES)):
                self.subject.append(words[place])
            place += count

    def _person(self, words: Sequence[str]) -> tuple[str, int]:
        """Return who the words begin with and how many of them name that person."""
        for count in range(len(words), 0, -1):
            name = fold(" ".join(words[:count]).strip(_EDGES))
            if key := self._known.actors.get(name):
                return key, count
        return "", 1

    def _takes(self, word: str) -> bool:
        """Take a word that says something by itself; say whether it did."""
        folded = fold(word)
        if self.held_on is None and (day := read_day(folded, self._today)) is not None:
            self.held_on = day
        elif not self.kind and folded in _KIND_OF:
            self.kind = _KIND_OF[folded]
        elif not self.difficulty and folded in self._known.difficulties:
            self.difficulty = self._known.difficulties[folded]
        elif _REF.fullmatch(folded):
            self.unknown.append(word)
        else:
            return False
        return True


def _take_minutes(line: str) -> tuple[str, int | None]:
    """Return a line without how long it took, and the minutes."""
    match = _MINUTES.search(line)
    if match is None:
        return line, None
    if match["hours"]:
        minutes = 60 * int(match["hours"]) + int(match["rest"] or 0)
    else:
        minutes = int(match["minutes"])
    if minutes > MINUTES_MAX:
        return line, None
    return f"{line[: match.start()]} {line[match.end() :]}", minutes
