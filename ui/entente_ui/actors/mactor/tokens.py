"""Drawings of actors as tokens: hovered, clicked, gone through by key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.actor import initials
from entente.domain.labelling import Label, place_labels
from entente.domain.placement import Box, Point, around
from entente.services.mactor import Participant
from entente_ui.actors.naming import Lines, writings
from entente_ui.actors.painting import DIMMED, paint_badge, paint_disc, paint_lines
from entente_ui.kit import tooltip_html
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

_RADIUS = 17.0
_LEAST_RADIUS = 9.0
_TOKENS_ACROSS = 22
_WIDEST = 120.0
_ONWARD = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})
_BACKWARD = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


@dataclass(frozen=True, slots=True)
class Token:
    """An actor in a drawing.

    Attributes:
        words: What is said of it on hover and to a screen reader.
    """

    actor: Participant
    words: str


class TokenDrawing(QWidget):
    """A drawing with actors in it; whoever inherits says where they are and what lies behind.

    Signals:
        picked: Emitted with the key of an actor that was clicked or chosen by key.
    """

    picked = Signal(str)

    #: Role of the colour behind the names.
    ground: ClassVar[str] = "window"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._tokens: tuple[Token, ...] = ()
        self._places: tuple[Point, ...] = ()
        self._labels: tuple[tuple[Label, Lines] | None, ...] = ()
        self._current = -1
        self._hovered = -1
        self._selected = ""
        theme().changed.connect(self.lay_out)

    def show_tokens(self, tokens: Sequence[Token]) -> None:
        """Show these actors."""
        self._tokens = tuple(tokens)
        self._current = min(self._current, len(tokens) - 1)
        self._hovered = -1
        self.lay_out()

    def select(self, key: str) -> None:
        """Mark an actor without telling anybody; an empty key marks none."""
        self._selected = key
        self.update()

    @property
    def radius(self) -> float:
        """Half the width of a token; in a small drawing less, or they would push each other."""
        fitting = min(self.width(), self.height()) / _TOKENS_ACROSS
        return min(max(fitting, theme().px(_LEAST_RADIUS)), theme().px(_RADIUS))

    @property
    def focus(self) -> int:
        """Place of the actor looked at, −1 if none is."""
        if self._hovered >= 0:
            return self._hovered
        keys = [token.actor.key for token in self._tokens]
        return keys.index(self._selected) if self._selected in keys else -1

    def lay_out(self) -> None:
        """Find places for tokens and names anew."""
        self._places = tuple(self.place_tokens())
        ways = [_ways(token.actor.name) for token in self._tokens]
        bounds = Box(0, 0, self.width(), self.height())
        found = place_labels(
            self._places,
            self.radius,
            [[_size(lines) for lines in each] for each in ways],
            bounds,
            self.obstacles(),
        )
        self._labels = tuple(
            None if label is None else (label, lines[label.choice])
            for label, lines in zip(found, ways, strict=True)
        )
        self.update()

    def place_tokens(self) -> Sequence[Point]:
        """Return where each token is."""
        raise NotImplementedError

    def obstacles(self) -> Sequence[Box]:
        """Return what names keep clear of."""
        return ()

    def paint_behind(self, painter: QPainter) -> None:
        """Draw what lies behind the tokens."""

    def is_faded(self, place: int) -> bool:
        """Whether an actor steps back while another is looked at."""
        del place
        return False

    def box_of(self, key: str) -> QRectF:
        """Return the square of an actor's token; an empty one if it is not there."""
        for token, place in zip(self._tokens, self._places, strict=True):
            if token.actor.key == key:
                return _rect(around(place, self.radius))
        return QRectF()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(260), theme().px(240))

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(520), theme().px(420))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_behind(painter)
        order = sorted(range(len(self._tokens)), key=lambda each: each == self.focus)
        for place in order:
            painter.setOpacity(DIMMED if self.is_faded(place) else 1.0)
            self._paint_token(painter, place)
        painter.setOpacity(1.0)

    def _paint_token(self, painter: QPainter, place: int) -> None:
        token, (x, y) = self._tokens[place], self._places[place]
        written = self._labels[place]
        if written is not None:
            label, lines = written
            if label.leader:
                painter.setPen(QPen(theme().colour("edge"), 1))
                painter.drawLine(*(QPointF(*end) for end in label.leader))
            paint_lines(painter, _rect(label.box), lines, self.ground)
        painter.save()
        painter.translate(x, y)
        self._paint_rings(painter, place)
        ring = theme().camp(token.actor.camp).ring
        paint_disc(painter, self.radius, ring, initials(token.actor.name))
        paint_badge(painter, self.radius, token.actor.camp)
        painter.restore()

    def _paint_rings(self, painter: QPainter, place: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._tokens[place].actor.key == self._selected:
            painter.setPen(QPen(theme().colour("accent"), theme().px(2)))
            reach = self.radius + theme().px(4)
            painter.drawEllipse(QPointF(), reach, reach)
        if self.hasFocus() and place == self._current:
            painter.setPen(QPen(theme().colour("text"), 1, Qt.PenStyle.DashLine))
            reach = self.radius + theme().px(7)
            painter.drawEllipse(QPointF(), reach, reach)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place >= 0:
            self._current = place
            self._pick(place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._tokens and key in _ONWARD | _BACKWARD:
            step = 1 if key in _ONWARD else -1
            self._current = (self._current + step) % len(self._tokens)
            announce(self, self._tokens[self._current].words)
            self.update()
        elif key in _ENTER and 0 <= self._current < len(self._tokens):
            self._pick(self._current)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._current = max(self._current, 0) if self._tokens else -1
        self.update()

    def _pick(self, place: int) -> None:
        self.select(self._tokens[place].actor.key)
        self.picked.emit(self._selected)

    def _hover(self, place: int) -> None:
        if place == self._hovered:
            return
        self._hovered = place
        self.setToolTip(tooltip_html(self._tokens[place].words) if place >= 0 else "")
        self.update()

    def _at(self, position: QPointF) -> int:
        reach = self.radius + theme().px(2)
        for place, (x, y) in enumerate(self._places):
            away = position - QPointF(x, y)
            if QPointF.dotProduct(away, away) <= reach * reach:
                return place
        return -1


def _ways(name: str) -> tuple[Lines, ...]:
    measure = QFontMetricsF(theme().font("small")).horizontalAdvance
    return writings(name, measure, theme().px(_WIDEST))


def _size(lines: Lines) -> tuple[float, float]:
    metrics = QFontMetricsF(theme().font("small"))
    width = max(metrics.horizontalAdvance(line) for line in lines)
    return width + theme().px(4), metrics.height() * len(lines)


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
