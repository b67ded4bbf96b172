"""Who does what: the matrix, and what is wanting in it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.responsibility import DELIVERABLE, DUTY_LABELS
from entente.domain.text import safe_file_name
from entente.i18n import _, ngettext
from entente.services import raci, records
from entente_ui.actors.acting.part import Part
from entente_ui.actors.acting.raci_model import Cells, RaciModel
from entente_ui.actors.acting.raci_print import RaciPrint
from entente_ui.actors.acting.raci_table import RaciTable
from entente_ui.background import Report, was_cancelled
from entente_ui.folders import remember_folder, start_folder
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    LinkButton,
    Menu,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    ask_beside,
    dress_list,
    spaced,
)
from entente_ui.look.icons import icon
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection

if TYPE_CHECKING:
    from entente.exchange.table import Table

_LINE: Final = 34
_LINES: Final = 4
_FINDING: Final = Qt.ItemDataRole.UserRole
_ENDINGS: Final = (".csv", ".xlsx")


class RaciPart(Part):
    """The RACI matrix.

    Attributes:
        table: The grid.
        model: What it shows.
        found: What is wanting, line by line.
        printing: Makes the page of the matrix.
    """

    name = "raci"
    tables = frozenset({"deliverable", "responsibility", "actor"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = RaciModel(self)
        self.table = RaciTable(self.model, self)
        self.found = QListWidget(self)
        self.printing = RaciPrint(context, self)
        self._shown: set[str] = set()
        self._writing: list[QWidget] = []
        self._stack = QStackedWidget(self)
        self._verdict = PlainLabel("", "strong", self)
        self._build()
        self.table.refused.connect(lambda sentence: context.toast(sentence, False))
        self.table.selectionModel().selectionChanged.connect(lambda *_cells: self._tell())
        self.found.itemActivated.connect(self._go)
        self.found.itemClicked.connect(self._go)

    @property
    @override
    def status(self) -> str:
        if self.context.document.is_presenting:
            return ""
        count = len(self.model.matrix.findings)
        said = ngettext("{count} thing to look at", "{count} things to look at", count)
        return said.format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        writing = not document.is_presenting and not self.is_past
        self.model.edit = self._edit if writing else None
        for widget in self._writing:
            widget.setEnabled(writing)
        read = partial(raci.matrix, audience=document.viewer, shown=tuple(self._shown))
        self.model.show_matrix(document.read(read), are_roles=document.is_presenting)
        self._show_findings()
        self._stack.setCurrentIndex(0 if self.model.rowCount() else 1)

    @override
    def add_record(self) -> bool:
        self._ask_name(self)
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        rows = [line.id for line in self.model.matrix.lines]
        if record_type != DELIVERABLE.name or key not in rows:
            return False
        self.table.selectRow(rows.index(key))
        self.selected.emit(Selection(DELIVERABLE, (key,)))
        return True

    @override
    def offered(self) -> Sequence[QAction]:
        actions = []
        for words, act in (
            (_("Export the matrix…"), self.export),
            (_("Import a matrix…"), self.import_file),
        ):
            action = QAction(words, self)
            action.triggered.connect(lambda _on=False, act=act: act())
            actions.append(action)
        return actions

    @override
    def print_out(self) -> None:
        if self.model.rowCount():
            self.printing.ask(self._print, self._shown)

    def add_deliverable(self, name: str) -> None:
        """Add a row."""
        if not name.strip():
            return
        label = _("Add a deliverable")
        self.context.document.run(label, lambda s: records.create(s, DELIVERABLE, {"name": name}))

    def show_actor(self, key: str) -> None:
        """Show the column of somebody who has no duty yet."""
        self._shown.add(key)
        self.refresh()

    def export(self, path: Path | None = None) -> None:
        """Write the matrix into a file, asking for its name if none is given."""
        from entente.exchange.raci import export_matrix  # noqa: PLC0415  # when first needed
        from entente.exchange.writers import write_export  # noqa: PLC0415  # when first needed

        chosen = path or self._ask_target()
        if chosen is None:
            return
        made = export_matrix(self.model.matrix)

        def work(_report: Report) -> None:
            write_export(chosen, made)

        self.context.background.start(
            _("Exporting the matrix…"),
            work,
            done=lambda _none: self.context.toast(
                _("Saved: {file}").format(file=chosen.name), False
            ),
            failed=self._failed,
        )

    def import_file(self, path: Path | None = None) -> None:
        """Take over a matrix from a file, asking for it if none is given."""
        from entente.exchange.readers import read_table  # noqa: PLC0415  # when first needed

        if self.model.edit is None:
            return
        chosen = path or self._ask_source()
        if chosen is None:
            return
        self.context.background.start(
            _("Reading the matrix…"),
            lambda _report: read_table(chosen),
            done=self._take,
            failed=self._failed,
        )

    def _take(self, table: "Table") -> None:
        from entente.exchange.raci import import_matrix  # noqa: PLC0415  # when first needed

        label = _("Import {name}").format(name=table.source)
        if self.context.document.run(label, lambda session: import_matrix(session, table)):
            self.context.toast(label, True)

    def _edit(self, cells: Cells) -> bool:
        count = len(cells)
        label = ngettext("Change a duty", "Change {count} duties", count)
        return self.context.document.run(
            label.format(count=number(count)), lambda session: raci.assign(session, cells)
        )

    def _build(self) -> None:
        bar = spaced(FlowLayout(), (0, 0, 0, 4), 8)
        add = PrimaryButton(_("Add a deliverable"), lambda: self._ask_name(add), self)
        people = SecondaryButton(_("Add an actor"), lambda: self._offer_people(people), self)
        taken = SecondaryButton(_("Import…"), self.import_file, self)
        bar.addWidget(add)
        bar.addWidget(people)
        bar.addWidget(taken)
        bar.addWidget(SecondaryButton(_("Export…"), self.export, self))
        self._print = SecondaryButton(_("Print…"), self.print_out, self, icon_name="printer")
        bar.addWidget(self._print)
        self._writing += [add, people, taken]
        legend = " · ".join(raci.duty_words(duty) for duty in DUTY_LABELS)
        page = QWidget(self)
        inside = spaced(QVBoxLayout(page), 0, 8)
        inside.addWidget(PlainLabel(legend, "small", page, wrap=True))
        inside.addWidget(self.table, 1)
        inside.addWidget(self._verdict)
        dress_list(self.found)
        self.found.setAccessibleName(_("What is wanting"))
        theme().changed.connect(self._fit)
        inside.addWidget(self.found)
        invitation = EmptyState(
            "documents",
            _("No deliverable yet."),
            _("Add a deliverable"),
            self.add_record,
            self,
            hint=_("Then type R, A, C or I where its row crosses the column of an actor."),
        )
        invitation.add_button(LinkButton(_("Import…"), self.import_file, invitation))
        self._stack.addWidget(page)
        self._stack.addWidget(invitation)
        layout = spaced(QVBoxLayout(self), 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _show_findings(self) -> None:
        matrix = self.model.matrix
        self.found.clear()
        # What others see of the matrix has gaps of its own.
        is_private = self.context.document.is_presenting
        self._verdict.setVisible(not is_private)
        if is_private:
            self.found.hide()
            return
        for finding in matrix.findings:
            item = QListWidgetItem(icon("alert-triangle", "caution"), matrix.said(finding))
            item.setData(_FINDING, finding)
            self.found.addItem(item)
        self.found.setVisible(bool(matrix.findings))
        self._fit()
        sound = _("Every deliverable has one who answers for it and somebody who does it.")
        self._verdict.setText(self.status if matrix.findings else sound)

    @Slot()
    def _fit(self) -> None:
        """Give the findings the height they need, up to four lines of them."""
        lines = min(self.found.count(), _LINES)
        self.found.setFixedHeight(theme().px(lines * _LINE + 4))

    @Slot(QListWidgetItem)
    def _go(self, item: QListWidgetItem) -> None:
        """Go to what a finding is about."""
        row, column = self.model.place(item.data(_FINDING))
        if row >= 0:
            self.table.selectRow(row)
        elif column >= 0:
            self.table.selectColumn(column)
        self.table.scrollTo(self.model.index(max(row, 0), max(column, 0)))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """Show in the inspector what is selected: deliverables, or an actor's whole column."""
        indexes = self.table.selectedIndexes()
        rows = sorted({index.row() for index in indexes})
        columns = {index.column() for index in indexes}
        if not rows:
            self.selected.emit(None)
        elif len(columns) == 1 and len(rows) == self.model.rowCount() > 1:
            self.selected.emit(Selection(ACTOR, (self.model.head(columns.pop()).id,)))
        else:
            keys = tuple(self.model.line(row).id for row in rows)
            self.selected.emit(Selection(DELIVERABLE, keys))

    def _ask_name(self, beside: QWidget) -> None:
        if self.model.edit is None:
            return
        ask_beside(
            self,
            beside.rect() if beside is self else beside.geometry(),
            _("What is to be delivered or done?"),
            self.add_deliverable,
            placeholder=_("Deliverable or task"),
        )

    def _offer_people(self, beside: QWidget) -> None:
        menu = Menu(_("Add an actor"), self)
        there = {head.id for head in self.model.matrix.heads}
        for row in self.context.document.table(ACTOR).dicts():
            if row["id"] not in there:
                action = menu.addAction(f"{row['ref']} {row['name']}".replace("&", "&&"))
                action.triggered.connect(lambda _on=False, key=row["id"]: self.show_actor(key))
        menu.popup(beside.mapToGlobal(beside.rect().bottomLeft()))

    def _ask_target(self) -> Path | None:
        title = safe_file_name(_("RACI"))
        suggested = start_folder() / f"{title}.xlsx"
        kinds = "Excel (*.xlsx);;CSV (*.csv)"
        name, kind = QFileDialog.getSaveFileName(self, _("Export…"), str(suggested), kinds)
        if not name:
            return None
        path = Path(name)
        remember_folder(path)
        ending = ".csv" if "csv" in kind else ".xlsx"
        return path if path.suffix.lower() in _ENDINGS else path.with_name(path.name + ending)

    def _ask_source(self) -> Path | None:
        kinds = "Excel, LibreOffice, CSV (*.xlsx *.ods *.csv)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Import…"), str(start_folder()), kinds)
        if not name:
            return None
        remember_folder(Path(name))
        return Path(name)

    def _failed(self, error: BaseException) -> None:
        if not was_cancelled(error):
            self.context.tell(error)
