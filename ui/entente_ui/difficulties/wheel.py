"""Fiutak's wheel, small enough for the head of a difficulty: see, aim, go there."""

import math
from collections.abc import Mapping
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.wheel import QUESTION_HELP, QUESTION_LABELS, Question, Wheel
from entente.i18n import _
from entente_ui.difficulties.wheel_words import guard_words, sector_words
from entente_ui.formats import percent
from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.look.theme import theme

_SIDE: Final = 76
#: Px at 100 % of the captions on either side: « Comment finalement ? » is a long one.
_LEFT: Final = 140
_RIGHT: Final = 92
_GAP: Final = 8
#: Share of the radius the pivot takes.
_PIVOT: Final = 0.36
#: Where each quadrant begins, in degrees against the clock from three o'clock.
_BEGINS: Final = {Question.WHAT: 90, Question.WHY: 0, Question.HOW: 270, Question.FINALLY: 180}
_ORDER: Final = tuple(Question)


class WheelView(PaintedChoice):
    """The wheel, with a caption for each quadrant where there is room.

    A click or Enter on a question asks for the page where it is answered; arrows go round.

    Signals:
        asked: Emitted with the name of a `Question`.
    """

    asked = Signal(str)

    steps: ClassVar[Mapping[Qt.Key, int]] = {
        Qt.Key.Key_Left: -1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Right: 1,
        Qt.Key.Key_Down: 1,
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wheel: Wheel | None = None
        self.aimed_part = _ORDER.index(Question.WHAT)
        self._captions = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Way through the mediation"))
        theme().changed.connect(self.updateGeometry)

    @property
    def aimed(self) -> Question:
        """The question Enter would go to."""
        return _ORDER[self.aimed_part]

    def show_wheel(self, wheel: Wheel) -> None:
        """Show how far a difficulty has come."""
        self._wheel = wheel
        if not self.hasFocus():
            self.aimed_part = _ORDER.index(wheel.current or Question.FINALLY)
        self._tell()
        self.update()

    def set_captions(self, on: bool) -> None:
        """Write the questions beside the wheel, or leave them to the tooltip."""
        if on != self._captions:
            self._captions = on
            self.updateGeometry()
            self.update()

    def question_at(self, point: QPointF) -> Question | None:
        """Return the question drawn or captioned at a place of this widget."""
        disc = self._disc()
        offset = point - disc.center()
        distance = math.hypot(offset.x(), offset.y())
        if distance <= disc.width() / 2 * _PIVOT:
            return Question.PIVOT
        if distance > disc.width() / 2 and not self._captions:
            return None
        if offset.y() < 0:
            return Question.WHAT if offset.x() < 0 else Question.WHY
        return Question.FINALLY if offset.x() < 0 else Question.HOW

    def place_of(self, question: Question) -> QPointF:
        """Return the middle of where a question is drawn."""
        disc = self._disc()
        if question is Question.PIVOT:
            return disc.center()
        angle = math.radians(_BEGINS[question] + 45)
        reach = disc.width() / 2 * (1 + _PIVOT) / 2
        return disc.center() + QPointF(reach * math.cos(angle), -reach * math.sin(angle))

    def _tell(self) -> None:
        if self._wheel is None:
            return
        said = [sector_words(self._wheel, self.aimed), guard_words(self._wheel)]
        self.setAccessibleDescription(" ".join(filter(None, said)))

    def _disc(self) -> QRectF:
        side = theme().px(_SIDE) - 2
        aside = theme().px(_LEFT - _RIGHT) if self._captions else 0
        left = (self.width() - side + aside) / 2
        return QRectF(left, (self.height() - side) / 2, side, side)

    @override
    def sizeHint(self) -> QSize:
        captions = _LEFT + _RIGHT + 2 * _GAP if self._captions else 0
        return QSize(theme().px(_SIDE + captions), theme().px(_SIDE))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._wheel is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for question in _BEGINS:
            self._paint_sector(painter, self._wheel, question)
        self._paint_pivot(painter, self._wheel.share(Question.PIVOT))
        if self._captions:
            for question in _BEGINS:
                self._paint_caption(painter, self._wheel, question)
        if self.hasFocus():
            self._paint_focus(painter)

    def _paint_sector(self, painter: QPainter, wheel: Wheel, question: Question) -> None:
        disc = self._disc()
        quarter = _pie(disc, _BEGINS[question])
        painter.setPen(QPen(theme().colour("edge"), 1))
        painter.setBrush(theme().colour("hover" if question is self._pointed else "surface"))
        painter.drawPath(quarter)
        share = wheel.share(question)
        if share > 0:
            inner = disc.width() / 2 * _PIVOT
            outer = disc.width() / 2
            # The area, not the radius, is what the eye takes for the share.
            reach = math.sqrt(inner**2 + share * (outer**2 - inner**2))
            filled = QRectF(0, 0, 2 * reach, 2 * reach)
            filled.moveCenter(disc.center())
            is_early = question is Question.HOW and bool(wheel.early_for)
            painter.setPen(QPen(theme().colour("caution" if is_early else "accent"), 1.5))
            painter.setBrush(theme().colour("caution_soft" if is_early else "accent_soft"))
            painter.drawPath(_pie(filled, _BEGINS[question]))

    def _paint_pivot(self, painter: QPainter, share: float) -> None:
        disc = self._disc()
        side = disc.width() * _PIVOT
        pivot = QRectF(0, 0, side, side)
        pivot.moveCenter(disc.center())
        painter.setPen(QPen(theme().colour("edge"), 1))
        is_hovered = self._pointed is Question.PIVOT
        painter.setBrush(theme().colour("hover" if is_hovered else "raised"))
        painter.drawEllipse(pivot)
        if share > 0:
            pen = QPen(theme().colour("accent"), theme().px(3))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(pivot.adjusted(2, 2, -2, -2), 90 * 16, round(-share * 360 * 16))

    def _paint_caption(self, painter: QPainter, wheel: Wheel, question: Question) -> None:
        disc = self._disc()
        is_left = question in {Question.WHAT, Question.FINALLY}
        is_top = question in {Question.WHAT, Question.WHY}
        width = theme().px(_LEFT if is_left else _RIGHT)
        left = (
            disc.left() - theme().px(_GAP) - width if is_left else disc.right() + theme().px(_GAP)
        )
        height = disc.height() / 2
        box = QRectF(left, disc.top() + (0 if is_top else height), width, height)
        side = Qt.AlignmentFlag.AlignRight if is_left else Qt.AlignmentFlag.AlignLeft
        is_early = question is Question.HOW and bool(wheel.early_for)
        painter.setFont(theme().font("small_strong"))
        metrics = painter.fontMetrics()
        painter.setPen(theme().colour("accent" if question is self._pointed else "text"))
        words = metrics.elidedText(
            _(QUESTION_LABELS[question]), Qt.TextElideMode.ElideRight, round(width)
        )
        middle = box.center().y()
        upper = QRectF(box.left(), middle - metrics.height(), width, metrics.height())
        painter.drawText(upper, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("caution" if is_early else "muted"))
        lower = QRectF(box.left(), middle, width, metrics.height())
        share = percent(wheel.share(question))
        said = " · ".join((share, _("early"))) if is_early else share
        painter.drawText(lower, int(side | Qt.AlignmentFlag.AlignVCenter), said)

    def _paint_focus(self, painter: QPainter) -> None:
        disc = self._disc()
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.aimed is Question.PIVOT:
            side = disc.width() * _PIVOT
            pivot = QRectF(0, 0, side, side)
            pivot.moveCenter(disc.center())
            painter.drawEllipse(pivot)
        else:
            painter.drawPath(_pie(disc.adjusted(1, 1, -1, -1), _BEGINS[self.aimed]))

    @property
    def _pointed(self) -> Question | None:
        """The question under the pointer."""
        return None if self.hovered == NOWHERE else _ORDER[self.hovered]

    @override
    def part_at(self, point: QPointF) -> int:
        question = self.question_at(point)
        return NOWHERE if question is None else _ORDER.index(question)

    @override
    def tip(self, part: int) -> str:
        if self._wheel is None:
            return ""
        question = _ORDER[part]
        parts = [_(QUESTION_HELP[question]), sector_words(self._wheel, question)]
        if question is Question.HOW:
            parts.append(guard_words(self._wheel))
        return "\n".join(filter(None, parts))

    @override
    def aim(self, part: int) -> None:
        self.aimed_part = part % len(_ORDER)
        self._tell()
        self.update()

    @override
    def choose(self, part: int) -> None:
        self.aim(part)
        self.asked.emit(self.aimed.value)


def _pie(box: QRectF, begins: int) -> QPainterPath:
    """Return a quarter of the disc in `box`."""
    path = QPainterPath(box.center())
    path.arcTo(box, begins, 90)
    path.closeSubpath()
    return path
