"""What a command answers: figures for programs, lines for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entente.i18n import language


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
