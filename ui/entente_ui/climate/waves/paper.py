"""A ballot as it is keyed in: a line a question, the next one marked."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.climate.orders import ORDERS
from entente.i18n import _
from entente_ui.climate.waves.keying import Field, Keying, Stroke, digit_of
from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

_ROW: Final = 31
_BOX: Final = 40
#: What leaves a question without an answer: the sign beside the nought of a keypad, in any
#: language, the plus, and the space.
_SKIPS: Final = frozenset({".", ",", "+", " ", "-"})


class Paper(PaintedChoice):
    """Takes digits; whoever shows it casts the ballot.

    Attributes:
        keying: What was keyed.
        is_ready: Whether digits are taken: not before the letter of the ballot is known.

    Signals:
        ordered: Emitted with the letter of the order the questions stand in, before any answer.
        cast: Emitted when Enter says that the ballot is complete.
        keyed: Emitted when an answer was keyed or taken back.
        refused: Emitted when a key is no answer.
    """

    ordered = Signal(str)
    cast = Signal()
    keyed = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keying = Keying(())
        self.is_ready = True
        self.setAccessibleName(_("Paper ballot"))
        self.setAccessibleDescription(
            _("Digits answer one question after the other. Backspace goes back, Enter casts.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Key ballots of these questions."""
        if self.keying.fields != tuple(fields):
            self.keying = Keying(fields)
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Begin the next ballot."""
        self.keying.clear()
        self.update()

    def row_rect(self, place: int) -> QRectF:
        """Return where a question stands."""
        px = theme().px
        return QRectF(0, place * px(_ROW), self.width(), px(_ROW))

    @override
    def part_at(self, point: QPointF) -> int:
        places = range(len(self.keying.fields))
        return next((n for n in places if self.row_rect(n).contains(point)), NOWHERE)

    @override
    def aim(self, part: int) -> None:
        self.choose(part)

    @override
    def choose(self, part: int) -> None:
        self.keying.go(part)
        self._changed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, keying = event.text(), self.keying
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.cast.emit()
                return
            case Qt.Key.Key_Backspace:
                self._took(keying.back())
                return
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                self.choose(keying.place + (1 if key is Qt.Key.Key_Down else -1))
                return
        is_keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        if text and text.upper() in ORDERS and self.keying.is_empty:
            self.ordered.emit(text.upper())
            return
        if not self.is_ready:
            self.refused.emit()
            return
        digit = digit_of(text, is_keypad=is_keypad)
        if text in _SKIPS and text:
            self._took(keying.skip())
        elif digit is not None:
            self._took(keying.digit(digit))
        elif text and text.isprintable() and not event.modifiers():
            self._took(Stroke.REFUSED)
        else:
            super().keyPressEvent(event)

    def _took(self, stroke: Stroke) -> None:
        if stroke is Stroke.REFUSED:
            self.refused.emit()
        else:
            self._changed()

    def _changed(self) -> None:
        self.update()
        self.keyed.emit()
        keying = self.keying
        if not keying.is_full:
            announce(self, keying.fields[keying.place].text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, field in enumerate(self.keying.fields):
            self._paint_row(painter, place, field)

    def _paint_row(self, painter: QPainter, place: int, field: Field) -> None:
        px, row, keying = theme().px, self.row_rect(place), self.keying
        is_next = place == keying.place
        if is_next:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent_soft" if self.hasFocus() else "hover"))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), px(6), px(6))
        painter.setFont(theme().font("strong" if is_next else "body"))
        painter.setPen(theme().colour("text"))
        words = f"{field.code} {field.text}".strip()
        box = QRectF(px(8), row.top(), row.width() - px(_BOX + 84), row.height())
        words = QFontMetricsF(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)
        self._paint_scale(painter, row, field)
        cell = QRectF(row.right() - px(_BOX), row.top() + px(3), px(_BOX - 4), row.height() - px(6))
        painter.setPen(
            QPen(theme().colour("accent" if is_next else "edge"), px(2 if is_next else 1))
        )
        painter.setBrush(theme().colour("field"))
        painter.drawRoundedRect(cell, px(5), px(5))
        value = keying.values[place]
        said = "" if value is None else str(value)
        if value is None and place < keying.place:
            said = "–"
        elif is_next and keying.is_waiting:
            said += "_"
        painter.setFont(theme().font("strong"))
        painter.setPen(theme().colour("text"))
        painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), said)

    def _paint_scale(self, painter: QPainter, row: QRectF, field: Field) -> None:
        px = theme().px
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        words = _("{least} to {most}").format(least=field.least, most=field.most)
        box = QRectF(row.right() - px(_BOX + 74), row.top(), px(64), row.height())
        flags = Qt.AlignmentFlag
        painter.drawText(box, int(flags.AlignRight | flags.AlignVCenter), words)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(560), max(1, len(self.keying.fields)) * theme().px(_ROW))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(320), self.sizeHint().height())
