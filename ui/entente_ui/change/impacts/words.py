"""What the impact study says in words, and as tables."""

from collections.abc import Mapping, Sequence
from typing import Final

from entente.domain.change.impact import DIMENSION_LABELS
from entente.domain.change.impact_figures import DIMENSIONS, SIZE_LABELS, Size, Whole
from entente.i18n import N_, _, ngettext
from entente.services.impact import Group, Study
from entente_ui.charts.twin import Figures
from entente_ui.formats import decimal, labelled, listing, number

#: What each depth means.
DEPTH_LABELS: Final[Mapping[int, str]] = {
    1: N_("hardly touched"),
    2: N_("touched"),
    3: N_("strongly touched"),
    4: N_("another job"),
}
#: So many names stand in a sentence.
_NAMED: Final = 3
NONE: Final = "–"


def depth_words(depth: int | None) -> str:
    """Return how deeply a dimension is touched: `3, strongly touched`."""
    if depth is None:
        return _("not looked at")
    return f"{number(depth)}, {_(DEPTH_LABELS[depth])}"


def dimension_words(name: str) -> str:
    """Return what a dimension is called."""
    return _(DIMENSION_LABELS[name])


def size_words(size: Size | None) -> str:
    """Return a size in words: `M, medium`."""
    return f"{size.value}, {_(SIZE_LABELS[size])}" if size else _("no size yet")


def mean_words(mean: float | None) -> str:
    """Return a mean as it is written, a dash where nothing was looked at."""
    return NONE if mean is None else decimal(mean)


def people_words(headcount: int | None) -> str:
    """Return how many people there are."""
    if headcount is None:
        return _("headcount not known")
    if not headcount:
        return _("nobody in it")
    return ngettext("{count} person", "{count} people", headcount).format(count=number(headcount))


def sites_words(sites: int | None) -> str:
    """Return in how many places people are; one where none is named."""
    count = max(sites or 1, 1)
    return ngettext("{count} site", "{count} sites", count).format(count=number(count))


def group_words(group: Group) -> str:
    """Return how large the change is for a group, and what that rests on."""
    extent = " × ".join((people_words(group.headcount), sites_words(group.sites)))
    if not group.headcount:
        extent = people_words(group.headcount)
    depth = _("mean depth {mean}").format(mean=mean_words(group.mean))
    return labelled(_("Size"), " · ".join((size_words(group.size), extent, depth)))


def whole_words(whole: Whole) -> str:
    """Return how large the change is for the mission, in a sentence or two."""
    said = []
    if whole.size is not None and whole.depth is not None:
        text = ngettext(
            "The change is {size}: {people} in {groups} group, {sites}, mean depth {depth}.",
            "The change is {size}: {people} in {groups} groups, {sites}, mean depth {depth}.",
            whole.groups,
        )
        said.append(
            text.format(
                size=size_words(whole.size),
                people=people_words(whole.headcount),
                groups=number(whole.groups),
                sites=sites_words(whole.sites),
                depth=mean_words(whole.depth),
            )
        )
    if whole.unsized:
        text = ngettext(
            "{count} group has no size yet: nobody is counted in it, or it was not looked at.",
            "{count} groups have no size yet: nobody is counted in them, or they were not "
            "looked at.",
            whole.unsized,
        )
        said.append(text.format(count=number(whole.unsized)))
    if whole.sheets:
        text = ngettext(
            "{built} sheet of {count} was built together.",
            "{built} sheets of {count} were built together.",
            whole.built,
        )
        said.append(text.format(built=number(whole.built), count=number(whole.sheets)))
    return " ".join(said)


def heat_sentence(study: Study) -> str:
    """Return what the heat map shows: the dimensions touched most."""
    means = study.whole.dimensions
    known = [(name, mean) for name in DIMENSIONS if (mean := means[name].plain) is not None]
    if not known:
        return _("No dimension was looked at yet.")
    most = sorted(known, key=lambda pair: -pair[1])[:_NAMED]
    names = listing([f"{dimension_words(name)} ({decimal(mean)})" for name, mean in most])
    return _("Touched most: {dimensions}.").format(dimensions=names)


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
