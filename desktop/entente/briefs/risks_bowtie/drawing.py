"""The bow-tie itself: five columns of cards, and the lines that run through them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from entente.briefs.heat import EDGE, HEAT
from entente.briefs.picture import INK, MUTED, WHITE, Anchor, Area, Mark, Picture, Trace, Words
from entente.briefs.risks_bowtie.tied import Barrier, Tied
from entente.briefs.text import drawable, fitted
from entente.briefs.type import BODY_SIZE, SMALL_SIZE, TABLE_SIZE, Face, width
from entente.i18n import _

_HEIGHT: Final = 368.0
_GAP: Final = 24.0
_TITLE: Final = 22.0
_REST: Final = 14.0
_PAD: Final = 7.0
#: Between two cards, at the least and at the most.
_BETWEEN: Final = 7.0
_APART: Final = 44.0
_BAND: Final = 5.0
#: Sizes of type, the best first: the first in which every card finds room is taken.
_SIZES: Final = (BODY_SIZE, TABLE_SIZE, SMALL_SIZE)
_LEADING: Final = 1.3
#: Of what is said where there is no card.
_UNDER: Final = 11.0
_ACCENT: Final = "#0F6A70"
_TINT: Final = "#F1F5F4"
_EDGE: Final = "#B9B4A9"
#: Points a bent line is drawn through.
_BENDS: Final = 14


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a card."""

    text: str
    face: Face = Face.SANS
    ink: str = INK


@dataclass(slots=True)
class _Card:
    """One card of a column, before and after it has found its place.

    Attributes:
        band: Whether a band stands at its edge: filled once the action is done.
        chips: Ratings below its lines.
    """

    lines: list[_Line]
    size: float
    band: bool | None = None
    chips: tuple[tuple[str, str, int | None], ...] = ()
    top: float = 0.0
    left: float = 0.0
    wide: float = 0.0
    strong: bool = False

    @property
    def line(self) -> float:
        return self.size * _LEADING

    @property
    def chip(self) -> float:
        return self.line + 4

    @property
    def height(self) -> float:
        chips = len(self.chips) * (self.chip + self.line + 3)
        return len(self.lines) * self.line + chips + 2 * _PAD

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def draw(known: Tied, room: float) -> tuple[Picture, bool]:
    """Return the drawing of a risk, and whether every word stands in it.

    Args:
        known: What is shown.
        room: Width to fill, in points.
    """
    wide = (room - 4 * _GAP) / 5
    made = columns = _columns(known, wide, SMALL_SIZE)
    whole = False
    for size in _SIZES:
        made = _columns(known, wide, size)
        columns = [_stacked(cards, place * (wide + _GAP), wide) for place, cards in enumerate(made)]
        whole = [len(cards) for cards in columns] == [len(cards) for cards in made]
        whole = whole and _are_legible(known, wide, size)
        if whole:
            break
    marks: list[Mark] = [*_ribbons(columns), *_heads(columns, wide)]
    marks += _left_over(made, columns, wide)
    marks += [mark for cards in columns for card in cards for mark in _card(card)]
    return Picture(room, _HEIGHT, tuple(marks)), whole


def _are_legible(known: Tied, wide: float, size: float) -> bool:
    """Return whether the ratings stand on one line each."""
    room = wide - 2 * _PAD - 4
    return all(width(words, Face.SEMIBOLD, size) <= room for _name, words, _heat in known.chips)


def _columns(known: Tied, wide: float, size: float) -> list[list[_Card]]:
    return [
        [_plain(text, wide, size) for text in known.causes],
        [_barrier(each, wide, size) for each in known.preventive],
        [_knot(known, wide, size)],
        [_barrier(each, wide, size) for each in known.contingency],
        [_plain(text, wide, size) for text in known.effects],
    ]


def _plain(text: str, wide: float, size: float) -> _Card:
    room = wide - 2 * _PAD
    return _Card([_Line(each) for each in _wrapped(text, room, Face.SANS, size)], size)


def _barrier(each: Barrier, wide: float, size: float) -> _Card:
    room = wide - 2 * _PAD - _BAND - 3
    about = " · ".join(filter(None, (each.ref, each.status, each.due)))
    lines = [_Line(line, Face.SEMIBOLD) for line in _wrapped(each.title, room, Face.SEMIBOLD, size)]
    lines += [_Line(line, ink=MUTED) for line in _wrapped(about, room, Face.SANS, size)]
    lines += [_Line(line, ink=MUTED) for line in _wrapped(each.owner, room, Face.SANS, size)]
    return _Card(lines, size, band=each.is_done)


def _knot(known: Tied, wide: float, size: float) -> _Card:
    room = wide - 2 * _PAD
    lines = [_Line(f"{known.ref} · {known.kind}", ink=MUTED)]
    lines += [
        _Line(line, Face.SEMIBOLD) for line in _wrapped(known.event, room, Face.SEMIBOLD, size)
    ]
    lines += [_Line(line, ink=MUTED) for line in _wrapped(known.owner, room, Face.SANS, size)]
    return _Card(lines, size, chips=known.chips, strong=True)


def _wrapped(text: str, room: float, face: Face, size: float) -> list[str]:
    """Return a text on as many lines as it needs; a word too long for one is parted."""
    lines: list[str] = []
    for word in drawable(text, face).split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face, size) <= room:
            lines[-1] = longer
            continue
        rest = word
        while width(rest, face, size) > room:
            count = len(rest)
            while count > 1 and width(rest[:count], face, size) > room:
                count -= 1
            lines.append(rest[:count])
            rest = rest[count:]
        if rest:
            lines.append(rest)
    return lines


def _stacked(cards: Sequence[_Card], left: float, wide: float) -> list[_Card]:
    """Place cards one below the other about the middle; return those that find room."""
    kept: list[_Card] = []
    room = _HEIGHT - _TITLE - _REST
    taken = 0.0
    for card in cards:
        more = card.height + (_BETWEEN if kept else 0)
        if taken + more > room:
            break
        taken += more
        kept.append(card)
    free = room - sum(card.height for card in kept)
    apart = max(min(_APART, free / (len(kept) + 1)), _BETWEEN) if len(kept) > 1 else 0.0
    top = _TITLE + (free - apart * (len(kept) - 1)) / 2
    for card in kept:
        card.top, card.left, card.wide = top, left, wide
        top += card.height + apart
    return kept


def _ribbons(columns: Sequence[Sequence[_Card]]) -> Iterator[Mark]:
    """Yield the lines: from each cause through the knot to each effect."""
    causes, __, knots, __, effects = columns
    if not knots:
        return
    (knot,) = knots
    for card in causes:
        yield _bent((card.left + card.wide, card.middle), (knot.left, knot.middle))
    for card in effects:
        yield _bent((knot.left + knot.wide, knot.middle), (card.left, card.middle))


def _bent(start: tuple[float, float], end: tuple[float, float]) -> Trace:
    """Return a line that leaves and arrives level."""
    points = []
    for place in range(_BENDS + 1):
        part = place / _BENDS
        rise = part * part * (3 - 2 * part)
        points.append(
            (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * rise)
        )
    return Trace(tuple(points), MUTED, 1.2)


def _heads(columns: Sequence[Sequence[_Card]], wide: float) -> Iterator[Mark]:
    titles = (
        (_("Causes"), _("No cause is named.")),
        (_("Preventive actions"), _("Nothing is done beforehand.")),
        (_("Event"), ""),
        (_("Contingency actions"), _("Nothing is ready in case it happens.")),
        (_("Effects"), _("No effect is named.")),
    )
    for place, (title, none) in enumerate(titles):
        left = place * (wide + _GAP)
        yield Words(left + wide / 2, 9, title, TABLE_SIZE, Face.SEMIBOLD, INK, Anchor.MIDDLE)
        if columns[place] or not none:
            continue
        lines = _wrapped(none, wide - 2 * _PAD, Face.SANS, SMALL_SIZE)
        top = _TITLE + (_HEIGHT - _TITLE) / 2 - 30
        yield Area(left, top - 12, wide, len(lines) * _UNDER + 12, WHITE)
        for number, line in enumerate(lines):
            x, y = left + wide / 2, top + number * _UNDER
            yield Words(x, y, line, SMALL_SIZE, Face.SANS, MUTED, Anchor.MIDDLE)


def _left_over(
    made: Sequence[Sequence[_Card]], shown: Sequence[Sequence[_Card]], wide: float
) -> Iterator[Mark]:
    """Yield below each column how many of its cards only the table tells."""
    for place, (cards, kept) in enumerate(zip(made, shown, strict=True)):
        if count := len(cards) - len(kept):
            words = _("+{count}, in the table").format(count=count)
            x = place * (wide + _GAP) + wide / 2
            yield Words(x, _HEIGHT - 3, words, colour=MUTED, anchor=Anchor.MIDDLE)


def _card(card: _Card) -> Iterator[Mark]:
    fill, edge = (_TINT, _ACCENT) if card.strong else (WHITE, _EDGE)
    yield Area(card.left, card.top, card.wide, card.height, fill, edge, 4)
    x = card.left + _PAD
    if card.band is not None:
        filled = _ACCENT if card.band else WHITE
        yield Area(card.left + 4, card.top + 5, _BAND, card.height - 10, filled, _ACCENT, 1.5)
        x += _BAND + 3
    y = card.top + _PAD
    for line in card.lines:
        yield Words(x, y + card.size, line.text, card.size, line.face, line.ink)
        y += card.line
    for name, words, heat in card.chips:
        yield Words(x, y + card.size + 2, name, card.size, colour=MUTED)
        y += card.line + 3
        fill, ink = (WHITE, INK) if heat is None else (HEAT[heat].fill, HEAT[heat].ink)
        room = card.wide - 2 * _PAD
        yield Area(x, y, room, card.chip, fill, EDGE, 2.5)
        yield from _fitted(words, (x + room / 2, y), room - 4, card, ink)
        y += card.chip


def _fitted(
    words: str, at: tuple[float, float], room: float, card: _Card, ink: str
) -> Iterator[Mark]:
    """Yield score and level on one line, shortened where the level has a long name."""
    shown = fitted(words, Face.SEMIBOLD, card.size, room)
    line = at[1] + card.chip / 2 + card.size * 0.35
    yield Words(at[0], line, shown, card.size, Face.SEMIBOLD, ink, Anchor.MIDDLE)
