"""The register of a kind of record: its table, its filter, and what is selected in it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import RecordType
from entente.errors import InvalidValueError
from entente.i18n import _, ngettext
from entente.messages import sentence
from entente.store.journal import ChangeSet
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    IconButton,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
    spaced,
    tab_order,
)
from entente_ui.pane import Context, Selection
from entente_ui.registers import work
from entente_ui.registers.column_menus import ColumnMenus
from entente_ui.registers.columns import LabelsByKind
from entente_ui.registers.commands import RegisterCommands
from entente_ui.registers.filter_field import FilterField
from entente_ui.registers.filters import Condition, Filter
from entente_ui.registers.model import RecordModel
from entente_ui.registers.table import RegisterTable
from entente_ui.registers.typed import read_typed
from entente_ui.registers.widths import Widths

#: Up to this many changed records are read again one by one; more of them all at once.
_PATCHED: Final = 60
_DRAWINGS: Final = {"difficulty": "difficulties"}
_DRAWING: Final = "actors"


class Register(QWidget):
    """Shows every record of a kind and lets them be found, changed, added and taken away.

    Attributes:
        commands: Everything that can be done to rows, as actions.
        column_menus: The menus about the columns.
        filter_field: Where words to look for are typed.
        invitation: What is shown while there is no record yet.
        table: The table itself.
        tab_stops: Where Tab goes, from one to the next.

    Signals:
        selected: Emitted with a `Selection`, or None, when other records are selected.
        status_changed: Emitted with how many records are shown, like « 12 sur 48 ».
    """

    selected = Signal(object)
    status_changed = Signal(str)

    def __init__(
        self, context: Context, record_type: RecordType, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.record_type = record_type
        self.model = RecordModel(record_type, self)
        self.table = RegisterTable(self.model, self)
        self.table.setAccessibleName(_(record_type.plural))
        self.widths = Widths(self.table, context.settings, record_type.name)
        self.commands = self.make_commands()
        self.column_menus = ColumnMenus(self)
        self._targets = {field.target for field in record_type.stored if field.target}
        self._read_beside = {kind for one in record_type.derived for kind in one.reads}
        self._stack = QStackedWidget(self)
        self._told: Selection | None = None
        self._build()
        self.widths.recall()
        self._reload()
        self._connect()

    def make_commands(self) -> RegisterCommands:
        """Return what can be done to the rows; a register of a kind may do more, or otherwise."""
        return RegisterCommands(self)

    @property
    def status(self) -> str:
        """How many records are shown."""
        total, shown = self.model.total, self.model.rowCount()
        if not self.model.filter:
            return ngettext("{total} record", "{total} records", total).format(total=number(total))
        return _("{shown} of {total}").format(shown=number(shown), total=number(total))

    @property
    def selection(self) -> Selection | None:
        """The records that are selected."""
        keys = self.table.selected_keys()
        return Selection(self.record_type, tuple(keys)) if keys else None

    def reveal(self, key: str) -> None:
        """Select a record and bring it into view, without the filter if it hides it."""
        self.model.finish()
        if self.model.row_of(key) < 0:
            self.clear_filter()
            self.model.finish()
        if self.model.row_of(key) >= 0:
            self.table.select_keys([key], key)
            self.table.scrollTo(self.table.currentIndex())

    def add_record(self, given: Mapping[str, Any] | None = None) -> None:
        """Ask for what a new record needs and add it."""
        self.commands.add(given or {})

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.filter_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_field.selectAll()

    def import_file(self, path: Path | None = None) -> None:
        """Take over records from a file; ask for it if none is given."""
        self.commands.import_file(path)

    def paste_rows(self) -> None:
        """Add a record for each row of the clipboard, whatever is selected."""
        self.table.clearSelection()
        self.commands.paste()

    def set_condition(self, column: str, condition: Condition | None) -> None:
        """Show only rows whose value in a column is like this; None shows all again."""
        self._use_filter(self.model.filter.with_condition(column, condition))

    def clear_filter(self) -> None:
        """Show every record."""
        self.filter_field.clear()
        self._use_filter(Filter())

    @Slot()
    def columns_changed(self) -> None:
        """Take note that other columns are shown, or in another order."""
        self.table.viewport().update()
        self.widths.keep()

    def offered_actions(self) -> Sequence[QAction]:
        """Return what the command palette offers here."""
        return self.commands.offered

    def state(self) -> Mapping[str, Any]:
        """Return what brings the register back after a lock; no mission text."""
        return {"selected": self.table.selected_keys()[:50]}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back to a state that `state` gave."""
        keys = state.get("selected")
        if isinstance(keys, list) and keys:
            self.table.select_keys([str(key) for key in keys])
            self.table.scrollTo(self.table.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The table listens to its keys itself, but is not there while there are no rows.
        if event.matches(QKeySequence.StandardKey.Paste) and not self.model.total:
            self.paste_rows()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        self.filter_field = FilterField(_("Filter…"), self, shortcut="Ctrl+F")
        self._clear = LinkButton(_("Clear the filters"), self.clear_filter, self)
        self._clear.hide()
        commands = self.commands
        bar = spaced(QHBoxLayout(), (0, 8, 0, 8), 8)
        # On a second line where there is no room: a word cut short is a riddle.
        left = spaced(FlowLayout(), 0, 8)
        bar.addLayout(left, 1)
        history = IconButton("history", _("History"), commands.show_history, self)
        buttons = (
            PrimaryButton(_("Add"), commands.add, self),
            SecondaryButton(_("Import…"), commands.import_file, self),
            SecondaryButton(_("Export…"), commands.export, self),
        )
        for button in buttons:
            left.addWidget(button)
            commands.writing_allowed.connect(button.setEnabled)
        commands.writing_allowed.connect(history.setEnabled)
        left.addWidget(self.filter_field)
        left.addWidget(self._clear)
        self._columns = IconButton("columns", _("Columns"), self._choose_columns, self)
        for icon_button in (self._columns, history):
            bar.addWidget(icon_button, 0, Qt.AlignmentFlag.AlignTop)
        self.invitation = self._make_invitation()
        self._nothing = EmptyState(
            "found-nothing",
            _("Nothing matches the filter."),
            _("Clear the filters"),
            self.clear_filter,
            self,
        )
        self._private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (self.table, self.invitation, self._nothing, self._private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)
        tools = (self.filter_field, self._clear, self._columns, history)
        self.tab_stops: tuple[QWidget, ...] = (*buttons, *tools, self.table)
        tab_order(*self.tab_stops)

    def _make_invitation(self) -> EmptyState:
        plural = _(self.record_type.plural)
        invitation = EmptyState(
            _DRAWINGS.get(self.record_type.name, _DRAWING),
            _("{records}: nothing here yet.").format(records=plural),
            _("Add"),
            self.commands.add,
            self,
            hint=_("Add one, paste a list, or import a file."),
        )
        invitation.add_button(LinkButton(_("Import…"), self.commands.import_file, invitation))
        return invitation

    def _connect(self) -> None:
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._reload)
        self.filter_field.searched.connect(self._on_words)
        self.filter_field.left_downwards.connect(self.table.setFocus)
        self.model.arranged.connect(self._on_arranged)
        self.table.rows_selected.connect(self._on_selected)
        header = self.table.header
        header.sectionResized.connect(lambda *_sizes: self.widths.keep())
        header.sectionMoved.connect(lambda *_places: self.columns_changed())
        header.sortIndicatorChanged.connect(self._on_sort)

    @Slot()
    def _reload(self) -> None:
        document = self.context.document
        self.model.use_edit(None if document.is_presenting else self._edit)
        self.commands.enable(writing=not document.is_presenting)
        rows = work.table_of(document, self.record_type).rows
        self.model.set_rows(rows, self._labels())
        self.columns_changed()
        self._on_arranged()

    def _labels(self) -> LabelsByKind:
        document = self.context.document
        return {name: document.labels(RECORD_TYPES[name]) for name in self._targets}

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        keys = work.touched(change_set, self.record_type)
        named = work.names_touched(change_set, self._targets)
        beside = not self._read_beside.isdisjoint(change_set.tables)
        if beside or self.context.document.is_presenting or len(keys) > _PATCHED:
            if beside or keys or named or self.context.document.is_presenting:
                self._reload()
            return
        if named:
            self.model.set_labels(self._labels())
        if keys:
            self.model.patch(work.rows_of(self.context.document, self.record_type, keys))

    def _edit(self, key: str, column: int, typed: Any) -> str:  # noqa: ANN401  # any kind
        described = self.model.columns[column]
        field = described.field
        if field is None:
            return ""
        try:
            value = read_typed(field, typed, self.model.labels.get(described.target, {}))
        except InvalidValueError as error:
            return sentence(error)
        return work.change(self.context.document, self.record_type, [key], {field.name: value})

    @Slot(str)
    def _on_words(self, words: str) -> None:
        self._use_filter(self.model.filter.with_words(words))

    def _use_filter(self, chosen: Filter) -> None:
        names = [column.name for column in self.model.columns]
        self.table.header.mark_filtered(frozenset(map(names.index, chosen.conditions)))
        self.model.set_filter(chosen)

    @Slot()
    def _on_arranged(self) -> None:
        page: QWidget = self.table
        if not self.model.total:
            page = self._private if self.context.document.is_presenting else self.invitation
        elif not self.model.rowCount() and not self.model.is_busy:
            page = self._nothing
        self._stack.setCurrentWidget(page)
        self._clear.setVisible(bool(self.model.filter))
        self.status_changed.emit(self.status)
        self._on_selected()

    @Slot()
    def _on_selected(self) -> None:
        chosen = self.selection
        if chosen != self._told:
            self._told = chosen
            self.selected.emit(chosen)

    @Slot(int, Qt.SortOrder)
    def _on_sort(self, column: int, order: Qt.SortOrder) -> None:
        self.model.sort(column, order)
        self.widths.keep()

    def _choose_columns(self) -> None:
        menu = self.column_menus.all_columns()
        menu.popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))
