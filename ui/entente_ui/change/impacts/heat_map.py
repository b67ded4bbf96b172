"""The heat map of the impact study: darker where deeper, rated by keys."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.change.impact import DEPTH_MAX, DEPTH_MIN
from entente.domain.change.impact_figures import DIMENSIONS
from entente.i18n import _
from entente.services.impact import Group, Study
from entente.services.impact_words import NONE, dimension_words, mean_words, touched_words
from entente_ui.change.impacts.heat_frame import ACROSS, HeatFrame
from entente_ui.change.impacts.words import mean_rows
from entente_ui.formats import number
from entente_ui.kit import NOWHERE
from entente_ui.look.theme import theme

_PAD: Final = 6
#: Which depth a key stands for: digits, and what stands unshifted on a French keyboard.
_KEYS: Final[Mapping[str, int]] = {
    **{str(depth): depth for depth in range(DEPTH_MIN, DEPTH_MAX + 1)},
    **{sign: depth for depth, sign in enumerate("&é\"'", DEPTH_MIN)},
}
_EMPTYING: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_NONE: Final = frozenset({"0", "à", "-"})
_WITH_KEYS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class HeatMap(HeatFrame):
    """The map itself.

    Attributes:
        is_editable: Whether keys rate.

    Signals:
        rated: Emitted with the key of a group, a dimension and a depth or None.
        menu_wanted: Emitted with the same two and a global point.
    """

    rated = Signal(str, str, object)
    menu_wanted = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_editable = False

    def show_study(self, study: Study, *, is_editable: bool) -> None:
        """Show another study; one stays at the same cell if it is still there."""
        key, dimension = self.place
        self.study, self.is_editable = study, is_editable
        self.aimed_part = self.part_of(key, dimension)
        if self.aimed_part == NOWHERE and self.groups:
            self.aimed_part = 0
        self.setAccessibleDescription(touched_words(study.whole))
        self.updateGeometry()
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _WITH_KEYS or not self._rate(event):
            super().keyPressEvent(event)

    def _rate(self, event: QKeyEvent) -> bool:
        """Rate by a key; say whether it stands for a depth, or for none."""
        group, dimension = self.place
        depth = _KEYS.get(event.text())
        empties = event.key() in _EMPTYING or event.text() in _NONE
        if not dimension or not self.is_editable or (depth is None and not empties):
            return False
        self.rated.emit(group, dimension, depth)
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
        if self.study is None:
            return
        painter = QPainter(self)
        seen = QRectF(event.rect())
        self._paint_heads(painter)
        for row, group in enumerate(self.groups):
            box = self.box(row * ACROSS)
            if box.bottom() >= seen.top() and box.top() <= seen.bottom():
                self._paint_group(painter, row, group)
        self._paint_means(painter)
        if self.aimed_part != NOWHERE:
            role = "text" if self.hasFocus() else "edge"
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour(role), theme().px(2)))
            painter.drawRect(self.box(self.aimed_part).adjusted(2, 2, -2, -2))

    def _paint_heads(self, painter: QPainter) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        head, px, is_flat = self.head_room, theme().px, self.is_flat
        for place, name in enumerate(DIMENSIONS):
            box = self.box(place + 1)
            said = dimension_words(name)
            if is_flat:
                flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
                room = QRectF(box.left() + 2, 0, box.width() - 4, head - px(4))
                painter.drawText(room, int(flags | Qt.TextFlag.TextWordWrap), said)
                continue
            painter.save()
            painter.translate(box.center().x(), head - px(6))
            painter.rotate(-90)
            room = QRectF(0, -box.width() / 2, head - px(8), box.width())
            self._paint_words(painter, room, said)
            painter.restore()
        for place, said in enumerate((_("Mean"), _("Size"))):
            box = self.side_box(0, place)
            room = QRectF(box.left(), 0, box.width(), head - px(4))
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.drawText(room, int(flags), said)

    def _paint_group(self, painter: QPainter, row: int, group: Group) -> None:
        box = self.box(row * ACROSS).adjusted(theme().px(_PAD), 0, -theme().px(_PAD), 0)
        painter.setFont(theme().font("body"))
        painter.setPen(theme().colour("text"))
        self._paint_words(painter, box, group.name)
        for column, cell in enumerate(group.cells, 1):
            self._paint_cell(painter, self.box(row * ACROSS + column), cell.depth)
        painter.setFont(theme().font("strong"))
        sides = (mean_words(group.mean), group.size.value if group.size else NONE)
        for place, said in enumerate(sides):
            painter.setPen(theme().colour("faint" if said == NONE else "text"))
            painter.drawText(self.side_box(row, place), int(Qt.AlignmentFlag.AlignCenter), said)

    def _paint_words(self, painter: QPainter, box: QRectF, said: str) -> None:
        """Write on one line, shortened to its room."""
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_cell(self, painter: QPainter, box: QRectF, depth: int | None) -> None:
        inner = box.adjusted(1, 1, -1, -1)
        painter.setFont(theme().font("small_strong"))
        if depth is None:
            painter.setPen(QPen(theme().colour("border"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(inner)
            return
        heat = theme().heat(depth)
        painter.fillRect(inner, heat.fill)
        painter.setPen(heat.ink)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter), number(depth))

    def _paint_means(self, painter: QPainter) -> None:
        if self.study is None:
            return
        top = len(self.groups)
        for place, (said, means) in enumerate(mean_rows(self.study.whole)):
            painter.setFont(theme().font("small"))
            painter.setPen(theme().colour("muted"))
            line = self.box((top + place) * ACROSS)
            pad = theme().px(_PAD)
            self._paint_words(painter, line.adjusted(pad, 0, -pad, 0), said)
            for column, mean in enumerate(means, 1):
                box = self.box((top + place) * ACROSS + column)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mean_words(mean))
