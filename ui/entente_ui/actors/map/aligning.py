"""How far what is held really goes: onto the grid, or into line with others."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QPointF

from entente.domain.alignment import Guide, guided, shifted
from entente.domain.canvas_layout import snapped
from entente.services.maps import MapNote
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.map.canvas import Canvas

Step: TypeAlias = tuple[float, float]
Spots: TypeAlias = Mapping[str, tuple[float, float]]

#: Px at 100 % within which something comes into line with others.
_REACH: Final = 5
#: More cards in view than this are not looked at for lines to come into.
_MOST: Final = 250
_NOTE_LEAST: Final = 48


def moved_by(spots: Spots, by: Step) -> dict[str, tuple[float, float]]:
    """Return places moved by a step."""
    return {key: (x + by[0], y + by[1]) for key, (x, y) in spots.items()}


def in_line(canvas: "Canvas", spots: Spots, first: str, by: Step) -> tuple[Step, tuple[Guide, ...]]:
    """Return the step that ends on the grid or in line with others nearby, and those lines.

    Args:
        canvas: What is in view.
        spots: Where the actors stood that move.
        first: The one of them that is held.
        by: How far the hand went, in px of the map.
    """
    if not spots:
        return (snapped(by[0]), snapped(by[1])), ()
    key = first if first in spots else next(iter(spots))
    x, y = spots[key]
    step = (snapped(x + by[0]) - x, snapped(y + by[1]) - y)
    near = canvas.chart.actors_in(canvas.camera.rect_to_map(canvas.rect()))
    others = [canvas.chart.card_box(each) for each in near if each not in spots]
    if len(others) > _MOST or key not in canvas.chart.actors:
        return step, ()
    card, now = canvas.chart.card_box(key), canvas.chart.at[key]
    start = shifted(card, (round(x - now[0]), round(y - now[1])))
    moved = shifted(start, (round(by[0]), round(by[1])))
    off, guides = guided(moved, others, theme().px(_REACH) / canvas.camera.scale)
    upright = {guide.upright for guide in guides}
    across = round(by[0]) + off[0] if True in upright else step[0]
    down = round(by[1]) + off[1] if False in upright else step[1]
    return (across, down), guides


def sized(note: MapNote, by: QPointF) -> MapNote:
    """Return a note whose lower right corner was moved, in px of the map."""
    width = max(_NOTE_LEAST, snapped(note.width + by.x()))
    height = max(_NOTE_LEAST // 2, snapped(note.height + by.y()))
    left, top = note.x - note.width / 2, note.y - note.height / 2
    middle = (round(left + width / 2), round(top + height / 2))
    return replace(note, x=middle[0], y=middle[1], width=width, height=height)
