"""Where lines and columns of a grid of ratings stand, and how keys and pointer get about there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

#: Px at 100 %.
_ROW: Final = 32
_NAME: Final = 230
_NAME_SHARE: Final = 0.3
_SIDE: Final = 52
_TURNED_HEAD: Final = 160
_FLAT_HEAD: Final = 64
#: Px at 100 % of width from which the names of columns stand upright, on several lines.
_FLAT: Final = 78


@dataclass(frozen=True, slots=True)
class Mark:
    """One cell.

    Attributes:
        value: What was judged; None where nobody looked, never zero.
        words: What is said of it after its line and column.
    """

    value: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        words: What is said of it after its name; may be empty.
        marks: One for each column.
        sides: What stands at its end, one for each side head.
        is_struck: Whether it counts no more.
    """

    key: str
    name: str
    words: str
    marks: tuple[Mark, ...]
    sides: tuple[str, ...] = ()
    is_struck: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Everything that is shown.

    Attributes:
        columns: Name and words of each.
        sides: Heads of what stands at the end of each line.
        feet: Below the lines: words, and a text for each column.
    """

    columns: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    sides: tuple[str, ...] = ()
    feet: tuple[tuple[str, tuple[str, ...]], ...] = ()


class RatingFrame(PaintedChoice):
    """Lines of marks under columns; each line begins with its name.

    Attributes:
        grid: What is shown.

    Signals:
        picked: Emitted with the key of a line and the name of a column, empty for its name.
    """

    picked = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid((), ())
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def lines(self) -> Sequence[Line]:
        """The lines, from top to bottom."""
        return self.grid.lines

    @property
    def across(self) -> int:
        """How many parts a line has: its name, then its marks."""
        return len(self.grid.columns) + 1

    @property
    def place(self) -> tuple[str, str]:
        """Key of the line and name of the column one is at; both empty without any."""
        if self.aimed_part == NOWHERE:
            return "", ""
        row, column = divmod(self.aimed_part, self.across)
        return self.lines[row].key, self.grid.columns[column - 1][0] if column else ""

    def part_of(self, line: str, column: str) -> int:
        """Return the part of a cell, or of the name of a line; `NOWHERE` if it is not shown."""
        rows = [each.key for each in self.lines]
        if line not in rows:
            return NOWHERE
        names = [name for name, _words in self.grid.columns]
        place = names.index(column) + 1 if column in names else 0
        return rows.index(line) * self.across + place

    def go_to(self, line: str, column: str = "") -> None:
        """Put the keyboard on a cell without telling anybody."""
        self.aimed_part = self.part_of(line, column)
        self.update()

    def box(self, part: int) -> QRectF:
        """Return where a part is drawn."""
        row, column = divmod(part, self.across)
        top = self.head_room + row * theme().px(_ROW)
        if not column:
            return QRectF(0, top, self.left, theme().px(_ROW))
        return QRectF(self.left + (column - 1) * self.wide, top, self.wide, theme().px(_ROW))

    def side_box(self, row: int, place: int) -> QRectF:
        """Return where something at the end of a line stands."""
        wide = theme().px(_SIDE)
        top = self.head_room + row * theme().px(_ROW)
        left = self.width() - (len(self.grid.sides) - place) * wide
        return QRectF(left, top, wide, theme().px(_ROW))

    def spoken(self, part: int) -> str:
        """Return what is said of a part."""
        row, column = divmod(part, self.across)
        line = self.lines[row]
        if not column:
            return f"{line.name}. {line.words}" if line.words else line.name
        return f"{line.name}, {self.grid.columns[column - 1][1]}: {line.marks[column - 1].words}"

    @property
    def left(self) -> float:
        """Where the columns begin."""
        return min(theme().px(_NAME), self.width() * _NAME_SHARE)

    @property
    def wide(self) -> float:
        """How wide a column is."""
        room = self.width() - self.left - len(self.grid.sides) * theme().px(_SIDE)
        return max(room, 1) / max(len(self.grid.columns), 1)

    @property
    def is_flat(self) -> bool:
        """Whether the names of columns stand upright."""
        return self.wide >= theme().px(_FLAT)

    @property
    def head_room(self) -> int:
        """How high the line of their names is."""
        return theme().px(_FLAT_HEAD if self.is_flat else _TURNED_HEAD)

    @override
    def part_at(self, point: QPointF) -> int:
        row = int((point.y() - self.head_room) // theme().px(_ROW))
        if not 0 <= row < len(self.lines) or point.x() < 0:
            return NOWHERE
        if point.x() < self.left:
            return row * self.across
        column = int((point.x() - self.left) // self.wide) + 1
        return row * self.across + column if column < self.across else row * self.across

    @override
    def aim(self, part: int) -> None:
        self.aimed_part = part
        self.update()
        announce(self, self.spoken(part))
        self.picked.emit(*self.place)

    @override
    def choose(self, part: int) -> None:
        self.aimed_part = part
        self.update()
        self.picked.emit(*self.place)

    @override
    def tip(self, part: int) -> str:
        return self.spoken(part)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Home: (0, -self.across),
            Qt.Key.Key_End: (0, self.across),
        }.get(Qt.Key(event.key()))
        if way is None or self.aimed_part == NOWHERE:
            super().keyPressEvent(event)
            return
        row, column = divmod(self.aimed_part, self.across)
        row = min(max(row + way[0], 0), len(self.lines) - 1)
        column = min(max(column + way[1], 0), self.across - 1)
        self.aim(row * self.across + column)

    @override
    def sizeHint(self) -> QSize:
        px = theme().px
        rows = len(self.lines) + len(self.grid.feet)
        return QSize(px(760), self.head_room + rows * px(_ROW) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(420), self.sizeHint().height())
