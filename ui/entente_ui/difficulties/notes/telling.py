"""How a note is told: in the head of its card, and aloud."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from entente.domain.note import NOTE_LABELS, NoteKind
from entente.i18n import _, ngettext
from entente.services.notes import Board, Note, Voice
from entente_ui.difficulties.notes.arrange import sentence, voice_name
from entente_ui.formats import long_date, short_date
from entente_ui.kit import level_word


@dataclass(frozen=True, slots=True)
class Telling:
    """Names for what notes hold as keys."""

    voices: Mapping[str, Voice]
    meetings: Mapping[str, str]

    @classmethod
    def of(cls, board: Board) -> Self:
        """Return the names of a board."""
        return cls(
            {voice.id: voice for voice in board.voices},
            {meeting.id: meeting.ref for meeting in board.meetings},
        )

    def who(self, note: Note) -> str:
        """Return the reference of who said it, or nothing."""
        voice = self.voices.get(note.actor)
        return voice.ref if voice else ""

    def level(self, note: Note) -> str:
        """Return the word for who may read it."""
        return level_word(note.level, self.who(note))

    def heads(self, note: Note) -> Sequence[str]:
        """Return what may stand after the kind, from the longest on.

        Who said it, when it happened or was noted, in which session; where that is too
        long, without who said it: the lane or the level tells.
        """
        day = short_date(note.happened_on or note.noted_on)
        rest = (day, self.meetings.get(note.session, ""))
        tellings = ((self.who(note), *rest), rest, (day,))
        return [" · ".join(filter(None, parts)) for parts in tellings]

    def aloud(self, note: Note, text: str) -> str:
        """Return everything a card shows, as it is read aloud."""
        voice = self.voices.get(note.actor)
        ties = len(note.links)
        parts = (
            kind_word(note.kind),
            voice_name(voice) if voice else "",
            long_date(note.happened_on or note.noted_on),
            self.meetings.get(note.session, ""),
            self.level(note),
            _("struck") if note.is_struck else "",
            ngettext("{count} link", "{count} links", ties).format(count=ties) if ties else "",
        )
        return f"{', '.join(filter(None, parts))}. {text}"


def kind_word(kind: str) -> str:
    """Return the word of a kind as it begins a line."""
    known = {each.value for each in NoteKind}
    return sentence(_(NOTE_LABELS[NoteKind(kind)])) if kind in known else kind


def covered() -> str:
    """Return what stands for the text of a caucus note that is covered."""
    return _("Caucus note, covered")
