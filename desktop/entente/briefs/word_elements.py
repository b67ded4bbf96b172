"""The elements of a Word file that parts of a document become."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from entente.briefs import text
from entente.briefs.heat import HEAT
from entente.briefs.levels import LEVEL_COLOURS, code
from entente.briefs.page import STANDING, Format
from entente.briefs.parts import (
    Box,
    Drawing,
    Gap,
    NewPage,
    Part,
    Row,
    Section,
    Table,
    Together,
    Tone,
    Words,
)
from entente.briefs.type import ACCENT, ACCENT_TINT, HAIRLINE

#: An element of lxml, which has no types.
Element: TypeAlias = Any

#: The style of each tone, and of the headings by their depth.
STYLES: Final = {
    Tone.TITLE: "Entente Title",
    Tone.SUBTITLE: "Entente Subtitle",
    Tone.BODY: "Entente Body",
    Tone.CELL: "Entente Cell",
    Tone.MUTED: "Entente Cell Muted",
    Tone.STRONG: "Entente Cell Strong",
    Tone.SMALL: "Entente Small",
    Tone.DENSE: "Entente Dense",
    Tone.DENSE_STRONG: "Entente Dense Strong",
    Tone.CARD: "Entente Card",
    Tone.WALL: "Entente Wall",
}
HEADINGS: Final = ("Heading 1", "Heading 2", "Heading 3")
_TWENTIETHS: Final = 20
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_DENSE: Final = 4


def elements(part: Part, on: Format = STANDING) -> list[Element]:  # noqa: PLR0911  # one a sort
    """Return a part as elements of the body."""
    match part:
        case Words():
            return list(_paragraphs(part))
        case Table():
            return [_table(part, on), _spacer(4)]
        case Box():
            inside = tuple(part.words)
            return [_spacer(4), _table(Table((0,), (Row((inside,)),)), on, box=True), _spacer(4)]
        case Gap():
            return [_spacer(part.height)]
        case NewPage():
            return [paragraph_of("Normal", [_break()])]
        case Drawing():
            return [_table(part.table, on), _spacer(4)]
        case Together():
            return [element for each in part.parts for element in elements(each, on)]
        case Section():
            inner = [element for each in part.parts for element in elements(each, on)]
            heading = paragraph_of(HEADINGS[part.depth], [run(text.one_line(part.title))])
            return [heading, *inner] if inner else []


def _paragraphs(words: Words) -> Iterator[Element]:
    style = STYLES[words.tone]
    ink = "" if words.heat is None else HEAT[words.heat].ink
    lines = text.clean(words.text).split("\n")
    for number, line in enumerate(lines):
        runs = []
        if number == 0 and words.lead:
            runs.append(run(f"{text.one_line(words.lead)} ", bold=True))
        runs.append(run(line, bold=bool(ink), colour=ink))
        if number == len(lines) - 1 and words.label:
            colour = code(LEVEL_COLOURS[words.level])
            runs.append(run(f"\u00a0·\u00a0{words.label}", colour=colour, size=8.5))
        made = paragraph_of(style, runs)
        if words.is_number:
            _child(made.find(qn("w:pPr")), "w:jc", val="right")
        yield made


def _table(table: Table, on: Format, *, box: bool = False) -> Element:
    widths = _widths(table.widths, on.body_width)
    made = OxmlElement("w:tbl")
    made.append(_table_look(table, sum(widths), box=box))
    grid = OxmlElement("w:tblGrid")
    for width in widths:
        column = OxmlElement("w:gridCol")
        column.set(qn("w:w"), str(width))
        grid.append(column)
    made.append(grid)
    if table.head:
        titles = tuple((Words(title, Tone.STRONG),) for title in table.head)
        made.append(_row(Row(titles), widths, is_head=True))
    if table.top:
        made.append(_row(table.top, widths, is_head=True))
    for row in table.rows:
        made.append(_row(row, widths, box=box))
    return made


def _table_look(table: Table, width: int, *, box: bool) -> Element:
    look = OxmlElement("w:tblPr")
    _child(look, "w:tblW", w=width, type="dxa")
    borders = _child(look, "w:tblBorders")
    # In the order the format wants them.
    sides: tuple[str, ...] = ("bottom", "insideH")
    if table.boxed:
        sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    for side in () if box else sides:
        _child(borders, f"w:{side}", val="single", sz=4, space=0, color=code(HAIRLINE)[1:])
    _child(look, "w:tblLayout", type="fixed")
    margins = _child(look, "w:tblCellMar")
    for side, space in (("top", 60), ("left", 0), ("bottom", 60), ("right", 160)):
        _child(margins, f"w:{side}", w=space if not table.boxed else 80, type="dxa")
    return look


def _row(row: Row, widths: Sequence[int], *, is_head: bool = False, box: bool = False) -> Element:
    made = OxmlElement("w:tr")
    about = OxmlElement("w:trPr")
    _child(about, "w:cantSplit")
    if row.room:
        _child(about, "w:trHeight", val=int(row.room * _TWENTIETHS), hRule="atLeast")
    if is_head:
        _child(about, "w:tblHeader")
    made.append(about)
    columns = widths if len(row.cells) > 1 else [sum(widths)]
    for number, (content, width) in enumerate(zip(row.cells, columns, strict=True)):
        cell = OxmlElement("w:tc")
        look = _child(cell, "w:tcPr")
        _child(look, "w:tcW", w=width, type="dxa")
        if len(columns) < len(widths):
            _child(look, "w:gridSpan", val=len(widths))
        edge = LEVEL_COLOURS[row.edge] if row.edge else ACCENT if box else None
        if number == 0 and edge is not None:
            borders = _child(look, "w:tcBorders")
            _child(borders, "w:left", val="single", sz=18, space=0, color=code(edge)[1:])
        if box:
            _child(look, "w:shd", val="clear", color="auto", fill=code(ACCENT_TINT)[1:])
        heat = next((words.heat for words in content if words.heat is not None), None)
        if heat is not None:
            _child(look, "w:shd", val="clear", color="auto", fill=HEAT[heat].fill[1:])
        if (number == 0 and edge is not None) or box or heat is not None:
            margins = _child(look, "w:tcMar")
            _child(margins, "w:left", w=140 if heat is None else 80, type="dxa")
        paragraphs = [each for words in content for each in _paragraphs(words)]
        for each in paragraphs or [paragraph_of(STYLES[Tone.CELL], [])]:
            cell.append(each)
        made.append(cell)
    return made


def _widths(asked: Sequence[float], whole: float) -> list[int]:
    free = sum(1 for width in asked if not width)
    share = (whole - sum(asked)) / free if free else 0.0
    return [int((width or share) * _TWENTIETHS) for width in asked]


def paragraph_of(style: str, runs: Sequence[Element]) -> Element:
    """Return a paragraph of a style."""
    made = OxmlElement("w:p")
    about = _child(made, "w:pPr")
    _child(about, "w:pStyle", val=style.replace(" ", ""))
    for run in runs:
        made.append(run)
    return made


def run(words: str, *, bold: bool = False, colour: str = "", size: float = 0) -> Element:
    """Return words as they are."""
    made = OxmlElement("w:r")
    if bold or colour or size:
        look = _child(made, "w:rPr")
        if bold:
            _child(look, "w:b")
        if colour:
            _child(look, "w:color", val=colour[1:].upper())
        if size:
            _child(look, "w:sz", val=int(size * 2))
    told = _child(made, "w:t")
    told.text = words
    told.set(_SPACE, "preserve")
    return made


def field(name: str) -> Element:
    """Return what Word works out itself: the number of a page."""
    made = OxmlElement("w:fldSimple")
    made.set(qn("w:instr"), name)
    made.append(run("1"))
    return made


def tab() -> Element:
    """Return a step to the next tab."""
    made = OxmlElement("w:r")
    _child(made, "w:tab")
    return made


def _break() -> Element:
    made = OxmlElement("w:r")
    _child(made, "w:br", type="page")
    return made


def tabs(paragraph: Element, on: Format = STANDING) -> None:
    """Let a tab lead to the right margin, and only there."""
    about = paragraph.find(qn("w:pPr"))
    tabs = _child(about, "w:tabs")
    for old in (4320, 8640):
        _child(tabs, "w:tab", val="clear", pos=old)
    _child(tabs, "w:tab", val="right", pos=int(on.body_width * _TWENTIETHS))


def _spacer(height: float) -> Element:
    made = paragraph_of(STYLES[Tone.SMALL], [])
    about = made.find(qn("w:pPr"))
    _child(about, "w:spacing", before=0, after=0, line=int(height * _TWENTIETHS), lineRule="exact")
    return made


def _child(parent: Element, tag: str, **attributes: Element) -> Element:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    parent.append(made)
    return made
