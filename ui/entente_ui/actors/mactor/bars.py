"""Bars beside names, with their number: one share of a scale, or for and against."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente_ui.look.theme import theme

_HEIGHT: Final = 22
_NUMBER: Final = 46


@dataclass(frozen=True, slots=True)
class Share:
    """What a bar shows.

    Attributes:
        value: From 0 to `most`.
        most: What fills the whole width.
        text: The number.
        mark: A value with a line of its own, such as the average; 0 for none.
    """

    value: float
    most: float
    text: str
    mark: float = 0.0


class Bar(QWidget):
    """One bar that grows to the right."""

    def __init__(self, name: str, share: Share, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self.setAccessibleName(f"{name}: {share.text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - theme().px(_NUMBER)
        scale = room / self._share.most if self._share.most else 0.0
        box = _band(self, 0, self._share.value * scale)
        _fill(painter, box, "accent")
        if self._share.mark:
            painter.setPen(QPen(theme().colour("edge"), 1, Qt.PenStyle.DashLine))
            x = round(self._share.mark * scale)
            painter.drawLine(x, 0, x, self.height())
        number = QRectF(room, 0, theme().px(_NUMBER), self.height())
        _write(painter, number, self._share.text, Qt.AlignmentFlag.AlignRight)


@dataclass(frozen=True, slots=True)
class Sides:
    """What is for and against.

    Attributes:
        pros, cons: From 0 to `most`.
        most: What fills one side.
        pros_text, cons_text: Their numbers.
    """

    pros: float
    cons: float
    most: float
    pros_text: str
    cons_text: str


class TwoSidedBar(QWidget):
    """Against to the left, hatched; for to the right, plain."""

    def __init__(self, name: str, sides: Sides, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = sides
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(240), theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(theme().font("small"))
        number = metrics.horizontalAdvance("00,00") + theme().px(10)
        half = self.width() / 2
        scale = (half - number) / self._sides.most if self._sides.most else 0.0
        cons = _band(self, half - self._sides.cons * scale, self._sides.cons * scale)
        pros = _band(self, half, self._sides.pros * scale)
        _fill(painter, cons, "critical", hatched=True)
        _fill(painter, pros, "info")
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.drawLine(round(half), 0, round(half), self.height())
        left = QRectF(cons.left() - number, 0, number - theme().px(6), self.height())
        _write(painter, left, self._sides.cons_text, Qt.AlignmentFlag.AlignRight)
        right = QRectF(pros.right() + theme().px(6), 0, number, self.height())
        _write(painter, right, self._sides.pros_text, Qt.AlignmentFlag.AlignLeft)


def _band(widget: QWidget, left: float, width: float) -> QRectF:
    inset = theme().px(5)
    return QRectF(left, inset, width, widget.height() - 2 * inset)


def _fill(painter: QPainter, box: QRectF, role: str, *, hatched: bool = False) -> None:
    if box.width() <= 0:
        return
    painter.setPen(QPen(theme().colour(role), 1))
    painter.setBrush(theme().colour(role, 0.12 if hatched else 0.85))
    painter.drawRect(box)
    if hatched:
        # Told apart without colour, on a screen and on a photocopy.
        painter.fillRect(box, _pattern(role))


def _pattern(role: str) -> QBrush:
    return QBrush(theme().colour(role), Qt.BrushStyle.BDiagPattern)


def _write(painter: QPainter, box: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
    painter.setFont(theme().font("small"))
    painter.setPen(theme().colour("text"))
    painter.drawText(box, int(align | Qt.AlignmentFlag.AlignVCenter), text)
