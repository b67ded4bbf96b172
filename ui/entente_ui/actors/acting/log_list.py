"""The table of the log with its filter, and what one does to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from entente.domain.interaction import INTERACTION
from entente.i18n import _, ngettext
from entente.services import records
from entente.services.interactions import Entry
from entente.store.session import Session
from entente_ui.actors.acting.log_table import WIDTHS, LogColumn, LogModel
from entente_ui.formats import number
from entente_ui.kit import EmptyState, SearchField, dress_table, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection


class LogList(QWidget):
    """All interactions, the latest first; what is selected is edited in the inspector.

    Attributes:
        table: The table.
        model: Its rows.
        filter_field: Where words to look for are typed.
        remove: Takes away what is selected.

    Signals:
        selected: Emitted with a `Selection` or None.
        line_wanted: Emitted when somebody wants to note the first one.
    """

    selected = Signal(object)
    line_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = LogModel(self)
        self.table = QTableView(self)
        self.filter_field = SearchField(_("Filter…"), self, shortcut="Ctrl+F")
        self.filter_field.setMaximumWidth(theme().px(360))
        self.remove = QAction(_("Delete"), self)
        self.remove.setShortcut(QKeySequence(QKeySequence.StandardKey.Delete))
        self.remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._stack = QStackedWidget(self)
        self._build()
        self.filter_field.searched.connect(self._on_words)
        self.filter_field.left_downwards.connect(self.table.setFocus)
        self.remove.triggered.connect(self._remove)

    @property
    def status(self) -> str:
        """How many are shown."""
        total, shown = self.model.total, self.model.rowCount()
        if shown != total:
            return _("{shown} of {total}").format(shown=number(shown), total=number(total))
        return ngettext("{total} record", "{total} records", total).format(total=number(total))

    def show_entries(self, entries: Sequence[Entry], *, writing: bool) -> None:
        """Show these interactions; those selected stay so."""
        kept = self.keys()
        self.remove.setEnabled(writing)
        self.model.show_entries(entries)
        self._stack.setCurrentIndex(0 if entries else 1)
        for key in kept:
            self.reveal(key)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of those selected."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self.model.entry(row).id for row in rows)

    def reveal(self, key: str) -> None:
        """Select an interaction and bring it into view, without the filter if it hides it."""
        if self.model.row_of(key) < 0 and self.filter_field.text():
            self.filter_field.clear()
            self.model.show_words("")
        row = self.model.row_of(key)
        if row >= 0:
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def _build(self) -> None:
        self.table.setModel(self.model)
        dress_table(self.table)
        self.table.setAccessibleName(_("Log"))
        self.table.addAction(self.remove)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(LogColumn.SUBJECT, QHeaderView.ResizeMode.Stretch)
        self._size()
        theme().changed.connect(self._size)
        self.table.selectionModel().selectionChanged.connect(lambda *_rows: self._tell())
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                "history",
                _("Nothing has been noted yet."),
                _("Note an interaction"),
                self.line_wanted.emit,
                self,
                hint=_("A call, a meeting, a coffee: one line is enough."),
            )
        )
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addWidget(self.filter_field)
        layout.addWidget(self._stack, 1)

    @Slot()
    def _size(self) -> None:
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, theme().px(width))

    @Slot(str)
    def _on_words(self, words: str) -> None:
        self.model.show_words(words)

    def _tell(self) -> None:
        keys = self.keys()
        self.selected.emit(Selection(INTERACTION, keys) if keys else None)

    @Slot()
    def _remove(self) -> None:
        keys = self.keys()
        if not keys:
            return

        def action(session: Session) -> None:
            for key in keys:
                records.remove(session, INTERACTION, key)

        label = ngettext("Delete an interaction", "Delete {count} interactions", len(keys))
        if self._context.document.run(label.format(count=number(len(keys))), action):
            self._context.toast(label.format(count=number(len(keys))), True)
