"""Where groups and dimensions stand on the heat map, and how keys and pointer get about there."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.change.impact_figures import DIMENSIONS
from entente.i18n import _
from entente.services.impact import Group, Study
from entente.services.impact_words import depth_words, dimension_words, group_words
from entente_ui.formats import labelled
from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

#: Px at 100 %.
_ROW: Final = 32
_NAME: Final = 230
_NAME_SHARE: Final = 0.3
_SIDE: Final = 52
_TURNED_HEAD: Final = 160
_FLAT_HEAD: Final = 48
#: Px at 100 % of width from which the names of dimensions stand upright, on several lines.
_FLAT: Final = 78
#: Each line: the name of the group, then its dimensions.
ACROSS: Final = len(DIMENSIONS) + 1
#: Lines below the groups.
_MEANS: Final = 2


class HeatFrame(PaintedChoice):
    """One line a group, one column a dimension; mean and size at the end, means below.

    Attributes:
        study: What is shown.

    Signals:
        picked: Emitted with the key of a group and a dimension, or no dimension for its name.
    """

    picked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.study: Study | None = None
        self.setAccessibleName(_("Groups and dimensions"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups, from top to bottom."""
        return self.study.groups if self.study else ()

    @property
    def place(self) -> tuple[str, str]:
        """Key of the group and the dimension one is at; both empty without any."""
        if self.aimed_part == NOWHERE:
            return "", ""
        row, column = divmod(self.aimed_part, ACROSS)
        return self.groups[row].id, DIMENSIONS[column - 1] if column else ""

    def part_of(self, group: str, dimension: str) -> int:
        """Return the part of a cell, or of the name of a group; `NOWHERE` if it is not shown."""
        rows = [each.id for each in self.groups]
        if group not in rows:
            return NOWHERE
        column = DIMENSIONS.index(dimension) + 1 if dimension in DIMENSIONS else 0
        return rows.index(group) * ACROSS + column

    def go_to(self, group: str, dimension: str = "") -> None:
        """Put the keyboard on a cell without telling anybody."""
        self.aimed_part = self.part_of(group, dimension)
        self.update()

    def box(self, part: int) -> QRectF:
        """Return where a part is drawn."""
        row, column = divmod(part, ACROSS)
        top = self.head_room + row * theme().px(_ROW)
        if not column:
            return QRectF(0, top, self.left, theme().px(_ROW))
        wide = self.wide
        return QRectF(self.left + (column - 1) * wide, top, wide, theme().px(_ROW))

    def side_box(self, row: int, place: int) -> QRectF:
        """Return where mean (0) or size (1) of a line stands."""
        wide = theme().px(_SIDE)
        top = self.head_room + row * theme().px(_ROW)
        return QRectF(self.width() - (2 - place) * wide, top, wide, theme().px(_ROW))

    def spoken(self, part: int) -> str:
        """Return what is said of a part."""
        row, column = divmod(part, ACROSS)
        group = self.groups[row]
        if not column:
            return f"{group.name}. {group_words(group.sheet)}"
        cell = group.cells[column - 1]
        where = f"{group.name}, {dimension_words(cell.dimension)}"
        return labelled(where, depth_words(cell.depth))

    @property
    def left(self) -> float:
        """Where the dimensions begin."""
        return min(theme().px(_NAME), self.width() * _NAME_SHARE)

    @property
    def wide(self) -> float:
        """How wide a dimension is."""
        room = self.width() - self.left - 2 * theme().px(_SIDE)
        return max(room, 1) / len(DIMENSIONS)

    @property
    def is_flat(self) -> bool:
        """Whether the names of dimensions stand upright."""
        return self.wide >= theme().px(_FLAT)

    @property
    def head_room(self) -> int:
        """How high the line of their names is."""
        return theme().px(_FLAT_HEAD if self.is_flat else _TURNED_HEAD)

    @override
    def part_at(self, point: QPointF) -> int:
        row = int((point.y() - self.head_room) // theme().px(_ROW))
        if not 0 <= row < len(self.groups) or point.x() < 0:
            return NOWHERE
        if point.x() < self.left:
            return row * ACROSS
        column = int((point.x() - self.left) // self.wide) + 1
        return row * ACROSS + column if column < ACROSS else row * ACROSS

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
            Qt.Key.Key_Home: (0, -ACROSS),
            Qt.Key.Key_End: (0, ACROSS),
        }.get(Qt.Key(event.key()))
        if way is None or self.aimed_part == NOWHERE:
            super().keyPressEvent(event)
            return
        row, column = divmod(self.aimed_part, ACROSS)
        row = min(max(row + way[0], 0), len(self.groups) - 1)
        column = min(max(column + way[1], 0), ACROSS - 1)
        self.aim(row * ACROSS + column)

    @override
    def sizeHint(self) -> QSize:
        px = theme().px
        return QSize(px(760), self.head_room + (len(self.groups) + _MEANS) * px(_ROW) + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(420), self.sizeHint().height())
