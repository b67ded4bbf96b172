"""What the report on the risks says, in four parts."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from entente.briefs.layout_words import headed
from entente.briefs.parts import (
    Box,
    Drawing,
    Page,
    Part,
    Row,
    Section,
    Table,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.risk_book.book import Book
from entente.briefs.risk_book.words import counted, nothing, totals
from entente.briefs.risks_report.method import method
from entente.briefs.risks_report.one import one_by_one
from entente.briefs.risks_report.raid import assumed
from entente.briefs.risks_report.time import over_time
from entente.briefs.told import Told
from entente.briefs.voice import Voice
from entente.domain.risk import Reading
from entente.i18n import _

if TYPE_CHECKING:
    from entente.briefs.picture import Picture
    from entente.services.risks import Rated


def tell(told: Told) -> Page:
    """Return the report, in the language in use."""
    return Page(title=_("Report on the risks"), parts=tuple(_parts(Book(told), Voice(told))))


def _parts(book: Book, voice: Voice) -> Iterator[Part]:
    by_whom = _("State on {date} · by {mediator}")
    yield from headed(book.told.head, _("Report on the risks"), f"{counted(book)} · {by_whom}")
    if book.risks:
        yield Box(tuple(totals(book)))
    else:
        yield nothing()
    yield Section(_("1. Method and legend"), tuple(method(book)), 0)
    if book.risks:
        yield Section(_("2. Before any response"), tuple(_inherent(book)), 0)
        yield Section(_("3. Today, and once the responses have worked"), tuple(_now(book)), 0)
        yield Section(_("4. One by one"), tuple(one_by_one(book, voice)), 0)
    yield from section(_("Assumptions, issues and dependencies"), *assumed(book, voice), depth=0)


def _inherent(book: Book) -> Iterator[Part]:
    yield _matrix(book, Reading.INHERENT, is_alone=True)
    yield from _missing(book, Reading.INHERENT)
    yield from over_time(book)


def _now(book: Book) -> Iterator[Part]:
    for reading, title in (
        (Reading.CURRENT, _("As it is today")),
        (Reading.TARGET, _("Residual: once the responses have worked")),
    ):
        parts = (_matrix(book, reading, is_alone=False), *_missing(book, reading))
        yield Section(title, parts, 1)


def _matrix(book: Book, reading: str, *, is_alone: bool) -> Drawing:
    return Drawing(partial(_drawn, book, reading, is_alone), _listed(book, reading))


def _drawn(
    book: Book, reading: str, is_alone: bool, room: float, _language: str
) -> "tuple[Picture, bool]":
    from entente.briefs.risk_book.matrix import HIGH, LOW, draw  # noqa: PLC0415  # takes its time

    return draw(book, reading, room, HIGH if is_alone else LOW)


def _listed(book: Book, reading: str) -> Table:
    """Return the same as a table: the risks of each cell, the severest first."""
    views = [view for view in book.views.values() if view.readings[reading].score is not None]
    found: dict[Rated, list[str]] = {}
    for view in views:
        if not view.is_past:
            found.setdefault(view.readings[reading], []).append(view.ref)
    ordered = sorted(found, key=lambda rated: -(rated.score or 0))
    rows = tuple(
        Row((book.chip(rated, whole=True), cell(", ".join(found[rated])))) for rated in ordered
    )
    head = (_("Probability × impact = score"), _("Risks"))
    return Table((190, 0), rows or (Row((cell(""), cell(""))),), head, tight=True)


def _missing(book: Book, reading: str) -> Iterator[Part]:
    """Yield which risks stand on no matrix, and why."""
    views = book.views.values()
    unrated = [v.ref for v in views if not v.is_past and v.readings[reading].score is None]
    over = [view.ref for view in views if view.is_past]
    for refs, words in ((unrated, _("Not rated: {refs}.")), (over, _("Over: {refs}."))):
        if refs:
            yield Words(words.format(refs=", ".join(refs)), Tone.SMALL)
