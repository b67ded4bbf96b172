"""What the project assumes, what is at issue, and what it depends on."""

from collections.abc import Iterator

from entente.briefs.parts import Cell, Part, Tone, Words, cell, name
from entente.briefs.risk_book.book import Book
from entente.briefs.told import Entry
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.difficulty import DIFFICULTY
from entente.domain.raid import RAID_ITEM
from entente.domain.risk import RISK
from entente.i18n import _


def _kind(item: Entry) -> Cell:
    return Words(said(item, "kind"), Tone.CELL), Words(said(item, "state"), Tone.SMALL)


def assumed(book: Book, voice: Voice) -> Iterator[Part]:
    """Yield the list of them, in the order of their references."""

    def belongs(item: Entry) -> Cell:
        risk = next((each for each in book.risks if each.key == item.links["risk_id"]), None)
        difficulty = book.named(DIFFICULTY, item.links["difficulty_id"])
        return cell(joined(risk.ref if risk else "", difficulty), Tone.MUTED)

    columns = (
        Column("", 30, (), lambda item: cell(item.ref, Tone.MUTED)),
        Column(_("Wording"), 0, ("text",)),
        Column(_("Kind"), 70, ("kind", "state"), _kind),
        Column(_("Owner"), 88, ("owner_id",), lambda item: name(said(item, "owner_id"))),
        Column(_("To be checked by"), 84, ("due_on",)),
        Column(_(RISK.label), 42, (), belongs),
    )
    yield from voice.listing(book.told.of(RAID_ITEM.name), columns, 1)
