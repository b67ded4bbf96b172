"""The grid with its title, its key and who it is for, on one sheet."""

from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from entente.briefs import type as typeface
from entente.briefs.camps import BADGE, camp_marks, camp_name
from entente.briefs.dates import long_date
from entente.briefs.grid import GridChart
from entente.briefs.grid.crowd import Crowd, draw_crowd
from entente.briefs.grid.frame import Frame
from entente.briefs.margins import surround
from entente.briefs.page import SIDE, PageCanvas, language_tag
from entente.briefs.picture import INK, MUTED, Area, Mark, Picture, Words, paint
from entente.briefs.picture import to_svg as picture_to_svg
from entente.briefs.text import fitted, one_line
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.actor import Camp
from entente.domain.placement import Box
from entente.i18n import _, ngettext, speaking
from entente.services.actors import GridToken

_HEAD: Final = 45.0
_TOP: Final = 112.0
_BOTTOM: Final = 58.0
_AXIS: Final = 34.0
_LINE: Final = 12.0
_LINES_MAX: Final = 8


def to_pdf(chart: GridChart, language: str, page_width: float, page_height: float) -> bytes:
    """Return the sheet as a PDF file of one page."""
    typeface.register()
    target = BytesIO()
    with typeface.PRESS, speaking(language):
        canvas = PageCanvas(
            target,
            pagesize=(page_width, page_height),
            invariant=1,
            pageCompression=1,
            lang=language_tag(language),
        )
        canvas.setTitle(_("Power/interest grid"))
        canvas.setViewerPreference("DisplayDocTitle", "true")
        paint(canvas, draw(chart, language, page_width, page_height))
        canvas.showPage()
        canvas.save()
    return target.getvalue()


def to_svg(chart: GridChart, language: str, page_width: float, page_height: float) -> str:
    """Return the sheet as an SVG document."""
    with speaking(language):
        picture = draw(chart, language, page_width, page_height)
        about = _("Who has power over the project, and whom it matters to.")
        return picture_to_svg(picture, _("Power/interest grid"), about)


def draw(chart: GridChart, language: str, page_width: float, page_height: float) -> Picture:
    """Return the whole sheet, in the language in use.

    Names that find no place beside their tokens are told in a key below, which the grid
    makes room for.
    """
    lines: list[str] = []
    while True:
        bottom = page_height - _BOTTOM - _LINE * len(lines)
        frame = Frame(Box(SIDE + _AXIS, _TOP, page_width - SIDE, bottom - _AXIS))
        crowd = draw_crowd(chart.tokens, frame, language)
        needed = _key(chart.tokens, crowd, page_width - 2 * SIDE)
        if len(needed) <= len(lines):
            break
        lines = needed
    marks: list[Mark] = [
        Area(0, 0, page_width, page_height, "#FFFFFF"),
        *surround(chart.head, (page_width, page_height)),
        *_opening(chart, language, page_width),
        *frame.marks(),
        *crowd.marks,
    ]
    marks += [Words(SIDE, bottom + 7 + _LINE * n, line) for n, line in enumerate(needed)]
    return Picture(page_width, page_height, tuple(marks))


def _opening(chart: GridChart, language: str, page_width: float) -> Iterator[Mark]:
    yield Words(SIDE, 80, _("Power and interest"), 20, Face.SERIF, INK)
    placed = sum(token.is_placed for token in chart.tokens)
    told = ngettext("{count} actor", "{count} actors", placed).format(count=placed)
    day = _("state on {date}").format(date=long_date(chart.head.on, language))
    yield Words(SIDE, 97, f"{told} · {day}", 10.5, colour=MUTED)
    yield from _legend(chart.tokens, page_width - SIDE)


def _legend(tokens: Sequence[GridToken], right: float) -> Iterator[Mark]:
    """Yield the badges in use with their meaning, from the right edge leftwards."""
    used = Counter(token.camp for token in tokens if token.is_placed and token.camp)
    for camp in reversed([camp for camp in Camp if camp in used]):
        name = camp_name(camp)
        right -= width(name, Face.SANS, SMALL_SIZE)
        yield Words(right, 97, name, colour=MUTED)
        right -= BADGE + 4
        yield from camp_marks(camp, right, 94)
        right -= BADGE + 10


def _key(tokens: Sequence[GridToken], crowd: Crowd, room: float) -> list[str]:
    """Return lines that name whom the drawing could not."""
    unplaced = [token for token in tokens if not token.is_placed]
    lines = _wrapped("", crowd.unnamed, room)
    lines += _wrapped(_("Not placed yet:"), unplaced, room)
    if len(lines) <= _LINES_MAX:
        return lines
    return [*lines[: _LINES_MAX - 1], "…"]


def _wrapped(lead: str, tokens: Sequence[GridToken], room: float) -> list[str]:
    lines: list[str] = []
    line = lead
    for token in tokens:
        entry = fitted(f"{token.ref}\u00a0{one_line(token.name)}", Face.SANS, SMALL_SIZE, 160)
        longer = f"{line} · {entry}" if line and line != lead else f"{line} {entry}".strip()
        if width(longer, Face.SANS, SMALL_SIZE) > room:
            lines.append(line)
            longer = entry
        line = longer
    return [*lines, line] if tokens else []
