"""The paper of the grid: four panels with their captions, a dot at every half point."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from entente.domain.actor import STRATEGIES, Quadrant
from entente.domain.placement import Box
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.frame import SCORES, Frame
from entente_ui.actors.painting import Layer, ground_of
from entente_ui.look.theme import theme

_CORNER: Final = 8
_PAD: Final = 10
#: Part of an advice that must find room for it to be worth reading.
_ENOUGH: Final = 0.75


def paint_ground(painter: QPainter, frame: Frame, exposed: QRectF) -> None:
    """Draw the panels and the dots that scores snap to, as far as they are exposed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for quadrant in Quadrant:
        favourable = quadrant is Quadrant.COLLABORATE
        edge = theme().colour("accent", 0.35) if favourable else theme().colour("border")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(theme().colour(ground_of(quadrant)))
        box = rect_of(frame.panel(quadrant)).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme().px(_CORNER), theme().px(_CORNER))
    painter.setPen(Qt.PenStyle.NoPen)
    near = exposed.adjusted(-2, -2, 2, 2)
    for power in SCORES:
        for interest in SCORES:
            point = QPointF(*frame.point(power, interest))
            if near.contains(point):
                whole = power.is_integer() and interest.is_integer()
                painter.setBrush(theme().colour("edge", 0.55 if whole else 0.28))
                painter.drawEllipse(point, *([1.6 if whole else 1.1] * 2))


class CaptionsItem(QGraphicsItem):
    """What each panel advises, over the trails and always in the part that is in view."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(Layer.CAPTION)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        # Else Qt does not say which part of it is exposed.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._frame = Frame(1.0, 1.0)
        self._visible = QRectF()
        self._counts: Mapping[Quadrant, int] = {}

    def show_on(self, frame: Frame, visible: QRectF) -> None:
        """Take over the grid and the part of it that is in view."""
        self.prepareGeometryChange()
        self._frame, self._visible = frame, visible
        # Pinned to the view a caption would else disappear under what is scrolled below it.
        self.setZValue(Layer.PINNED if visible.top() > 0 else Layer.CAPTION)
        self.update()

    def count(self, counts: Mapping[Quadrant, int]) -> None:
        """Say how many stand in each panel."""
        self._counts = counts
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._frame.width, self._frame.height)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        for quadrant in Quadrant:
            strip = _shown_strip(self._frame, quadrant, self._visible)
            if strip.intersects(option.exposedRect):
                _paint_caption(painter, strip, quadrant, self._counts.get(quadrant, 0))


def rect_of(box: Box) -> QRectF:
    """Return a box as Qt knows it."""
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)


def _shown_strip(frame: Frame, quadrant: Quadrant, visible: QRectF) -> QRectF:
    """Return where the caption of a panel goes: at its head, or at the head of what is seen."""
    panel = rect_of(frame.panel(quadrant)) & visible
    if panel.height() < frame.strip:
        return QRectF()
    return QRectF(panel.left(), panel.top(), panel.width(), frame.strip)


def _paint_caption(painter: QPainter, strip: QRectF, quadrant: Quadrant, count: int) -> None:
    painter.fillRect(strip.adjusted(2, 2, -2, 0), theme().colour(ground_of(quadrant), 0.9))
    strategy = STRATEGIES[quadrant]
    favourable = quadrant is Quadrant.COLLABORATE
    pad = theme().px(_PAD)
    box = strip.adjusted(pad, 0, -pad, 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    small = QFontMetricsF(theme().font("small"))
    number = formats.number(count) if count else ""
    painter.setFont(theme().font("small"))
    painter.setPen(theme().colour("accent" if favourable else "muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, number)
    box.setRight(box.right() - small.horizontalAdvance(number) - theme().px(8))
    strong = QFontMetricsF(theme().font("strong"))
    name = strong.elidedText(_(strategy.name), Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(theme().font("strong"))
    painter.setPen(theme().colour("accent" if favourable else "text"))
    painter.drawText(box, middle, name)
    box.setLeft(box.left() + strong.horizontalAdvance(name) + theme().px(8))
    advice = _(strategy.advice)
    if box.width() < _ENOUGH * small.horizontalAdvance(advice):
        return
    advice = small.elidedText(advice, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(theme().font("small"))
    painter.setPen(theme().colour("muted"))
    # Both on one baseline, whatever their sizes.
    box.translate(0, (strong.ascent() - strong.descent() - small.ascent() + small.descent()) / 2)
    painter.drawText(box, middle, advice)
