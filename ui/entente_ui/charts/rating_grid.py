"""A grid of ratings: a figure in each cell, darker or lighter with it, rated by keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente_ui.charts.rating_frame import Grid, Line, Mark, RatingFrame
from entente_ui.formats import number
from entente_ui.kit import NOWHERE
from entente_ui.look.theme import theme

_PAD: Final = 6
#: What stands unshifted on the keys of the digits from 0 on, on a French keyboard.
_UNSHIFTED: Final = "à&é\"'("
_EMPTYING: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_WITH_KEYS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class Scale:
    """What cells are rated on.

    Attributes:
        least, most: Ends of the scale, whole numbers from 0 to 5.
        heat: The step of the heat scale a rating stands on, from 0 (mild) to 4 (severe).
    """

    least: int
    most: int
    heat: Callable[[int], int]

    @property
    def keys(self) -> Mapping[str, int]:
        """Which rating a key stands for."""
        steps = range(self.least, self.most + 1)
        return {str(step): step for step in steps} | {_UNSHIFTED[step]: step for step in steps}

    @property
    def emptying(self) -> frozenset[str]:
        """What empties a cell, beside the keys that delete."""
        return frozenset({"-"} if self.least == 0 else {"-", "0", "à"})


class RatingGrid(RatingFrame):
    """The grid itself.

    Attributes:
        is_editable: Whether keys rate.

    Signals:
        rated: Emitted with the key of a line, a column, and a rating or None.
        menu_wanted: Emitted with the same two and a global point.
    """

    rated = Signal(str, str, object)
    menu_wanted = Signal(str, str, object)

    def __init__(self, name: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._scale = scale
        self.is_editable = False

    def show_grid(self, grid: Grid, sentence: str, *, is_editable: bool) -> None:
        """Show other lines; one stays at the same cell if it is still there.

        Args:
            grid: What is shown.
            sentence: What it shows, for who cannot see it.
            is_editable: Whether keys rate.
        """
        place = self.place
        self.grid, self.is_editable = grid, is_editable
        self.aimed_part = self.part_of(*place)
        if self.aimed_part == NOWHERE and self.lines:
            self.aimed_part = 0
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _WITH_KEYS or not self._rate(event):
            super().keyPressEvent(event)

    def _rate(self, event: QKeyEvent) -> bool:
        """Rate by a key; say whether it stands for a rating, or for none."""
        line, column = self.place
        rating = self._scale.keys.get(event.text())
        empties = event.key() in _EMPTYING or event.text() in self._scale.emptying
        if not column or not self.is_editable or (rating is None and not empties):
            return False
        self.rated.emit(line, column, rating)
        return True

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        part = self.part_at(QPointF(event.pos())) if is_mouse else self.aimed_part
        if part == NOWHERE:
            return
        self.choose(part)
        at = event.globalPos() if is_mouse else self.mapToGlobal(self.box(part).center().toPoint())
        self.menu_wanted.emit(*self.place, at)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.grid.columns:
            return
        painter = QPainter(self)
        seen = QRectF(event.rect())
        self._paint_heads(painter)
        for row, line in enumerate(self.lines):
            box = self.box(row * self.across)
            if box.bottom() >= seen.top() and box.top() <= seen.bottom():
                self._paint_line(painter, row, line)
        self._paint_feet(painter)
        if self.aimed_part != NOWHERE:
            role = "text" if self.hasFocus() else "edge"
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour(role), theme().px(2)))
            painter.drawRect(self.box(self.aimed_part).adjusted(2, 2, -2, -2))

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        head, px, is_flat = self.head_room, theme().px, self.is_flat
        for place, (_name, said) in enumerate(self.grid.columns):
            box = self.box(place + 1)
            if is_flat:
                flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
                room = QRectF(box.left() + 2, 0, box.width() - 4, head - px(4))
                painter.drawText(room, int(flags | Qt.TextFlag.TextWordWrap), said)
                continue
            painter.save()
            painter.translate(box.center().x(), head - px(6))
            painter.rotate(-90)
            room = QRectF(0, -box.width() / 2, head - px(8), box.width())
            _paint_words(painter, room, said)
            painter.restore()
        for place, said in enumerate(self.grid.sides):
            box = self.side_box(0, place)
            room = QRectF(box.left(), 0, box.width(), head - px(4))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room, int(flags), said)

    def _paint_line(self, painter: QPainter, row: int, line: Line) -> None:
        box = self.box(row * self.across).adjusted(theme().px(_PAD), 0, -theme().px(_PAD), 0)
        font = QFont(theme().font("body"))
        font.setStrikeOut(line.is_struck)
        painter.setFont(font)
        painter.setPen(theme().colour("faint" if line.is_struck else "text"))
        _paint_words(painter, box, line.name)
        for column, mark in enumerate(line.marks, 1):
            self.paint_mark(painter, self.box(row * self.across + column), mark)
        painter.setFont(theme().font("strong"))
        for place, said in enumerate(line.sides):
            painter.setPen(theme().colour("faint" if said == _NOTHING else "text"))
            painter.drawText(self.side_box(row, place), int(Qt.AlignmentFlag.AlignCenter), said)

    def paint_mark(self, painter: QPainter, box: QRectF, mark: Mark) -> None:
        """Draw one cell."""
        value, inner = mark.value, box.adjusted(1, 1, -1, -1)
        painter.setFont(theme().font("small_strong"))
        if value is None:
            painter.setPen(QPen(theme().colour("border"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner)
            return
        heat = theme().heat(self._scale.heat(value))
        painter.fillRect(inner, heat.fill)
        painter.setPen(heat.ink)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), number(value))

    def _paint_feet(self, painter: QPainter) -> None:
        top, pad = len(self.lines), theme().px(_PAD)
        for place, (said, figures) in enumerate(self.grid.feet):
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("muted"))
            first = (top + place) * self.across
            _paint_words(painter, self.box(first).adjusted(pad, 0, -pad, 0), said)
            for column, figure in enumerate(figures, 1):
                painter.drawText(
                    self.box(first + column), int(Qt.AlignmentFlag.AlignCenter), figure
                )


def _paint_words(painter: QPainter, box: QRectF, said: str) -> None:
    """Write on one line, shortened to its room."""
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
