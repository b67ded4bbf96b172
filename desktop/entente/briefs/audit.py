"""The last look at a finished document: does it hold a text its reader may not read?

`reading` and `reading_word` read the file in every way there is, and what comes out is compared
here with each text that was withheld: as a whole, and in pieces.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from entente.briefs import reading, reading_word
from entente.briefs.found import Found
from entente.errors import WithheldTextError

#: So much of a withheld text in one piece counts as a leak.
_WORDS: Final = 6
_LETTERS: Final = 40
_BLOCK: Final = _LETTERS // 2
#: A text of fewer letters and digits is looked for as whole words, and among words only.
_SHORT: Final = 8
#: A text of fewer cannot be told from the furniture of a page: « oui », « 12 ».
_SHORTEST: Final = 4

_WORD: Final = re.compile(r"[^\W_]+")
_MARKS: Final = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_Gram: TypeAlias = tuple[str, ...]


def audit(
    made: bytes,
    withheld: Iterable[str],
    readable: Iterable[str] = (),
    blank: bytes | Callable[[], bytes] | None = None,
) -> None:
    """Make sure that a document holds nothing its reader may not read.

    Looked for are each withheld text of four letters or digits and more as a whole, and
    any run of six of its words or forty of its letters; not what also stands in a text the
    reader may read. Case, accents, ligatures, spaces and hyphens make no difference.

    Args:
        made: The finished file, PDF or Word.
        withheld: The texts that must not be in it.
        readable: The texts that may.
        blank: The same document without anybody's text, or what makes it: what it says is
            the page's own. Most files hold nothing that looks like a leak, and then it is
            not even made.

    Raises:
        WithheldTextError: If it holds any of them.
    """
    secrets = [secret for text in withheld if len((secret := _Plain.of(text)).letters) >= _SHORTEST]
    if not secrets:
        return
    read = reading_word if made.startswith(reading_word.SIGNATURE) else reading
    told = list(read.read_every_way(made))
    allowed = [_Plain.of(text) for text in readable]
    found = _Wanted(secrets, allowed).found_in_any(told)
    if found and blank:
        # What more is allowed only takes away from what was found.
        own = read.read_every_way(blank() if callable(blank) else blank)
        allowed += [_Plain.of(each.text) for each in own]
        found = _Wanted(secrets, allowed).found_in_any(told)
    if found:
        raise WithheldTextError(len(found))


@dataclass(frozen=True, slots=True)
class _Plain:
    """A text as it is compared: its words and, run together, its letters and digits."""

    words: tuple[str, ...]
    letters: str

    @classmethod
    def of(cls, text: str) -> "_Plain":
        if text.isascii():
            bare = text.lower()
        else:
            apart = unicodedata.normalize("NFKD", text).casefold()
            bare = _MARKS.sub("", apart).replace("œ", "oe").replace("æ", "ae")
        words = tuple(_WORD.findall(bare))
        return cls(words, "".join(words))

    def holds(self, other: "_Plain") -> bool:
        """Whether `other` stands in this text as a whole."""
        if len(other.letters) >= _SHORT:
            return other.letters in self.letters
        spaced = f" {' '.join(self.words)} "
        return f" {' '.join(other.words)} " in spaced

    def grams(self, length: int) -> Iterator[_Gram]:
        """Yield each run of `length` words."""
        return zip(*(self.words[start:] for start in range(length)), strict=False)


class _Wanted:
    """What a file is searched for, made ready once."""

    def __init__(self, secrets: list[_Plain], allowed: list[_Plain]) -> None:
        self._secrets = secrets
        self._allowed = "\n".join(each.letters for each in allowed)
        self._wholes = [
            index
            for index, secret in enumerate(secrets)
            if not any(each.holds(secret) for each in allowed)
        ]
        self._grams = self._run_of_words(allowed)
        self._blocks = self._run_of_letters()

    def found_in_any(self, told: Iterable[Found]) -> set[int]:
        """Return which secrets some of the texts hold."""
        return set[int]().union(*map(self.found_in, told))

    def found_in(self, found: Found) -> set[int]:
        """Return which secrets a text holds, whole or in part."""
        page = _Plain.of(found.text)
        least = _SHORTEST if found.is_words else _SHORT
        wholes = {
            index
            for index in self._wholes
            if len(self._secrets[index].letters) >= least and page.holds(self._secrets[index])
        }
        grams = {gram for gram in page.grams(_WORDS) if gram in self._grams} if self._grams else ()
        runs = {index for block in self._blocks for index in self._long_runs(block, page.letters)}
        return wholes | {self._grams[gram] for gram in grams} | runs

    def _run_of_words(self, allowed: list[_Plain]) -> dict[_Gram, int]:
        """Return the runs of words to look for.

        One word that follows a readable text by chance makes no leak of it: a run whose
        words but one are readable is left to its neighbours.
        """
        if all(len(secret.words) < _WORDS for secret in self._secrets):
            return {}
        known = {gram for each in allowed for gram in each.grams(_WORDS - 1)}
        return {
            gram: index
            for index, secret in enumerate(self._secrets)
            for gram in secret.grams(_WORDS)
            if gram[1:] not in known and gram[:-1] not in known
        }

    def _run_of_letters(self) -> dict[str, list[tuple[int, int]]]:
        """Return pieces of secrets, such that each run of forty letters holds one whole."""
        blocks: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for index, secret in enumerate(self._secrets):
            for start in range(0, len(secret.letters) - _BLOCK + 1, _BLOCK):
                block = secret.letters[start : start + _BLOCK]
                if block not in self._allowed:
                    blocks[block].append((index, start))
        return blocks

    def _long_runs(self, block: str, page: str) -> Iterator[int]:
        place = page.find(block)
        while place >= 0:
            for index, start in self._blocks[block]:
                if _run_length(self._secrets[index].letters, start, page, place) >= _LETTERS:
                    yield index
            place = page.find(block, place + 1)


def _run_length(secret: str, start: int, page: str, place: int) -> int:
    """Return how many letters agree around a place where both hold the same block."""
    before = after = 0
    while before < min(start, place) and secret[start - before - 1] == page[place - before - 1]:
        before += 1
    start, place = start + _BLOCK, place + _BLOCK
    while (
        start + after < len(secret)
        and place + after < len(page)
        and secret[start + after] == page[place + after]
    ):
        after += 1
    return before + _BLOCK + after
