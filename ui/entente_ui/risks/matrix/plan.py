"""What stands where on the matrix at a size: found, walked through and pointed at. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from entente.domain.placement import Box, Point
from entente.domain.risk import Reading
from entente.domain.risk_layout import (
    Arrangement,
    Cell,
    Grid,
    Heap,
    Mark,
    Sheet,
    Spot,
    arrange,
    next_point,
    open_heap,
)
from entente.services.risks import RiskView
from entente_ui.risks.seen import cell_of

#: Shows the three readings of each risk at once, joined by arrows.
ARROWS: Final = "arrows"
MODES: Final = (*(reading.value for reading in Reading), ARROWS)
#: Risks beyond which arrows are drawn for the one that is selected alone.
MOST_WAYS: Final = 40

#: Where the keyboard can be: on a mark, or on the heap of a cell.
Stop: TypeAlias = Mark | Cell


@dataclass(frozen=True, slots=True)
class Way:
    """From one reading of a risk to the next."""

    start: Mark
    end: Mark


class Plan:
    """Where everything is.

    Attributes:
        grid: The cells.
        arrangement: Marks and heaps.
        sheet: The heap that is open, or None.
        ways: What the arrows join, where arrows are drawn.
        cells: Where each mark stands.
    """

    def __init__(
        self,
        grid: Grid,
        views: Sequence[RiskView],
        mode: str,
        radii: Sequence[float],
        opened: Cell | None = None,
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        """Lay everything out.

        Args:
            grid: The cells.
            views: The risks.
            mode: One of `MODES`.
            radii: Sizes of a mark, the best first.
            opened: The cell whose heap is open.
            left_out: Keys of the risks that step aside.
        """
        self.grid = grid
        self.cells: dict[Mark, Cell] = {}
        self.ways: tuple[Way, ...] = ()
        shown = [view for view in views if view.id not in left_out]
        if mode == ARROWS:
            self._place_all(shown)
        else:
            self._place(shown, mode)
        gathered: dict[Cell, list[Mark]] = {}
        for mark, cell in self.cells.items():
            gathered.setdefault(cell, []).append(mark)
        self._gathered = gathered
        self.arrangement: Arrangement = arrange(grid, gathered, radii)
        self._heaps = {heap.cell: heap for heap in self.arrangement.heaps}
        self.sheet: Sheet | None = None
        if opened in self._heaps:
            self.sheet = open_heap(grid, self._heaps[opened], self.arrangement.radius)
        self._points = {spot.mark: spot.point for spot in self.spots}

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Every mark that stands on its own, those of the open heap last."""
        return (*self.arrangement.spots, *(self.sheet.spots if self.sheet else ()))

    def heap(self, cell: Cell) -> Heap | None:
        """Return the heap of a cell, None where marks stand side by side."""
        return self._heaps.get(cell)

    def marks_in(self, cell: Cell) -> Sequence[Mark]:
        """Return what stands in a cell."""
        return self._gathered.get(cell, ())

    def mark_of(self, risk: str) -> Mark | None:
        """Return the mark that stands for a risk: as it is, if several readings are shown."""
        order = (Reading.CURRENT, Reading.INHERENT, Reading.TARGET)
        marks = (Mark(risk, reading.value) for reading in order)
        return next((mark for mark in marks if mark in self.cells), None)

    def point_of(self, stop: Stop) -> Point | None:
        """Return where a mark, the heap it is in, or a heap is drawn."""
        if isinstance(stop, Mark):
            own = self._points.get(stop)
            heap = self._heaps.get(self.cells[stop]) if stop in self.cells else None
            return own or (heap.point if heap else None)
        return self._heaps[stop].point if stop in self._heaps else None

    def stops(self) -> list[Stop]:
        """Return what the keyboard goes through, line by line from the upper left."""
        if self.sheet:
            return [spot.mark for spot in self.sheet.spots]
        found: list[tuple[float, float, Stop]] = [
            (-spot.cell[0], spot.cell[1], spot.mark) for spot in self.arrangement.spots
        ]
        found += [(-heap.cell[0], heap.cell[1], heap.cell) for heap in self.arrangement.heaps]
        return [stop for _up, _across, stop in sorted(found, key=lambda each: each[:2])]

    def beside(self, stop: Stop, across: int, down: int) -> Stop:
        """Return the stop an arrow key leads to; the same where there is none."""
        stops = [each for each in self.stops() if each != stop]
        here = self.point_of(stop)
        points = [self.point_of(each) or (0.0, 0.0) for each in stops]
        place = next_point(points, here, across, down) if here else -1
        return stops[place] if place >= 0 else stop

    def stop_at(self, x: float, y: float) -> Stop | None:
        """Return the mark or heap under a point; what lies on the open sheet first."""
        reach = self.arrangement.radius * 1.15
        layers: list[Iterable[tuple[Stop, Point]]] = []
        if self.sheet:
            layers.append((spot.mark, spot.point) for spot in self.sheet.spots)
        if not (self.sheet and holds(self.sheet.box, x, y)):
            layers.append((spot.mark, spot.point) for spot in self.arrangement.spots)
            layers.append((heap.cell, heap.point) for heap in self.arrangement.heaps)
        for layer in layers:
            for stop, point in layer:
                if (point[0] - x) ** 2 + (point[1] - y) ** 2 <= reach**2:
                    return stop
        return None

    def _place(self, views: Sequence[RiskView], reading: str) -> None:
        for view in views:
            if cell := cell_of(view, reading):
                self.cells[Mark(view.id, reading)] = cell

    def _place_all(self, views: Sequence[RiskView]) -> None:
        """Place each reading that differs from the one before, and join them."""
        ways: list[Way] = []
        for view in views:
            before: Mark | None = None
            for reading in Reading:
                cell = cell_of(view, reading)
                if cell is None or (before and self.cells[before] == cell):
                    if before and cell and reading is Reading.CURRENT:
                        # Where nothing has changed yet, the mark stands for today.
                        del self.cells[before]
                        before = Mark(view.id, reading.value)
                        self.cells[before] = cell
                    continue
                mark = Mark(view.id, reading.value)
                self.cells[mark] = cell
                if before:
                    ways.append(Way(before, mark))
                before = mark
        self.ways = tuple(ways)


def holds(box: Box, x: float, y: float) -> bool:
    """Return whether a point lies in a box."""
    return box.left <= x <= box.right and box.top <= y <= box.bottom
