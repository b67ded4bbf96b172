"""What a bow-tie says: the drawing, or where it cannot hold every word, the table as well."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from entente.briefs.layout_words import headed
from entente.briefs.parts import Cell, Drawing, Gap, Leaf, Page, Part, Row, Table, Tone, cell
from entente.briefs.risk_book.book import Book
from entente.briefs.risk_book.words import nothing
from entente.briefs.risks_bowtie.tied import Barrier, Tied, tied
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, said
from entente.i18n import _

if TYPE_CHECKING:
    from entente.briefs.picture import Picture


def tell(told: Told) -> Page:
    """Return the bow-tie, in the language in use."""
    book = Book(told)
    return Page(title=_("Bow-tie of a risk"), parts=tuple(_parts(book)), leaf=Leaf.LYING)


def _parts(book: Book) -> Iterator[Part]:
    subtitle = _("Bow-tie · state on {date} · by {mediator}")
    if not book.risks:
        yield from headed(book.told.head, _("Bow-tie of a risk"), subtitle)
        yield nothing()
        return
    (entry,) = book.risks
    yield from headed(book.told.head, f"{entry.ref} · {entry.text('event')}", subtitle)
    yield Gap(6)
    yield from _sentence(book, entry)
    yield Gap(8)
    known = tied(book, entry)
    yield Drawing(partial(_drawn, known), _listed(known, entry))


def _sentence(book: Book, entry: Entry) -> Iterator[Part]:
    """Yield who answers for it and how it is to be answered."""
    voice = Voice(book.told)
    for words in voice.words(entry, "response", Tone.BODY, _("Response:")):
        yield replace(words, tone=Tone.BODY)


def _drawn(known: Tied, room: float, _language: str) -> "tuple[Picture, bool]":
    from entente.briefs.risks_bowtie.drawing import draw  # noqa: PLC0415  # takes its time

    return draw(known, room)


def _listed(known: Tied, entry: Entry) -> Table:
    """Return the same as a table, from what leads to it to what follows."""
    event = f"{entry.ref} {entry.text('event')}"
    rows = [
        *(_row(_("Cause"), cause) for cause in known.causes),
        *(_action(_("Preventive action"), each) for each in known.preventive),
        _row(_("Event"), event, known.rated, said(entry, "owner_id")),
        *(_action(_("Contingency action"), each) for each in known.contingency),
        *(_row(_("Effect"), effect) for effect in known.effects),
    ]
    head = (_("Part"), _("Wording"), _("Status"), _("Who"))
    return Table((130, 0, 190, 130), tuple(rows), head, tight=True)


def _action(part: str, each: Barrier) -> Row:
    return _row(
        part,
        f"{each.ref} {each.title}",
        " · ".join(filter(None, (each.status, each.due))),
        each.owner,
    )


def _row(part: str, words: str, status: str = "", who: str = "") -> Row:
    cells: tuple[Cell, ...] = (
        cell(part, Tone.MUTED),
        cell(words),
        cell(status),
        cell(who),
    )
    return Row(cells)
