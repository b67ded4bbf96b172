"""An observation typed in one line: « - la saisie se perd sans réseau »."""

from dataclasses import dataclass
from typing import Final

#: What a line begins with for each kind of observation.
MARKS: Final = {"+": "worked", "-": "hindered", "−": "hindered", "?": "question", "!": "idea"}
_SPACES: Final = " \t\u00a0\u202f"


@dataclass(frozen=True, slots=True)
class ObservationLine:
    """What a line was read as.

    Attributes:
        kind: One of the kinds of `OBSERVATION`.
    """

    text: str
    kind: str


def read_observation(line: str, usual: str) -> ObservationLine:
    """Return what a line says: its first sign is the kind, and a closing `?` asks something.

    Args:
        line: As it was typed.
        usual: The kind of a line that says none.
    """
    text = line.strip()
    if text[:1] in MARKS:
        return ObservationLine(text[1:].lstrip(_SPACES), MARKS[text[0]])
    return ObservationLine(text, "question" if text.endswith("?") else usual)
