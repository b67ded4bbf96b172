"""The exposure over time: what the open threats weighed together, month after month."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from entente.briefs.dates import long_date
from entente.briefs.parts import Drawing, Part, Row, Section, Table, Tone, Words, cell
from entente.briefs.risk_book.book import Book, number
from entente.briefs.told import Entry
from entente.domain.risk import Reading, RiskKind, impact_of, probability_of
from entente.domain.risk_exposure import Exposure, History, Rated, turning_points
from entente.i18n import _, language

if TYPE_CHECKING:
    from entente.briefs.picture import Picture

#: A curve of fewer points is no curve.
_FEWEST: Final = 2


def over_time(book: Book) -> Iterator[Part]:
    """Yield the curve with the table that says the same; nothing where nothing changed."""
    threats = [each for each in book.risks if each.text("kind") != RiskKind.OPPORTUNITY]
    points = turning_points([_history(each) for each in threats], book.told.head.on)
    if len(points) < _FEWEST:
        return
    rows = tuple(
        Row(
            (
                cell(long_date(point.on, language())),
                (Words(number(point.score), is_number=True),),
                (Words(number(point.open), is_number=True),),
            )
        )
        for point in points
    )
    titles = (_("Date"), _("Exposure"), _("Open threats"))
    top = Row(
        tuple(
            (Words(title, Tone.STRONG, is_number=place > 0),) for place, title in enumerate(titles)
        )
    )
    drawing = Drawing(partial(_drawn, points), Table((130, 80, 100), rows, top=top, tight=True))
    said = Words(_("Sum of the scores of the open threats at the end of each day."), Tone.SMALL)
    yield Section(_("Exposure over time"), (said, drawing), 1)


def _drawn(points: Sequence[Exposure], room: float, code: str) -> "tuple[Picture, bool]":
    from entente.briefs.risks_report.curve import draw  # noqa: PLC0415  # ReportLab takes its time

    return draw(points, room, code)


def _history(entry: Entry) -> History:
    ratings = tuple(each for rating in entry.history if (each := _rated(rating)))
    return History(entry.key, entry.day("opened_on"), entry.day("closed_on"), ratings)


def _rated(rating: Entry) -> Rated | None:
    day = rating.day("dated_on")
    if day is None:
        return None
    current, inherent = (
        (_whole(rating, probability_of(reading)), _whole(rating, impact_of(reading)))
        for reading in (Reading.CURRENT, Reading.INHERENT)
    )
    return Rated(day, rating.text("status") or None, current, inherent)


def _whole(rating: Entry, name: str) -> int | None:
    value = rating.number(name)
    return None if value is None else int(value)
