"""Head and foot of a sheet that one drawing fills."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.levels import AUDIENCE_COLOURS, code, confidential_words, legal_note
from entente.briefs.page import SIDE
from entente.briefs.picture import HAIRLINE, INK, MUTED, Anchor, Mark, Trace, Words
from entente.briefs.text import fitted
from entente.briefs.type import SMALL_SIZE, Face
from entente.services.disclosure import Head

_HEAD: Final = 45.0
_FOOT: Final = 44.0
#: Room for the number of the page.
_PLACE: Final = 80.0


def surround(head: Head, size: tuple[float, float], place: str = "") -> Iterator[Mark]:
    """Yield what stands at the head and the foot of a sheet, in the language in use.

    Args:
        head: What every page says.
        size: Of the sheet.
        place: Which page of how many it is.
    """
    wide, high = size
    far, room = wide - SIDE, (wide - 2 * SIDE) / 2
    mission = " · ".join(part for part in (head.mission, head.organisation) if part)
    yield Words(SIDE, _HEAD, fitted(mission, Face.SANS, SMALL_SIZE, room), colour=MUTED)
    reader = confidential_words(head.audience, head.recipient)
    words = fitted(reader, Face.SEMIBOLD, SMALL_SIZE, room - 12)
    ink = code(AUDIENCE_COLOURS[head.audience])
    yield Words(far, _HEAD, words, SMALL_SIZE, Face.SEMIBOLD, ink, Anchor.END)
    yield Trace(((SIDE, _HEAD + 8), (far, _HEAD + 8)), INK)
    foot = high - _FOOT
    yield Trace(((SIDE, foot), (far, foot)), HAIRLINE, 0.5)
    note = fitted(legal_note(head.audience), Face.SANS, SMALL_SIZE, 2 * room - _PLACE)
    yield Words(SIDE, foot + 12, note, colour=MUTED)
    if place:
        yield Words(far, foot + 12, place, colour=MUTED, anchor=Anchor.END)
