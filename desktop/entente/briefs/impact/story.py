"""What the impact study says: the map of all groups, then each group, then what follows."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from entente.briefs.impact.book import Book, Group
from entente.briefs.impact.one import one_group
from entente.briefs.layout_words import headed
from entente.briefs.parts import (
    Box,
    Cell,
    Drawing,
    Page,
    Part,
    Row,
    Table,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, said
from entente.domain.change.impact import PRACTICE_GAP
from entente.domain.change.impact_figures import DEPTH_LABELS, DIMENSIONS
from entente.i18n import _
from entente.services.impact_words import (
    NONE,
    dimension_words,
    mean_words,
    touched_words,
    whole_words,
)

if TYPE_CHECKING:
    from entente.briefs.impact.heat_map import HeatRow
    from entente.briefs.picture import Picture

#: So many groups stand on one map.
_ON_MAP: Final = 20


def tell(told: Told) -> Page:
    """Return the study, in the language in use."""
    return Page(title=_("Impact study"), parts=tuple(_parts(Book(told), Voice(told))))


def _parts(book: Book, voice: Voice) -> Iterator[Part]:
    yield from headed(book.told.head, _("Impact study"), _("State on {date} · by {mediator}"))
    if not book.groups:
        yield Words(_("There is no functional group this reader may know of."))
        return
    yield Box(tuple(_first(book)))
    yield from section(_("Depth by group and dimension"), *_maps(book))
    for group in book.groups:
        yield from one_group(book, voice, group)
    yield from section(_(PRACTICE_GAP.plural), *_gaps(book, voice))
    yield from section(_("How this is reckoned"), *_method())


def _first(book: Book) -> Iterator[Words]:
    if words := whole_words(book.whole):
        yield Words(words)
    yield Words(touched_words(book.whole))


def _maps(book: Book) -> Iterator[Part]:
    """Yield the map, on as many drawings as there are groups for; means stand below the last."""
    groups = book.groups
    for first in range(0, len(groups), _ON_MAP):
        shown = groups[first : first + _ON_MAP]
        is_last = first + _ON_MAP >= len(groups)
        yield Drawing(partial(_draw, book, shown, is_last), _table(book, shown, is_last))


def _draw(
    book: Book, groups: Sequence[Group], with_means: bool, room: float, _language: str
) -> "tuple[Picture, bool]":
    from entente.briefs.impact.heat_map import draw  # noqa: PLC0415  # ReportLab takes its time

    return draw([_row(each) for each in groups], _means(book) if with_means else (), room), True


def _row(group: Group) -> "HeatRow":
    from entente.briefs.impact.heat_map import HeatRow  # noqa: PLC0415  # goes with the drawing

    said = tuple(NONE if depth is None else str(depth) for depth in group.depths)
    size = group.sheet.size
    mean = mean_words(group.sheet.mean)
    return HeatRow(group.name, said, group.depths, mean, size.value if size else NONE)


def _means(book: Book) -> "tuple[HeatRow, ...]":
    from entente.briefs.impact.heat_map import HeatRow  # noqa: PLC0415  # goes with the drawing

    return tuple(
        HeatRow(name, tuple(map(mean_words, means)), (None,) * len(DIMENSIONS))
        for name, means in _mean_rows(book)
    )


def _mean_rows(book: Book) -> Iterator[tuple[str, list[float | None]]]:
    found = [book.whole.dimensions[name] for name in DIMENSIONS]
    yield _("Mean of the groups"), [each.plain for each in found]
    yield _("By headcount"), [each.weighted for each in found]


def _table(book: Book, groups: Sequence[Group], with_means: bool) -> Table:  # goes with the drawing
    """Return the same as a table; its columns are numbered, as their names have no room."""
    rows = []
    for group in groups:
        cells = tuple(
            cell("", Tone.DENSE) if depth is None else (Words(str(depth), Tone.DENSE, heat=depth),)
            for depth in group.depths
        )
        size = group.sheet.size
        mean = cell(mean_words(group.sheet.mean), Tone.DENSE_STRONG)
        end = (mean, cell(size.value if size else "", Tone.DENSE_STRONG))
        rows.append(Row((cell(group.name, Tone.DENSE), *cells, *end)))
    if with_means:
        for name, means in _mean_rows(book):
            told = (cell(mean_words(mean), Tone.SMALL) for mean in means)
            rows.append(Row((cell(name, Tone.SMALL), *told, (), ())))
    named = " · ".join(f"{n} {dimension_words(name)}" for n, name in enumerate(DIMENSIONS, 1))
    rows.append(Row((cell(named, Tone.SMALL),)))
    head = (_("Group"), *(str(n + 1) for n in range(len(DIMENSIONS))), _("Mean"), _("Size"))
    widths = (0.0, *(26.0,) * len(DIMENSIONS), 50.0, 36.0)
    return Table(widths, tuple(rows), head, tight=True)


def _gaps(book: Book, voice: Voice) -> Iterator[Part]:
    columns = (
        Column("", 30, (), lambda gap: cell(gap.ref, Tone.MUTED)),
        Column(_("What users need"), 0, ("need",)),
        Column(_("What is done today"), 0, ("practice",), partial(_today, book, voice)),
        Column(_("Gap"), 36, ("gap",)),
        Column(_("Group"), 90, (), lambda gap: cell(book.group_name(gap.links["group_id"]))),
        Column(_("Who"), 80, ("owner_id",), lambda gap: cell(said(gap, "owner_id"))),
    )
    yield from voice.listing(book.told.of(PRACTICE_GAP.name), columns, 1)


def _today(book: Book, voice: Voice, gap: Entry) -> Cell:
    """Return what is done today, and what is to be done about it."""
    return (*voice.words(gap, "practice"), *book.action(gap)) or cell("")


def _method() -> Iterator[Part]:
    scale = ", ".join(f"{depth} {_(label)}" for depth, label in DEPTH_LABELS.items())
    yield Words(_("Depth: {scale}. What was not looked at is left out.").format(scale=scale))
    yield Words(
        _(
            "Size rests on extent (headcount × groups × sites: from 20, 100 and 1,000) and on mean "
            "depth (from 1.75, 2.5 and 3.25): no step or one is S, two or three M, four L, more XL."
        )
    )
