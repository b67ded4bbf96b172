"""The heat map of the impact study: darker where deeper, rated by keys."""

from PySide6.QtWidgets import QWidget

from entente.domain.change.impact import DEPTH_MAX, DEPTH_MIN
from entente.domain.change.impact_figures import DIMENSIONS
from entente.i18n import _
from entente.services.impact import Group, Study
from entente.services.impact_words import (
    NONE,
    depth_words,
    dimension_words,
    group_words,
    mean_words,
    touched_words,
)
from entente_ui.change.impacts.words import mean_rows
from entente_ui.charts.rating_frame import Grid, Line, Mark
from entente_ui.charts.rating_grid import RatingGrid, Scale


class HeatMap(RatingGrid):
    """One line a group, one column a dimension; mean and size at the end, means below.

    Attributes:
        groups: From top to bottom.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        scale = Scale(DEPTH_MIN, DEPTH_MAX, lambda depth: depth)
        super().__init__(_("Groups and dimensions"), scale, parent)
        self.groups: tuple[Group, ...] = ()

    def show_study(self, study: Study, *, is_editable: bool) -> None:
        """Show another study; one stays at the same cell if it is still there."""
        self.groups = study.groups
        feet = [
            (said, tuple(mean_words(mean) for mean in means))
            for said, means in mean_rows(study.whole)
        ]
        grid = Grid(
            tuple((name, dimension_words(name)) for name in DIMENSIONS),
            tuple(map(_line, study.groups)),
            (_("Mean"), _("Size")),
            tuple(feet),
        )
        self.show_grid(grid, touched_words(study.whole), is_editable=is_editable)


def _line(group: Group) -> Line:
    marks = tuple(Mark(cell.depth, depth_words(cell.depth)) for cell in group.cells)
    size = group.size.value if group.size else NONE
    return Line(
        group.id, group.name, group_words(group.sheet), marks, (mean_words(group.mean), size)
    )
