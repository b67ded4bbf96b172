"""What stands at a place of the matrix, in words."""

from entente.domain.risk_layout import Cell, Mark
from entente.domain.risk_levels import STEPS
from entente.i18n import ngettext
from entente_ui.formats import number
from entente_ui.risks.matrix.ground import axis_at
from entente_ui.risks.matrix.plan import Plan, Stop
from entente_ui.risks.seen import Seen
from entente_ui.risks.words import cell_words, counted, risk_words, scored_words, step_words


def stop_words(seen: Seen, plan: Plan, stop: Stop | None, *, more: int = 0) -> str:
    """Return what the keyboard is on.

    Args:
        seen: What is shown.
        plan: Where it stands.
        stop: A mark, or the cell of a heap.
        more: How many of a heap find no room on its sheet.
    """
    if stop is None:
        return ""
    if isinstance(stop, Mark):
        view = seen.by_key.get(stop.risk)
        return risk_words(seen.scales, view) if view else ""
    words = heap_words(seen, plan, stop)
    if more:
        left = ngettext("{count} more in the list", "{count} more in the list", more)
        words = f"{words} · {left.format(count=number(more))}"
    return words


def heap_words(seen: Seen, plan: Plan, cell: Cell) -> str:
    """Return a cell and how many risks stand there."""
    return f"{scored_words(seen.scales, cell)} · {counted(len(plan.marks_in(cell)))}"


def axis_words(seen: Seen, plan: Plan, x: float, y: float) -> str:
    """Return what the pointer is on: a mark, a step of a scale, a cell."""
    stop = plan.stop_at(x, y)
    if stop is not None:
        return stop_words(seen, plan, stop)
    if axis := axis_at(plan.grid, x, y):
        name, step = axis
        steps = seen.scales.probability if name == "probability" else seen.scales.impact
        return step_words(steps[step - STEPS[0]], is_probability=name == "probability")
    cell = plan.grid.cell_at(x, y)
    if cell is None:
        return ""
    return f"{cell_words(seen.scales, cell)}\n{counted(len(plan.marks_in(cell)))}"
