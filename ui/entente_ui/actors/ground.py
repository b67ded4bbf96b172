"""The words on a sheet: what each of its panels is about, and how many stand there."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from entente_ui import formats
from entente_ui.actors.lens import Caption
from entente_ui.actors.painting import Layer
from entente_ui.actors.shapes import rect_of
from entente_ui.look.theme import theme

_PAD: Final = 10
#: Px at 100 % of width up to which a caption keeps less distance from the edge.
_NARROW: Final = 150
#: Part of an advice that must find room for it to be worth reading.
_ENOUGH: Final = 0.75


class CaptionsItem(QGraphicsItem):
    """What each panel advises, over the trails and always in the part that is in view."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(Layer.CAPTION)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        # Else Qt does not say which part of it is exposed.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._captions: Sequence[Caption] = ()
        self._sheet = QRectF()
        self._visible = QRectF()
        self._counts: Mapping[Hashable, int] = {}

    def show_on(self, captions: Sequence[Caption], sheet: QRectF, visible: QRectF) -> None:
        """Take over the words, the sheet and the part of it that is in view."""
        self.prepareGeometryChange()
        self._captions, self._sheet, self._visible = captions, sheet, visible
        # Pinned to the view a caption would else disappear under what is scrolled below it.
        self.setZValue(Layer.PINNED if visible.top() > 0 else Layer.CAPTION)
        self.update()

    def count(self, counts: Mapping[Hashable, int]) -> None:
        """Say how many stand in each panel."""
        self._counts = counts
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        return self._sheet

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        for caption in self._captions:
            strip = _shown_strip(caption, self._visible)
            if strip.intersects(option.exposedRect):
                _paint_caption(painter, strip, caption, self._counts.get(caption.panel, 0))


def _shown_strip(caption: Caption, visible: QRectF) -> QRectF:
    """Return where a caption goes: at the head of its panel, or of what is seen of it."""
    panel = rect_of(caption.box) & visible
    if panel.height() < caption.strip:
        return QRectF()
    return QRectF(panel.left(), panel.top(), panel.width(), caption.strip)


def _paint_caption(painter: QPainter, strip: QRectF, caption: Caption, count: int) -> None:
    if not caption.is_centred:
        ground = theme().colour(caption.ground, 0.9)
        painter.fillRect(strip.adjusted(2, 2, -2, 0), ground)
    pad = theme().px(_PAD if strip.width() > theme().px(_NARROW) else _PAD // 2)
    box = strip.adjusted(pad, 0, -pad, 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    small = QFontMetricsF(theme().font("small"))
    strong = QFontMetricsF(theme().font("strong"))
    number = formats.number(count) if count else ""
    free = box.width() - small.horizontalAdvance(number) - theme().px(8)
    name = strong.elidedText(caption.name, Qt.TextElideMode.ElideRight, free)
    if caption.is_centred:
        wide = strong.horizontalAdvance(name) + theme().px(8) + small.horizontalAdvance(number)
        spare = max(0.0, (box.width() - wide) / 2)
        box.adjust(spare, 0, -spare, 0)
    painter.setFont(theme().font("small"))
    painter.setPen(theme().colour("accent" if caption.stands_out else "muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, number)
    box.setRight(box.right() - small.horizontalAdvance(number) - theme().px(8))
    painter.setFont(theme().font("strong"))
    painter.setPen(theme().colour("accent" if caption.stands_out else "text"))
    # As wide as it is: a rounded box must not cut the last letter.
    painter.drawText(box.adjusted(0, 0, 2, 0), middle, name)
    box.setLeft(box.left() + strong.horizontalAdvance(name) + theme().px(8))
    if not caption.advice or box.width() < _ENOUGH * small.horizontalAdvance(caption.advice):
        return
    advice = small.elidedText(caption.advice, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(theme().font("small"))
    painter.setPen(theme().colour("muted"))
    # Both on one baseline, whatever their sizes.
    box.translate(0, (strong.ascent() - strong.descent() - small.ascent() + small.descent()) / 2)
    painter.drawText(box, middle, advice)
