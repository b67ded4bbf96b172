"""How well what is typed fits what could be meant; blind to accents, case and ligatures."""

from typing import Final

from entente.domain.text import fold

_WHOLE: Final = 120
_BEGINNING: Final = 100
_WORD: Final = 80
_INSIDE: Final = 50
_SCATTERED: Final = 20


def words_of(query: str) -> tuple[str, ...]:
    """Return the words of a query as `score` takes them."""
    return tuple(fold(query).split())


def score(words: tuple[str, ...], folded: str) -> int:
    """Return how well `folded` fits every word, 0 if it does not fit one of them.

    Args:
        words: From `words_of`.
        folded: A text, folded.
    """
    if not words:
        return 1
    each = [_score(word, folded) for word in words]
    if not all(each):
        return 0
    # Of two that fit as well, the shorter is more likely meant.
    return max(1, sum(each) * 4 // len(each) - min(len(folded), 200) // 8)


def _score(word: str, text: str) -> int:
    place = text.find(word)
    if place == 0:
        return _WHOLE if len(text) == len(word) else _BEGINNING
    while place > 0:
        if not text[place - 1].isalnum():
            return _WORD
        place = text.find(word, place + 1)
    if word in text:
        return _INSIDE
    return _scattered(word, text)


def _scattered(word: str, text: str) -> int:
    """Score letters that stand in `text` in this order, the first beginning a word."""
    if len(word) < 2:
        return 0
    best = 0
    for start, letter in enumerate(text):
        if letter != word[0] or (start > 0 and text[start - 1].isalnum()):
            continue
        end = _end_of(word, text, start)
        if end >= 0:
            spread = end - start - len(word)
            best = max(best, _SCATTERED - spread)
    return max(best, 0)


def _end_of(word: str, text: str, start: int) -> int:
    place = start
    for letter in word:
        place = text.find(letter, place) + 1
        if place == 0:
            return -1
    return place
