"""The answers to one question as large boxes side by side, for the screen respondents see."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.climate.survey import Scale
from entente.i18n import N_, _
from entente_ui.climate.waves.keying import Field
from entente_ui.climate.waves.weather import paint_weather
from entente_ui.formats import labelled, number
from entente_ui.kit import NOWHERE, PaintedChoice
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

_HIGH: Final = 116
_WIDEST: Final = 170
_GAP: Final = 8
#: Px at 100 % below the boxes of a long scale, for what its ends mean.
_FOOT: Final = 30
#: Boxes of no more answers than these are wide enough for words.
_SHORT: Final = 5
_TENS: Final = 10
#: What each answer means; of a long scale its ends alone.
_WORDS: Final[Mapping[str, Mapping[int, str]]] = {
    Scale.AGREEMENT.value: {
        1: N_("not at all"),
        2: N_("rather not"),
        3: N_("neither"),
        4: N_("rather"),
        5: N_("fully"),
    },
    Scale.WEATHER.value: {
        1: N_("storm"),
        2: N_("rain"),
        3: N_("clouds"),
        4: N_("bright spells"),
        5: N_("sun"),
    },
    Scale.RECOMMENDATION.value: {0: N_("not at all"), 10: N_("certainly")},
}


class ScaleChoice(PaintedChoice):
    """Boxes of which one is pressed, or its digit.

    Attributes:
        value: The answer; None where there is none yet.

    Signals:
        answered: Emitted with an answer.
    """

    answered = Signal(int)
    steps: ClassVar[Mapping[Qt.Key, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}

    def __init__(self, field: Field, value: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.value = field, value
        self.answers: Sequence[int] = range(field.least, field.most + 1)
        if value is not None:
            self.aimed_part = self.answers.index(value)
        self.setAccessibleName(field.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def words_of(self, answer: int) -> str:
        """Return what an answer means; nothing in the midst of a long scale."""
        words = _WORDS[self.field.scale].get(answer, "")
        return _(words) if words else ""

    def box(self, part: int) -> QRectF:
        """Return where an answer is drawn."""
        px, count = theme().px, len(self.answers)
        wide = min(self.width() / count, px(_WIDEST))
        left = (self.width() - wide * count) / 2 + part * wide
        high = px(_HIGH) - 4 - (px(_FOOT) if self._is_long else 0)
        return QRectF(left + px(_GAP) / 2, 2, wide - px(_GAP), high)

    @property
    def _is_long(self) -> bool:
        """Whether the boxes are too narrow for words."""
        return len(self.answers) > _SHORT

    @override
    def part_at(self, point: QPointF) -> int:
        places = range(len(self.answers))
        return next((n for n in places if self.box(n).contains(point)), NOWHERE)

    @override
    def aim(self, part: int) -> None:
        self.aimed_part = min(max(part, 0), len(self.answers) - 1)
        self.update()
        answer = self.answers[self.aimed_part]
        announce(self, labelled(number(answer), self.words_of(answer)))

    @override
    def choose(self, part: int) -> None:
        self.aimed_part, self.value = part, self.answers[part]
        self.update()
        self.answered.emit(self.value)

    def key(self, digit: int) -> bool:
        """Take a digit that was typed; say whether it is an answer. Nought stands for ten too."""
        answer = _TENS if digit == 0 and self.value == 1 and self.field.most >= _TENS else digit
        if answer not in self.answers:
            return False
        self.choose(self.answers.index(answer))
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        aimed = self.answers[self.aimed_part] if self.aimed_part != NOWHERE else None
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and aimed == self.value:
            event.ignore()  # it is the answer already: on to the next question
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        for part, answer in enumerate(self.answers):
            box, is_chosen = self.box(part), answer == self.value
            is_aimed = part == self.hovered or (part == self.aimed_part and self.hasFocus())
            painter.setPen(QPen(theme().colour("accent" if is_aimed else "edge"), px(2)))
            painter.setBrush(theme().colour("accent" if is_chosen else "surface"))
            painter.drawRoundedRect(box, px(10), px(10))
            painter.setPen(theme().colour("on_accent" if is_chosen else "text"))
            painter.setFont(theme().font("display"))
            flags = Qt.AlignmentFlag
            share = 1.0 if self._is_long else 0.55
            top = box.top() + (0 if self._is_long else px(8))
            upper = QRectF(box.left(), top, box.width(), box.height() * share)
            if self.field.scale == Scale.WEATHER:
                ink = theme().colour("on_accent" if is_chosen else "text")
                ground = theme().colour("accent" if is_chosen else "surface")
                paint_weather(painter, upper, answer, ink, ground)
            else:
                painter.drawText(upper, int(flags.AlignCenter), number(answer))
            if not self._is_long:
                painter.setFont(theme().font("body"))
                lower = QRectF(box.left() + 2, upper.bottom(), box.width() - 4, box.height() * 0.35)
                words = self.words_of(answer)
                if self.field.scale == Scale.WEATHER:
                    words = f"{number(answer)} · {words}"
                words = painter.fontMetrics().elidedText(
                    words, Qt.TextElideMode.ElideRight, int(lower.width())
                )
                painter.drawText(lower, int(flags.AlignHCenter | flags.AlignTop), words)
        if self._is_long:
            self._paint_ends(painter)

    def _paint_ends(self, painter: QPainter) -> None:
        """Write what the ends of a long scale mean below it: a box is too narrow for words."""
        painter.setFont(theme().font("body"))
        painter.setPen(theme().colour("muted"))
        first, last = self.box(0), self.box(len(self.answers) - 1)
        row = QRectF(first.left(), first.bottom(), last.right() - first.left(), theme().px(_FOOT))
        flags = Qt.AlignmentFlag
        for answer, side in (
            (self.answers[0], flags.AlignLeft),
            (self.answers[-1], flags.AlignRight),
        ):
            painter.drawText(row, int(side | flags.AlignVCenter), self.words_of(answer))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(860), theme().px(_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(480), theme().px(_HIGH))
