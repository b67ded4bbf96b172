"""Finding what a conflict is made of by plain questions, and what helps in each case.

After Chr. Moore's circle of conflict; the questions and interventions are data, in the
language of whoever reads them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from entente.domain.family import Family
from entente.errors import InvalidValueError


@dataclass(frozen=True, slots=True)
class Guide:
    """One family: how to recognise it, and what to do.

    Attributes:
        questions: Each about something that can be observed; a yes speaks for the family.
        interventions: What usually helps.
    """

    family: Family
    questions: tuple[str, ...]
    interventions: tuple[str, ...]


def parse(data: Mapping[str, Any], language: str) -> tuple[Guide, ...]:
    """Return the guide of every family in a language, in the order of the families.

    Raises:
        InvalidValueError: If a family or a language is missing, or empty.
    """
    return tuple(_guide(data, family, language) for family in Family)


def _guide(data: Mapping[str, Any], family: Family, language: str) -> Guide:
    entry = data.get(family.value, {}).get(language, {})
    questions, interventions = (
        tuple(text for text in entry.get(name, ()) if isinstance(text, str) and text.strip())
        for name in ("questions", "interventions")
    )
    if not questions or not interventions:
        raise InvalidValueError(f"{family.value}.{language}", None, "questions, interventions")
    return Guide(family, questions, interventions)
