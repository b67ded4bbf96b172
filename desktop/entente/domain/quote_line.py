"""A quote typed in one line: « @A06 #temps trois écrans, c'est deux de trop »."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from entente.domain.line_words import split_marks
from entente.domain.text import clean, fold

_TAG: Final = re.compile(r"(?<!\S)#(\S+)")
_BLANKS: Final = re.compile(r"\s+")
_EDGES: Final = ",;:."
#: Signs around words that are known to be a quote.
_QUOTES: Final = '«»“”" \u00a0\u202f'
#: What stands between a name and the words of that person.
_LEAD: Final = " :,–—\u00a0\u202f"
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """What a line was read as.

    Attributes:
        actor: Key of who said it, or empty.
        tags: As they were typed, none twice.
        unknown: Who was named and is nobody here; it stays in the text.
    """

    text: str
    actor: str = ""
    tags: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def read_quote(line: str, people: Mapping[str, str]) -> QuoteLine:
    """Return what a line says of a quote; marks stand anywhere.

    Args:
        line: As it was typed.
        people: Key of an actor by folded reference or name.
    """
    tags: dict[str, str] = {}

    def take(match: re.Match[str]) -> str:
        tag = match[1].rstrip(_EDGES)
        if not tag or len(tag) > _LONGEST:
            return match[0]
        tags.setdefault(fold(tag), tag)
        return ""

    marked = split_marks(_TAG.sub(take, clean(line)), people, lambda _word: False)
    text = _BLANKS.sub(" ", marked.text).strip()
    if marked.people:
        text = text.lstrip(_LEAD)
    if text[:1] in '«“"' and text[-1:] in '»”"':
        text = text.strip(_QUOTES)
    actor = marked.people[0] if marked.people else ""
    return QuoteLine(text, actor, tuple(tags.values()), marked.unknown)
