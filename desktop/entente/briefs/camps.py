"""The badge of a camp on a drawing: a disc in its colour, with its letter."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.picture import INK, WHITE, Anchor, Disc, Mark, Words
from entente.briefs.type import SMALL_SIZE, Face
from entente.domain.actor import CAMP_LABELS, Camp
from entente.i18n import _

#: Radius of a badge.
BADGE: Final = 5.4

_UNKNOWN: Final = "#6C757D"
_COLOURS: Final = {
    Camp.DIRECTION: "#C4501B",
    Camp.DIGITAL: "#0072B2",
    Camp.BUSINESS: "#00825F",
    Camp.VENDOR: "#B87A00",
    Camp.SUPPORT: "#6C757D",
    Camp.FUNDER: "#7A5BA6",
    Camp.ADVISER: "#B2558A",
    Camp.USER: "#2E8FBF",
}
#: Letters on these are dark: white would not be read.
_PALE: Final = frozenset({Camp.VENDOR, Camp.USER})


def camp_colour(camp: Camp | None) -> str:
    """Return the colour of a camp; grey for none."""
    return _COLOURS[camp] if camp else _UNKNOWN


def camp_marks(camp: Camp | None, x: float, y: float) -> Iterator[Mark]:
    """Yield the badge of a camp around a point."""
    ink = INK if camp in _PALE else WHITE
    yield Disc(x, y, BADGE, camp_colour(camp))
    letter = camp_name(camp)[:1].upper()
    yield Words(x, y + 2.9, letter, SMALL_SIZE, Face.SEMIBOLD, ink, Anchor.MIDDLE)


def camp_name(camp: Camp | None) -> str:
    """Return what a camp is called, in the language in use."""
    return _(CAMP_LABELS[camp]) if camp else "?"
