"""A document as a list of parts, before anybody sets it: on paper, or as a Word file.

What a kind of document says is written once, as parts, and both forms are made of the same.
Nothing here knows of ReportLab or Word, so whoever only gathers waits for neither.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from entente.domain.confidentiality import Level

if TYPE_CHECKING:
    from entente.briefs.picture import Picture


class Tone(StrEnum):
    """How words are set."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    CELL = "cell"
    MUTED = "muted"
    STRONG = "strong"
    SMALL = "small"
    DENSE = "dense"
    DENSE_STRONG = "dense-strong"
    CARD = "card"  # read at arm's length
    WALL = "wall"  # read from across a room


class Leaf(StrEnum):
    """What a document is printed on."""

    STANDING = "standing"  # A4
    LYING = "lying"  # A4, wider than high
    WALL = "wall"  # A3, wider than high


class Keeps(StrEnum):
    """Which rows of a long list matter most."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Words:
    """A text, somebody's or ours, set as one or more paragraphs.

    Attributes:
        text: Any text; nothing in it is read as markup.
        lead: Words of ours in bold before it.
        label: A word of ours after it, small, in the colour of `level`.
        is_name: Whether nobody would read it to its end, so that it may be shortened.
        is_number: Whether it stands at the right of its column, under others of its kind.
        heat: Step of the heat scale it stands on, from 0 (mild) to 4 (severe).
    """

    text: str
    tone: Tone = Tone.BODY
    lead: str = ""
    label: str = ""
    level: Level = Level.PUBLIC
    is_name: bool = False
    is_number: bool = False
    heat: int | None = None


Cell: TypeAlias = tuple[Words, ...]
EMPTY: Final[Cell] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Attributes:
        cells: One a column; a row with a single cell spans them all.
        edge: A thick line at the left in the colour of this level.
        room: Height left to write in by hand, in points.
        is_rest: Whether it goes on with the row above, on the same page.
    """

    cells: tuple[Cell, ...]
    edge: Level | None = None
    room: float = 0
    is_rest: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under an optional head that is repeated on every page.

    Attributes:
        widths: Of the columns, in points; those of 0 share what is left.
        boxed: Whether lines part the columns as well: a form to be filled in by hand.
        keeps: Which of its rows stay if the document is to be short.
        top: A head of more than titles, instead.
        tight: Whether its rows stand close, so that a page holds many.
    """

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    head: tuple[str, ...] = ()
    boxed: bool = False
    keeps: "Keeps | None" = None
    top: Row | None = None
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """What is said before all else, in a tinted box."""

    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Space left free, in points."""

    height: float


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing, and the table that says the same.

    Attributes:
        draw: Gives, for a width in points and a language, the picture and whether it says
            everything.
        table: Stands below where it does not, and instead where nothing can be drawn.
    """

    draw: "Callable[[float, str], tuple[Picture, bool]]"
    table: Table
    always: bool = False


@dataclass(frozen=True, slots=True)
class Together:
    """Parts never parted by the end of a page."""

    parts: "tuple[Part, ...]"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what it heads; nothing at all gives no heading either.

    Attributes:
        depth: 0 for a part of the document, 1 for a section, 2 for a part of one.
        bookmark: What the reader's outline says instead of the title.
        spare: How soon a short document can do without it: 1 first, 0 never.
    """

    title: str
    parts: "tuple[Part, ...]"
    depth: int = 1
    bookmark: str = ""
    spare: int = 0


Part: TypeAlias = Words | Table | Box | Gap | NewPage | Drawing | Together | Section


@dataclass(frozen=True, slots=True)
class Page:
    """A document, in the language in use.

    Attributes:
        title: Its name for readers and windows: neutral, without names.
        note: What the foot says of its standing, instead of what it says of all.
        recipient: What the head says of its reader, instead of what it says of all.
        leaf: What it is printed on.
    """

    title: str
    parts: tuple[Part, ...]
    note: str = ""
    recipient: str = ""
    leaf: Leaf = Leaf.STANDING


def texts(parts: Sequence[Part]) -> Iterator[str]:
    """Yield every text of parts."""
    for part in parts:
        match part:
            case Words():
                yield part.lead + part.text
            case Table():
                rows = (*((part.top,) if part.top else ()), *part.rows)
                yield from (
                    words.lead + words.text for row in rows for c in row.cells for words in c
                )
            case Box():
                yield from (words.text for words in part.words)
            case Drawing():
                yield from texts((part.table,))
            case Together() | Section():
                if isinstance(part, Section):
                    yield part.title
                yield from texts(part.parts)
            case _:
                pass


def section(title: str, *parts: Part, depth: int = 1, spare: int = 0) -> tuple[Part, ...]:
    """Return a section, or nothing where there is nothing to say."""
    return (Section(title, parts, depth, spare=spare),) if parts else ()


def name(text: str, tone: Tone = Tone.CELL) -> Cell:
    """Return a name or title as a cell; a dash where there is none."""
    return (Words(text, tone, is_name=True) if text else Words("–", tone),)


def cell(text: str, tone: Tone = Tone.CELL) -> Cell:
    """Return a text as a cell; a dash where there is none."""
    return (Words(text or "–", tone),)
