"""What the drawings of the impact study say in sentences and as tables."""

from collections.abc import Sequence
from typing import Final

from entente.domain.change.impact_figures import DIMENSIONS, Whole
from entente.i18n import _
from entente.services.impact import Group, Study
from entente.services.impact_words import NONE, depth_words, dimension_words, mean_words
from entente_ui.charts.twin import Figures
from entente_ui.formats import listing, number

#: So many names stand in a sentence.
_NAMED: Final = 3


def heat_figures(study: Study) -> Figures:
    """Return the heat map as a table, with the means over the groups below."""
    rows = [
        (
            group.name,
            *(NONE if cell.depth is None else number(cell.depth) for cell in group.cells),
            mean_words(group.mean),
            group.size.value if group.size else NONE,
        )
        for group in study.groups
    ]
    for words, means in mean_rows(study.whole):
        rows.append((words, *(mean_words(mean) for mean in means), "", ""))
    heads = (
        _("Group"),
        *(dimension_words(name) for name in DIMENSIONS),
        _("Mean"),
        _("Size"),
    )
    places = frozenset(range(1, len(heads) - 1))
    return Figures(heads, rows, places, {0: 220, **dict.fromkeys(places, 92), len(heads) - 1: 60})


def mean_rows(whole: Whole) -> Sequence[tuple[str, Sequence[float | None]]]:
    """Return the means of the dimensions over the groups: each counting once, and by people."""
    means = [whole.dimensions[name] for name in DIMENSIONS]
    return (
        (_("Mean of the groups"), [each.plain for each in means]),
        (_("By headcount"), [each.weighted for each in means]),
    )


def shapes_figures(groups: Sequence[Group]) -> Figures:
    """Return the shapes of some groups as a table."""
    rows = [
        (
            dimension_words(name),
            *(
                NONE if (depth := group.cell(name).depth) is None else number(depth)
                for group in groups
            ),
        )
        for name in DIMENSIONS
    ]
    heads = (_("Dimension"), *(group.name for group in groups))
    places = range(1, len(heads))
    return Figures(heads, rows, frozenset(places), {0: 190, **dict.fromkeys(places, 120)})


def shapes_sentence(groups: Sequence[Group]) -> str:
    """Return where the first group is touched most, or where two differ most."""
    if not groups:
        return ""
    if len(groups) > 1:
        return _apart(groups)
    known = [(cell.depth, cell.dimension) for cell in groups[0].cells if cell.depth is not None]
    if not known:
        return _("No dimension was looked at yet.")
    deepest = max(depth for depth, _name in known)
    names = listing([dimension_words(name) for depth, name in known if depth == deepest])
    return _("{group}: deepest in {dimensions} ({depth}).").format(
        group=groups[0].name, dimensions=names, depth=depth_words(deepest)
    )


def _apart(groups: Sequence[Group]) -> str:
    spreads = []
    for name in DIMENSIONS:
        depths = [depth for each in groups if (depth := each.cell(name).depth) is not None]
        if len(depths) > 1:
            spreads.append((max(depths) - min(depths), name))
    most = max((spread for spread, _name in spreads), default=0)
    if not most:
        return _("These groups are touched alike.")
    names = [dimension_words(name) for spread, name in spreads if spread == most]
    return _("Furthest apart in {dimensions}.").format(dimensions=listing(names[:_NAMED]))
