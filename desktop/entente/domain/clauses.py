"""Clauses with fields to be filled in: `{parties}`, `{date}`; broken ones are told, not raised."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.i18n import N_


class Blank(StrEnum):
    """What a clause may ask for in braces."""

    PARTIES = "parties"
    MEDIATOR = "mediator"
    MISSION = "mission"
    DATE = "date"
    PLACE = "place"
    COMMITMENTS = "commitments"
    FOLLOW_UP = "follow_up"
    STATEMENT = "statement"
    CHARTER = "charter"
    EFFECTIVE = "effective"
    RETENTION = "retention"


BLANK_LABELS: Final[Mapping[Blank, str]] = {
    Blank.PARTIES: N_("who the parties are"),
    Blank.MEDIATOR: N_("the mediator"),
    Blank.MISSION: N_("the mission"),
    Blank.DATE: N_("the day it is signed"),
    Blank.PLACE: N_("where it is signed"),
    Blank.COMMITMENTS: N_("what each commits to"),
    Blank.FOLLOW_UP: N_("the day of the first follow-up"),
    Blank.STATEMENT: N_("the neutral statement of the facts"),
    Blank.CHARTER: N_("the mediator’s code of conduct"),
    Blank.EFFECTIVE: N_("the day it takes effect"),
    Blank.RETENTION: N_("how long data are kept"),
}

#: Where something is to be written by hand.
DOTTED: Final = "…………………………"

_FIELD: Final = re.compile(r"\{([^{}\n]{0,60})\}")
_BRACE: Final = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Filled:
    """A clause, filled in as far as it goes.

    Attributes:
        text: Filled in; exactly as it was written where a field is broken.
        unknown: Words in braces that stand for nothing, in the order they are met.
        is_unbalanced: Whether a brace is opened and not closed, or the reverse.
        missing: Fields the mission says nothing about yet; a dotted line stands for them.
    """

    text: str
    unknown: tuple[str, ...] = ()
    is_unbalanced: bool = False
    missing: tuple[Blank, ...] = ()

    @property
    def is_broken(self) -> bool:
        """Whether the text was left as it is."""
        return bool(self.unknown) or self.is_unbalanced


def fill(text: str, values: Mapping[Blank, str]) -> Filled:
    """Return a text with its fields filled in.

    What the values hold is never read for fields again, whatever somebody is called.

    Args:
        text: With fields in braces.
        values: What each stands for; an empty one is still to be written by hand.
    """
    known = {blank.value: blank for blank in Blank}
    names = [name.strip() for name in _FIELD.findall(text)]
    unknown = tuple(dict.fromkeys(name for name in names if name not in known))
    is_unbalanced = bool(_BRACE.search(_FIELD.sub("", text)))
    if unknown or is_unbalanced:
        return Filled(text, unknown, is_unbalanced)
    asked = dict.fromkeys(known[name] for name in names)
    missing = tuple(blank for blank in asked if not values.get(blank))
    return Filled(
        _FIELD.sub(lambda found: values.get(known[found[1].strip()]) or DOTTED, text),
        missing=missing,
    )


def blanks_of(texts: Iterable[str]) -> frozenset[Blank]:
    """Return the fields that some clauses ask for."""
    known = {blank.value: blank for blank in Blank}
    names = {name.strip() for text in texts for name in _FIELD.findall(text)}
    return frozenset(blank for name, blank in known.items() if name in names)
