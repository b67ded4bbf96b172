"""How hard a passphrase is to guess, and how to make a good one."""

import math
import secrets
import unicodedata
from enum import Enum
from itertools import product
from typing import Final

#: Below this a thief with a few graphics cards gets in within the life of a mission.
FAIR_BITS: Final = 55
#: What the French data-protection authority asks of a secret that protects a file (CNIL).
STRONG_BITS: Final = 80

#: No c, h, p, q, t, w, x, y, z: they sound alike, sit elsewhere on other keyboards, or
#: make words nobody wants to be handed.
_SYLLABLES: Final = tuple("".join(pair) for pair in product("bdfgjklmnrsv", "aeiou"))
_SYLLABLES_PER_WORD: Final = 3
_WORDS: Final = 5

#: What one more letter of a word, or one more other character, adds at most.
_LETTER_BITS: Final = math.log2(len(_SYLLABLES)) / 2
_OTHER_BITS: Final = 4.0
_LONGEST_WORD: Final = 6  # the rest of a long word follows from its beginning


class Strength(Enum):
    """How long a passphrase keeps somebody out who has copied the file."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def suggest() -> str:
    """Return a new passphrase: five words that mean nothing but can be said and typed.

    Three different syllables out of sixty in each word: 88 bits.
    """
    words = []
    for _ in range(_WORDS):
        word: list[str] = []
        while len(word) < _SYLLABLES_PER_WORD:
            syllable = secrets.choice(_SYLLABLES)
            if syllable not in word:
                word.append(syllable)
        words.append("".join(word))
    return " ".join(words)


def bits(passphrase: str) -> float:
    """Return about how many bits a passphrase holds, on the cautious side.

    A hint, not a proof: it knows no dictionary, so a well-known phrase counts for too much.
    """
    plain = unicodedata.normalize("NFKC", passphrase).casefold()
    total = 0.0
    for word in set(plain.split()):
        letters = [char for char in word if char.isalpha()]
        others = {char for char in word if not char.isalpha()}
        told = min(len(letters), 2 * len(set(letters)), _LONGEST_WORD)
        total += _LETTER_BITS * told + _OTHER_BITS * len(others)
    return total


def strength(passphrase: str) -> Strength:
    """Return how strong a passphrase is, to be shown while it is typed."""
    held = bits(passphrase)
    if held < FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if held < STRONG_BITS else Strength.STRONG
