"""A drawing as a list of marks, painted as vectors on paper or written as SVG.

Places count in points from the upper left corner, downwards.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final, TypeAlias
from xml.sax.saxutils import escape, quoteattr

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable
from typing_extensions import override

from entente.briefs.text import drawable, one_line
from entente.briefs.type import SMALL_SIZE, Face, width

#: What drawings have in common with the text around them.
INK: Final = "#20262B"
MUTED: Final = "#555E66"
HAIRLINE: Final = "#B9B4A9"
WHITE: Final = "#FFFFFF"

_FAMILIES: Final = {
    Face.SANS: ("'Source Sans 3', 'Segoe UI', sans-serif", "400"),
    Face.SEMIBOLD: ("'Source Sans 3', 'Segoe UI', sans-serif", "600"),
    Face.SERIF: ("'Source Serif 4', Georgia, serif", "600"),
}


class Anchor(StrEnum):
    """Which point of a line of words its place is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle; an empty colour leaves fill or edge out."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Trace:
    """A line through points; `dash` gives the lengths of stroke and gap."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 0.7
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A closed shape with straight sides."""

    points: tuple[tuple[float, float], ...]
    fill: str
    edge: str = ""
    width: float = 0.7


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle."""

    x: float
    y: float
    radius: float
    fill: str
    edge: str = ""
    width: float = 1


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text on its baseline."""

    x: float
    y: float
    text: str
    size: float = SMALL_SIZE
    face: Face = Face.SANS
    colour: str = "#20262B"
    anchor: Anchor = Anchor.START
    turned: bool = False


Mark: TypeAlias = Area | Trace | Shape | Disc | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """Marks in the order they are painted, and the size they fill."""

    width: float
    height: float
    marks: tuple[Mark, ...]


class PictureFlowable(Flowable):
    """A picture in the flow of a page."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self._picture = picture

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        return self._picture.width, self._picture.height

    def draw(self) -> None:
        """Paint it where the flow has come to."""
        paint(self.canv, self._picture)


def paint(canvas: Canvas, picture: Picture, left: float = 0, bottom: float = 0) -> None:
    """Draw a picture on a page with its lower left corner at the given place."""
    canvas.saveState()
    canvas.transform(1, 0, 0, 1, left, bottom + picture.height)
    for mark in picture.marks:
        _paint(canvas, mark)
    canvas.restoreState()


def to_svg(picture: Picture, title: str, description: str = "") -> str:
    """Return a picture as an SVG document that stands alone and asks for nothing.

    Args:
        picture: What to draw.
        title: Its name, for screen readers.
        description: One sentence on what it shows.
    """
    size = f'width="{_n(picture.width)}" height="{_n(picture.height)}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} '
        f'viewBox="0 0 {_n(picture.width)} {_n(picture.height)}">'
    )
    about = f"<title>{_escaped(title)}</title><desc>{_escaped(description)}</desc>"
    return "\n".join([head, about, *(_element(mark) for mark in picture.marks), "</svg>\n"])


@cache
def _colour(code: str) -> Color:
    return HexColor(code)


def _paint(canvas: Canvas, mark: Mark) -> None:
    match mark:
        case Area():
            _pick(canvas, mark.fill, mark.edge, 0.7)
            paint_ = (int(bool(mark.edge)), int(bool(mark.fill)))
            corner = (mark.x, -mark.y - mark.height, mark.width, mark.height)
            if mark.radius:
                canvas.roundRect(*corner, mark.radius, *paint_)
            else:
                canvas.rect(*corner, *paint_)
        case Disc():
            _pick(canvas, mark.fill, mark.edge, mark.width)
            canvas.circle(mark.x, -mark.y, mark.radius, int(bool(mark.edge)), int(bool(mark.fill)))
        case Trace():
            _trace(canvas, mark)
        case Shape():
            _pick(canvas, mark.fill, mark.edge, mark.width)
            path = _path(canvas, mark.points)
            path.close()
            canvas.drawPath(path, stroke=int(bool(mark.edge)), fill=int(bool(mark.fill)))
        case Words():
            _words(canvas, mark)


def _pick(canvas: Canvas, fill: str, edge: str, width: float) -> None:
    if fill:
        canvas.setFillColor(_colour(fill))
    if edge:
        canvas.setStrokeColor(_colour(edge))
        canvas.setLineWidth(width)


def _trace(canvas: Canvas, mark: Trace) -> None:
    canvas.setStrokeColor(_colour(mark.colour))
    canvas.setLineWidth(mark.width)
    canvas.setDash(list(mark.dash))
    canvas.drawPath(_path(canvas, mark.points))
    canvas.setDash([])


def _path(canvas: Canvas, points: tuple[tuple[float, float], ...]) -> PDFPathObject:
    path = canvas.beginPath()
    (x, y), *others = points
    path.moveTo(x, -y)
    for x, y in others:
        path.lineTo(x, -y)
    return path


def _words(canvas: Canvas, mark: Words) -> None:
    canvas.setFillColor(_colour(mark.colour))
    canvas.setFont(mark.face.value, mark.size)
    text = drawable(mark.text, mark.face)
    draw = {
        Anchor.START: canvas.drawString,
        Anchor.MIDDLE: canvas.drawCentredString,
        Anchor.END: canvas.drawRightString,
    }[mark.anchor]
    if not mark.turned:
        draw(mark.x, -mark.y, text)
        return
    canvas.saveState()
    canvas.translate(mark.x, -mark.y)
    canvas.rotate(90)
    draw(0, 0, text)
    canvas.restoreState()


def _element(mark: Mark) -> str:
    match mark:
        case Area():
            place = f'x="{_n(mark.x)}" y="{_n(mark.y)}"'
            size = f'width="{_n(mark.width)}" height="{_n(mark.height)}" rx="{_n(mark.radius)}"'
            return f"<rect {place} {size} {_inked(mark.fill, mark.edge, 0.7)}/>"
        case Disc():
            place = f'cx="{_n(mark.x)}" cy="{_n(mark.y)}" r="{_n(mark.radius)}"'
            return f"<circle {place} {_inked(mark.fill, mark.edge, mark.width)}/>"
        case Trace():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in mark.points)
            dash = f' stroke-dasharray="{" ".join(map(_n, mark.dash))}"' if mark.dash else ""
            inked = _inked("", mark.colour, mark.width)
            return f'<polyline points="{points}" {inked}{dash}/>'
        case Shape():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in mark.points)
            return f'<polygon points="{points}" {_inked(mark.fill, mark.edge, mark.width)}/>'
        case Words():
            return _text_element(mark)


def _text_element(mark: Words) -> str:
    family, weight = _FAMILIES[mark.face]
    turn = f' transform="rotate(-90 {_n(mark.x)} {_n(mark.y)})"' if mark.turned else ""
    # A viewer without our typeface squeezes another into the same room.
    room = width(drawable(mark.text, mark.face), mark.face, mark.size)
    length = f' textLength="{_n(room)}" lengthAdjust="spacingAndGlyphs"' if room else ""
    return (
        f'<text x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}" '
        f'font-family={quoteattr(family)} font-weight="{weight}" fill="{mark.colour}" '
        f'text-anchor="{mark.anchor}"{length}{turn}>{_escaped(mark.text)}</text>'
    )


def _inked(fill: str, edge: str, width: float) -> str:
    stroke = f' stroke="{edge}" stroke-width="{_n(width)}"' if edge else ""
    return f'fill="{fill or "none"}"{stroke}'


def _escaped(text: str) -> str:
    # A viewer has typefaces of its own: characters ours lacks stay as they are.
    return escape(one_line(text))


def _n(value: float) -> str:
    """Return a number short and alike on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
