"""Tables with hairlines that break over pages between their rows.

ReportLab's own table takes time with the square of its rows and tears a tall row where it
likes. This one measures each row once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeAlias

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from typing_extensions import override

from entente.briefs import text
from entente.briefs import type as typeface
from entente.briefs.page import BODY_HEIGHT
from entente.briefs.type import HAIRLINE, INK

#: Between columns; part of the width of each column but the last.
COLUMN_GAP: Final = 12.0
_PAD: Final = 4.0  # above and below what a row holds
_EDGE: Final = 2.5
_INDENT: Final = 9.0  # of rows with a coloured edge
#: A row too tall for any page is only begun where this much of it fits.
_WORTH_BEGINNING: Final = 90.0


@dataclass(frozen=True, slots=True)
class Plain:
    """A line drawn as it is: what fits its column needs no line breaking."""

    text: str
    style: ParagraphStyle
    right: bool = False


class Block:
    """Paragraphs one below the other, each measured once."""

    def __init__(self, flowables: Sequence[Flowable] = ()) -> None:
        self.flowables = tuple(flowables)
        self._width = -1.0
        self._heights: list[float] = []

    def height(self, width: float) -> float:
        """Return how high the paragraphs are in a column."""
        return sum(self._measured(width))

    def split(self, width: float, room: float) -> "tuple[Block, Block]":
        """Return what fits into `room` points and the rest."""
        count = 0
        for height in self._measured(width):
            if height > room:
                break
            room -= height
            count += 1
        above, below = self.flowables[:count], self.flowables[count:]
        rest = self._heights[count:]
        parts = below[0].split(width, room) if below else []
        if parts:
            above, below = (*above, parts[0]), (*parts[1:], *below[1:])
            rest = [*(part.wrap(width, BODY_HEIGHT)[1] for part in parts[1:]), *rest[1:]]
        elif below:
            # A paragraph that cannot be split forgets its lines.
            below[0].wrap(width, BODY_HEIGHT)
        left_over = Block(below)
        left_over._width, left_over._heights = width, rest
        return Block(above), left_over

    def draw(self, canvas: Canvas, left: float, top: float, width: float) -> None:
        """Draw the paragraphs downwards from `top`."""
        for flowable, height in zip(self.flowables, self._measured(width), strict=True):
            top -= height
            flowable.drawOn(canvas, left, top)

    def _measured(self, width: float) -> list[float]:
        if self._width != width:
            self._width = width
            self._heights = [each.wrap(width, BODY_HEIGHT)[1] for each in self.flowables]
        return self._heights


Cell: TypeAlias = Plain | Block


@dataclass(frozen=True)
class Row:
    """One row of a table.

    Attributes:
        cells: One a column; a row with a single cell spans them all.
        edge: Colour of a thick line at the left.
        tint: Colour behind the row.
        pad: Space above and below what it holds.
        ruled: Whether a hairline closes the row.
        least: Height of what it holds, at the least: room to write in by hand.
        glued: Whether it stands on the same page as the row above.
    """

    cells: tuple[Cell, ...]
    edge: Color | None = None
    tint: Color | None = None
    pad: float = _PAD
    ruled: bool = True
    least: float = 0.0
    glued: bool = False


def cell(words: str, style: ParagraphStyle, width: float) -> Cell:
    """Return somebody's text as a cell of a column of `width` points."""
    whole = text.line_or_paragraphs(words, style, width)
    return Plain(whole, style) if isinstance(whole, str) else Block(whole)


class RuledTable(Flowable):
    """Rows under an optional head that is repeated on every page."""

    def __init__(
        self,
        widths: Sequence[float],
        rows: Sequence[Row],
        head: Row | None = None,
        *,
        boxed: bool = False,
        page: float = BODY_HEIGHT,
    ) -> None:
        """Take the widths of the columns with the gap behind each, in points.

        Args:
            widths: In points.
            rows: In order.
            head: Repeated on each page.
            boxed: Whether lines part the columns as well, as on a form to be filled in.
            page: Height of the text of a page.
        """
        super().__init__()
        self._widths = tuple(widths)
        self._rows = list(rows)
        self._head = head
        self._boxed = boxed
        self._page = page
        self._inset = COLUMN_GAP / 2 if boxed else 0.0
        self._heights: list[float] | None = None

    @property
    def least_height(self) -> float:
        """Height of the head and the first row: what must not be parted."""
        first = self._height(self._rows[0]) if self._rows else 0.0
        return min(self._head_height + first, self._page / 2)

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self.width = sum(self._widths)
        self.height = self._head_height + sum(self._measured())
        return self.width, self.height

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        room = aH - self._head_height
        count = 0
        for height in self._measured():
            if height > room:
                break
            room -= height
            count += 1
        if count == len(self._rows):
            return [self]
        while count and self._rows[count].glued:
            count -= 1
        if self._measured()[count] <= self._page - self._head_height:
            return [self._part(0, count), self._part(count)] if count else []
        return self._torn(count, room)

    def draw(self) -> None:
        """Draw head and rows downwards."""
        top = self.height
        if self._head:
            self._draw_row(self._head, top, self._head_height)
            top -= self._head_height
            _rule(self.canv, 0, top, self.width, INK, 0.8)
        if self._boxed:
            self._draw_box()
        for row, height in zip(self._rows, self._measured(), strict=True):
            self._draw_row(row, top, height)
            top -= height
            if row.ruled:
                left = _INDENT if row.edge else 0
                _rule(self.canv, left, top, self.width, HAIRLINE, 0.5)

    @cached_property
    def _head_height(self) -> float:
        return self._height(self._head) if self._head else 0.0

    def _measured(self) -> list[float]:
        if self._heights is None:
            self._heights = [self._height(row) for row in self._rows]
        return self._heights

    def _height(self, row: Row) -> float:
        inner = [_cell_height(c, w) for c, w in zip(row.cells, self._columns(row), strict=True)]
        return max(*inner, row.least) + 2 * row.pad

    def _columns(self, row: Row) -> tuple[float, ...]:
        indent = _INDENT if row.edge else 0.0
        if len(row.cells) == 1:
            return (sum(self._widths) - indent - 2 * self._inset,)
        first, *others = self._widths
        inner = [width - COLUMN_GAP for width in (first - indent - self._inset, *others)]
        inner[-1] += COLUMN_GAP - self._inset
        return tuple(inner)

    def _part(self, start: int, stop: int | None = None) -> "RuledTable":
        return self._with(self._rows[start:stop], self._measured()[start:stop])

    def _torn(self, index: int, room: float) -> list[Flowable]:
        """Split inside a row that is taller than a page."""
        if room < _WORTH_BEGINNING:
            return [self._part(0, index), self._part(index)] if index else []
        row = self._rows[index]
        halves = [
            _split_cell(c, width, room - 2 * row.pad)
            for c, width in zip(row.cells, self._columns(row), strict=True)
        ]
        above = replace(row, cells=tuple(half[0] for half in halves), ruled=False)
        below = replace(row, cells=tuple(half[1] for half in halves), least=0.0)
        first = [*self._rows[:index], above]
        return [self._with(first), self._with([below, *self._rows[index + 1 :]])]

    def _with(self, rows: Sequence[Row], heights: list[float] | None = None) -> "RuledTable":
        part = RuledTable(self._widths, rows, self._head, boxed=self._boxed, page=self._page)
        part._heights = heights
        return part

    def _draw_box(self) -> None:
        """Draw the frame and what parts the columns."""
        self.canv.setStrokeColor(HAIRLINE)
        self.canv.setLineWidth(0.5)
        self.canv.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        left = 0.0
        for width in self._widths[:-1]:
            left += width
            self.canv.line(left - COLUMN_GAP / 2, 0, left - COLUMN_GAP / 2, self.height)

    def _draw_row(self, row: Row, top: float, height: float) -> None:
        left = self._inset + (_INDENT if row.edge else 0.0)
        if row.tint:
            self.canv.setFillColor(row.tint)
            self.canv.rect(0, top - height, self.width, height, stroke=0, fill=1)
        if row.edge:
            gap = 0 if row.tint else 1.5
            self.canv.setFillColor(row.edge)
            self.canv.rect(0, top - height + gap, _EDGE, height - 2 * gap, stroke=0, fill=1)
        for content, width in zip(row.cells, self._columns(row), strict=True):
            _draw_cell(self.canv, content, left, top - row.pad, width)
            left += width + COLUMN_GAP


def _rule(
    canvas: Canvas, left: float, y: float, right: float, colour: Color, thickness: float
) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(thickness)
    canvas.line(left, y, right, y)


def _cell_height(content: Cell, width: float) -> float:
    return float(content.style.leading) if isinstance(content, Plain) else content.height(width)


def _split_cell(content: Cell, width: float, room: float) -> tuple[Cell, Cell]:
    return (content, Block()) if isinstance(content, Plain) else content.split(width, room)


def _draw_cell(canvas: Canvas, content: Cell, left: float, top: float, width: float) -> None:
    if isinstance(content, Block):
        content.draw(canvas, left, top, width)
        return
    style = content.style
    canvas.setFont(style.fontName, style.fontSize)
    canvas.setFillColor(style.textColor)
    baseline = top - typeface.ascent(style.fontName, style.fontSize)
    if content.right:
        canvas.drawRightString(left + width, baseline, content.text)
    else:
        canvas.drawString(left, baseline, content.text)
