"""Taking over a list somebody sent: look at it, say what is what, then do it as one step."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.domain.text import shorten
from entente.errors import EntenteError
from entente.exchange.apply import Counts, apply, gather, rated
from entente.exchange.known import Existing
from entente.exchange.mapping import ColumnMapping, guess
from entente.exchange.plan import Decision, Match, Plan
from entente.exchange.preview import prepare
from entente.exchange.rating_plan import Rated, read_ratings, with_ratings
from entente.exchange.readers import SUFFIXES, read_table
from entente.exchange.table import Table
from entente.i18n import _
from entente.messages import sentence
from entente.store.gate import Action
from entente.store.journal import ChangeSet
from entente_ui.background import Job, Report, was_cancelled
from entente_ui.folders import remember_folder, start_folder
from entente_ui.formats import quoted
from entente_ui.pane import Context
from entente_ui.registers.columns import inside
from entente_ui.registers.import_frame import ImportFrame
from entente_ui.registers.import_preview import summary, told, what_is_wrong

_PAUSE: Final = 150
_NAME: Final = 60


def import_file(
    context: Context,
    record_type: RecordType,
    path: Path | None = None,
    parent: QWidget | None = None,
) -> "ImportDialog | None":
    """Take over records of a kind from a file; ask for the file if none is given.

    Returns:
        The dialog, open; None if no file was chosen, or others look at the screen.
    """
    if context.document.is_presenting:
        # The preview compares the list with what the mission says now.
        context.toast(_("Lists are not imported during a presentation."), False)
        return None
    if path is None:
        path = _ask_path(record_type, parent)
    if path is None:
        return None
    dialog = _dialog_for(record_type)(context, record_type, path, parent)
    dialog.open()
    return dialog


def _dialog_for(record_type: RecordType) -> "type[ImportDialog]":
    if record_type.name not in {ACTOR.name, RELATION.name}:
        return ImportDialog
    from entente_ui.registers.import_graph import GraphImportDialog  # noqa: PLC0415  # it is one

    return GraphImportDialog


def _ask_path(record_type: RecordType, parent: QWidget | None) -> Path | None:
    title = _("Import {records}").format(records=inside(_(record_type.plural)))
    kinds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    # Not inside the f-string: words there are not collected for translation.
    lists, everything = _("Lists"), _("All files")
    chosen, _kind = QFileDialog.getOpenFileName(
        parent, title, str(start_folder()), f"{lists} ({kinds});;{everything} (*)"
    )
    if not chosen:
        return None
    remember_folder(Path(chosen))
    return Path(chosen)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A file as it was read: its rows, and the dated ratings beside them."""

    table: Table
    ratings: Table | None


@dataclass(frozen=True, slots=True)
class _Source:
    """The file as it was read, and what the mission held at that time."""

    loaded: _Loaded
    existing: Existing
    rated: Rated

    def planned(self, mapping: ColumnMapping, report: Report) -> Plan:
        """Return what importing it would do."""
        plan = prepare(self.loaded.table, mapping, self.existing, report)
        ratings = self.loaded.ratings
        return plan if ratings is None else with_ratings(plan, ratings, self.rated)


class ImportDialog(ImportFrame):
    """Shows a file as what it would become; nothing is written before it is said so.

    Signals:
        settled: Emitted when a piece of work in the background is done, well or not.
    """

    settled = Signal()

    def __init__(
        self,
        context: Context,
        record_type: RecordType,
        path: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._type = record_type
        self._path = path
        self._source: _Source | None = None
        self._mapping: ColumnMapping | None = None
        self._planned: Plan | None = None
        self._plan: Plan | None = None
        self._job: Job[Any] | None = None
        self._asked = 0
        self._is_writing = False
        self._again = QTimer(self, singleShot=True, interval=_PAUSE)
        self._again.timeout.connect(self._prepare)
        self.setWindowTitle(_("Import {records}").format(records=inside(_(record_type.plural))))
        self._heading.setText(shorten(path.name, _NAME))
        context.background.progressed.connect(self._bar.setValue)
        self._read()

    @override
    def reject(self) -> None:
        """Close without importing; while rows are being written it is too late for that."""
        if self._is_writing:
            return
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
        super().reject()

    @override
    def _read(self, sheet: str = "") -> None:
        path = self._path
        self._wait(_("Reading {name}…").format(name=shorten(path.name, _NAME)))
        self._run(lambda _report: self._load(path, sheet), self._on_read)

    def _load(self, path: Path, sheet: str) -> Any:  # noqa: ANN401  # what `_on_read` takes
        """Read the file; called beside the screen."""
        table = read_table(path, self._type, sheet)
        return _Loaded(table, read_ratings(path, self._type, table))

    @override
    def _choose_another(self) -> None:
        path = _ask_path(self._type, self)
        if path is not None:
            self._path = path
            self._heading.setText(shorten(path.name, _NAME))
            self._read()

    def _on_read(self, loaded: _Loaded) -> None:
        table, read = loaded.table, self._context.document.read
        there = {} if loaded.ratings is None else read(partial(rated, record_type=self._type))
        existing = read(partial(gather, record_type=self._type))
        self._source = _Source(loaded, existing, there)
        self._mapping = guess(self._type, table.headings)
        self.columns.show_table(table, self._mapping)
        self._sheet.clear()
        self._sheet.addItems(list(table.sheets))
        self._sheet.setCurrentText(table.sheet)
        self._sheet.setVisible(len(table.sheets) > 1)
        self.pages.setCurrentWidget(self.tabs)
        self._prepare()

    @override
    def _remap(self, mapping: ColumnMapping) -> None:
        self._mapping = mapping
        self._import.setEnabled(False)
        self._again.start()

    def _prepare(self) -> None:
        source, mapping = self._source, self._mapping
        if source is not None and mapping is not None:
            self._import.setEnabled(False)
            self._run(partial(source.planned, mapping), self._on_planned)

    def _on_planned(self, plan: Plan) -> None:
        self._planned = plan
        self.duplicates.setVisible(any(row.key for row in plan.rows))
        self._decide()

    @override
    def _decide(self) -> None:
        if self._planned is None:
            return
        decision: Decision = self.duplicates.currentData()
        # What has the reference of a record is that record: it cannot be there twice.
        never = Match.REF if decision is Decision.CREATE else None
        there = [row.number for row in self._planned.rows if row.key and row.match is not never]
        self._plan = plan = self._planned.decide(decision, *there)
        labels = {
            field.target: self._context.document.labels(RECORD_TYPES[field.target])
            for field in self._type.stored
            if field.target
        }
        self.rows.show_plan(plan, labels)
        self.remarks.show_remarks(plan.problems, plan.remarks)
        self._count(len(plan.rows), plan.problem_count + len(plan.remarks))
        self._allow(not plan.problems and not plan.does_nothing)
        wrong = what_is_wrong(plan.problem_count)
        self._say(wrong if plan.problems else summary(plan), bool(plan.problems))
        if plan.problems:
            self.tabs.setCurrentWidget(self.remarks)

    @override
    def _apply(self) -> None:
        plan = self._plan
        if plan is None or not self.can_import:
            return
        counts: list[Counts] = []
        self._write(
            inside(_(self._type.plural)),
            lambda session: counts.append(apply(session, plan)),
            lambda: told(self._type, counts[0]),
        )

    def _write(self, records: str, action: Action, said: Callable[[], str]) -> None:
        """Import in one step; `said` tells what it did once it is done."""
        gate = self._context.document.gate
        label = _("Import {records} from {file}").format(
            records=records, file=quoted(shorten(self._path.name, _NAME))
        )

        def write(_report: Report) -> ChangeSet:
            return gate.run(label, action)

        self._wait(_("Importing {records}…").format(records=records))
        self._cancel.setEnabled(False)
        self._is_writing = True
        self._run(write, lambda change_set: self._on_written(change_set, said()))

    def _on_written(self, change_set: ChangeSet, said: str) -> None:
        self._is_writing = False
        self._context.document.announce(change_set)
        self.accept()
        self._context.toast(said, True)

    def _run(self, work: Callable[[Report], Any], done: Callable[[Any], None]) -> None:
        """Do something in the background; only the latest that was asked for counts."""
        if self._job is not None and not self._is_writing:
            self._job.cancel()
        self._asked += 1
        mine = self._asked

        def finish(result: Any) -> None:  # noqa: ANN401  # whatever the work gives
            if mine == self._asked:
                done(result)
                self.settled.emit()

        def fail(error: BaseException) -> None:
            if mine == self._asked:
                self._fail(error)
                self.settled.emit()

        self._job = self._context.background.start(
            self.windowTitle(), work, done=finish, failed=fail
        )

    def _fail(self, error: BaseException) -> None:
        self._is_writing = False
        self._cancel.setEnabled(True)
        if was_cancelled(error):
            return
        if not isinstance(error, EntenteError):
            self._context.tell(error)
            self.reject()
            return
        self._doing.setText("")
        self._bar.hide()
        self._another.show()
        self.pages.setCurrentWidget(self.tabs if self._source is not None else self._waiting)
        self._say(sentence(error), is_problem=True)
