"""What is read in a finished file, whatever its format."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Text found in a file.

    Attributes:
        is_words: Whether it was read as words; bytes read as letters hold any short word.
    """

    text: str
    is_words: bool
