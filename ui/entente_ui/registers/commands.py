"""Everything that can be done to the rows of a register, by button, menu, key and palette."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence

from entente.domain.catalogue import RECORD_TYPES
from entente.i18n import _, ngettext
from entente_ui.formats import number
from entente_ui.kit import Menu
from entente_ui.look.icons import icon
from entente_ui.registers import pasting, work
from entente_ui.registers.block import MOST_CELLS, read_block, tiled, write_block
from entente_ui.registers.columns import REF, inside
from entente_ui.registers.filters import OneOf
from entente_ui.registers.pasting import RefusedBlockError, Target
from entente_ui.registers.patience import carry_out
from entente_ui.registers.question import NewRecord, asked_fields

if TYPE_CHECKING:  # the register makes its commands
    from entente_ui.registers.register import Register

#: Signs of a pasted text beyond which it is no block of cells.
_LONGEST_PASTE: Final = 20_000_000


class RegisterCommands(QObject):
    """The actions of one register.

    Attributes:
        offered: What the command palette shows.

    Signals:
        writing_allowed: Emitted with whether records may be changed, and taken out.
    """

    writing_allowed = Signal(bool)

    def __init__(self, register: "Register") -> None:
        super().__init__(register)
        self._register = register
        self._document = register.context.document
        self._table = register.table
        self._model = register.model
        self._writing: list[QAction] = []
        records = inside(_(register.record_type.plural))
        made = self._make
        self._add = made(_("Add"), self.add, "plus", "Ctrl+N")
        self._edit = made(_("Edit the cell"), self._edit_cell, "pencil", "F2")
        self._duplicate = made(_("Duplicate"), self.duplicate, "copy", "Ctrl+D")
        self._delete = made(_("Delete"), self.delete, "trash", "Delete")
        self._cut = made(_("Cut"), self.cut, "scissors", "Ctrl+X")
        self._copy = made(_("Copy"), self.copy, "copy", "Ctrl+C", writes=False)
        self._paste = made(_("Paste"), self.paste, "clipboard", "Ctrl+V")
        self._empty = made(_("Empty the cells"), self.empty_cells, "", "Backspace")
        self._like = made(_("Show only this value"), self.show_like_this, "filter", writes=False)
        self._import = made(
            _("Import {records}…").format(records=records), self.import_file, "file-import"
        )
        self._export = made(
            _("Export {records}…").format(records=records), self.export, "file-export"
        )
        self._history = made(_("History"), self.show_history, "history")
        self.offered: Sequence[QAction] = (
            *(self._add, self._import, self._export),
            *(self._duplicate, self._delete, self._history),
        )
        self._connect()

    def _make(
        self,
        text: str,
        on_trigger: Callable[[], object],
        icon_name: str = "",
        keys: str = "",
        *,
        writes: bool = True,
    ) -> QAction:
        action = QAction(text, self)
        if icon_name:
            action.setIcon(icon(icon_name))
        if keys:
            # Shown in menus; it is the table that listens.
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: on_trigger())
        if writes:
            self._writing.append(action)
        return action

    def _connect(self) -> None:
        table = self._table
        table.delete_asked.connect(self.delete)
        table.duplicate_asked.connect(self.duplicate)
        table.copy_asked.connect(self.copy)
        table.cut_asked.connect(self.cut)
        table.paste_asked.connect(self.paste)
        table.empty_asked.connect(self.empty_cells)
        table.customContextMenuRequested.connect(self._show_menu)

    def enable(self, *, writing: bool) -> None:
        """Allow or forbid all that writes, or leaves the screen others look at."""
        for action in self._writing:
            action.setEnabled(writing)
        self.writing_allowed.emit(writing)

    def add(self, given: Mapping[str, Any] | None = None) -> None:
        """Ask for what a new record needs, and add and show it."""
        if not self._add.isEnabled():
            return
        register = self._register
        record_type, known = register.record_type, given or {}
        targets = {f.target for f in asked_fields(record_type, known) if f.target}
        labels = {name: self._document.labels(RECORD_TYPES[name]) for name in targets}

        def create(values: Mapping[str, Any]) -> str:
            key, problem = work.create(self._document, record_type, values)
            if key:
                register.reveal(key)
            return problem

        NewRecord(register, record_type, labels, create, known).open_at(self._below_buttons())

    def more(self) -> Sequence[QAction]:
        """Return what the menu offers for this kind of record alone."""
        return ()

    def delete(self) -> None:
        """Remove the selected records; a message offers to take it back."""
        keys = self._table.selected_keys()
        if not keys or not self._delete.isEnabled():
            return
        register, record_type = self._register, self._register.record_type
        name = work.name_of(self._document, record_type, keys[0])
        row = self._table.selected_rows()[0]

        def done(problem: str) -> None:
            if problem:
                self._say(problem)
                return
            self._go_to_row(row)
            text = ngettext("Deleted: {record}", "Deleted: {count} records", len(keys))
            register.context.toast(text.format(record=name, count=number(len(keys))), True)

        task = work.removal_task(self._document, record_type, keys)
        carry_out(register.context, task, register, done)

    def duplicate(self) -> None:
        """Copy the selected records and select the copies."""
        keys = self._table.selected_keys()
        if not keys or not self._duplicate.isEnabled():
            return
        register, made = self._register, list[str]()

        def done(problem: str) -> None:
            if problem:
                self._say(problem)
            else:
                register.reveal(made[0])
                self._table.select_keys(made, made[0])

        task = work.copy_task(self._document, register.record_type, keys, made)
        carry_out(register.context, task, register, done)

    def copy(self) -> bool:
        """Put the selected cells on the clipboard, as spreadsheets do; say whether it worked."""
        rows, columns = self._table.selected_rows(), self._table.selected_columns()
        if not rows:
            return False
        if len(rows) * len(columns) > MOST_CELLS:
            self._say(_("Too many cells to copy at once: export them to a file instead."))
            return False
        text = write_block(pasting.copied(self._model, rows, columns))
        QGuiApplication.clipboard().setText(text)
        return True

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        if self._cut.isEnabled() and self.copy():
            self.empty_cells()

    def empty_cells(self) -> None:
        """Empty the selected cells as one step."""
        rows, columns = self._table.selected_rows(), self._table.selected_columns()
        columns = [column for column in columns if self._model.columns[column].field]
        if rows and columns and self._empty.isEnabled():
            blank = [[""] * len(columns) for _row in rows]
            self._write(blank, Target(rows[0], columns), rows)

    def paste(self) -> None:
        """Write the block on the clipboard from the current cell on, as one step."""
        text = QGuiApplication.clipboard().text()
        rows, columns = self._table.selected_rows(), self._table.selected_columns()
        if not text or not self._paste.isEnabled() or len(text) > _LONGEST_PASTE:
            return
        block = read_block(text)
        if rows and columns:
            block = tiled(block, len(rows), len(columns))
        top = rows[0] if rows else self._model.rowCount()
        self._write(block, Target(top, self._columns_for(block, top, columns)), None)

    def _columns_for(
        self, block: Sequence[Sequence[str]], top: int, chosen: Sequence[int]
    ) -> Sequence[int]:
        """The columns a block goes to: from the first selected one on."""
        shown = self._table.shown_columns()
        columns = shown[shown.index(chosen[0]) if chosen else 0 :]
        # A whole row is selected by its reference, which a block need not begin with.
        if columns and self._model.columns[columns[0]].name == REF:
            ref = self._model.text(top, columns[0]) if top < self._model.rowCount() else ""
            return columns if block[0][0].strip() in {ref, ""} else columns[1:]
        return columns

    def show_like_this(self) -> None:
        """Show only the records with the value of the current cell."""
        index = self._table.currentIndex()
        if index.isValid():
            column = self._model.columns[index.column()]
            value = column.filtered(self._model.record(index.row())[column.place])
            condition = OneOf(frozenset({None if value == "" else value}))
            self._register.set_condition(column.name, condition)

    def import_file(self, path: Path | None = None) -> None:
        """Take over records from a file; ask for it if none is given."""
        if self._import.isEnabled():
            from entente_ui.registers import import_dialog  # noqa: PLC0415  # readers are heavy

            register = self._register
            import_dialog.import_file(register.context, register.record_type, path, register)

    def export(self) -> None:
        """Write what is shown, or all of it, into a file."""
        if self._export.isEnabled():
            from entente_ui.registers import exporting  # noqa: PLC0415  # writers are heavy

            register, names = self._register, self._table.shown_names()
            is_part = bool(self._model.filter) or len(names) < len(self._model.columns)
            keys = self._table.keys_shown(self._model.rowCount()) if is_part else []
            shown = exporting.Shown(keys, names) if is_part else None
            exporting.export_table(register.context, register.record_type, shown, register)

    def show_history(self) -> None:
        """Show what became of the selected records, or of all that are shown."""
        if self._history.isEnabled():
            from entente_ui.registers.past import HistoryDialog  # noqa: PLC0415  # rarely asked

            HistoryDialog(
                self._register.context,
                self._register.record_type,
                self._table.selected_keys() or self._table.keys_shown(500),
                self._model.labels,
                self._register,
            ).open()

    def _edit_cell(self) -> None:
        self._table.edit(self._table.currentIndex())

    def _write(
        self, block: Sequence[Sequence[str]], target: Target, rows: Sequence[int] | None
    ) -> None:
        try:
            writings = pasting.plan(self._document, self._model, block, target, rows)
        except RefusedBlockError as refused:
            self._say(str(refused))
            return
        if not writings:
            return
        register = self._register

        def done(problem: str) -> None:
            if problem:
                self._say(problem)
            elif rows is None:
                text = ngettext("{count} row pasted", "{count} rows pasted", len(writings))
                register.context.toast(text.format(count=number(len(writings))), True)

        task = work.block_task(register.record_type, writings)
        carry_out(register.context, task, register, done)

    def _say(self, problem: str) -> None:
        cell = self._table.visualRect(self._table.currentIndex())
        self._table.cells.bubble.say(problem, cell if cell.isValid() else QRect(16, 8, 1, 1))

    def _go_to_row(self, row: int) -> None:
        last = self._model.rowCount() - 1
        if last >= 0:
            self._table.setCurrentIndex(
                self._model.index(min(row, last), self._table.first_column())
            )

    def _below_buttons(self) -> QRect:
        return QRect(0, 8, 80, 32)

    def _show_menu(self, point: QPoint) -> None:
        menu = Menu("", self._table)
        if more := self.more():
            menu.addActions(list(more))
            menu.addSeparator()
        menu.addActions([self._edit, self._add, self._duplicate, self._delete])
        menu.addSeparator()
        menu.addActions([self._cut, self._copy, self._paste, self._empty])
        menu.addSeparator()
        menu.addActions([self._like, self._history])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._table.viewport().mapToGlobal(point))
