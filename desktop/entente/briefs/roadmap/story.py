"""What the roadmap says: three columns, and how much was not placed in any of them."""

from collections.abc import Iterator

from entente.briefs.backlog_book.words import cards, columns, opening, summed
from entente.briefs.parts import Leaf, Page, Part, Words
from entente.briefs.told import Told
from entente.briefs.voice import Voice
from entente.domain.backlog import HORIZON_LABELS, ItemStatus
from entente.i18n import _


def tell(told: Told) -> Page:
    """Return the roadmap, in the language in use."""
    return Page(title=_("Roadmap"), parts=tuple(_parts(told, Voice(told))), leaf=Leaf.LYING)


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    yield from opening(told, _("Roadmap"))
    ahead = cards(told, ItemStatus.IDEA, ItemStatus.READY, ItemStatus.DOING)
    filled = [[card for card in ahead if card.text("horizon") == name] for name in HORIZON_LABELS]
    if any(filled):
        titles = [_(label).capitalize() for label in HORIZON_LABELS.values()]
        yield columns(told, voice, titles, filled)
    else:
        yield Words(_("Nothing was placed on the roadmap yet."))
    if rest := [card for card in ahead if not card.text("horizon")]:
        yield Words(_("Not placed: {cards}.").format(cards=summed(rest)))
