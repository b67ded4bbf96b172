"""An opened crowd: its people side by side on a sheet over the grid."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from entente.domain.labelling import Label
from entente.domain.placement import Box
from entente.i18n import ngettext
from entente_ui import formats
from entente_ui.actors.crowd_item import CrowdPanel
from entente_ui.actors.frame import Score
from entente_ui.actors.painting import Layer
from entente_ui.actors.stands import Crowd
from entente_ui.actors.wording import crowd_words
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.board import Board

_SLOT_WIDTH: Final = 104
_NAME_HEIGHT: Final = 30
_PAD: Final = 14
#: Px at 100 % for the line above the people, and for one below if there is one.
_LINE: Final = 22
#: A sheet is this many times wider than high, as far as it can.
_SHAPE: Final = 1.6


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How a crowd is laid out.

    Attributes:
        keys: Those for whom there is room.
        left_out: How many there are besides.
    """

    box: QRectF
    columns: int
    slot: QPointF
    keys: tuple[str, ...]
    left_out: int


class OpenedCrowd:
    """Opens one crowd at a time.

    Attributes:
        score: The position of the crowd that is open; None when none is.
        keys: Who lies on the sheet.
        box: The sheet, empty when none is open.
    """

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._panel: CrowdPanel | None = None
        self.score: Score | None = None
        self.keys: tuple[str, ...] = ()
        self.box = QRectF()

    def open(self, score: Score) -> None:
        """Open the crowd at a position, instead of what was open."""
        self.close()
        crowd = self._board.crowd(score)
        if crowd is not None:
            self.score = score
            self._lay_out(crowd, animate=True)

    def close(self) -> None:
        """Put the people back into their crowd."""
        keys, self.keys = self.keys, ()
        self.score = None
        self.box = QRectF()
        if self._panel is not None:
            self._board.removeItem(self._panel)
            self._panel = None
        self._board.forget_tokens(keys)

    def refresh(self, *, animate: bool) -> None:
        """Follow a change of who stands there; close when it is no crowd any more."""
        if self.score is None:
            return
        score, crowd = self.score, self._board.crowd(self.score)
        self.close()
        if crowd is not None:
            self.score = score
            self._lay_out(crowd, animate=animate)

    def _lay_out(self, crowd: Crowd, *, animate: bool) -> None:
        sheet = self._sheet(crowd)
        self.box, self.keys = sheet.box, sheet.keys
        note = ""
        if sheet.left_out:
            note = ngettext(
                "and {count} more, in the table", "and {count} more, in the table", sheet.left_out
            ).format(count=formats.number(sheet.left_out))
        people = [self._board.person(key) for key in crowd.keys]
        head = crowd_words([person for person in people if person is not None])
        self._panel = CrowdPanel(sheet.box, head, note)
        self._board.addItem(self._panel)
        for number, key in enumerate(sheet.keys):
            self._put(key, self._place(sheet, number), sheet.slot.x(), animate=animate)

    def _put(self, key: str, place: QPointF, width: float, *, animate: bool) -> None:
        person = self._board.person(key)
        if person is None:
            return
        token = self._board.token_for(person)
        token.set_layer(Layer.IN_PANEL)
        lines = next(iter(self._board.labels.ways(person, width - theme().px(8))), ())
        label = None
        if lines:
            across, down = self._board.labels.size(lines)
            top = place.y() + token.radius + theme().px(3)
            left = place.x() - across / 2
            label = Label(Box(left, top, left + across, top + down), 0)
        token.name.write(lines, label, place, "surface")
        if animate:
            token.glide(place)
        else:
            token.stop_at(place)

    def _sheet(self, crowd: Crowd) -> _Sheet:
        radius = self._board.arrangement.radius
        slot = QPointF(theme().px(_SLOT_WIDTH), 2 * radius + theme().px(_NAME_HEIGHT))
        pad = theme().px(_PAD)
        visible = self._board.visible
        most_across = max(1, int((visible.width() - 2 * pad) // slot.x()))
        line = theme().px(_LINE)
        most_down = max(1, int((visible.height() - 2 * pad - 2 * line) // slot.y()))
        count = len(crowd.keys)
        wished = math.ceil(math.sqrt(count * _SHAPE * slot.y() / slot.x()))
        columns = min(max(1, wished, math.ceil(count / most_down)), most_across, count)
        shown = min(count, columns * most_down)
        lines = line if shown == count else 2 * line
        size = QPointF(
            columns * slot.x() + 2 * pad, math.ceil(shown / columns) * slot.y() + 2 * pad + lines
        )
        x, y = crowd.point
        box = QRectF(x - size.x() / 2, y - size.y() / 2, size.x(), size.y())
        return _Sheet(_held(box, visible), columns, slot, crowd.keys[:shown], count - shown)

    def _place(self, sheet: _Sheet, number: int) -> QPointF:
        row, column = divmod(number, sheet.columns)
        pad, radius = theme().px(_PAD), self._board.arrangement.radius
        return QPointF(
            sheet.box.left() + pad + (column + 0.5) * sheet.slot.x(),
            sheet.box.top() + pad + theme().px(_LINE) + row * sheet.slot.y() + radius,
        )


def _held(box: QRectF, inside: QRectF) -> QRectF:
    x = max(inside.left(), min(box.left(), inside.right() - box.width()))
    y = max(inside.top(), min(box.top(), inside.bottom() - box.height()))
    return QRectF(x, y, box.width(), box.height())
