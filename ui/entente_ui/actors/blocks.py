"""Positions taken together where a sheet is too small to tell them apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from entente.domain.actor import Quadrant
from entente.domain.placement import Box, Point
from entente_ui.actors.frame import Frame, Layout, Score


@dataclass(frozen=True, slots=True)
class Block:
    """Some neighbouring positions of one quadrant."""

    scores: frozenset[Score]
    box: Box

    @property
    def middle(self) -> Point:
        """The centre."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2

    def nearest(self, point: Point, radius: float) -> Point:
        """Return the place nearest to a point where a token lies wholly inside."""
        x, y = self.middle
        across = max(0.0, (self.box.right - self.box.left) / 2 - radius)
        down = max(0.0, (self.box.bottom - self.box.top) / 2 - radius)
        return (
            min(max(point[0], x - across), x + across),
            min(max(point[1], y - down), y + down),
        )


def blocks(frame: Layout, side: float) -> tuple[Block, ...]:
    """Return the sheet in blocks that are at least `side` px wide and high, if they can be."""
    if not isinstance(frame, Frame):
        return tuple(Block(frozenset({each}), frame.cell(each)) for each in frame.scores())
    return tuple(block for each in Quadrant for block in _blocks_of(frame, each, side))


def _blocks_of(frame: Frame, wanted: Quadrant, side: float) -> Iterator[Block]:
    inside = [score for score in frame.scores() if frame.quadrant(score) is wanted]
    upwards = sorted({score.up for score in inside})
    sideways = sorted({score.across for score in inside})
    for rows in _shared_out(upwards, frame.row, side):
        for columns in _shared_out(sideways, frame.column, side):
            scores = frozenset(Score(up, across) for up, across in product(rows, columns))
            upper_left = frame.cell(Score(rows[-1], columns[0]))
            lower_right = frame.cell(Score(rows[0], columns[-1]))
            box = Box(upper_left.left, upper_left.top, lower_right.right, lower_right.bottom)
            yield Block(scores, box)


def _shared_out(scores: Sequence[float], pitch: float, side: float) -> list[Sequence[float]]:
    """Return scores in as many even runs as are each `side` px long."""
    fitting = (runs for runs in range(len(scores), 1, -1) if len(scores) // runs * pitch >= side)
    count = next(fitting, 1)
    edges = [len(scores) * run // count for run in range(count + 1)]
    return [scores[start:end] for start, end in pairwise(edges)]
