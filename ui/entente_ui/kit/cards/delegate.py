"""A card: its kind, what else is to be known at a glance, its text."""

from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from entente_ui.kit.cards.editor import CardEditor
from entente_ui.kit.cards.face import Face
from entente_ui.kit.cards.shape import Shape
from entente_ui.kit.cards.texts import CardTexts, Index
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

#: How much is left to see of a card that is not looked for.
_DIMMED: Final = 0.32
_RADIUS: Final = 8
_EDITOR_LINES: Final = 4
#: Px at 100 % between the sign of a mark and its words.
_BESIDE: Final = 3
#: How wide the bars over a covered text are, whatever it says.
_BARS: Final = (1.0, 0.62)
# Put together once: Qt's enumerations are slow, and this is done for every word painted.
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LINE: Final = _LEFT | int(Qt.TextFlag.TextSingleLine)
_ELIDED: Final = Qt.TextElideMode.ElideRight


class CardDelegate(QStyledItemDelegate):
    """Paints cards and edits their text where it stands.

    Attributes:
        aimed: Key of the card something is about to be dropped on.
    """

    def __init__(self, cards: CardTexts[Any], parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = cards
        self.aimed = ""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card, cards, shape = self._cards.card(index), self._cards, self._cards.shape
        face = cards.faces.face(card)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if cards.wanted is not None and card.id not in cards.wanted:
            painter.setOpacity(_DIMMED)
        self._paint_ground(painter, option, card.id, face)
        inside = shape.inside(option.rect)
        head = QRect(inside.topLeft(), QSize(inside.width(), shape.head))
        _paint_head(painter, head, face, shape)
        text = shape.text(option.rect)
        if cards.faces.is_covered(card):
            _paint_cover(painter, text, shape.body.line_height)
        else:
            self._paint_text(painter, text, cards.lines(card), is_struck=face.is_struck)
        foot = QRect(inside.left(), inside.bottom() - shape.head + 1, inside.width(), shape.head)
        _paint_foot(painter, foot, face, shape)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, key: str, face: Face
    ) -> None:
        shape = self._cards.shape
        box = QRectF(shape.card(option.rect)).adjusted(0.5, 0.5, 0.5, 0.5)
        state = QStyle.StateFlag
        ground, line, width = "surface", "border", 1.0
        if option.state & state.State_MouseOver:
            line = "edge"
        if key in self._cards.tied:
            line, width = "info", 2.0
        if option.state & state.State_Selected:
            ground, line = "accent_soft", "accent"
        if option.state & state.State_HasFocus:
            line, width = "accent", 2.0
        if key == self.aimed:
            ground, line, width = "accent_soft", "accent", 2.0
        radius = theme().px(_RADIUS)
        painter.setPen(QPen(theme().colour(line), width))
        painter.setBrush(theme().colour(ground))
        painter.drawRoundedRect(box, radius, radius)
        painter.save()
        painter.setClipRect(box.adjusted(-1, -1, shape.edge - box.width(), 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(face.edge)
        painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius)
        painter.restore()

    def _paint_text(
        self, painter: QPainter, box: QRect, lines: list[str], *, is_struck: bool
    ) -> None:
        shape = self._cards.shape
        high = shape.body.line_height
        painter.setFont(shape.struck if is_struck else shape.body.font)
        painter.setPen(theme().colour("muted" if is_struck else "text"))
        top = box.top()
        for line in lines:
            room = QRect(box.left(), top, box.width() + 2, high)
            painter.drawText(room, _LINE, line)
            top += high

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> CardEditor:
        editor = CardEditor(self._cards.faces.writing(), parent)
        editor.finished.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: CardEditor) -> None:
        if editor.typed().strip():
            self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CardEditor) and not editor.document().isModified():
            editor.setPlainText(self._cards.faces.text(self._cards.card(index)))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CardEditor) and editor.typed().strip():
            model.setData(index, editor.typed())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        shape = self._cards.shape
        box = shape.text(option.rect).adjusted(-shape.side // 2, 0, shape.side // 2, 0)
        least = (_EDITOR_LINES * shape.body.line_height) + theme().px(12)
        box.setHeight(max(least, box.height()))
        ground = editor.parentWidget()
        if ground is not None:  # the last card in view is edited in view
            box.translate(0, min(0, max(-box.top(), ground.height() - box.bottom() - shape.gap)))
        editor.setGeometry(box)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_tab = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        )
        if is_tab and isinstance(watched, CardEditor):
            self._finish(watched)
            return True
        return super().eventFilter(watched, event)


def _paint_head(painter: QPainter, box: QRect, face: Face, shape: Shape) -> None:
    small, strong = shape.small.metrics, shape.strong.metrics
    painter.setFont(shape.small.font)
    painter.setPen(face.edge if face.aside_ink is None else face.aside_ink)
    aside = small.elidedText(face.aside, _ELIDED, box.width() * 3 // 5)
    painter.drawText(box, _RIGHT, aside)
    room = box.width() - small.horizontalAdvance(aside) - theme().px(8)
    kind = strong.elidedText(face.kind, _ELIDED, room)
    painter.setFont(shape.strong.font)
    painter.setPen(theme().colour(face.kind_role))
    painter.drawText(box, _LEFT, kind)
    used = strong.horizontalAdvance(kind)
    heads = [f" · {head}" for head in face.heads if head]
    fitting = (head for head in heads if small.horizontalAdvance(head) <= room - used)
    painter.setFont(shape.small.font)
    painter.setPen(theme().colour("muted"))
    painter.drawText(box.adjusted(used, 0, 0, 0), _LEFT, next(fitting, ""))


def _paint_foot(painter: QPainter, box: QRect, face: Face, shape: Shape) -> None:
    if not face.foot and not face.marks:
        return
    painter.setFont(shape.small.font)
    painter.setPen(theme().colour("muted"))
    metrics, room = shape.small.metrics, QRect(box)
    for mark, place in zip(face.marks, mark_boxes(box, face, shape), strict=True):
        painter.drawText(place, _RIGHT, mark.words)
        side = place.width() - 1 - metrics.horizontalAdvance(mark.words) - theme().px(_BESIDE)
        top = place.center().y() - side // 2
        draw_icon(painter, mark.icon, QRect(place.left(), top, side, side), mark.role)
        room.setRight(place.left() - theme().px(8))
    painter.drawText(room, _LEFT, metrics.elidedText(face.foot, _ELIDED, room.width()))


def mark_boxes(box: QRect, face: Face, shape: Shape) -> list[QRect]:
    """Return where each mark of a card is, with its words, in the line at the bottom of it."""
    metrics, right = shape.small.metrics, box.right()
    boxes = []
    for mark in face.marks:
        side = min(box.height(), theme().px(15))
        left = right - metrics.horizontalAdvance(mark.words) - side - theme().px(_BESIDE)
        boxes.append(QRect(QPoint(left, box.top()), QPoint(right, box.bottom())))
        right = left - theme().px(8)
    return boxes


def _paint_cover(painter: QPainter, box: QRect, line: int) -> None:
    """Hatch where a text would be: nothing of it is painted, not even its length."""
    pattern = QBrush(theme().colour("caucus", 0.55), Qt.BrushStyle.BDiagPattern)
    high = line - theme().px(7)
    for place, share in enumerate(_BARS):
        top = box.top() + place * line + (line - high) // 2
        bar = QRect(box.left(), top, int(box.width() * share), high)
        painter.fillRect(bar, theme().colour("caucus_soft"))
        painter.fillRect(bar, pattern)
