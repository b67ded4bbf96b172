"""A card typed in one line: « Préparer l'atelier !2 @A11 #recette ^S3 >12/06 »."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from entente.domain.backlog import EFFORT_MAX
from entente.domain.dates import read_date
from entente.domain.efforts import read_effort
from entente.domain.line_words import split_marks
from entente.domain.text import clean, fold

#: A mark stands at the beginning of a word.
_MARK: Final = re.compile(r"(?<!\S)([!#^>])(\S+)")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})")
_EDGES: Final = ",;:"
_BLANKS: Final = re.compile(r"\s+")
#: Nothing longer is a mark.
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class CardLine:
    """What a line was read as.

    Attributes:
        effort: In half-days, or None.
        owner: Key of who does it, or empty.
        labels: As they were typed, none twice.
        sprint: Key of the sprint it is taken into, or empty.
        unknown: Who, or which sprint, was named and is not there; it stays in the title.
        unread: Marked words that mean nothing; they stay as well.
        other: Key of whoever else is named, the first; or empty.
    """

    title: str
    effort: float | None = None
    owner: str = ""
    labels: tuple[str, ...] = ()
    sprint: str = ""
    due_on: dt.date | None = None
    unknown: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    other: str = ""


def read_card(
    line: str,
    today: dt.date,
    people: Mapping[str, str],
    sprints: Mapping[str, str],
    *,
    keeps_named: bool = False,
) -> CardLine:
    """Return what a line says of a card.

    Marks stand anywhere: `!` how much work, `@` who, `#` a label, `^` the sprint, `>` the day
    it is due. The first of each counts, but all labels do; what a mark cannot mean stays in
    the title.

    Args:
        line: As it was typed.
        today: The day; a day due without a year is the next such day.
        people: Key of an actor by folded reference or name.
        sprints: Key of a sprint by folded reference or name.
        keeps_named: Whether the other who is named within the sentence stays in it.
    """
    taken = _Taken(today, sprints)
    kept: list[str] = []
    done = 0
    text = clean(line)
    for match in _MARK.finditer(text):
        if len(match[2]) <= _LONGEST and taken.take(match[1], match[2]):
            kept.append(text[done : match.start()])
            done = match.end()
    rest = "".join((*kept, text[done:]))
    marked = split_marks(rest, people, lambda _word: False, keeps_named=keeps_named)
    return CardLine(
        _BLANKS.sub(" ", marked.text).strip(),
        taken.effort,
        marked.people[0] if marked.people else "",
        tuple(taken.labels.values()),
        taken.sprint,
        taken.due_on,
        (*marked.unknown, *taken.unknown),
        tuple(taken.unread),
        next(iter(marked.people[1:]), ""),
    )


class _Taken:
    """What the marked words have said so far."""

    def __init__(self, today: dt.date, sprints: Mapping[str, str]) -> None:
        self._today = today
        self._sprints = sprints
        self.effort: float | None = None
        self.labels: dict[str, str] = {}
        self.sprint = ""
        self.due_on: dt.date | None = None
        self.unknown: list[str] = []
        self.unread: list[str] = []

    def take(self, mark: str, word: str) -> bool:
        """Take a marked word; say whether it meant something."""
        bare = word.rstrip(_EDGES)
        match mark:
            case "#" if bare:
                self.labels.setdefault(fold(bare), bare)
                return True
            case "!" if self.effort is None and (effort := _effort(bare)) is not None:
                self.effort = effort
                return True
            case "^" if not self.sprint and (sprint := self._sprints.get(fold(bare))):
                self.sprint = sprint
                return True
            case "^":
                self.unknown.append(f"^{bare}")
                return False
            case ">" if self.due_on is None and (day := _day(bare, self._today)):
                self.due_on = day
                return True
        self.unread.append(f"{mark}{bare}")
        return False


def _effort(word: str) -> float | None:
    effort = read_effort(word)
    return effort if effort is not None and 0 <= effort <= EFFORT_MAX else None


def _day(word: str, today: dt.date) -> dt.date | None:
    """Return the day a word names; one without a year is the next."""
    match = _DAY_MONTH.fullmatch(word)
    if match is None:
        return read_date(word)
    for year in range(today.year, today.year + 5):  # 29 February may lie some years ahead
        try:
            found = dt.date(year, int(match[2]), int(match[1]))
        except ValueError:
            continue
        if found >= today:
            return found
    return None
