"""The map as finished files: pages, tiles to be glued together, pictures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Final

from reportlab.lib.units import mm

from entente.briefs import type as typeface
from entente.briefs.margins import surround
from entente.briefs.network import Form, sheet
from entente.briefs.page import PageCanvas, language_tag
from entente.briefs.picture import (
    MUTED,
    Anchor,
    Area,
    Disc,
    Mark,
    Picture,
    Shape,
    Trace,
    Words,
    paint,
)
from entente.briefs.picture import to_svg as picture_to_svg
from entente.briefs.text import drawable, fitted
from entente.briefs.type import SMALL_SIZE, Face, width
from entente.domain.placement import Box
from entente.i18n import _, speaking
from entente.services.relation_map import RelationMap

#: Around a tile, where printers do not print and crop marks stand.
_MARGIN: Final = 13 * mm
#: What two tiles side by side both show.
OVERLAP: Final = 10 * mm
_MARK: Final = 6 * mm
_LIST_TOP: Final = 76.0
_LIST_BOTTOM: Final = 52.0
_ENDLESS: Final = 1e6


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: its marks, and what the reader's outline calls it."""

    marks: tuple[Mark, ...]
    name: str
    window: Box | None = None


def to_pdf(shown: RelationMap, language: str, form: Form) -> bytes:
    """Return the map as a PDF file."""
    with typeface.PRESS, speaking(language):
        typeface.register()
        return _file(list(_pages(shown, language, form)), language, form.size)


def picture_pdf(shown: RelationMap, language: str, size: tuple[float, float]) -> bytes:
    """Return the map and the list of its names on one page as long as needed."""
    with typeface.PRESS, speaking(language):
        typeface.register()
        picture = _picture(shown, language, size)
        page = _Page(picture.marks, _("Map of relations"))
        return _file([page], language, (picture.width, picture.height))


def to_svg(shown: RelationMap, language: str, size: tuple[float, float]) -> str:
    """Return the same as an SVG document."""
    with typeface.PRESS, speaking(language):
        typeface.register()
        about = _("Who gets on with whom, and how.")
        return picture_to_svg(_picture(shown, language, size), _("Map of relations"), about)


def _picture(shown: RelationMap, language: str, size: tuple[float, float]) -> Picture:
    drawing = sheet.draw(shown, language, size)
    wide, high = size
    marks = list(drawing.marks)
    if drawing.told_apart:
        listed, _rest, length = sheet.told(drawing.told_apart, high - 34, (wide, _ENDLESS))
        high += length
        marks = [Area(0, 0, wide, high, "#FFFFFF"), *marks, *listed]
    return Picture(wide, high, (*marks, *surround(shown.head, (wide, high))))


def _pages(shown: RelationMap, language: str, form: Form) -> Iterator[_Page]:
    columns, rows = form.tiles
    tiled = columns * rows > 1
    size = _poster(form) if tiled else form.size
    zoom = sheet.zoom(shown, size)
    drawn = size[0] / zoom, size[1] / zoom
    drawing = sheet.draw(shown, language, drawn)
    lists = list(_lists(drawing.told_apart, form.size))
    total = columns * rows + len(lists)
    place = "" if tiled or total == 1 else _numbered(1, total)
    here = (*drawing.marks, *surround(shown.head, drawn, place))
    whole = tuple(_moved(mark, 0, 0, zoom) for mark in here)
    if tiled:
        yield from _tiles(shown, whole, form, total)
    else:
        yield _Page(whole, _("Map of relations"))
    for number, marks in enumerate(lists, columns * rows + 1):
        around = surround(shown.head, form.size, _numbered(number, total))
        yield _Page((*marks, *around), _("Who is who"))


def _lists(entries: Sequence[str], size: tuple[float, float]) -> Iterator[list[Mark]]:
    """Yield pages that name whom the drawing could not."""
    while entries:
        room = (size[0], size[1] - _LIST_TOP - 18 - _LIST_BOTTOM)
        marks, entries, _height = sheet.told(entries, _LIST_TOP + 14, room)
        yield [sheet.heading(_("Who is who"), _LIST_TOP), *marks]


def _numbered(number: int, total: int) -> str:
    return _("page {number}/{total}").format(number=number, total=total)


def _poster(form: Form) -> tuple[float, float]:
    """Return the size of the whole map once its sheets are glued together."""
    wide, high = _window(form.size)
    columns, rows = form.tiles
    return columns * wide - (columns - 1) * OVERLAP, rows * high - (rows - 1) * OVERLAP


def _window(size: tuple[float, float]) -> tuple[float, float]:
    """Return what of a sheet shows the map."""
    return size[0] - 2 * _MARGIN, size[1] - 2 * _MARGIN


def _tiles(shown: RelationMap, poster: Sequence[Mark], form: Form, total: int) -> Iterator[_Page]:
    wide, high = _window(form.size)
    columns, rows = form.tiles
    for number in range(columns * rows):
        row, column = divmod(number, columns)
        left, top = column * (wide - OVERLAP), row * (high - OVERLAP)
        window = Box(left, top, left + wide, top + high)
        inside = (mark for mark in poster if window.overlaps(_reach(mark)))
        moved = tuple(_moved(mark, _MARGIN - left, _MARGIN - top) for mark in inside)
        name = f"{chr(ord('A') + row)}{column + 1}"
        sheet_name = _("Sheet {name}").format(name=name)
        neighbours = (column > 0, row > 0, column < columns - 1, row < rows - 1)
        cut = tuple(_crop_marks(form.size, neighbours))
        foot = tuple(_tile_foot(shown, form.size, f"{sheet_name} · {_numbered(number + 1, total)}"))
        frame = Box(_MARGIN, _MARGIN, _MARGIN + wide, _MARGIN + high)
        yield _Page((*moved, *cut, *foot), sheet_name, frame)


def _crop_marks(
    size: tuple[float, float], neighbours: tuple[bool, bool, bool, bool]
) -> Iterator[Mark]:
    """Yield where to cut: at the edge of the map, or in the middle of what two sheets share."""
    wide, high = size
    left, top, right, bottom = (OVERLAP / 2 if each else 0.0 for each in neighbours)
    for x in (_MARGIN + left, wide - _MARGIN - right):
        yield Trace(((x, _MARGIN - _MARK - 2), (x, _MARGIN - 2)), "#000000", 0.5)
        yield Trace(((x, high - _MARGIN + 2), (x, high - _MARGIN + _MARK + 2)), "#000000", 0.5)
    for y in (_MARGIN + top, high - _MARGIN - bottom):
        yield Trace(((_MARGIN - _MARK - 2, y), (_MARGIN - 2, y)), "#000000", 0.5)
        yield Trace(((wide - _MARGIN + 2, y), (wide - _MARGIN + _MARK + 2, y)), "#000000", 0.5)


def _tile_foot(shown: RelationMap, size: tuple[float, float], place: str) -> Iterator[Mark]:
    y = size[1] - _MARGIN + 17
    left, right = _MARGIN + OVERLAP, size[0] - _MARGIN - OVERLAP
    reader = " · ".join(filter(None, (sheet.reader(shown), shown.head.mission)))
    room = right - left - width(place, Face.SANS, SMALL_SIZE) - 12
    yield Words(left, y, fitted(reader, Face.SANS, SMALL_SIZE, room), colour=MUTED)
    yield Words(right, y, place, colour=MUTED, anchor=Anchor.END)


def _file(pages: Sequence[_Page], language: str, size: tuple[float, float]) -> bytes:
    target = BytesIO()
    canvas = PageCanvas(
        target, pagesize=size, invariant=1, pageCompression=1, lang=language_tag(language)
    )
    canvas.setTitle(_("Map of relations"))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(pages, 1):
        key = f"page-{number}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(drawable(page.name), key, level=0)
        _paint(canvas, page, size)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _paint(canvas: PageCanvas, page: _Page, size: tuple[float, float]) -> None:
    if page.window is None:
        paint(canvas, Picture(*size, page.marks))
        return
    window = page.window
    outside = [mark for mark in page.marks if not window.overlaps(_reach(mark))]
    inside = [mark for mark in page.marks if window.overlaps(_reach(mark))]
    canvas.saveState()
    path = canvas.beginPath()
    high = window.bottom - window.top
    path.rect(window.left, size[1] - window.bottom, window.right - window.left, high)
    canvas.clipPath(path, stroke=0)
    paint(canvas, Picture(*size, tuple(inside)))
    canvas.restoreState()
    paint(canvas, Picture(*size, tuple(outside)))


def _reach(mark: Mark) -> Box:
    """Return what a mark fills, or a little more."""
    match mark:
        case Area():
            return Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        case Disc():
            reach = mark.radius + mark.width
            return Box(mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach)
        case Trace() | Shape():
            xs, ys = zip(*mark.points, strict=True)
            over = mark.width
            return Box(min(xs) - over, min(ys) - over, max(xs) + over, max(ys) + over)
        case Words():
            wide = width(drawable(mark.text, mark.face), mark.face, mark.size)
            part = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[mark.anchor]
            left = mark.x - wide * part
            return Box(left, mark.y - mark.size, left + wide, mark.y + mark.size * 0.3)


def _moved(mark: Mark, dx: float, dy: float, zoom: float = 1) -> Mark:
    """Return a mark that many times as large, and then moved."""
    match mark:
        case Trace() | Shape():
            points = tuple((x * zoom + dx, y * zoom + dy) for x, y in mark.points)
            return replace(mark, points=points, width=mark.width * zoom)
        case Area():
            return Area(
                mark.x * zoom + dx,
                mark.y * zoom + dy,
                mark.width * zoom,
                mark.height * zoom,
                mark.fill,
                mark.edge,
                mark.radius * zoom,
            )
        case Disc():
            x, y, radius = mark.x * zoom + dx, mark.y * zoom + dy, mark.radius * zoom
            return replace(mark, x=x, y=y, radius=radius, width=mark.width * zoom)
        case Words():
            return replace(mark, x=mark.x * zoom + dx, y=mark.y * zoom + dy, size=mark.size * zoom)
