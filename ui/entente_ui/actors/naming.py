"""How a name is written on the grid: in full, in two lines, or shortened."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

#: Returns the width of a text in px.
Measure: TypeAlias = Callable[[str], float]
Lines: TypeAlias = tuple[str, ...]

_ELLIPSIS: Final = "…"
#: A name of more words than this is a role or a body, not a person.
_PERSON_WORDS: Final = 3


def writings(name: str, measure: Measure, widest: float) -> tuple[Lines, ...]:
    """Return the ways to write a name, the fullest first.

    Args:
        name: Name of a person, or the role that stands for one.
        measure: Gives the width of a text.
        widest: No line is wider, in px.
    """
    plain = " ".join(name.split())
    found: list[Lines] = []
    for lines in _candidates(plain, measure, widest):
        if lines not in found and all(measure(line) <= widest for line in lines):
            found.append(lines)
    return tuple(found)


def _candidates(name: str, measure: Measure, widest: float) -> Iterator[Lines]:
    words = name.split()
    if not words:
        return
    yield (name,)
    if len(words) > _PERSON_WORDS or (len(words) > 1 and "(" in name):
        yield _halves(words, measure)
        yield (_shortened(name, measure, widest),)
        yield (_shortened(name, measure, widest * 0.6),)
        return
    if len(words) > 1:
        yield (f"{words[0]} {words[-1][0]}.",)
    yield (_shortened(words[0], measure, widest * 0.6),)


def _halves(words: list[str], measure: Measure) -> Lines:
    """Return the words in two lines of widths as even as can be."""
    cuts = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    return min(cuts, key=lambda lines: max(measure(line) for line in lines))


def _shortened(text: str, measure: Measure, widest: float) -> str:
    if measure(text) <= widest:
        return text
    head, bracket, tail = text.rpartition(" (")
    if bracket:
        # What tells two of one role apart is what must stay.
        return f"{_shortened(head, measure, widest - measure(bracket + tail))}{bracket}{tail}"
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle].rstrip() + _ELLIPSIS) <= widest:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" ,;(") + _ELLIPSIS
