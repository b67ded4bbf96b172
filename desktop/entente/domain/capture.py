"""One line about a difficulty: « #tension @A07 ne répond plus aux messages ~c2 !3 »."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeVar

from entente.domain.difficulty import STAKE_MAX, STAKE_MIN, Nature
from entente.domain.line_words import read_day, split_marks
from entente.domain.ten_causes import WEIGHT_MAX, WEIGHT_MIN, TenCause
from entente.domain.text import fold

_Kind = TypeVar("_Kind", Nature, TenCause)

#: What people type for each nature behind `#`, folded.
_NATURES: Final = MappingProxyType(
    {
        Nature.SIGNAL: ("signal", "signalfaible", "weaksignal"),
        Nature.CONTROVERSY: ("controverse", "controversy"),
        Nature.TENSION: ("tension",),
        Nature.CONFLICT: ("conflit", "conflict"),
        Nature.DISPUTE: ("litige", "dispute", "contentieux"),
    }
)
#: And for each cause behind `~`.
_CAUSES: Final = MappingProxyType(
    {
        TenCause.CONSTRAINTS: ("contraintes", "constraints"),
        TenCause.TERMS: ("termes", "mots", "vocabulaire", "terms", "words"),
        TenCause.INTERDEPENDENCE: ("interdependances", "interdependences"),
        TenCause.CHANGE: ("changements", "changes"),
        TenCause.EXPERTISE: ("expertises",),
        TenCause.DECISIONS: ("decisions",),
        TenCause.RESOURCES: ("ressources", "resources"),
        TenCause.HAZARDS: ("aleas", "hazards"),
        TenCause.TIME: ("temps", "delais", "time"),
        TenCause.MONEY: ("argent", "finances", "budget", "enjeux", "money"),
    }
)
_CAUSE: Final = re.compile(r"~(?:c?(?P<number>\d{1,2})|(?P<word>[^\W\d]\w*))(?::(?P<weight>\d))?")
_STAKE: Final = re.compile(r"!(\d)")
#: A day behind one of these belongs to the sentence: « sans nouvelles depuis le 22/04 ».
_BEFORE_DAY: Final = frozenset(
    {
        *("le", "du", "au", "depuis", "avant", "apres", "pour", "des", "d'ici"),
        *("the", "on", "since", "by", "before", "after", "until", "of", "from", "for"),
    }
)
_EDGES: Final = ",;.:()"
#: So many letters are enough where no other word begins with them.
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Capture:
    """What a line was read as.

    Attributes:
        title: What is left of the line.
        parties: Keys of the actors, in the order they were named.
        causes: Weight of each cause named.
        stake: From 1 to 5, or None.
        noticed_on: The day; today where the line names none.
        unknown: What the line marks and nobody knows, as it was typed.
    """

    title: str
    noticed_on: dt.date
    nature: Nature = Nature.SIGNAL
    parties: tuple[str, ...] = ()
    causes: Mapping[TenCause, int] = field(default_factory=dict)
    stake: int | None = None
    unknown: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether it has a title, and names nothing that is not there."""
        return bool(self.title) and not self.unknown


def read_capture(line: str, today: dt.date, people: Mapping[str, str]) -> Capture:
    """Return what a line says of a difficulty.

    Args:
        line: `#nature`, `@party`, `~cause` or `~cause:weight`, `!stake` and a day, each
            wherever one likes and only if one likes; the rest is the title.
        today: The day.
        people: Key of an actor by folded reference or name.
    """
    natures: list[Nature] = []

    def take(word: str) -> bool:
        nature = _meant(word, _NATURES)
        natures.extend([nature] if nature else [])
        return nature is not None

    marked = split_marks(line, people, take)
    reader = _Reader(today)
    reader.read(marked.text.split())
    # « le ticket #42 » marks nothing.
    unread = tuple(word for word in marked.unread if not word[1:].isdecimal())
    return Capture(
        _sentence(" ".join(reader.title).strip(" -–—,;:")),
        reader.noticed_on or today,
        natures[-1] if natures else Nature.SIGNAL,
        marked.people,
        reader.causes,
        reader.stake,
        (*unread, *marked.unknown, *reader.unknown),
    )


class _Reader:
    """Takes the words that are left once natures and people are known."""

    def __init__(self, today: dt.date) -> None:
        self._today = today
        self.noticed_on: dt.date | None = None
        self.stake: int | None = None
        self.causes: dict[TenCause, int] = {}
        self.unknown: list[str] = []
        self.title: list[str] = []

    def read(self, words: Iterable[str]) -> None:
        """Sort words into what they say."""
        before = ""
        for word in words:
            bare = word.strip(_EDGES)
            folded = fold(bare)
            if not (self._is_cause(bare) or self._is_stake(bare) or self._is_day(folded, before)):
                self.title.append(word)
            before = folded

    def _is_cause(self, word: str) -> bool:
        match = _CAUSE.fullmatch(word)
        if match is None or (match["number"] and int(match["number"]) > len(TenCause)):
            return False  # « ~20 dossiers » counts files
        cause = _cause(match)
        weight = int(match["weight"] or WEIGHT_MIN)
        if cause is None or not WEIGHT_MIN <= weight <= WEIGHT_MAX:
            self.unknown.append(word)
        else:
            self.causes[cause] = weight
        return True

    def _is_stake(self, word: str) -> bool:
        match = _STAKE.fullmatch(word)
        if match is None:
            return False
        stake = int(match[1])
        if STAKE_MIN <= stake <= STAKE_MAX:
            self.stake = stake
        else:
            self.unknown.append(word)
        return True

    def _is_day(self, word: str, before: str) -> bool:
        if self.noticed_on is not None or before in _BEFORE_DAY:
            return False
        self.noticed_on = read_day(word, self._today)
        return self.noticed_on is not None


def _cause(match: re.Match[str]) -> TenCause | None:
    if match["number"]:
        number = int(match["number"])
        return list(TenCause)[number - 1] if number else None
    return _meant(fold(match["word"]), _CAUSES)


def _meant(word: str, known: Mapping[_Kind, Iterable[str]]) -> _Kind | None:
    """Return the one whose word it is, or begins as no word of another does."""
    begun = {
        kind
        for kind, words in known.items()
        if word in words or (len(word) >= _FEWEST and any(w.startswith(word) for w in words))
    }
    return begun.pop() if len(begun) == 1 else None


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
