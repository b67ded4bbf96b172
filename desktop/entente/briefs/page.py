"""The A4 page every document is laid out on: header, footer, sections, bookmarks."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from typing import Any, Final

from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate
from typing_extensions import override

from entente.briefs import parts
from entente.briefs import type as typeface
from entente.briefs.production import Report, unheard
from entente.briefs.text import drawable, fitted, line
from entente.briefs.type import FAINT, HAIRLINE, INK, MUTED, SMALL_SIZE, Face
from entente.i18n import _

WIDTH, HEIGHT = A4
SIDE: Final = 18 * mm
_TOP: Final = 16 * mm
_BODY_TOP: Final = 27 * mm
_BODY_BOTTOM: Final = 20 * mm
BODY_WIDTH: Final = WIDTH - 2 * SIDE
BODY_HEIGHT: Final = HEIGHT - _BODY_TOP - _BODY_BOTTOM


@dataclass(frozen=True, slots=True)
class Format:
    """A sheet of paper: its width and height in points."""

    width: float
    height: float

    @property
    def body_width(self) -> float:
        """Width of the text."""
        return self.width - 2 * SIDE

    @property
    def body_height(self) -> float:
        """Height of the text."""
        return self.height - _BODY_TOP - _BODY_BOTTOM


STANDING: Final = Format(*A4)
LYING: Final = Format(*landscape(A4))
#: By what a document says it is printed on.
FORMATS: Final = {
    parts.Leaf.STANDING: STANDING,
    parts.Leaf.LYING: LYING,
    parts.Leaf.WALL: Format(*landscape(A3)),
}
_HEADINGS: Final = {-1: typeface.part, 0: typeface.section, 1: typeface.subsection}


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around the text of a document.

    Attributes:
        title: Name of the document for readers and windows: neutral, without names.
        mission: At the head of each page, left.
        recipient: At the head of each page, right: how confidential, and for whom.
        colour: Of the recipient.
        note: At the foot of each page, left.
        language: `fr` or `en`.
        format: Of its pages.
    """

    title: str
    mission: str
    recipient: str
    colour: Color
    note: str
    language: str
    format: Format = STANDING


def build(story: Sequence[Flowable], sheet: Sheet, report: Report = unheard) -> bytes:
    """Return a PDF file; an equal story on an equal sheet gives equal bytes.

    Args:
        story: The text, in order.
        sheet: What stands around it.
        report: Called with 0 to 100; what it raises ends the work.
    """
    typeface.register()
    target = BytesIO()
    document = BaseDocTemplate(
        target,
        pagesize=(sheet.format.width, sheet.format.height),
        title=sheet.title,
        lang=language_tag(sheet.language),
        invariant=1,
        displayDocTitle=1,
        pageTemplates=[_template(sheet)],
    )
    document.setProgressCallBack(partial(_progress, report, max(len(story), 1)))
    with typeface.PRESS:
        document.build(list(story), canvasmaker=PageCanvas)
    report(100)
    return target.getvalue()


def language_tag(language: str) -> str:
    """Return a language as a file names it."""
    return "fr-FR" if language == "fr" else "en-GB"


def section(
    title: str,
    body: Sequence[Flowable],
    depth: int = 0,
    bookmark: str = "",
    on: Format = STANDING,
) -> list[Flowable]:
    """Return a heading and what it heads, never parted at the foot of a page.

    Args:
        title: The heading.
        body: What follows; nothing at all gives no heading either.
        depth: 0 for a section, 1 for a part of one, -1 for what heads several sections.
        bookmark: What the reader's outline says instead of the title.
        on: What it stands on.
    """
    if not body:
        return []
    style = _HEADINGS[depth]()
    heading = Heading(title, style, max(depth, 0), bookmark or title)
    needed = heading.space(on) + _beginning(body, on)
    return [CondPageBreak(min(needed, on.body_height)), heading, *body]


class Heading(Flowable):
    """A heading with its bookmark."""

    def __init__(self, title: str, style: ParagraphStyle, depth: int, bookmark: str) -> None:
        super().__init__()
        self._bookmark = bookmark
        self._paragraph = line(title, style)
        self._room = -1.0
        self._depth = depth
        self.spaceBefore = style.spaceBefore
        self.spaceAfter = style.spaceAfter

    def space(self, on: Format) -> float:
        """Return its height with the space around it."""
        height = self.wrap(on.body_width, on.body_height)[1]
        return float(self.spaceBefore + height + self.spaceAfter)

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        if self._room != aW:
            self._room = aW
            self.width, self.height = self._paragraph.wrap(aW, aH)
        return self.width, self.height

    def draw(self) -> None:
        """Draw it and make it a target of the reader's outline."""
        __, top = self.canv.absolutePosition(0, self.height)
        key = f"{self.canv.getPageNumber()}-{top:.0f}"
        self.canv.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
        self.canv.addOutlineEntry(drawable(self._bookmark), key, level=self._depth)
        self._paragraph.drawOn(self.canv, 0, 0)


def _beginning(body: Sequence[Flowable], on: Format) -> float:
    """Return the height of the least that must follow a heading on its page."""
    height = 0.0
    for flowable in body:
        if isinstance(flowable, CondPageBreak):
            continue
        if isinstance(flowable, Heading):
            height += flowable.space(on)
            continue
        least = getattr(flowable, "least_height", None)
        if least is None:
            leading = getattr(getattr(flowable, "style", None), "leading", None)
            whole = flowable.wrap(on.body_width, on.body_height)[1]
            least = min(whole, 3 * leading) if leading else whole
        return float(height + least)
    return height


class _Info(PDFInfo):
    """What the file says of itself: a neutral title; no author, no dates."""

    def format(self, document: Any) -> bytes:  # noqa: ANN401  # ReportLab's document, untyped
        about = {"Title": PDFString(self.title), "Producer": PDFString("Entente")}
        written: bytes = PDFDictionary(about).format(document)
        return written


class PageCanvas(Canvas):
    """A canvas that knows on the last page how many there are."""

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401  # passed through
        super().__init__(*args, **options)
        self._doc.info = _Info()  # type: ignore[attr-defined]  # missing in the stubs
        self.total = 0

    def _make_preamble(self) -> None:
        # ReportLab's own names Helvetica, which would stand in the file without its outlines.
        self._preamble = "1 0 0 1 0 0 cm"

    @override
    def save(self) -> None:
        if self._code:  # type: ignore[attr-defined]  # missing in the stubs
            self.showPage()
        for number in range(1, self.total + 1):
            self.beginForm(_number_form(number))
            self.setFont(Face.SANS.value, SMALL_SIZE)
            self.setFillColor(MUTED)
            place = _("page {number}/{total}").format(number=number, total=self.total)
            end = self._pagesize[0] - SIDE  # type: ignore[attr-defined]  # missing in the stubs
            self.drawRightString(end, _TOP - 12, drawable(place))
            self.endForm()
        super().save()


def _number_form(number: int) -> str:
    return f"page-number-{number}"


def _template(sheet: Sheet) -> PageTemplate:
    frame = Frame(
        SIDE,
        _BODY_BOTTOM,
        sheet.format.body_width,
        sheet.format.body_height,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate("page", [frame], onPage=partial(_surround, _fitted(sheet)))


def _fitted(sheet: Sheet) -> Sheet:
    """Return a sheet whose words fit beside each other; they are the same on every page."""
    wide = sheet.format.body_width
    recipient = fitted(sheet.recipient, Face.SEMIBOLD, SMALL_SIZE, wide * 0.62)
    taken = typeface.width(recipient, Face.SEMIBOLD, SMALL_SIZE) + 12
    return replace(
        sheet,
        recipient=recipient,
        mission=fitted(sheet.mission, Face.SANS, SMALL_SIZE, wide - taken),
        note=fitted(sheet.note, Face.SANS, SMALL_SIZE, wide - 60),
    )


def _surround(sheet: Sheet, canvas: Canvas, _document: BaseDocTemplate) -> None:
    """Draw header and footer; the page number is filled in once the last page is known."""
    canvas.saveState()
    top = sheet.format.height - _TOP
    end = SIDE + sheet.format.body_width
    canvas.setFont(Face.SANS.value, SMALL_SIZE)
    canvas.setFillColor(MUTED)
    canvas.drawString(SIDE, top, sheet.mission)
    canvas.setFont(Face.SEMIBOLD.value, SMALL_SIZE)
    canvas.setFillColor(sheet.colour)
    canvas.drawRightString(end, top, sheet.recipient)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.7)
    canvas.line(SIDE, top - 8, end, top - 8)

    canvas.setStrokeColor(HAIRLINE)
    canvas.setLineWidth(0.5)
    canvas.line(SIDE, _TOP, end, _TOP)
    canvas.setFont(Face.SANS.value, SMALL_SIZE)
    canvas.setFillColor(FAINT)
    canvas.drawString(SIDE, _TOP - 12, sheet.note)
    canvas.restoreState()
    if isinstance(canvas, PageCanvas):
        canvas.total = canvas.getPageNumber()
        canvas.doForm(_number_form(canvas.total))


def _progress(report: Report, flowables: int, kind: str, value: int) -> None:
    if kind == "PROGRESS":
        report(min(99, 100 * value // flowables))
