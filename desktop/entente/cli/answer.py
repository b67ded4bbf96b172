"""What a command answers: figures for programs, lines for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from entente.i18n import _, language

#: Digits behind the point of a figure for programs.
DIGITS: Final = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """The same, said twice.

    Attributes:
        figures: As they go into JSON.
        lines: As a person reads them.
    """

    figures: Mapping[str, Any]
    lines: Sequence[str]


def written(value: float | None, digits: int = 2) -> str:
    """Return a figure as it is written in the language in use; a dash where there is none."""
    if value is None:
        return "–"
    text = f"{value:.{digits}f}".replace("-", "−")
    return text.replace(".", ",") if language() == "fr" else text


def percent(share: float | None) -> str:
    """Return a share of 0.0 to 1.0 as a percentage; a dash where there is none."""
    return (
        written(None) if share is None else _("{number} %").format(number=written(100 * share, 1))
    )


def rounded(value: float | None) -> float | None:
    """Return a figure as it goes into JSON."""
    return None if value is None else round(value, DIGITS)
