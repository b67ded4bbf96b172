"""What the register of risks says on its one page: each risk a row, then what they come to."""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto
from typing import Final

from entente.briefs.layout_words import headed
from entente.briefs.parts import (
    Box,
    Cell,
    Gap,
    Leaf,
    NewPage,
    Page,
    Part,
    Row,
    Section,
    Table,
    Tone,
    Words,
    cell,
)
from entente.briefs.risk_book.book import Book
from entente.briefs.risk_book.words import counted, nothing, reading_heads, totals
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, said
from entente.domain.risk import RISK, Reading, RiskKind
from entente.i18n import _
from entente.services.bowtie import lines

#: Of reference, scores, strategy, owner, review and amount, in points.
_WIDTHS: Final = (30.0, 0.0, 64.0, 64.0, 64.0, 60.0, 88.0, 62.0, 54.0)
#: The same where each risk is to stand on one line.
_ON_ONE_LINE: Final = (28.0, 0.0, 64.0, 64.0, 64.0, 96.0, 90.0, 62.0, 54.0)


#: More risks than this fit no page, however they are worded.
_MOST: Final = 40


class Wording(Enum):
    """How much of each risk stands in its row."""

    WHOLE = auto()
    RUN_ON = auto()  # in one paragraph
    EVENT = auto()  # causes and effects follow on a page of their own


def tell(told: Told, wording: Wording = Wording.WHOLE) -> Page:
    """Return the register, in the language in use."""
    book = Book(told)
    parts = tuple(_parts(book, Voice(told), wording))
    return Page(title=_("Register of risks"), parts=parts, leaf=Leaf.LYING)


def wordings(told: Told) -> tuple[Wording, ...]:
    """Return which wordings may fit one page, the best first."""
    return tuple(Wording) if len(told.of(RISK.name)) <= _MOST else ()


def _parts(book: Book, voice: Voice, wording: Wording) -> Iterator[Part]:
    subtitle = _("State on {date} · by {mediator}")
    yield from headed(book.told.head, _("Register of risks"), f"{counted(book)} · {subtitle}")
    if not book.risks:
        yield nothing()
        return
    said_of_all = tuple(replace(line, tone=Tone.DENSE) for line in totals(book))
    if wording is Wording.EVENT:
        yield from said_of_all
        yield Gap(2)
    else:
        yield Box(said_of_all)
    rows = tuple(_row(book, voice, entry, wording) for entry in book.risks)
    widths = _ON_ONE_LINE if wording is Wording.EVENT else _WIDTHS
    yield Table(widths, rows, top=Row(_heads(wording)), tight=True)
    if wording is Wording.EVENT:
        yield NewPage()
        yield Section(_("Causes and effects"), (_wordings(book, voice),))


def _heads(wording: Wording) -> tuple[Cell, ...]:
    event, chain = _("Event"), _("cause → effect")
    titles = (
        _("Ref."),
        event if wording is Wording.EVENT else f"{event} · {chain}",
        *reading_heads(),
        _("Strategy"),
        _("Owner"),
        _("Review"),
    )
    heads: list[Cell] = [(Words(title, Tone.DENSE_STRONG),) for title in titles]
    heads.append((Words(_("Amount"), Tone.DENSE_STRONG, is_number=True),))
    return tuple(heads)


def _row(book: Book, voice: Voice, entry: Entry, wording: Wording) -> Row:
    view = book.view(entry)
    amount = "–" if view.amount is None else book.money(view.amount)
    return Row(
        (
            (Words(entry.ref, Tone.DENSE_STRONG),),
            _wording(voice, entry, wording),
            *(book.chip(view.readings[reading]) for reading in Reading),
            (Words(said(entry, "strategy") or "–", Tone.DENSE),),
            (Words(view.owner or "–", Tone.DENSE),),
            (_review(book, entry),),
            (Words(amount, Tone.DENSE, is_number=True),),
        )
    )


def _wording(voice: Voice, entry: Entry, wording: Wording) -> Cell:
    lead = _("Opportunity:") if entry.text("kind") == RiskKind.OPPORTUNITY else ""
    # On one line, how far it may travel is told with the causes.
    mark = wording is not Wording.EVENT
    (event,) = voice.words(entry, "event", Tone.DENSE_STRONG, lead, mark=mark)
    status = _over(entry)
    event = replace(event, text=f"{event.text} ({status})" if status else event.text)
    cause, effect = (" · ".join(lines(entry.text(name))) for name in ("cause", "effect"))
    if wording is Wording.EVENT or not (cause or effect):
        return (event,)
    rest = " → ".join((cause or "…", effect or "…"))
    if wording is Wording.WHOLE:
        return event, Words(rest, Tone.DENSE)
    lead = f"{lead} {event.text} ·".strip()
    return (replace(event, text=rest, tone=Tone.DENSE, lead=lead),)


def _over(entry: Entry) -> str:
    """Return what has become of a risk of which nothing more is to be expected."""
    return said(entry, "status") if entry.text("status") in {"occurred", "closed"} else ""


def _review(book: Book, entry: Entry) -> Words:
    """Return the day of the next review; one that is past stands out."""
    day = entry.day("review_on")
    if day is None:
        return Words("–", Tone.DENSE)
    if book.view(entry).is_overdue:
        return Words(f"{day:%d/%m/%Y} !", Tone.DENSE_STRONG)
    return Words(f"{day:%d/%m/%Y}", Tone.DENSE)


def _wordings(book: Book, voice: Voice) -> Table:
    rows = []
    for entry in book.risks:
        cause, effect = (cell(entry.text(name), Tone.DENSE) for name in ("cause", "effect"))
        named = cell(entry.ref, Tone.DENSE_STRONG)
        event = voice.cell(entry, "event", Tone.DENSE_STRONG)
        rows.append(Row((named, cause, event, effect)))
    titles = (_("Ref."), _("Because"), _("Event"), _("So that"))
    heads = tuple((Words(title, Tone.DENSE_STRONG),) for title in titles)
    return Table((_WIDTHS[0], 0, 0, 0), tuple(rows), top=Row(heads), tight=True)
