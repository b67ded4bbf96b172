"""Shared resources by sprints: what is asked of what there is; too much is hatched and said."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QContextMenuEvent, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.constraint_words import allocation_words, amount_words, use_words
from entente.services.shared_resources import Allocation, Resource
from entente_ui.charts.rating_frame import Grid, Line, Mark
from entente_ui.charts.rating_grid import RatingGrid, Scale
from entente_ui.charts.twin import Figures
from entente_ui.look.theme import theme

_NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class UseMark(Mark):
    """What is asked of a resource in a sprint.

    Attributes:
        said: What stands in the cell.
        is_over: Whether it is too much.
    """

    said: str = ""
    is_over: bool = False


class UseGrid(RatingGrid):
    """One line a resource, one column a sprint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Shared resources and sprints"), Scale(0, 0, int), parent)

    def show_allocation(self, found: Allocation) -> None:
        """Show what is asked; one stays at the same cell if it is still there."""
        grid = Grid(
            tuple(found.sprints.items()),
            tuple(_line(each, found) for each in found.resources),
            (_("There is"),),
        )
        # Amounts are written beside: no key rates here.
        self.show_grid(grid, allocation_words(found), is_editable=False)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    @override
    def paint_mark(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        inner = box.adjusted(1, 1, -1, -1)
        is_over = isinstance(mark, UseMark) and mark.is_over
        said = mark.said if isinstance(mark, UseMark) else ""
        line = Qt.PenStyle.SolidLine if said else Qt.PenStyle.DotLine
        painter.setPen(QPen(theme().colour("critical" if is_over else "border"), 1, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if is_over:
            painter.fillRect(inner, theme().colour("critical_soft"))
            hatch = QBrush(theme().colour("critical", 0.35), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(inner, hatch)
        painter.drawRect(inner)
        painter.setFont(theme().font("small_strong" if is_over else "body"))
        painter.setPen(theme().colour("text" if said else "faint"))
        shown = QFontMetricsF(painter.font()).elidedText(
            said or _NOTHING, Qt.TextElideMode.ElideRight, inner.width() - theme().px(4)
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), shown)


def allocation_figures(found: Allocation) -> Figures:
    """Return the same as a table."""
    heads = (_("Shared resource"), *found.sprints.values(), _("There is"))
    rows = [
        (
            each.name,
            *(_said(each, sprint) or _NOTHING for sprint in found.sprints),
            _there(each),
        )
        for each in found.resources
    ]
    places = range(1, len(heads))
    return Figures(heads, rows, frozenset(places), {0: 220, **dict.fromkeys(places, 150)})


def _line(resource: Resource, found: Allocation) -> Line:
    marks = tuple(
        UseMark(
            None, use_words(resource, sprint), _said(resource, sprint), _is_over(resource, sprint)
        )
        for sprint in found.sprints
    )
    words = " ".join(filter(None, (_there(resource), resource.unit)))
    return Line(resource.id, f"{resource.ref} {resource.name}", words, marks, (_there(resource),))


def _is_over(resource: Resource, sprint: str) -> bool:
    return sprint in resource.uses and resource.uses[sprint].is_over


def _there(resource: Resource) -> str:
    return _NOTHING if resource.capacity is None else amount_words(resource.capacity)


def _said(resource: Resource, sprint: str) -> str:
    use = resource.uses.get(sprint)
    if use is None:
        return ""
    said = amount_words(use.asked)
    if use.capacity is None:
        return said
    said = f"{said} / {amount_words(use.capacity)}"
    return _("{figures} too much").format(figures=said) if use.is_over else said
