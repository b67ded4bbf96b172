"""The matrix of a reading: twenty-five cells by level, and in each the risks that stand there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from entente.briefs.heat import EDGE, HEAT
from entente.briefs.picture import INK, MUTED, WHITE, Anchor, Area, Mark, Picture, Trace, Words
from entente.briefs.risk_book.book import Book, number
from entente.briefs.text import fitted
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.placement import Box
from entente.domain.risk_layout import Cell, Grid, borders
from entente.domain.risk_levels import STEPS, Step
from entente.domain.text import shorten
from entente.i18n import _
from entente.services.risks import RiskView

#: Around the cells, in points: names of the steps, title and legend.
_LEFT: Final = 104.0
_TOP: Final = 16.0
_BOTTOM: Final = 42.0
#: Of the legend of the limits, where there are any.
_LIMITS: Final = 13.0
#: Of a cell where there is room for one matrix on a page, and for two.
HIGH: Final = 55.0
LOW: Final = 43.0
#: What the head of a cell takes: its score and level.
_HEAD: Final = 14.5
_GAP: Final = 2.0
_TOKEN: Final = 12.0
_PITCH: Final = 13.0
_PAD: Final = 4.0
_DARK: Final = "#11181C"
_RISE: Final = 3.0  # from the middle of a line of small type to its baseline
_LINE: Final = 10.5
#: How far the legend of the limits begins to the left of the cells.
_UNDER_AXIS: Final = 30.0
#: Limits of a score: dashes and width of their line.
_APPETITE: Final = ((4.0, 2.5), 1.6)
_TOLERANCE: Final = ((), 2.4)


@dataclass(frozen=True, slots=True)
class _Token:
    """One risk on the matrix."""

    ref: str
    is_threat: bool

    @property
    def room(self) -> float:
        return width(self.ref, Face.SEMIBOLD, SMALL_SIZE) + 7


def placed(book: Book, reading: str) -> Mapping[Cell, tuple[RiskView, ...]]:
    """Return the risks of each cell that are not over."""
    found: dict[Cell, tuple[RiskView, ...]] = {}
    for view in book.views.values():
        cell = book.place(view.readings[reading])
        if cell is not None and not view.is_past:
            found[cell] = (*found.get(cell, ()), view)
    return found


def draw(book: Book, reading: str, room: float, height: float = HIGH) -> tuple[Picture, bool]:
    """Return the matrix of a reading, and whether every risk found its place in it.

    Args:
        book: What is told.
        reading: Which of the three.
        room: Width to fill, in points.
        height: Of a cell.
    """
    area = Box(_LEFT, _TOP, room, _TOP + len(STEPS) * height)
    grid = Grid(area, _HEAD)
    marks: list[Mark] = [mark for cell in _cells() for mark in _ground(book, grid, cell)]
    marks += [*_axes(book, grid), *_limits(book, grid)]
    whole = True
    for cell, views in sorted(placed(book, reading).items()):
        tokens = [_Token(view.ref, view.is_threat) for view in views]
        drawn, fits = _tokens(grid, cell, tokens)
        marks += drawn
        whole = whole and fits
    marks += _legend(book, grid)
    is_limited = book.scales.appetite is not None or book.scales.tolerance is not None
    height = area.bottom + _BOTTOM + (_LIMITS if is_limited else 0)
    return Picture(room, height, tuple(marks)), whole


def _cells() -> Iterator[Cell]:
    for probability in reversed(STEPS):
        yield from ((probability, impact) for impact in STEPS)


def _ground(book: Book, grid: Grid, cell: Cell) -> Iterator[Mark]:
    """Yield a cell with its score and its level."""
    box, heat = grid.box(cell), book.heat(cell)
    left, top = box.left + _GAP / 2, box.top + _GAP / 2
    wide, high = box.right - box.left - _GAP, box.bottom - box.top - _GAP
    ink = MUTED
    if heat is None:
        yield Area(left, top, wide, high, "", EDGE)
        yield Trace(((left, top + high), (left + wide, top)), EDGE, 0.5, (2, 2))
    else:
        yield Area(left, top, wide, high, HEAT[heat].fill, EDGE)
        ink = HEAT[heat].ink
    line = top + 9.5
    score = number(cell[0] * cell[1])
    yield Words(left + _PAD, line, score, SMALL_SIZE, Face.SEMIBOLD, ink)
    taken = width(score, Face.SEMIBOLD, SMALL_SIZE) + 2 * _PAD + 4
    level = fitted(book.level(cell), Face.SANS, SMALL_SIZE, wide - taken)
    yield Words(left + wide - _PAD, line, level, colour=ink, anchor=Anchor.END)


def _axes(book: Book, grid: Grid) -> Iterator[Mark]:
    area = grid.area
    for step in book.scales.probability:
        box = grid.box((step.step, STEPS[0]))
        middle = (box.top + box.bottom) / 2
        lines = _step_lines(step, _LEFT - 10, 3)
        top = middle - len(lines) * _LINE / 2 + _LINE - 2.5
        for place, words in enumerate(lines):
            yield Words(area.left - 6, top + place * _LINE, words, anchor=Anchor.END)
    for step in book.scales.impact:
        box = grid.box((STEPS[0], step.step))
        for place, words in enumerate(_step_lines(step, box.right - box.left - 4, 2)):
            x = (box.left + box.right) / 2
            yield Words(x, area.bottom + 11 + place * _LINE, words, anchor=Anchor.MIDDLE)
    probability, impact = _("Probability"), _("Impact")
    up = f"↑ {probability}"
    yield Words(area.left - 6, _TOP - 6, up, SMALL_SIZE, Face.SEMIBOLD, INK, Anchor.END)
    across = f"{impact} →"
    yield Words(area.left - 6, area.bottom + 11, across, SMALL_SIZE, Face.SEMIBOLD, INK, Anchor.END)


def _step_lines(step: Step, room: float, most: int) -> list[str]:
    """Return number and name of a step on a few lines; the scales tell it in full."""
    words = f"{number(step.step)} · {shorten(step.label, 80)}".split(" ")
    lines = [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, Face.SANS, SMALL_SIZE) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [" ".join(lines[most - 1 :])]
    return [fitted(line, Face.SANS, SMALL_SIZE, room) for line in lines]


def _limits(book: Book, grid: Grid) -> Iterator[Mark]:
    """Yield where treatment begins and where the governing body is told."""
    both = ((book.scales.tolerance, *_TOLERANCE), (book.scales.appetite, *_APPETITE))
    for limit, dash, thick in both:
        if limit is None:
            continue
        lines = borders(grid, partial(_is_beyond, limit))
        # A paler line below keeps it apart from dark cells.
        yield from (Trace(line, WHITE, thick + 1.6) for line in lines)
        yield from (Trace(line, _DARK, thick, dash) for line in lines)


def _is_beyond(limit: int, cell: Cell) -> bool:
    return cell[0] * cell[1] > limit


def _tokens(grid: Grid, cell: Cell, tokens: Sequence[_Token]) -> tuple[list[Mark], bool]:
    """Return the risks of a cell in rows; those that find no room are counted instead."""
    box = grid.box(cell)
    left, right = box.left + _PAD, box.right - _PAD
    rows = int((box.bottom - box.top - _HEAD - 2) // _PITCH)
    marks: list[Mark] = []
    x, row = left, 0
    for place, token in enumerate(tokens):
        if x > left and x + token.room > right:
            x, row = left, row + 1
        is_last_row = row == rows - 1
        left_over = len(tokens) - place
        more = f"+{left_over}"
        reserve = width(more, Face.SEMIBOLD, SMALL_SIZE) + 4
        fits_all = _fits(tokens[place:], x, left, right, rows - row)
        if is_last_row and not fits_all and x + token.room + reserve > right:
            line = box.top + _HEAD + 1 + row * _PITCH + _TOKEN / 2 + _RISE
            marks += _plate(x, line - _TOKEN / 2 - _RISE, reserve + 2, more, is_threat=True)
            return marks, False
        top = box.top + _HEAD + 1 + row * _PITCH
        marks += _plate(x, top, token.room, token.ref, is_threat=token.is_threat)
        x += token.room + 2
    return marks, True


def _fits(tokens: Sequence[_Token], x: float, left: float, right: float, rows: int) -> bool:
    """Return whether tokens find room in what is left of a cell."""
    for token in tokens:
        if x > left and x + token.room > right:
            x, rows = left, rows - 1
        if rows <= 0:
            return False
        x += token.room + 2
    return True


def _plate(x: float, top: float, room: float, words: str, *, is_threat: bool) -> Iterator[Mark]:
    """Yield a token; that of an opportunity is dark, whatever the cell."""
    fill, ink = (WHITE, _DARK) if is_threat else (_DARK, WHITE)
    yield Area(x, top, room, _TOKEN, fill, _DARK, 2.5)
    middle = x + room / 2
    line = top + _TOKEN / 2 + _RISE
    yield Words(middle, line, words, SMALL_SIZE, Face.SEMIBOLD, ink, Anchor.MIDDLE)


def _legend(book: Book, grid: Grid) -> Iterator[Mark]:
    line = grid.area.bottom + _BOTTOM - 6
    x = grid.area.left
    for name, is_threat in ((_("threat"), True), (_("opportunity"), False)):
        yield from _plate(x, line - _TOKEN / 2 - _RISE, 26, "R", is_threat=is_threat)
        yield Words(x + 31, line, name, colour=MUTED)
        x += 31 + width(name, Face.SANS, SMALL_SIZE) + 14
    limits = (
        (book.scales.appetite, _("above the appetite ({score}): to be treated"), *_APPETITE),
        (book.scales.tolerance, _("above the tolerance ({score}): to be escalated"), *_TOLERANCE),
    )
    x, line = grid.area.left - _UNDER_AXIS, line + _LIMITS
    for limit, words, dash, thick in limits:
        if limit is None:
            continue
        yield Trace(((x, line - _RISE), (x + 24, line - _RISE)), _DARK, thick, dash)
        said = fitted(words.format(score=number(limit)), Face.SANS, SMALL_SIZE, 190)
        yield Words(x + 29, line, said, colour=MUTED)
        x += 29 + width(said, Face.SANS, SMALL_SIZE) + 14
