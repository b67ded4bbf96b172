"""What the impact study says in words: the same on screen, on paper and in the shell."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from entente.domain.change.impact import DIMENSION_LABELS
from entente.domain.change.impact_figures import (
    DEPTH_LABELS,
    DIMENSIONS,
    SIZE_LABELS,
    Sheet,
    Size,
    Whole,
)
from entente.domain.values import number_text
from entente.i18n import _, language, ngettext

NONE: Final = "–"
_TENTH: Final = Decimal("0.1")
#: So many dimensions are named in a sentence.
_NAMED: Final = 3


def depth_words(depth: int | None) -> str:
    """Return how deeply a dimension is touched: `3, strongly touched`."""
    if depth is None:
        return _("not looked at")
    return f"{_number(depth)}, {_(DEPTH_LABELS[depth])}"


def dimension_words(name: str) -> str:
    """Return what a dimension is called."""
    return _(DIMENSION_LABELS[name])


def size_words(size: Size | None) -> str:
    """Return a size in words: `M, medium`."""
    return f"{size.value}, {_(SIZE_LABELS[size])}" if size else _("no size yet")


def mean_words(mean: float | None) -> str:
    """Return a mean as it is written, a dash where nothing was looked at."""
    if mean is None:
        return NONE
    # Half of a tenth is rounded up, as people do; floats come to 3.2499999 only by adding up.
    text = str(Decimal(repr(round(mean, 9))).quantize(_TENTH, ROUND_HALF_UP))
    return text.replace(".", ",") if language() == "fr" else text


def people_words(headcount: int | None) -> str:
    """Return how many people there are."""
    if headcount is None:
        return _("headcount not known")
    if not headcount:
        return _("nobody in it")
    return ngettext("{count} person", "{count} people", headcount).format(count=_number(headcount))


def sites_words(sites: int | None) -> str:
    """Return in how many places people are; one where none is named."""
    count = max(sites or 1, 1)
    return ngettext("{count} site", "{count} sites", count).format(count=_number(count))


def group_words(sheet: Sheet) -> str:
    """Return how large the change is for a group, and what that rests on."""
    extent = people_words(sheet.headcount)
    if sheet.headcount:
        extent = f"{extent} × {sites_words(sheet.sites)}"
    depth = _("mean depth {mean}").format(mean=mean_words(sheet.mean))
    size = size_words(sheet.size)
    named = _("Size {size}").format(size=size) if sheet.size else size
    return f"{named} · {extent} · {depth}"


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
                groups=_number(whole.groups),
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
        said.append(text.format(count=_number(whole.unsized)))
    if whole.sheets:
        text = ngettext(
            "{built} sheet of {count} was built together.",
            "{built} sheets of {count} were built together.",
            whole.built,
        )
        said.append(text.format(built=_number(whole.built), count=_number(whole.sheets)))
    return " ".join(said)


def touched_words(whole: Whole) -> str:
    """Return which dimensions are touched most over the groups."""
    means = whole.dimensions
    known = [(name, mean) for name in DIMENSIONS if (mean := means[name].plain) is not None]
    if not known:
        return _("No dimension was looked at yet.")
    most = sorted(known, key=lambda pair: -pair[1])[:_NAMED]
    names = ", ".join(f"{dimension_words(name)} ({mean_words(mean)})" for name, mean in most)
    return _("Touched most: {dimensions}.").format(dimensions=names)


def _number(value: float) -> str:
    return number_text(value, language())
