"""The grid of the RACI matrix: letters are typed straight into it, blocks pasted."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
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

from entente.domain.raci import duties_text, read_duties
from entente.domain.responsibility import Duty
from entente.i18n import _
from entente_ui.actors.acting.raci_model import RaciModel
from entente_ui.kit import dress_table
from entente_ui.look.theme import theme
from entente_ui.registers.block import (
    MOST_CELLS,
    read_block,
    size_of,
    tiled,
    unguarded,
    write_block,
)

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_COLUMN: Final = 90
_NAMES: Final = 230
_HEAD: Final = 60
#: Fill and ink of each letter; the letter itself says which it is.
_ROLES: Final = {
    Duty.RESPONSIBLE: ("accent_soft", "text"),
    Duty.ACCOUNTABLE: ("accent", "on_accent"),
    Duty.CONSULTED: ("raised", "text"),
    Duty.INFORMED: ("surface", "text"),
}
_ERASE: Final = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class RaciTable(QTableView):
    """Types letters into one cell or all that are selected.

    Signals:
        refused: Emitted with a sentence when something cannot be pasted.
    """

    refused = Signal(str)

    def __init__(self, model: RaciModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self.setModel(model)
        dress_table(self)
        self.setAccessibleName(_("Who does what (RACI)"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        # A letter typed is a duty, not the beginning of a text.
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setItemDelegate(_Letters(self))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionsMovable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setTextElideMode(Qt.TextElideMode.ElideNone)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        down.setSectionsClickable(True)
        down.show()
        theme().changed.connect(self._size)
        self._size()

    def letter(self, duty: Duty) -> None:
        """Put a letter into the cells selected, or take it away where all have it."""
        cells = self._cells()
        has = {cell: self._matrix.duties(*cell) for cell in cells}
        everywhere = all(duty in duties for duties in has.values())
        self._write(
            {
                cell: tuple(each for each in duties if each is not duty) if everywhere else (duty,)
                for cell, duties in has.items()
            }
        )

    def erase(self) -> None:
        """Empty the cells selected."""
        self._write(dict.fromkeys(self._cells(), ()))

    def copy(self) -> None:
        """Put the cells selected on the clipboard, as a sheet takes them."""
        cells = self._cells()
        if not cells:
            return
        rows = sorted({row for row, _column in cells})
        columns = sorted({column for _row, column in cells})
        block = [
            [duties_text(self._matrix.duties(row, column)) for column in columns] for row in rows
        ]
        QGuiApplication.clipboard().setText(write_block(block))

    def paste(self) -> None:
        """Write a block from a sheet from the first cell selected on, all of it or nothing."""
        text = QGuiApplication.clipboard().text()
        cells = self._cells()
        if not text or not cells:
            return
        block = read_block(text)
        if size_of(block) > MOST_CELLS:
            self.refused.emit(_("This is more than a matrix holds."))
            return
        rows = sorted({row for row, _column in cells})
        columns = sorted({column for _row, column in cells})
        block = tiled(block, len(rows), len(columns))
        self._paste(block, rows[0], columns[0])

    def _paste(self, block: Sequence[Sequence[str]], top: int, left: int) -> None:
        height, width = len(block), max(map(len, block))
        if top + height > self._matrix.rowCount() or left + width > self._matrix.columnCount():
            self.refused.emit(_("The block is larger than the matrix is from here on."))
            return
        read: dict[tuple[int, int], tuple[Duty, ...]] = {}
        for row, texts in enumerate(block, top):
            for column, text in enumerate(texts, left):
                duties = read_duties(unguarded(text))
                if duties is None:
                    said = _("“{text}” is none of R, A, C and I.").format(text=text.strip()[:40])
                    self.refused.emit(said)
                    return
                read[row, column] = duties
        self._write(read)

    def _cells(self) -> list[tuple[int, int]]:
        found = {(index.row(), index.column()) for index in self.selectedIndexes()}
        current = self.currentIndex()
        if not found and current.isValid():
            found = {(current.row(), current.column())}
        return sorted(found)

    def _write(self, cells: dict[tuple[int, int], tuple[Duty, ...]]) -> None:
        model = self._matrix
        changed = {
            model.cell(row, column): duties
            for (row, column), duties in cells.items()
            if duties != model.duties(row, column)
        }
        if changed and model.edit is not None:
            model.edit(changed)

    def _size(self) -> None:
        self.horizontalHeader().setDefaultSectionSize(theme().px(_COLUMN))
        self.horizontalHeader().setFixedHeight(theme().px(_HEAD))
        self.verticalHeader().setFixedWidth(theme().px(_NAMES))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().upper()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and typed and typed in {duty.value for duty in Duty}:
            self.letter(Duty(typed))
        elif event.key() in _ERASE and plain:
            self.erase()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)


class _Letters(QStyledItemDelegate):
    """Paints each letter on its ground."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        duties = read_duties(str(index.data() or "")) or ()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        rect = QRectF(option.rect).adjusted(0, 0, -0.5, -0.5)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().colour("accent", 0.16))
        painter.setPen(theme().colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        side = theme().px(24)
        left = rect.center().x() - (len(duties) * (side + 2) - 2) / 2
        for duty in duties:
            self._paint_letter(
                painter, QRectF(left, rect.center().y() - side / 2, side, side), duty
            )
            left += side + 2
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    @staticmethod
    def _paint_letter(painter: QPainter, box: QRectF, duty: Duty) -> None:
        fill, ink = _ROLES[duty]
        is_open = duty is Duty.INFORMED
        painter.setPen(QPen(theme().colour("border")) if is_open else Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme().colour(ink))
        painter.setFont(theme().font("strong"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), duty.value)
