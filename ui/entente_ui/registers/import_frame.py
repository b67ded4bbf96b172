"""What the import of a file looks like: what it would become on three tabs, two buttons."""

from abc import abstractmethod
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from entente.exchange.mapping import ColumnMapping
from entente.exchange.plan import Decision
from entente.i18n import _
from entente_ui.formats import number
from entente_ui.kit import PlainLabel, PrimaryButton, SecondaryButton, spaced
from entente_ui.kit.spacing import sized
from entente_ui.registers.import_columns import ImportColumns
from entente_ui.registers.import_preview import PlanTable, RemarkTable

#: Places of the tabs.
COLUMNS: Final = 0
_ROWS: Final = 1
_REMARKS: Final = 2


class ImportFrame(QDialog):
    """The widgets of an import; what they do is said by the dialog that is one.

    Attributes:
        columns, rows, remarks: The tabs.
        duplicates: What to do with rows that are already there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._heading = PlainLabel("", "heading", self)
        self._said = PlainLabel("", "muted", self, wrap=True)
        self._sheet = QComboBox(self)
        self._sheet.setAccessibleName(_("Sheet"))
        self._sheet.hide()
        self._sheet.activated.connect(lambda _row: self._read(self._sheet.currentText()))
        self.columns = ImportColumns(self)
        self.columns.changed.connect(self._remap)
        self.rows = PlanTable(self)
        self.remarks = RemarkTable(self)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.columns, _("Columns"))
        self.tabs.addTab(self.rows, _("Rows"))
        self.tabs.addTab(self.remarks, _("Remarks"))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._waiting = self._make_waiting()
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._waiting)
        self.pages.addWidget(self.tabs)
        self._import = PrimaryButton(_("Import"), self._apply, self)
        self._import.setDefault(True)
        self._cancel = SecondaryButton(_("Cancel"), self.reject, self)
        self.duplicates = self._make_duplicates()
        self._lay_out()
        sized(self, width=860, height=620)

    def _make_waiting(self) -> QWidget:
        waiting = QWidget(self)
        layout = spaced(QVBoxLayout(waiting), 24, 12)
        self._doing = PlainLabel("", "body", waiting)
        self._doing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        self._another = SecondaryButton(_("Choose another file…"), self._choose_another, waiting)
        self._another.hide()
        layout.addWidget(self._doing)
        layout.addWidget(self._bar)
        layout.addWidget(self._another, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        return waiting

    def _make_duplicates(self) -> QComboBox:
        choice = QComboBox(self)
        for text, decision in (
            (_("Update what is already there"), Decision.UPDATE),
            (_("Leave out what is already there"), Decision.SKIP),
            (_("Add it once more"), Decision.CREATE),
        ):
            choice.addItem(text, decision)
        choice.setAccessibleName(_("What to do with rows that are already there"))
        choice.activated.connect(lambda _row: self._decide())
        choice.hide()
        return choice

    def _lay_out(self) -> None:
        top = spaced(QHBoxLayout(), 0, 12)
        top.addWidget(self._heading, 1)
        top.addWidget(self._sheet)
        foot = spaced(QHBoxLayout(), 0, 8)
        foot.addWidget(self.duplicates)
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._import)
        layout = spaced(QVBoxLayout(self), 20, 8)
        layout.addLayout(top)
        layout.addWidget(self._said)
        layout.addWidget(self.pages, 1)
        layout.addLayout(foot)

    @property
    def said(self) -> str:
        """What it says about the import as a whole."""
        return self._said.text()

    @property
    def can_import(self) -> bool:
        """Whether the rows can be taken over as they are."""
        return self._import.isEnabled()

    def _allow(self, on: bool) -> None:
        """Say whether the rows can be taken over; Enter then does so.

        While the file was read there was nothing else to press than what calls it off.
        """
        self._import.setEnabled(on)
        if on and self._cancel.hasFocus():
            self._import.setFocus()

    def _count(self, rows: int, remarks: int) -> None:
        """Say on the tabs how many rows and remarks there are."""
        self.tabs.setTabText(_ROWS, _("Rows") + f" ({number(rows)})")
        self.tabs.setTabText(_REMARKS, _("Remarks") + f" ({number(remarks)})")

    def _wait(self, doing: str) -> None:
        self._doing.setText(doing)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(doing)
        self._bar.show()
        self._another.hide()
        self._say("", is_problem=False)
        self._import.setEnabled(False)
        self.pages.setCurrentWidget(self._waiting)

    def _say(self, text: str, is_problem: bool) -> None:
        self._said.set_variant("error" if is_problem else "muted")
        self._said.setText(text)

    @abstractmethod
    def _read(self, sheet: str = "") -> None:
        """Read the file, or one sheet of it."""

    @abstractmethod
    def _choose_another(self) -> None:
        """Ask for another file."""

    @abstractmethod
    def _remap(self, mapping: ColumnMapping) -> None:
        """Take the columns for something else."""

    @abstractmethod
    def _decide(self) -> None:
        """Show what becomes of rows that are already there."""

    @abstractmethod
    def _apply(self) -> None:
        """Import."""
