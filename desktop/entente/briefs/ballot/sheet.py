"""Sets the ballot twice on a lying sheet of A4, with a line where to cut.

One too long for a page goes on on a second sheet, to be printed on its back. In several orders,
each has a sheet of its own, so that what is on the back goes with the front.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus import Flowable, Spacer

from entente.briefs import layout, paper, text
from entente.briefs import type as typeface
from entente.briefs.ballot import story
from entente.briefs.climate_book.asked import Asked
from entente.briefs.page import PageCanvas, language_tag
from entente.briefs.picture import HAIRLINE, INK, Anchor, Disc, Mark, Picture, PictureFlowable
from entente.briefs.picture import Trace as Line
from entente.briefs.picture import Words as Label
from entente.briefs.production import Report, unheard
from entente.briefs.tables import Block, Row, RuledTable
from entente.briefs.told import Entry
from entente.briefs.type import MUTED, SMALL_SIZE, Face
from entente.domain.climate.answers import RECOMMENDATION, SCALE
from entente.domain.climate.survey import QUESTION, Scale
from entente.i18n import _, speaking
from entente.services.disclosure import Head

_SHEET: Final = landscape(A4)
_ACROSS: Final = 2
_MARGIN: Final = 30.0
_FOOT: Final = 16.0
_WIDE: Final = _SHEET[0] / _ACROSS - 2 * _MARGIN
_HIGH: Final = _SHEET[1] - 2 * _MARGIN - _FOOT
#: A circle is large enough for a cross by hand.
_RADIUS: Final = 7.5
_STEP: Final = 23.0
_CIRCLES: Final = SCALE * _STEP
_RULE: Final = 20.0
_PAD: Final = 2.5
#: So much lower a line of words stands in the middle of the circles.
_LOWER: Final = 2.5
#: Room at the foot for the order and the page.
_PLACE: Final = 110.0


def render(told: Asked, language: str, report: Report = unheard) -> bytes:
    """Return the ballots as a PDF file; equal values give equal bytes.

    Args:
        told: What is shown.
        language: `fr` or `en`, whatever the screen speaks.
        report: Told the percentage done; what it raises ends the work.
    """
    if not told.of(QUESTION.name):
        return paper.render(told.head, language, lambda: story.tell(told), report)
    with typeface.PRESS, speaking(language):
        typeface.register()
        sheets = [
            (page, number, len(pages), order)
            for order in told.orders
            for pages in [list(_pages([*_flowables(told, order)]))]
            for number, page in enumerate(pages, 1)
        ]
        target = BytesIO()
        canvas = PageCanvas(
            target, pagesize=_SHEET, invariant=1, pageCompression=1, lang=language_tag(language)
        )
        canvas.setTitle(_("Ballot"))
        canvas.setViewerPreference("DisplayDocTitle", "true")
        for done, (page, number, count, order) in enumerate(sheets):
            report(100 * done // len(sheets))
            place = _("page {number}/{total}").format(number=number, total=count)
            told_of = (story.order_words(order), place if count > 1 else "")
            for across in range(_ACROSS):
                left = across * _SHEET[0] / _ACROSS + _MARGIN
                page.draw(canvas, left, _SHEET[1] - _MARGIN, _WIDE)
                _draw_foot(canvas, told.head, left, " · ".join(filter(None, told_of)))
            _draw_cut(canvas)
            canvas.showPage()
        canvas.save()
        report(100)
        return target.getvalue()


def _pages(flowables: Sequence[Flowable]) -> Iterator[Block]:
    rest = Block(flowables)
    while rest.flowables:
        fits, rest = (rest, Block()) if rest.height(_WIDE) <= _HIGH else rest.split(_WIDE, _HIGH)
        if not fits.flowables:
            # What is higher than a page is drawn all the same.
            fits, rest = Block(rest.flowables[:1]), Block(rest.flowables[1:])
        yield fits


def _flowables(told: Asked, order: str) -> Iterator[Flowable]:
    yield text.line(story.title(told), typeface.style("ballot", 14, 18, face=Face.SERIF))
    if first := story.introduction(told):
        yield from text.paragraphs(first, typeface.dense())
    yield Spacer(0, 5)
    for scale in (Scale.AGREEMENT.value, Scale.WEATHER.value):
        if questions := story.of_scale(told, scale, order):
            yield text.line(story.ends(scale), typeface.small())
            yield _graded(questions)
            yield Spacer(0, 6)
    for each in story.of_scale(told, Scale.RECOMMENDATION.value):
        asked = text.paragraphs(each.text("text"), typeface.dense_head())
        ends = text.line(story.ends(Scale.RECOMMENDATION.value), typeface.small())
        circles = PictureFlowable(_circles(range(RECOMMENDATION + 1), _WIDE / (RECOMMENDATION + 1)))
        yield RuledTable([_WIDE], [Row((Block([*asked, ends, circles]),), pad=0, ruled=False)])
        yield Spacer(0, 6)
    for each in story.of_scale(told, Scale.WORDS.value):
        asked = text.paragraphs(each.text("text"), typeface.dense_head())
        lines = PictureFlowable(_lines())
        yield RuledTable([_WIDE], [Row((Block([*asked, lines]),), pad=0, ruled=False)])
        yield Spacer(0, 6)
    yield from _group(told)
    yield from text.paragraphs(story.promise(told), typeface.small())
    yield from layout.closing(told.shown_texts())


def _graded(questions: Sequence[Entry]) -> RuledTable:
    widths = (_WIDE - _CIRCLES, _CIRCLES)
    rows = []
    for each in questions:
        words = text.paragraphs(each.text("text"), typeface.dense())
        asked = Block([Spacer(0, _LOWER), *words])
        circles = Block([PictureFlowable(_circles(range(1, SCALE + 1), _STEP))])
        rows.append(Row((asked, circles), pad=_PAD))
    return RuledTable(widths, rows, page=_HIGH)


def _group(told: Asked) -> Iterator[Flowable]:
    names = story.groups(told)
    if not names:
        return
    yield from text.paragraphs(story.group_question(told), typeface.dense_head())
    rows = []
    for first in range(0, len(names), _ACROSS):
        beside = names[first : first + _ACROSS]
        rows.append(Row((Block([PictureFlowable(_choices(beside))]),), pad=1, ruled=False))
    yield RuledTable([_WIDE], rows, page=_HIGH)
    yield Spacer(0, 6)


def _circles(numbers: range, step: float) -> Picture:
    """Return circles to tick, each with its number within."""
    marks: list[Mark] = []
    middle = _RADIUS + 1
    for place, number in enumerate(numbers):
        x = step * (place + 0.5)
        marks.append(Disc(x, middle, _RADIUS, "", INK, 0.8))
        marks.append(Label(x, middle + 3, str(number), anchor=Anchor.MIDDLE))
    return Picture(step * len(numbers), 2 * middle, tuple(marks))


def _choices(names: Sequence[str]) -> Picture:
    wide = _WIDE / _ACROSS
    marks: list[Mark] = []
    for place, name in enumerate(names):
        x = wide * place
        words = text.fitted(name, Face.SANS, SMALL_SIZE, wide - 22)
        marks += [Disc(x + 6, 7, 5, "", INK, 0.8), Label(x + 16, 10, words)]
    return Picture(_WIDE, 14, tuple(marks))


def _lines() -> Picture:
    levels = [_RULE * (number + 1) for number in range(story.LINES)]
    marks = tuple(Line(((0, level), (_WIDE, level)), HAIRLINE, 0.6) for level in levels)
    return Picture(_WIDE, levels[-1] + 2, marks)


def _draw_foot(canvas: PageCanvas, head: Head, left: float, place: str) -> None:
    """Say at the foot of each ballot which mission it is of, its order and where one is."""
    words = " · ".join(filter(None, (_("Anonymous ballot"), head.mission, head.organisation)))
    canvas.setFont(Face.SANS.value, SMALL_SIZE)
    canvas.setFillColor(MUTED)
    short = text.fitted(words, Face.SANS, SMALL_SIZE, _WIDE - _PLACE)
    canvas.drawString(left, _MARGIN - 4, short)
    if place:
        canvas.drawRightString(left + _WIDE, _MARGIN - 4, text.drawable(place))


def _draw_cut(canvas: PageCanvas) -> None:
    middle = _SHEET[0] / 2
    canvas.setStrokeColor(MUTED)
    canvas.setLineWidth(0.5)
    canvas.setDash([2, 3])
    canvas.line(middle, 12, middle, _SHEET[1] - 12)
    canvas.setDash([])
