"""Sets the parts of a document on pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile
from typing import Final

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Spacer

from entente.briefs import layout, page, tables, text
from entente.briefs import type as typeface
from entente.briefs.chip import Chip
from entente.briefs.levels import LEVEL_COLOURS, code
from entente.briefs.page import FORMATS, STANDING, Format
from entente.briefs.parts import (
    Box,
    Cell,
    Drawing,
    Gap,
    NewPage,
    Page,
    Part,
    Row,
    Section,
    Table,
    Together,
    Tone,
    Words,
    texts,
)
from entente.briefs.picture import PictureFlowable
from entente.briefs.production import Report, unheard
from entente.briefs.tables import COLUMN_GAP, Block, Plain, RuledTable
from entente.briefs.type import ACCENT, ACCENT_TINT
from entente.i18n import language as spoken
from entente.i18n import speaking
from entente.services.disclosure import Head

_STYLES: dict[Tone, Callable[[], ParagraphStyle]] = {
    Tone.TITLE: typeface.title,
    Tone.SUBTITLE: typeface.subtitle,
    Tone.BODY: typeface.body,
    Tone.CELL: typeface.cell,
    Tone.MUTED: typeface.cell_muted,
    Tone.STRONG: typeface.cell_head,
    Tone.SMALL: typeface.small,
    Tone.DENSE: typeface.dense,
    Tone.DENSE_STRONG: typeface.dense_head,
    Tone.CARD: typeface.card,
    Tone.WALL: typeface.wall,
}
#: Above and below what a row of a tight table holds.
_TIGHT: Final = 1.0


def render(head: Head, language: str, tell: Callable[[], Page], report: Report = unheard) -> bytes:
    """Return a document as a PDF file; equal ones give equal bytes.

    Args:
        head: What stands at the head of each page.
        language: `fr` or `en`, whatever the screen speaks.
        tell: Gives the document, asked in its language.
        report: Told the percentage done; what it raises ends the work.
    """
    with typeface.PRESS, speaking(language):
        told = tell()
        on = FORMATS[told.leaf]
        sheet = layout.sheet(head, language, told.title, told.note, told.recipient, on)
        return page.build(story(told.parts, on), sheet, report)


def fits_first_page(told: Page) -> bool:
    """Return whether what comes before the first break fits on one page."""
    on = FORMATS[told.leaf]
    first = tuple(takewhile(lambda part: not isinstance(part, NewPage), told.parts))
    with typeface.PRESS:
        flowables = _flowables(first, on)
        heights = (each.wrap(on.body_width, on.body_height)[1] for each in flowables)
        between = sum(each.getSpaceBefore() + each.getSpaceAfter() for each in flowables)
        return sum(heights) + between <= on.body_height


def story(parts: Sequence[Part], on: Format = STANDING) -> list[Flowable]:
    """Return parts as what ReportLab draws, in the language in use."""
    return [*_flowables(parts, on), *layout.closing(texts(parts))]


def _flowables(parts: Sequence[Part], on: Format) -> list[Flowable]:
    return [flowable for part in parts for flowable in _drawn(part, on)]


def _drawn(part: Part, on: Format) -> list[Flowable]:  # noqa: PLR0911  # one for each sort of part
    match part:
        case Words():
            return list(_paragraphs(part))
        case Table():
            return [_table(part, on)]
        case Box():
            inside = [flowable for words in part.words for flowable in _paragraphs(words)]
            # An empty column at the right, so that words do not touch the edge of the tint.
            cells = (Block(inside), Block())
            row = tables.Row(cells, edge=ACCENT, tint=ACCENT_TINT, pad=8, ruled=False)
            return [Spacer(0, 10), RuledTable([on.body_width, 0], [row], page=on.body_height)]
        case Gap():
            return [Spacer(0, part.height)]
        case NewPage():
            return [PageBreak()]
        case Drawing():
            return _picture(part, on)
        case Together():
            return [KeepTogether(_flowables(part.parts, on))]
        case Section():
            body = _flowables(part.parts, on)
            return page.section(part.title, body, part.depth - 1, part.bookmark, on)


def _picture(part: Drawing, on: Format) -> list[Flowable]:
    picture, is_whole = part.draw(on.body_width, spoken())
    drawn: list[Flowable] = [PictureFlowable(picture)]
    if not is_whole or part.always:
        drawn += [Spacer(0, 8), _table(part.table, on)]
    return drawn


def _paragraphs(words: Words) -> Iterator[Flowable]:
    if words.heat is not None:
        yield Chip(words.text, words.heat)
        return
    style = _STYLES[words.tone]()
    if words.is_name and not words.label and not words.lead:
        yield text.line(words.text, style)
        return
    colour = code(LEVEL_COLOURS[words.level])
    yield from text.paragraphs(words.text, style, lead=words.lead, label=words.label, colour=colour)


def _table(table: Table, on: Format) -> Flowable:
    widths = _widths(table.widths, on.body_width)
    make = partial(_row, widths)
    head = make(table.top) if table.top else None
    if table.head:
        titles = (
            Plain(text.drawable(title), typeface.cell_head(), right=_counts(table, place))
            for place, title in enumerate(table.head)
        )
        head = tables.Row(tuple(titles))
    rows = [make(row) for row in table.rows]
    for number, row in enumerate(table.rows):
        if row.is_rest and number:
            rows[number - 1] = replace(rows[number - 1], ruled=False)
    if table.tight:
        rows = [replace(row, pad=_TIGHT) for row in rows]
        head = replace(head, pad=2 * _TIGHT) if head else None
    return RuledTable(widths, rows, head, boxed=table.boxed, page=on.body_height)


def _counts(table: Table, place: int) -> bool:
    """Return whether a column holds numbers, which stand at its right."""
    cells = (row.cells[place] for row in table.rows if len(row.cells) == len(table.head))
    return any(words.is_number for cell in cells for words in cell)


def _widths(asked: Sequence[float], whole: float) -> tuple[float, ...]:
    """Return the width of each column with the gap behind it, in points."""
    free = sum(1 for width in asked if not width)
    share = (whole - sum(asked)) / free if free else 0.0
    return tuple(width or share for width in asked)


def _row(widths: Sequence[float], row: Row) -> tables.Row:
    last = len(row.cells) - 1
    if last == 0:
        rooms = [sum(widths)]
    else:
        rooms = [w if n == last else w - COLUMN_GAP for n, w in enumerate(widths)]
    cells = tuple(_cell(each, room) for each, room in zip(row.cells, rooms, strict=True))
    edge = LEVEL_COLOURS[row.edge] if row.edge else None
    return tables.Row(cells, edge=edge, least=row.room, glued=row.is_rest)


def _cell(content: Cell, width: float) -> tables.Cell:
    if len(content) == 1 and not _is_special(content[0]):
        (words,) = content
        style = _STYLES[words.tone]()
        made = tables.cell(words.text, style, width)
        if isinstance(made, Plain):
            return replace(made, right=words.is_number)
        if not words.is_name:
            return made
    return Block([flowable for words in content for flowable in _paragraphs(words)])


def _is_special(words: Words) -> bool:
    """Whether words are more than a text in one style."""
    return bool(words.lead or words.label) or words.heat is not None
