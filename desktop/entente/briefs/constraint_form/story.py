"""The blank map: one line a constraint, filled in by whoever bears it, completed by the others."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.parts import EMPTY, Gap, Leaf, Page, Part, Row, Table, Tone, Words
from entente.briefs.told import Told
from entente.i18n import _

_LINES: Final = 9
_HEIGHT: Final = 60.0


def tell(told: Told) -> Page:
    """Return the form, in the language in use."""
    del told
    return Page(
        title=_("Map of constraints"),
        parts=tuple(_parts()),
        recipient=_("Form for the room"),
        leaf=Leaf.WALL,
    )


def _parts() -> Iterator[Part]:
    yield Words(_("Map of constraints"), Tone.TITLE)
    yield Words(
        _(
            "Each writes what they cannot move. Then the others say which they knew of, and with "
            "which of theirs it clashes. Nobody has to justify a constraint."
        ),
        Tone.SUBTITLE,
    )
    yield Gap(8)
    head = (
        _("What I cannot move"),
        _("Who bears it"),
        _("Where it comes from"),
        _("Can it be moved a little?"),
        _("Who knew of it"),
        _("It clashes with…"),
    )
    rows = tuple(Row((EMPTY,) * len(head), room=_HEIGHT) for _line in range(_LINES))
    yield Table((0, 130, 150, 150, 170, 0), rows, head, boxed=True)
