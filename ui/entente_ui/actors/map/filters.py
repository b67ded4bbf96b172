"""What a view of the map shows, and how that is kept in the file."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from entente.services.maps import MapRelation


class Sign(StrEnum):
    """How two get on, roughly."""

    GOOD = "good"
    NEUTRAL = "neutral"
    BAD = "bad"
    UNRATED = "unrated"


@dataclass(frozen=True, slots=True)
class MapFilter:
    """What is shown; an empty set lets everything pass.

    Attributes:
        camps: Actors of other camps step back; "" is for those without.
        kinds: Relations of other natures are hidden; "" is for those without.
        signs: Relations of another quality are hidden.
        unsure: Whether only relations are shown of which little is sure.
        tied: Whether actors without any relation are hidden.
        boxes: Whether organisations are drawn.
        folded: Organisations shown without their people.
    """

    camps: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    unsure: bool = False
    tied: bool = False
    boxes: bool = True
    folded: frozenset[str] = frozenset()

    @property
    def is_narrow(self) -> bool:
        """Whether anything is filtered out."""
        return bool(self.camps or self.kinds or self.signs or self.unsure or self.tied)

    @classmethod
    def from_words(cls, words: Sequence[str]) -> Self:
        """Return the filter that word:value pairs say; what is not understood is left out."""
        found: dict[str, set[str]] = defaultdict(set)
        for pair in words:
            word, colon, value = pair.partition(":")
            if colon:
                found[word.strip()].add(value.strip())
        return cls(
            camps=frozenset(found["camp"]),
            kinds=frozenset(found["kind"]),
            signs=frozenset(found["sign"]) & frozenset(Sign),
            unsure="low" in found["confidence"],
            tied="tied" in found["only"],
            boxes="off" not in found["boxes"],
            folded=frozenset(found["folded"]),
        )

    def to_words(self) -> tuple[str, ...]:
        """Return the filter as word:value pairs."""
        words = [f"camp:{camp}" for camp in sorted(self.camps)]
        words += [f"kind:{kind}" for kind in sorted(self.kinds)]
        words += [f"sign:{sign}" for sign in sorted(self.signs)]
        words += ["confidence:low"] if self.unsure else []
        words += ["only:tied"] if self.tied else []
        words += [] if self.boxes else ["boxes:off"]
        words += [f"folded:{key}" for key in sorted(self.folded)]
        return tuple(words)

    def admits(self, relation: MapRelation) -> bool:
        """Return whether a relation is shown."""
        if self.kinds and relation.kind not in self.kinds:
            return False
        if self.signs and sign_of(relation.quality) not in self.signs:
            return False
        return not self.unsure or relation.confidence == "low"


def sign_of(quality: int | None) -> Sign:
    """Return how two get on, roughly."""
    if quality is None:
        return Sign.UNRATED
    if quality == 0:
        return Sign.NEUTRAL
    return Sign.GOOD if quality > 0 else Sign.BAD
