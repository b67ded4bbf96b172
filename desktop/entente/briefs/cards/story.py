"""What cards to be cut out say: each what it is about, who does it, by when, how much it is."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.backlog_book.words import cards, facts
from entente.briefs.parts import EMPTY, Cell, Page, Part, Row, Table, Tone, Words
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, joined, said
from entente.domain.backlog import ItemStatus
from entente.i18n import _

_ACROSS: Final = 2
#: Height of a card, in points: three fill the height of a sheet.
_HEIGHT: Final = 212.0


def tell(told: Told) -> Page:
    """Return the cards still to be done, in the language in use."""
    return Page(title=_("Cards to stick"), parts=tuple(_parts(told, Voice(told))))


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    found = cards(told, ItemStatus.IDEA, ItemStatus.READY, ItemStatus.DOING)
    if not found:
        yield Words(_("There is no card this reader may know of."))
        return
    made = [_card(told, voice, each) for each in found]
    made += [EMPTY] * (-len(made) % _ACROSS)
    rows = tuple(
        Row(tuple(made[at : at + _ACROSS]), room=_HEIGHT) for at in range(0, len(made), _ACROSS)
    )
    yield Table((0,) * _ACROSS, rows, boxed=True)


def _card(told: Told, voice: Voice, card: Entry) -> Cell:
    head = joined(card.ref, said(card, "status"))
    lines = (Words(line) for line in facts(told, card) if line)
    deliverable = voice.words(card, "deliverable", Tone.SMALL)
    title = voice.words(card, "title", Tone.CARD, mark=False)
    return (Words(head, Tone.SMALL), *title, *lines, *deliverable)
