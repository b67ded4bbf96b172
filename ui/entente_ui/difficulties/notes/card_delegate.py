"""A note as a card: its kind, who said it, who may read it, its text."""

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from entente.i18n import _
from entente.services.notes import Note
from entente_ui.difficulties.notes.cards import Cards, Index
from entente_ui.difficulties.notes.telling import kind_word
from entente_ui.formats import number
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

#: How much is left to see of a card that is not looked for.
_DIMMED: Final = 0.32
_RADIUS: Final = 8
_EDITOR_LINES: Final = 4
_KIND_ROLES: Final = {"agreed": "good", "disputed": "caution"}
#: How wide the bars over a covered text are, whatever it says.
_BARS: Final = (1.0, 0.62)
#: Between paragraphs, and where Shift and Enter were pressed.
_LINE_ENDS: Final = {0x2029: "\n", 0x2028: "\n"}


class NoteEditor(QPlainTextEdit):
    """The text of a note while it is written over; Enter keeps it, Esc does not.

    Signals:
        finished: Emitted when Enter was pressed.
    """

    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Text of the note"))

    def typed(self) -> str:
        """Return what stands there, no-break spaces included."""
        return self.document().toRawText().translate(_LINE_ENDS)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()


class CardDelegate(QStyledItemDelegate):
    """Paints cards and edits their text where it stands."""

    def __init__(self, model: Cards, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        #: Key of the card something is about to be dropped on.
        self.aimed = ""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note = self._model.note(index)
        model, shape = self._model, self._model.shape
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if model.wanted is not None and note.id not in model.wanted:
            painter.setOpacity(_DIMMED)
        self._paint_ground(painter, option, note)
        inside = shape.inside(option.rect)
        self._paint_head(painter, QRect(inside.topLeft(), QSize(inside.width(), shape.head)), note)
        text = shape.text(option.rect)
        if model.is_covered(note):
            _paint_cover(painter, text, shape.body.line_height)
        else:
            self._paint_text(painter, text, note)
        foot = QRect(inside.left(), inside.bottom() - shape.head + 1, inside.width(), shape.head)
        self._paint_foot(painter, foot, note)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, note: Note) -> None:
        card = QRectF(self._model.shape.card(option.rect)).adjusted(0.5, 0.5, 0.5, 0.5)
        state = QStyle.StateFlag
        ground, line, width = "surface", "border", 1.0
        if option.state & state.State_MouseOver:
            line = "edge"
        if note.id in self._model.tied:
            line, width = "info", 2.0
        if option.state & state.State_Selected:
            ground, line = "accent_soft", "accent"
        if option.state & state.State_HasFocus:
            line, width = "accent", 2.0
        if note.id == self.aimed:
            ground, line, width = "accent_soft", "accent", 2.0
        radius = theme().px(_RADIUS)
        painter.setPen(QPen(theme().colour(line), width))
        painter.setBrush(theme().colour(ground))
        painter.drawRoundedRect(card, radius, radius)
        painter.save()
        painter.setClipRect(card.adjusted(-1, -1, self._model.shape.edge - card.width(), 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().level(note.level))
        painter.drawRoundedRect(card.adjusted(-0.5, -0.5, 0.5, 0.5), radius, radius)
        painter.restore()

    def _paint_head(self, painter: QPainter, box: QRect, note: Note) -> None:
        small = QFontMetrics(theme().font("small"))
        level = self._model.telling.level(note)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().level(note.level))
        level = small.elidedText(level, Qt.TextElideMode.ElideRight, box.width() * 3 // 5)
        painter.drawText(box, _flags(Qt.AlignmentFlag.AlignRight), level)
        room = box.width() - small.horizontalAdvance(level) - theme().px(8)
        strong = QFontMetrics(theme().font("small_strong"))
        kind = strong.elidedText(kind_word(note.kind), Qt.TextElideMode.ElideRight, room)
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour(_role(note)))
        painter.drawText(box, _flags(), kind)
        used = strong.horizontalAdvance(kind)
        heads = [f" · {head}" for head in self._model.telling.heads(note) if head]
        fitting = (head for head in heads if small.horizontalAdvance(head) <= room - used)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        painter.drawText(box.adjusted(used, 0, 0, 0), _flags(), next(fitting, ""))

    def _paint_text(self, painter: QPainter, box: QRect, note: Note) -> None:
        body = self._model.shape.body
        font = theme().font("body")
        font.setStrikeOut(note.is_struck)
        painter.setFont(font)
        painter.setPen(theme().colour("muted" if note.is_struck else "text"))
        top = box.top()
        for line in self._model.lines(note):
            room = QRect(box.left(), top, box.width() + 2, body.line_height)
            painter.drawText(room, _flags() | int(Qt.TextFlag.TextSingleLine), line)
            top += body.line_height

    def _paint_foot(self, painter: QPainter, box: QRect, note: Note) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        if self._model.is_covered(note):
            words = _("hold Space to read")
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, _flags(), shown)
        if note.links:
            count = number(len(note.links))
            wide = painter.fontMetrics().horizontalAdvance(count)
            painter.drawText(box, _flags(Qt.AlignmentFlag.AlignRight), count)
            side = min(box.height(), theme().px(15))
            left = box.right() - wide - side - theme().px(3)
            top = box.center().y() - side // 2
            draw_icon(painter, "link", QRect(left, top, side, side), "info")

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> NoteEditor:
        editor = NoteEditor(parent)
        editor.finished.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: NoteEditor) -> None:
        if editor.typed().strip():
            self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, NoteEditor) and not editor.document().isModified():
            editor.setPlainText(self._model.text(self._model.note(index)))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, NoteEditor) and editor.typed().strip():
            model.setData(index, editor.typed())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        shape = self._model.shape
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
        if is_tab and isinstance(watched, NoteEditor):
            self._finish(watched)
            return True
        return super().eventFilter(watched, event)


def finish_editing(view: QAbstractItemView) -> None:
    """Keep what is being typed on a card and show the card again."""
    for editor in view.findChildren(NoteEditor):
        if not editor.isHidden():  # one that is hidden is no longer the view's
            view.commitData(editor)
            view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def _role(note: Note) -> str:
    """Return the colour of the word for its kind."""
    return "muted" if note.is_struck else _KIND_ROLES.get(note.kind, "text")


def _paint_cover(painter: QPainter, box: QRect, line: int) -> None:
    """Hatch where a text would be: nothing of it is painted, not even its length."""
    pattern = QBrush(theme().colour("caucus", 0.55), Qt.BrushStyle.BDiagPattern)
    high = line - theme().px(7)
    for place, share in enumerate(_BARS):
        top = box.top() + place * line + (line - high) // 2
        bar = QRect(box.left(), top, int(box.width() * share), high)
        painter.fillRect(bar, theme().colour("caucus_soft"))
        painter.fillRect(bar, pattern)


def _flags(across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> int:
    return int(across | Qt.AlignmentFlag.AlignVCenter)
