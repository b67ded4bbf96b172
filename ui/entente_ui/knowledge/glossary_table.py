"""The grid of the cross glossary: meanings are read whole and typed where they stand."""

from typing import Final, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit import dress_table
from entente_ui.kit.cards import CardEditor
from entente_ui.knowledge.glossary_model import WAITS_ROLE, GlossaryModel
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_WORD: Final = 130
_LEAST: Final = 120
_NARROW: Final = 96
_ROW: Final = 30
_HIGHEST: Final = 120
_PAD_X: Final = 8
_PAD_Y: Final = 6
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class GlossaryTable(QTableView):
    """Wraps what is written, up to some lines; the rest is in the tooltip and the inspector."""

    def __init__(self, model: GlossaryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glossary = model
        self.setModel(model)
        dress_table(self)
        self.setWordWrap(True)
        self.setAccessibleName(_("Cross glossary"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setItemDelegate(_Paragraph(self))
        across = self.horizontalHeader()
        across.setSectionsMovable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(lambda *_what: self._fitting.start())
        theme().changed.connect(self._fitting.start)
        across.sectionResized.connect(lambda *_what: self._fit_rows())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    def _fit(self) -> None:
        """Share the width: the columns of words between the narrow ones at either end."""
        px, count = theme().px, self._glossary.columnCount()
        narrow = {0: px(_WORD), count - 2: px(_NARROW), count - 1: px(_NARROW)}
        wide = max(1, count - len(narrow))
        each = max(px(_LEAST), (self.viewport().width() - sum(narrow.values())) // wide)
        header = self.horizontalHeader()
        was = header.blockSignals(True)
        for column in range(count):
            header.resizeSection(column, narrow.get(column, each))
        header.blockSignals(was)
        self._fit_rows()

    def _fit_rows(self) -> None:
        for row in range(self._glossary.rowCount()):
            wanted = self.sizeHintForRow(row)
            height = max(theme().px(_ROW), min(wanted, theme().px(_HIGHEST)))
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_edited = self.state() == QAbstractItemView.State.EditingState
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not is_edited:
            if index.isValid() and self._glossary.trade_at(index.column()):
                self._glossary.setData(index, "")
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(index.data() or ""))
        else:
            super().keyPressEvent(event)


class _Paragraph(QStyledItemDelegate):
    """Shows a cell with air around its words, and edits it in a field of several lines.

    Enter keeps what is typed, no-break spaces included; Shift+Enter breaks the line.
    """

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 0
        px = theme().px
        room = QRect(0, 0, max(1, width - 2 * px(_PAD_X)), px(_HIGHEST) * 4)
        text = str(index.data() or "")
        needed = option.fontMetrics.boundingRect(room, _WRAPPED, text)
        return QSize(width, needed.height() + 2 * px(_PAD_Y))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        px = theme().px
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().colour("accent", 0.16))
        painter.setPen(theme().colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        is_word = index.column() == 0
        waits = index.data(WAITS_ROLE)
        painter.setPen(theme().colour("caution" if waits else "text"))
        painter.setFont(theme().font("strong" if is_word or waits else "body"))
        inside = rect.adjusted(px(_PAD_X), px(_PAD_Y), -px(_PAD_X), -px(_PAD_Y) / 2)
        painter.setClipRect(inside)
        painter.drawText(inside, _WRAPPED, str(index.data() or ""))
        painter.setClipping(False)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CardEditor(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""), parent)
        editor.finished.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: CardEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CardEditor):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CardEditor):
            model.setData(index, editor.typed())

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        box = option.rect
        box.setHeight(max(box.height(), theme().px(72)))
        editor.setGeometry(box)
