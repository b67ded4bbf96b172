"""Names of people in what somebody wrote: a comment is to tell of the project, not of a person.

A name is found whatever its capitals and accents, whole or by its first or family name alone.
Names that are common words as well count where a title stands before them, or the whole name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final, TypeAlias

from entente.domain.text import fold, fold_in_place

#: Shorter parts of a name are particles and initials.
_SHORTEST: Final = 3
#: Of a name with more words than these, not every run of them is looked for.
_LONGEST: Final = 6
#: Stands for a name where a comment is told to others.
HIDDEN: Final = "[…]"
_WORD: Final = re.compile(r"[^\W_]+")
#: What may stand between two words of one name.
_JOINT: Final = re.compile(r"[\s.'-]{1,3}")
_TITLES: Final = frozenset(
    _WORD.findall("m mm mme mmes mlle mr mrs ms miss dr monsieur madame mademoiselle docteur")
)
#: French and English words, without accents, that people are called by as well.
_COMMON: Final = frozenset(
    _WORD.findall(
        "les des une van von der den del della dos ben bin saint sainte the and "
        "blanc blanche noir noire rouge vert gris brun bleu roux petit petite grand grande gros "
        "long court bon bonne beau belle fort forte jeune vieux sage doux juste leger vrai vif "
        "franc franche clair cher pur fin haut bas bel claire constant "
        "patient prudent prudence victoire esperance aime desire juin juillet avril mai mars aout "
        "jour noel matin hiver roi maire abbe maitre page roman marche marchand charge charges "
        "moulin fontaine riviere bois pont place port cour coin mur val mont pre champ "
        "champs rose fleur perle prune laurier lion loup chat agneau temps poste point note "
        "ancien premier dernier second meunier berger boulanger barbier mercier tailleur peintre "
        "hier mille cent tous tout rien france paris europe "
        "direction directeur directrice comite equipe service groupe chef projet conseil bureau "
        "agence mairie ville region prestataire editeur fournisseur client usager usagers agents "
        "utilisateur utilisateurs responsable membre membres cadre cadres infirmier infirmiere "
        "medecin medecins soignants "
        "black white green brown gray grey long short small good young old wise strong rich king "
        "may june april august summer winter day spring hope grace faith joy will mark bill rob "
        "frank grant chase drew hunter art dean page bush rose lily ivy baker cook smith miller "
        "mason carpenter wood woods stone rivers field fields hill west north east south banks "
        "best case price post team board office head manager committee department unit group "
        "staff vendor supplier user users"
    )
)

#: Words of one name, and whether a title has to stand before them.
_Name: TypeAlias = tuple[tuple[str, ...], bool]


@dataclass(frozen=True, slots=True)
class Span:
    """Where a name stands.

    Attributes:
        word: As it was written.
    """

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def names_in(text: str, names: Iterable[str]) -> tuple[Span, ...]:
    """Return where people are named in a text, in order; they never overlap.

    Args:
        text: As somebody wrote it.
        names: Of the people, first and family names in any order.
    """
    known = _known(tuple(names))
    if not known:
        return ()
    folded, places = fold_in_place(text)
    words = [_Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(folded)]
    return tuple(
        Span(start, end, text[start:end])
        for first, last in _found(folded, words, known)
        for start, end in [(places[first], places[last - 1] + 1)]
    )


def without_names(text: str, names: Iterable[str]) -> str:
    """Return a text with a sign in the place of every name."""
    kept, after = [], 0
    for span in names_in(text, names):
        kept += [text[after : span.start], HIDDEN]
        after = span.end
    return "".join((*kept, text[after:]))


def _found(
    folded: str, words: list[_Word], known: Mapping[str, tuple[_Name, ...]]
) -> Iterator[tuple[int, int]]:
    """Yield beginning and end of each name in the folded text."""
    at = 0
    while at < len(words):
        length = next(
            (
                len(parts)
                for parts, needs_title in known.get(words[at].text, ())
                if _stands(folded, words, at, parts)
                and (not needs_title or (at > 0 and words[at - 1].text in _TITLES))
            ),
            0,
        )
        if length:
            yield words[at].start, words[at + length - 1].end
        at += length or 1


def _stands(folded: str, words: list[_Word], at: int, parts: tuple[str, ...]) -> bool:
    """Return whether the words of a name follow each other from a place on."""
    here = words[at : at + len(parts)]
    if tuple(word.text for word in here) != parts:
        return False
    start = here[0].start
    if len(parts) == 1 and start > 1 and folded[start - 1] == "-" and folded[start - 2].isalnum():
        return False  # the end of another name, as in Saint-Martin
    return all(_JOINT.fullmatch(folded, a.end, b.start) for a, b in pairwise(here))


@lru_cache(maxsize=16)
def _known(names: tuple[str, ...]) -> Mapping[str, tuple[_Name, ...]]:
    """Return every way people are called, by its first word, the longest first."""
    found: dict[str, set[_Name]] = {}
    for name in names:
        for way in _ways(tuple(_WORD.findall(fold(name)))):
            found.setdefault(way[0][0], set()).add(way)
    return {
        first: tuple(sorted(ways, key=lambda way: (-len(way[0]), way[1])))
        for first, ways in found.items()
    }


def _ways(words: tuple[str, ...]) -> Iterator[_Name]:
    """Yield how one person is called: by one word of their name, or several in a row."""
    told = [word for word in words if len(word) >= _SHORTEST]
    yield from (((word,), word in _COMMON) for word in told)
    if len(words) > 1:
        yield words, False
        yield (*words[1:], words[0]), False
        yield (words[-1], *words[:-1]), False
    for first, last in combinations(range(min(len(words), _LONGEST) + 1), 2):
        run = words[first:last]
        if len(run) > 1 and not _COMMON.issuperset(word for word in run if word in told):
            yield run, False
