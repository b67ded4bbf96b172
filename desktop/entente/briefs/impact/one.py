"""One group: its shape, what is before and after, the levers, and the questions everyone omits."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from entente.briefs.impact.book import Book, Group
from entente.briefs.parts import (
    Cell,
    Drawing,
    Part,
    Row,
    Table,
    Together,
    Tone,
    Words,
    cell,
    section,
)
from entente.briefs.told import Entry
from entente.briefs.voice import Voice, joined, said
from entente.domain.change.impact import IMPACT, OMITTED_QUESTIONS
from entente.domain.change.impact_figures import DIMENSIONS
from entente.i18n import _
from entente.services.impact_words import dimension_words, group_words

if TYPE_CHECKING:
    from entente.briefs.picture import Picture

_LEVERS: Final = ("communication", "training", "procedure")
#: What has a place of its own on the page.
_SHOWN: Final = (
    *("name", "headcount", "sites", "built_with", "built_on"),
    *OMITTED_QUESTIONS,
)
_DEPTH: Final = 52.0
_NAME: Final = 96.0


def one_group(book: Book, voice: Voice, group: Group) -> Iterator[Part]:
    """Yield what is told of a group, on one page where it has room there."""
    yield Together(section(group.name, *_told(book, voice, group)))
    yield _questions(voice, group.entry)


def _told(book: Book, voice: Voice, group: Group) -> Iterator[Part]:
    yield Words(joined(book.home(group), group_words(group.sheet)), Tone.MUTED)
    built = joined(said(group.entry, "built_with"), said(group.entry, "built_on"))
    yield Words(built or _("not yet"), lead=_("Built together."))
    yield from voice.rest(group.entry, _SHOWN)
    if any(depth is not None for depth in group.depths):
        yield Drawing(partial(_draw, group), _sheet(book, voice, group), always=True)
    elif group.impacts:
        yield _sheet(book, voice, group)


def _draw(group: Group, room: float, _language: str) -> "tuple[Picture, bool]":
    from entente.briefs.impact.shape import draw  # noqa: PLC0415  # ReportLab takes its time

    return draw(group.depths, room), False


def _sheet(book: Book, voice: Voice, group: Group) -> Table:
    """Return before and after, dimension by dimension; those with nothing said at the end."""
    rows = []
    quiet = []
    for name in DIMENSIONS:
        impact = group.impacts.get(name)
        if impact is None or not any(impact.datum(each) for each in ("before", "after", *_LEVERS)):
            quiet.append(_quiet(name, group))
            continue
        depth = group.sheet.depths[name]
        named = (Words(dimension_words(name), Tone.CELL),)
        depths = cell("") if depth is None else (Words(str(depth), Tone.DENSE, heat=depth),)
        rows.append(Row((named, depths, *_words(book, voice, impact))))
    if quiet:
        rows.append(
            Row(
                (
                    cell(
                        _("Without more words: {dimensions}.").format(dimensions=", ".join(quiet)),
                        Tone.SMALL,
                    ),
                )
            )
        )
    head = (_("Dimension"), _("Depth"), _("Before the change"), _("After the change"), _("Levers"))
    return Table((_NAME, _DEPTH, 0, 0, _NAME), tuple(rows), head)


def _quiet(name: str, group: Group) -> str:
    depth = group.sheet.depths[name]
    figure = _("not looked at") if depth is None else str(depth)
    return f"{dimension_words(name)} ({figure})"


def _words(book: Book, voice: Voice, impact: Entry) -> tuple[Cell, Cell, Cell]:
    levers = [
        _("{lever}: {place}").format(lever=_(IMPACT.field(each).label), place=said(impact, each))
        for each in _LEVERS
        if impact.datum(each)
    ]
    told = (Words("\n".join(levers), Tone.SMALL),) if levers else ()
    return (
        voice.words(impact, "before"),
        voice.words(impact, "after"),
        (*told, *book.action(impact)) or cell(""),
    )


def _questions(voice: Voice, group: Entry) -> Table:
    """Return the questions everyone omits, each with the answer."""
    rows = tuple(
        Row(
            (
                (Words(_(question), Tone.STRONG),),
                voice.words(group, name) or cell(_("Not answered yet."), Tone.MUTED),
            )
        )
        for name, question in OMITTED_QUESTIONS.items()
    )
    return Table((160, 0), rows, (_("Three questions often left out"), ""))
