"""Fiutak's wheel: how far each question of a mediation has been answered, and by whom.

What happened, why it matters, what each recognises of the other, how it could be, how it will
be. The shares count what is written down; whether it is understood only the people can say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from entente.domain.party import WHAT, WHY
from entente.i18n import N_

#: A mediation takes two; while there are fewer, the others count as not heard.
PARTIES_MIN: Final = 2
#: With one option there is nothing to choose between.
OPTIONS_MIN: Final = 2
RECOGNITION: Final = "recognition"


class Question(StrEnum):
    """The four quadrants and the pivot between the second and the third, in their order."""

    WHAT = "what"
    WHY = "why"
    PIVOT = "pivot"
    HOW = "how"
    FINALLY = "finally"


QUESTION_LABELS: Final = MappingProxyType(
    {
        Question.WHAT: N_("What?"),
        Question.WHY: N_("Why?"),
        Question.PIVOT: N_("Recognition"),
        Question.HOW: N_("How?"),
        Question.FINALLY: N_("How, finally?"),
    }
)
QUESTION_HELP: Final = MappingProxyType(
    {
        Question.WHAT: N_("What each tells and asks for, and the facts."),
        Question.WHY: N_("What matters to each: interests, needs, fears."),
        Question.PIVOT: N_("What each has recognised of the other, in its own words."),
        Question.HOW: N_("The options there are."),
        Question.FINALLY: N_("What is chosen, signed and promised."),
    }
)


class Lack(StrEnum):
    """What is missing for the whole difficulty; what a party has not said is named by field."""

    PARTIES = "parties"
    FACTS = "facts"
    OPTION = "option"
    SECOND_OPTION = "second option"
    AGREEMENT = "agreement"
    SIGNATURE = "signature"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True)
class Voice:
    """A party, and what of it is known.

    Attributes:
        key: Of the party.
        name: What it is called.
        told: Names of the statements that are not empty, as `account` or `needs`.
    """

    key: str
    name: str
    told: frozenset[str]


@dataclass(frozen=True, slots=True)
class Treatment:
    """What there is of a difficulty beside its parties.

    Attributes:
        facts: Number of facts noted, whether agreed or disputed.
        options: Number of options that were not set aside.
        agreements: Number of settlement agreements, drafts among them.
        signed: Whether one of them is signed and holds.
        commitments: Number of commitments that were not released.
    """

    facts: int = 0
    options: int = 0
    agreements: int = 0
    signed: bool = False
    commitments: int = 0


@dataclass(frozen=True, slots=True)
class Unsaid:
    """What one party has not said yet.

    Attributes:
        party: Its key.
        name: What it is called.
        statements: Names of the fields that are empty.
    """

    party: str
    name: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """How far one question is answered.

    Attributes:
        share: From 0.0 to 1.0.
        unsaid: What each party has not said, those with nothing missing left out.
        lacks: What is missing otherwise.
    """

    share: float
    unsaid: tuple[Unsaid, ...] = ()
    lacks: tuple[Lack, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.unsaid and not self.lacks


@dataclass(frozen=True, slots=True)
class Wheel:
    """The wheel of one difficulty.

    Attributes:
        sectors: One for each question.
        early_for: Names of the parties of whom nothing is known of why it matters to them,
            while options are already there; empty while that is no danger.
    """

    sectors: Mapping[Question, Sector]
    early_for: tuple[str, ...] = ()

    def share(self, question: Question) -> float:
        """Return how far a question is answered, from 0.0 to 1.0."""
        return self.sectors[question].share

    @property
    def current(self) -> Question | None:
        """The first question with something missing, None when all are answered."""
        return next((q for q in Question if not self.sectors[q].is_whole), None)


def wheel(voices: Sequence[Voice], treatment: Treatment) -> Wheel:
    """Return how far a difficulty has come round the wheel."""
    sectors = {
        Question.WHAT: _what(voices, treatment.facts),
        Question.WHY: _asked_of_all(voices, WHY),
        Question.PIVOT: _asked_of_all(voices, (RECOGNITION,)),
        Question.HOW: _how(treatment.options),
        Question.FINALLY: _finally(treatment),
    }
    silent = tuple(voice.name for voice in voices if not voice.told.intersection(WHY))
    return Wheel(MappingProxyType(sectors), silent if treatment.options else ())


def _asked_of_all(voices: Sequence[Voice], asked: Sequence[str]) -> Sector:
    told, wanted = _counted(voices, asked)
    lacks = (Lack.PARTIES,) if len(voices) < PARTIES_MIN else ()
    return Sector(told / wanted, _unsaid(voices, asked), lacks)


def _what(voices: Sequence[Voice], facts: int) -> Sector:
    told, wanted = _counted(voices, WHAT)
    lacks = (
        *((Lack.PARTIES,) if len(voices) < PARTIES_MIN else ()),
        *(() if facts else (Lack.FACTS,)),
    )
    return Sector((told + bool(facts)) / (wanted + 1), _unsaid(voices, WHAT), lacks)


def _how(options: int) -> Sector:
    lacks = (Lack.OPTION, Lack.SECOND_OPTION)[options : options + 1]
    return Sector(min(options, OPTIONS_MIN) / OPTIONS_MIN, (), lacks)


def _finally(treatment: Treatment) -> Sector:
    there = (
        (Lack.AGREEMENT, treatment.agreements > 0),
        (Lack.SIGNATURE, treatment.signed),
        (Lack.COMMITMENT, treatment.commitments > 0),
    )
    lacks = tuple(lack for lack, is_there in there if not is_there)
    return Sector(1 - len(lacks) / len(there), (), lacks)


def _counted(voices: Sequence[Voice], asked: Sequence[str]) -> tuple[int, int]:
    """Return how many statements were made, and how many there should be."""
    told = sum(len(voice.told.intersection(asked)) for voice in voices)
    return told, len(asked) * max(PARTIES_MIN, len(voices))


def _unsaid(voices: Sequence[Voice], asked: Sequence[str]) -> tuple[Unsaid, ...]:
    found = (
        Unsaid(voice.key, voice.name, tuple(name for name in asked if name not in voice.told))
        for voice in voices
    )
    return tuple(each for each in found if each.statements)
