"""What the words of a line typed in a hurry can say: marks, people and days."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from entente.domain.dates import read_date
from entente.domain.text import fold

_DAYS_AGO: Final = MappingProxyType(
    {
        "aujourd'hui": 0,
        "aujourd’hui": 0,  # as French types it
        "today": 0,
        "hier": 1,
        "yesterday": 1,
        "avant-hier": 2,
    }
)
_DAY_MONTH: Final = re.compile(r"(\d{1,2})[/.](\d{1,2})")
#: A mark stands at the beginning of a word: « jean@rive.example » names nobody.
_MARK: Final = re.compile(r"(?<!\S)[\u200e\u200f\u202a-\u202e\u2066-\u2069]*([#@])(\S+)")
_TURNS: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_WORD: Final = re.compile(r"\s+(\S+)")
_EDGES: Final = ",;.:!?()"
#: What stands between a mark and the text.
_LEAD: Final = re.compile(r"(?:[-–—,;:]+\s+)+")
#: Most words in a name.
NAME_MAX: Final = 5
#: Nothing longer names anybody or anything.
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Marked:
    """A line, its marks taken apart from its text.

    Attributes:
        text: What is left of the line, as it was typed.
        people: Keys of the actors named with `@`, in order.
        unknown: What was named with `@` and is nobody, as it was typed; it stays in the text.
        unread: Words marked with `#` that say nothing here; they stay in the text.
        insisted: Whether a mark that was taken ended with `!`.
    """

    text: str
    people: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    insisted: bool = False


def known_names(
    actors: Sequence[tuple[str, str, str]], *, by_first_name: bool = False
) -> Mapping[str, str]:
    """Return what each actor may be called in a line.

    Args:
        actors: Key, reference and name of each.
        by_first_name: Whether the first word of a name will do, where nobody else is called
            so; for lines that mark whom they name, since many a first word is a common one.
    """
    found: dict[str, str] = {}
    surnames: dict[str, set[str]] = {}
    first_names: dict[str, set[str]] = {}
    for key, ref, name in actors:
        folded = fold(name)
        found[fold(ref)] = key
        if folded:
            found.setdefault(folded, key)
            surnames.setdefault(folded.split()[-1], set()).add(key)
            first_names.setdefault(folded.split()[0], set()).add(key)
    for words in (surnames, first_names) if by_first_name else (surnames,):
        for word, keys in words.items():
            others = surnames.get(word, keys)
            if len(keys) == 1 and others == keys:
                found.setdefault(word, *keys)
    return found


def split_marks(
    line: str,
    people: Mapping[str, str],
    take: Callable[[str], bool],
    *,
    keeps_named: bool = False,
) -> Marked:
    """Return a line without its marks, and what these say.

    Args:
        line: Words, some of them marked: « #fait @A02 la reprise est comprise ».
        people: Key of an actor by folded reference or name.
        take: Given a folded word that was marked with `#`; says whether it means something.
        keeps_named: Whether who is named after another, and once the sentence has begun, stays
            in it without the mark: « @A01 je montre à @Clélie comment ».
    """
    kept: list[str] = []
    found: list[str] = []
    unknown: list[str] = []
    unread: list[str] = []
    insisted, done = False, 0
    has_begun = False
    for match in _MARK.finditer(line):
        if match.start() < done:
            continue
        word = _TURNS.sub("", match[2][:_LONGEST])
        bare, end = word.rstrip(_EDGES), match.end()
        if match[1] == "#":
            if not bare or not take(fold(bare)):
                unread += [f"#{bare}"] if bare else []
                continue
        else:
            key, end = _person(line, match, people)
            if not key:
                unknown += [f"@{bare}"] if bare else []
                continue
            found.append(key)
            has_begun = has_begun or bool(line[done : match.start()].strip())
            if keeps_named and len(found) > 1 and has_begun:
                kept.append(line[done : match.start()] + line[match.start(2) : end])
                done = end
                continue
        insisted = insisted or line[match.start() : end].rstrip(".,;:").endswith("!")
        has_begun = has_begun or bool(line[done : match.start()].strip())
        kept.append(line[done : match.start()])
        done = end
    kept.append(line[done:])
    text = " ".join(filter(None, (part.strip(" \t\r\n") for part in kept)))
    if lead := _LEAD.match(text):
        text = text[lead.end() :]
    return Marked(
        text.rstrip(" \t\n,;"),
        tuple(dict.fromkeys(found)),
        tuple(unknown),
        tuple(unread),
        insisted,
    )


def read_day(word: str, today: dt.date) -> dt.date | None:
    """Return the day a folded word names, None if it names none.

    A day without a year is the last such day: what is noted has taken place.
    """
    if word in _DAYS_AGO:
        return today - dt.timedelta(days=_DAYS_AGO[word])
    if match := _DAY_MONTH.fullmatch(word):
        return _last(int(match[1]), int(match[2]), today)
    return read_date(word)


def _person(line: str, match: re.Match[str], people: Mapping[str, str]) -> tuple[str, int]:
    """Return who is named from a mark on, and where the name ends; "" for nobody."""
    ends = [match.end()]
    while len(ends) < NAME_MAX and (more := _WORD.match(line, ends[-1])):
        ends.append(more.end())
    for end in reversed(ends):
        if end - match.start(2) <= _LONGEST:
            name = " ".join(_TURNS.sub("", line[match.start(2) : end]).split())
            if key := people.get(fold(name.strip(_EDGES))):
                return key, end
    return "", match.end()


def _last(day: int, month: int, today: dt.date) -> dt.date | None:
    """Return the last such day up to today; 29 February may lie some years back."""
    for year in range(today.year, today.year - 5, -1):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return None
