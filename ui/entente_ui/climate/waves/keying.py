"""One paper ballot, keyed in digit by digit."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from entente.services.ballots import RANGES

_TENS: Final = 10

#: What stands unshifted on the row of digits of a French keyboard, from 0 to 9.
_FRENCH: Final = "à&é\"'(-è_ç"


def digit_of(text: str, *, is_keypad: bool = False) -> int | None:
    """Return the digit a key stands for, with or without Shift on a French keyboard.

    Args:
        text: What it types.
        is_keypad: Whether it is on the keypad, where a minus is a minus.
    """
    if len(text) != 1:
        return None
    if text in "0123456789":
        return int(text)
    return _FRENCH.index(text) if text in _FRENCH and not is_keypad else None


class Stroke(Enum):
    """What became of a key."""

    TAKEN = auto()
    REFUSED = auto()  # not an answer to this question, or none is left


@dataclass(frozen=True, slots=True)
class Field:
    """A question answered with a number."""

    key: str
    code: str
    text: str
    scale: str

    @property
    def least(self) -> int:
        """The lowest answer."""
        return RANGES[self.scale][0]

    @property
    def most(self) -> int:
        """The highest answer."""
        return RANGES[self.scale][1]


class Keying:
    """What was keyed of a ballot, and which question is next.

    A digit answers a question and the next one follows by itself. Where 10 is an answer, a 1
    waits: a 0 makes it ten, any other digit belongs to the next question already.

    Attributes:
        fields: The questions, in the order of the paper.
        values: Their answers; None where there is none.
        place: The question that is next; one past the last when all were.
    """

    def __init__(self, fields: Sequence[Field]) -> None:
        self.fields = tuple(fields)
        self.values: list[int | None] = [None] * len(self.fields)
        self.place = 0
        self._waits = False

    @property
    def is_full(self) -> bool:
        """Whether the last question was come to the end of."""
        return self.place >= len(self.fields)

    @property
    def is_waiting(self) -> bool:
        """Whether a 1 may still become ten."""
        return self._waits

    @property
    def answers(self) -> dict[str, int | None]:
        """The answers by the keys of their questions."""
        return {field.key: value for field, value in zip(self.fields, self.values, strict=True)}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return all(value is None for value in self.values)

    def digit(self, digit: int) -> Stroke:
        """Take a digit from 0 to 9."""
        if self._waits:
            self._waits = False
            self.place += 1
            if digit == 0:
                self.values[self.place - 1] = _TENS
                return Stroke.TAKEN
        if self.is_full:
            return Stroke.REFUSED
        field = self.fields[self.place]
        if not field.least <= digit <= field.most:
            return Stroke.REFUSED
        self.values[self.place] = digit
        if digit == 1 and field.most >= _TENS:
            self._waits = True
        else:
            self.place += 1
        return Stroke.TAKEN

    def skip(self) -> Stroke:
        """Leave a question without an answer, or be content with a 1."""
        if self.is_full:
            return Stroke.REFUSED
        if not self._waits:
            self.values[self.place] = None
        self._waits = False
        self.place += 1
        return Stroke.TAKEN

    def back(self) -> Stroke:
        """Take the last answer back."""
        if not self._waits:
            if self.place == 0:
                return Stroke.REFUSED
            self.place -= 1
        self._waits = False
        self.values[self.place] = None
        return Stroke.TAKEN

    def go(self, place: int) -> None:
        """Come to a question, to answer it anew."""
        self._waits = False
        self.place = min(max(place, 0), len(self.fields))

    def clear(self) -> None:
        """Begin the next ballot."""
        self.values = [None] * len(self.fields)
        self.go(0)
