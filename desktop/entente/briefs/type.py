"""The typeface, sizes and colours of everything printed."""

from enum import StrEnum
from functools import cache
from io import BytesIO
from threading import Lock, RLock
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from entente_resources import resource


class Face(StrEnum):
    """The cuts of the family that are embedded."""

    SANS = "SourceSans3-Regular"
    SEMIBOLD = "SourceSans3-SemiBold"
    SERIF = "SourceSerif4-SemiBold"


INK: Final = HexColor("#20262B")
MUTED: Final = HexColor("#555E66")
FAINT: Final = HexColor("#6A737B")
HAIRLINE: Final = HexColor("#B9B4A9")
ACCENT: Final = HexColor("#0F6A70")
ACCENT_TINT: Final = HexColor("#F1F5F4")
INFO: Final = HexColor("#2563A8")
PRIVATE: Final = HexColor("#6B3FA0")
CAUCUS: Final = HexColor("#9C2F72")

#: Nothing on paper is set smaller.
SMALL_SIZE: Final = 8.5
BODY_SIZE: Final = 10.5
TABLE_SIZE: Final = 9.5

#: Held while a document is set. ReportLab shares what it knows of a typeface between all
#: documents; two set at once in two threads get one another's letters.
PRESS: Final = RLock()

_REGISTERING: Final = Lock()


@cache
def register() -> None:
    """Make the faces known to ReportLab; the first call reads the files."""
    with _REGISTERING:
        known = pdfmetrics.getRegisteredFontNames()
        for face in Face:
            if face.value not in known:
                data = resource(f"fonts/{face.value}.ttf").read_bytes()
                pdfmetrics.registerFont(TTFont(face.value, BytesIO(data)))
        pdfmetrics.registerFontFamily(
            Face.SANS,
            normal=Face.SANS,
            bold=Face.SEMIBOLD,
            italic=Face.SANS,
            boldItalic=Face.SEMIBOLD,
        )


@cache
def glyphs(face: str) -> frozenset[int]:
    """Return the code points a face can draw."""
    register()
    font = pdfmetrics.getFont(face)
    if not isinstance(font, TTFont):
        raise TypeError(face)
    return frozenset(font.face.charToGlyph)


def width(text: str, face: str, size: float) -> float:
    """Return how wide a line of text is, in points."""
    register()
    return float(pdfmetrics.stringWidth(text, face, size))


def ascent(face: str, size: float) -> float:
    """Return how far the first baseline of a paragraph lies below its top."""
    register()
    return float(pdfmetrics.getAscent(face, size))


def style(
    name: str,
    size: float,
    leading: float,
    *,
    face: Face = Face.SANS,
    colour: Color = INK,
    before: float = 0,
    after: float = 0,
) -> ParagraphStyle:
    """Return a paragraph style; no paragraph leaves one line alone on a page."""
    register()
    return ParagraphStyle(
        name,
        fontName=face.value,
        fontSize=size,
        leading=leading,
        textColor=colour,
        spaceBefore=before,
        spaceAfter=after,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


@cache
def body() -> ParagraphStyle:
    """Return the style of running text."""
    return style("body", BODY_SIZE, 14.5, after=4)


@cache
def cell() -> ParagraphStyle:
    """Return the style of text in a table."""
    return style("cell", TABLE_SIZE, 13)


@cache
def cell_muted() -> ParagraphStyle:
    """Return the style of secondary text in a table."""
    return style("cell-muted", TABLE_SIZE, 13, colour=MUTED)


@cache
def cell_head() -> ParagraphStyle:
    """Return the style of a table's header row."""
    return style("cell-head", TABLE_SIZE, 13, face=Face.SEMIBOLD)


@cache
def small() -> ParagraphStyle:
    """Return the style of remarks."""
    return style("small", SMALL_SIZE, 12, colour=MUTED)


@cache
def dense() -> ParagraphStyle:
    """Return the style of text in a table of many rows."""
    return style("dense", SMALL_SIZE, 11)


@cache
def dense_head() -> ParagraphStyle:
    """Return the style of what matters most in such a table."""
    return style("dense-head", SMALL_SIZE, 11, face=Face.SEMIBOLD)


@cache
def card() -> ParagraphStyle:
    """Return the style of a card one sticks to a board."""
    return style("card", 13, 16.5, face=Face.SEMIBOLD, after=3)


@cache
def wall() -> ParagraphStyle:
    """Return the style of what hangs on a wall."""
    return style("wall", 19, 24, face=Face.SERIF, after=6)


@cache
def on_heat(ink: str) -> ParagraphStyle:
    """Return the style of words on a colour of the heat scale."""
    return style(f"on-heat-{ink}", SMALL_SIZE, 11, face=Face.SEMIBOLD, colour=HexColor(ink))


@cache
def title() -> ParagraphStyle:
    """Return the style of the title of a document."""
    return style("title", 20, 25, face=Face.SERIF, after=2)


@cache
def subtitle() -> ParagraphStyle:
    """Return the style of the lines under the title."""
    return style("subtitle", BODY_SIZE, 14.5, colour=MUTED)


@cache
def part() -> ParagraphStyle:
    """Return the style of what heads several sections."""
    return style("part", 15, 19, face=Face.SERIF, before=20, after=2)


@cache
def section() -> ParagraphStyle:
    """Return the style of a section's heading."""
    return style("section", 12.5, 16, face=Face.SERIF, colour=ACCENT, before=16, after=5)


@cache
def subsection() -> ParagraphStyle:
    """Return the style of a heading within a section."""
    return style("subsection", BODY_SIZE, 14.5, face=Face.SEMIBOLD, before=8, after=2)
