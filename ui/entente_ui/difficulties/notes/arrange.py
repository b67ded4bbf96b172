"""Which notes stand in which lane, and which are looked for."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from entente.domain.confidentiality import LEVEL_LABELS, Level
from entente.domain.note import NOTE_LABELS, NoteKind
from entente.i18n import _, ngettext
from entente.services.notes import Board, Note, Voice
from entente_ui.formats import NBSP
from entente_ui.kit.cards import LaneHead

#: Stands for what nobody in particular said.
NOBODY: Final = ""
#: In a filter: whatever it is.
ANY: Final = "*"


class By(StrEnum):
    """What the lanes stand for."""

    PARTY = "party"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; the blank one looks for everything.

    Attributes:
        words: Folded; a note holds all of them.
        kind, actor, level, session: A value, or `ANY`.
        struck: Whether it is struck; None for either.
    """

    words: tuple[str, ...] = ()
    kind: str = ANY
    actor: str = ANY
    level: str = ANY
    session: str = ANY
    struck: bool | None = None

    def fits(self, note: Note) -> bool:
        """Return whether a note is looked for, whatever its text."""
        return (
            self.kind in {ANY, note.kind}
            and self.actor in {ANY, note.actor}
            and self.level in {ANY, note.level}
            and self.session in {ANY, note.session}
            and self.struck in {None, note.is_struck}
        )


def voice_name(voice: Voice) -> str:
    """Return what somebody is called where there is room."""
    return " ".join(filter(None, (voice.ref, voice.name)))


def heads(board: Board, by: By) -> tuple[LaneHead, ...]:
    """Return the lanes of a board from left to right."""
    if by is By.KIND:
        return tuple(LaneHead(kind.value, sentence(_(NOTE_LABELS[kind]))) for kind in NoteKind)
    lanes = [
        LaneHead(voice.id, voice.speaks_for or voice_name(voice), voice_name(voice))
        for voice in board.voices
    ]
    return (*lanes, LaneHead(NOBODY, _("Nobody in particular")))


def counted(head: LaneHead, notes: Sequence[Note]) -> LaneHead:
    """Return what a lane with these notes in it is called."""
    words = ngettext("{count} note", "{count} notes", len(notes)).format(count=len(notes))
    return replace(head, counted=words, summary=summary(notes))


def lane_of(note: Note, by: By, known: Mapping[str, object]) -> str:
    """Return the value of the lane a note stands in."""
    value = note.kind if by is By.KIND else note.actor
    return value if value in known else NOBODY


def sentence(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


def summary(notes: Iterable[Note]) -> str:
    """Return how many notes may be read by whom: « médiateur 4 · aparté 2 »."""
    counts = Counter(note.level for note in notes)
    return " · ".join(
        f"{_(LEVEL_LABELS[level])}{NBSP}{counts[level]}" for level in Level if counts[level]
    )
