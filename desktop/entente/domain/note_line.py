"""A note typed in one line: « #intérêt @A11 #aparté la marge du contrat »."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from entente.domain.confidentiality import Level
from entente.domain.line_words import read_day, split_marks
from entente.domain.note import FACTS, NoteKind
from entente.domain.text import fold

#: What people type for each kind, folded; the first of each language is the usual one.
_KIND_WORDS: Final = MappingProxyType(
    {
        NoteKind.NOTE: ("note", "remarque"),
        NoteKind.FACT: ("fait", "fact", "faits", "facts"),
        NoteKind.AGREED: ("accord", "agreed", "agreement", "convenu"),
        NoteKind.DISPUTED: ("litige", "dispute", "disputed", "desaccord", "conteste"),
        NoteKind.POSITION: ("position", "demande", "claim"),
        NoteKind.INTEREST: ("interet", "interest", "interets", "interests"),
        NoteKind.NEED: ("besoin", "need", "besoins", "needs"),
        NoteKind.FEAR: ("crainte", "fear", "peur", "craintes", "fears"),
        NoteKind.EMOTION: ("emotion", "ressenti", "feeling", "emotions"),
        NoteKind.OPTION: ("option", "piste", "proposition", "proposal", "idea", "idee"),
        NoteKind.QUESTION: ("question", "questions"),
    }
)
_LEVEL_WORDS: Final = MappingProxyType(
    {
        Level.MEDIATOR: ("mediateur", "mediator", "mediatrice"),
        Level.CAUCUS: ("aparte", "caucus"),
        Level.PARTIES: ("parties",),
        Level.SPONSOR: ("commanditaire", "sponsor"),
        Level.PUBLIC: ("public", "publique"),
    }
)
_KIND_OF: Final = {word: kind for kind, words in _KIND_WORDS.items() for word in words}
_LEVEL_OF: Final = {word: level for level, words in _LEVEL_WORDS.items() for word in words}
#: A day that begins a fact. « 3.5 jours » and « 1/2 journée » do not.
_DAY: Final = re.compile(
    r"(?:(?:le|on)\s+)?(?P<day>\d{1,2}/\d{2}(?:/\d{4})?|\d{4}-\d{2}-\d{2}|[^\W\d][^\s,:]{2,14})\s*[:,]?\s+",
    re.IGNORECASE,
)
#: What looks like a reference, and so was meant as one.
_REF: Final = re.compile(r"@[a-z]\d{1,4}", re.IGNORECASE)


class Wanting(Enum):
    """Why a line cannot be noted as it is."""

    TEXT = auto()  # there are marks but no words
    PARTY = auto()  # in caucus, but with whom?
    SOMEBODY = auto()  # a reference nobody has


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What a line was read as.

    Attributes:
        kind: Of the note.
        level: Who may read it; the mediator alone where the line does not say.
        actor: Key of who said it, or empty.
        happened_on: For a fact that begins with a day: that day.
        unknown: Who was named and is nobody here; the words stay in the text.
        unread: Marked words that mean nothing, or one thing too many; they stay as well.
    """

    text: str
    kind: NoteKind = NoteKind.NOTE
    level: Level = Level.MEDIATOR
    actor: str = ""
    happened_on: dt.date | None = None
    unknown: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def wanting(self) -> Wanting | None:
        """What is wrong with it, None if it can be noted."""
        if any(_REF.fullmatch(name) for name in self.unknown):
            return Wanting.SOMEBODY
        if self.level is Level.CAUCUS and not self.actor:
            return Wanting.PARTY
        return None if self.text else Wanting.TEXT


def read_note(line: str, today: dt.date, people: Mapping[str, str]) -> NoteLine:
    """Return what a line says of a note.

    Marks stand anywhere. The first kind, level and person count; later ones stay in the
    text. A mark that ends with `!` was said in confidence, as `#aparté` says in full.

    Args:
        line: As it was typed.
        today: The day.
        people: Key of an actor by folded reference or name.
    """
    taken = _Taken()
    marked = split_marks(line, people, taken.take)
    level = taken.level or (Level.CAUCUS if marked.insisted else Level.MEDIATOR)
    kind = taken.kind or NoteKind.NOTE
    text, day = _without_day(marked.text, today) if kind in FACTS else (marked.text, None)
    return NoteLine(
        text,
        kind,
        level,
        marked.people[0] if marked.people else "",
        day,
        marked.unknown,
        tuple(word for word in marked.unread if not word[1:].isdigit()),
    )


@dataclass(slots=True)
class _Taken:
    """What the marked words have said so far."""

    kind: NoteKind | None = None
    level: Level | None = None

    def take(self, word: str) -> bool:
        if self.kind is None and word in _KIND_OF:
            self.kind = _KIND_OF[word]
        elif self.level is None and word in _LEVEL_OF:
            self.level = _LEVEL_OF[word]
        else:
            return False
        return True


def _without_day(text: str, today: dt.date) -> tuple[str, dt.date | None]:
    """Return what follows the day a text begins with, and that day."""
    match = _DAY.match(text[:40])
    day = read_day(fold(match["day"]), today) if match else None
    return (text[match.end() :], day) if match and day else (text, None)
