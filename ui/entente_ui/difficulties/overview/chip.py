"""A word that can be chosen, with how much it weighs in dots."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.ten_causes import WEIGHT_MAX, WEIGHT_MIN
from entente.i18n import _
from entente_ui.kit import NOWHERE, PaintedChoice, tooltip
from entente_ui.look.theme import theme

_HEIGHT: Final = 30
_PAD: Final = 11
_DOT: Final = 9
_STEP: Final = 15
_GAP: Final = 8
#: The part that is no dot; dots are called after their weight.
_WORD: Final = 0


class WeightChip(PaintedChoice):
    """Chosen by a click on its word or Space; weighed by a click on a dot or a figure key.

    Signals:
        weighed: Emitted with the weight from 1 to 3, or None when it is no longer chosen.
    """

    weighed = Signal(object)

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self._weight: int | None = None
        self.aimed_part = _WORD
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)
        tooltip(self, _("Space chooses it, 1 to 3 say how much it counts."))
        theme().changed.connect(self.updateGeometry)
        self.show_weight(None)

    @property
    def weight(self) -> int | None:
        """How much it weighs, None while it is not chosen."""
        return self._weight

    def show_weight(self, weight: int | None) -> None:
        """Show a weight, or that it is not chosen; nobody is told."""
        self._weight = weight
        if weight is None:
            told = _("not chosen")
        else:
            told = _("weight {weight} of {most}").format(weight=weight, most=WEIGHT_MAX)
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def dot(self, weight: int) -> QPointF:
        """Return the middle of a dot."""
        right = self.width() - theme().px(_PAD) - theme().px(_DOT) / 2
        return QPointF(right - (WEIGHT_MAX - weight) * theme().px(_STEP), self.height() / 2)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme().font("body")).horizontalAdvance(self._word)
        dots = 0
        if self._weight is not None:
            dots = theme().px(_GAP) + theme().px(_STEP) * (WEIGHT_MAX - 1) + theme().px(_DOT)
        return QSize(words + dots + 2 * theme().px(_PAD) + 2, theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self._weight is not None
        ground = "accent_soft" if is_on else "hover" if self.hovered != NOWHERE else "surface"
        edge = "accent" if is_on or self.hasFocus() else "border"
        painter.setPen(QPen(theme().colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(theme().colour(ground))
        radius = theme().px(_HEIGHT) / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.setFont(theme().font("body"))
        painter.setPen(theme().colour("text" if self.isEnabled() or is_on else "muted"))
        box = self.rect().adjusted(theme().px(_PAD), 0, 0, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self._word)
        for weight in range(WEIGHT_MIN, WEIGHT_MAX + 1) if self._weight else ():
            painter.setPen(QPen(theme().colour("accent"), 1.4))
            is_filled = weight <= (self._weight or 0)
            painter.setBrush(theme().colour("accent" if is_filled else "surface"))
            radius = theme().px(_DOT) / 2
            painter.drawEllipse(self.dot(weight), radius, radius)

    def _weigh(self, weight: int | None) -> None:
        if weight != self._weight:
            self.weighed.emit(weight)

    @override
    def part_at(self, point: QPointF) -> int:
        if not self.rect().contains(point.toPoint()):
            return NOWHERE
        if self._weight is None or point.x() < self.dot(1).x() - theme().px(_STEP) / 2:
            return _WORD
        steps = round((point.x() - self.dot(1).x()) / theme().px(_STEP))
        return min(max(WEIGHT_MIN + steps, WEIGHT_MIN), WEIGHT_MAX)

    @override
    def choose(self, part: int) -> None:
        if part != _WORD:
            self._weigh(part)
        else:
            self._weigh(WEIGHT_MIN if self._weight is None else None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        figures = {str(n): n for n in range(WEIGHT_MIN, WEIGHT_MAX + 1)}
        if event.text() in figures:
            self._weigh(figures[event.text()])
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_0}:
            self._weigh(None)
        else:
            super().keyPressEvent(event)
