"""What the board says on paper: one column a status, each card with who, when and how much."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.backlog_book.words import cards, columns, opening
from entente.briefs.parts import Leaf, Page, Part, Words
from entente.briefs.told import Told
from entente.briefs.voice import Voice
from entente.domain.backlog import STATUS_LABELS, ItemStatus
from entente.i18n import _, ngettext

_COLUMNS: Final = (ItemStatus.IDEA, ItemStatus.READY, ItemStatus.DOING, ItemStatus.DONE)


def tell(told: Told) -> Page:
    """Return the board, in the language in use."""
    return Page(title=_("Board"), parts=tuple(_parts(told, Voice(told))), leaf=Leaf.LYING)


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    yield from opening(told, _("Board"))
    filled = [cards(told, status.value) for status in _COLUMNS]
    dropped = len(cards(told, ItemStatus.DROPPED.value))
    if not any(filled):
        yield Words(_("There is no card this reader may know of."))
    else:
        titles = [_(STATUS_LABELS[status.value]).capitalize() for status in _COLUMNS]
        yield columns(told, voice, titles, filled)
    if dropped:
        words = ngettext(
            "{count} dropped card is left out.", "{count} dropped cards are left out.", dropped
        )
        yield Words(words.format(count=dropped))
