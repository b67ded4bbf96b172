"""The page of the grids: every answer at once, typed, pasted, from a file or into one."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.objective import INFLUENCE, STANCE
from entente.domain.text import shorten
from entente.errors import EntenteError
from entente.i18n import _, pgettext
from entente.services.mactor import Question
from entente.services.mactor_answers import answer_many
from entente_ui.actors.mactor.grid_model import GridModel
from entente_ui.actors.mactor.grid_table import GridTable
from entente_ui.actors.mactor.known import Known, Page
from entente_ui.folders import remember_folder, start_folder
from entente_ui.kit import IconButton, PlainLabel, Segments, spaced
from entente_ui.kit.announce import announce
from entente_ui.pane import Context

_GRIDS: Final = {INFLUENCE.name: "mid", STANCE.name: "mao"}


class AnswersPage(Page):
    """Both grids.

    Attributes:
        kinds: Chooses the grid.
        tables: The grids by kind.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._known: Known | None = None
        self.kinds = Segments(
            ((INFLUENCE.name, _("Influences")), (STANCE.name, pgettext("mactor", "Stances"))),
            INFLUENCE.name,
            self,
        )
        self.tables = {
            kind: GridTable(GridModel(kind, partial(self._write, kind), self), self)
            for kind in _GRIDS
        }
        self._stack = QStackedWidget(self)
        self._line = PlainLabel("", "body", self, wrap=True)
        self._legend = PlainLabel("", "small", self, wrap=True)
        self._import = IconButton("file-import", _("Import…"), self.import_grid, self)
        self._export = IconButton("file-export", _("Export…"), self.export_grid, self)
        self._build()

    @property
    def table(self) -> GridTable:
        """The grid that is open."""
        return self.tables[self.kinds.current]

    @override
    def show_known(self, known: Known) -> None:
        self._known = known
        for table in self.tables.values():
            table.answers.show_known(known)
        self._import.setVisible(known.can_edit)
        self._describe(self.table.answers.words(self.table.currentIndex()))

    def go_to(self, question: Question) -> bool:
        """Go to the cell of a question; say whether there is one."""
        self.kinds.set_current(question.kind)
        self._open(question.kind)
        index = self.table.answers.index_of(question)
        self.table.setCurrentIndex(index)
        return index.isValid()

    def import_grid(self, path: Path | None = None) -> None:
        """Take over a grid from a file; ask for it if none is given."""
        from entente.exchange import readers  # noqa: PLC0415  # readers are heavy

        chosen = path or self._ask_source()
        if chosen is None:
            return
        try:
            rows = readers.read_cells(chosen)
        except EntenteError as error:
            self.context.tell(error)
            return
        self._take(rows, chosen.name)

    def _take_headed(self, block: Sequence[Sequence[str]]) -> None:
        self._take([[cell or None for cell in row] for row in block], _("Clipboard"))

    def _take(self, rows: Sequence[Sequence[Any]], source: str) -> None:
        from entente.exchange import grids  # noqa: PLC0415  # likewise

        kind = grids.GRIDS[_GRIDS[self.kinds.current]]
        name = shorten(source, 60)
        label = _("Import {name}").format(name=name)
        action = partial(grids.import_grid, kind=kind, source=source, rows=rows)
        if self.context.document.run(label, action):
            self.context.toast(_("{name} taken over").format(name=name), True)

    def export_grid(self) -> None:
        """Write the grid that is open into a file."""
        from entente.exchange import grids, writers  # noqa: PLC0415  # likewise

        if self._known is None:
            return
        name = _GRIDS[self.kinds.current]
        kinds = "CSV (*.csv);;Excel (*.xlsx)"
        start = str(start_folder() / f"{name}.csv")
        target, _kind = QFileDialog.getSaveFileName(self, _("Export the grid"), start, kinds)
        if not target:
            return
        path = Path(target)
        path = path if path.suffix.lower() in writers.SUFFIXES else path.with_suffix(".csv")
        remember_folder(path)
        try:
            writers.write_export(path, grids.grid_of(self._known.forces, grids.GRIDS[name]))
        except EntenteError as error:
            self.context.tell(error)
            return
        said = _("Grid written to {file}, not encrypted").format(file=path.name)
        self.context.toast(said, False)

    def _build(self) -> None:
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(self.kinds, 1)
        head.addWidget(self._import)
        head.addWidget(self._export)
        column = spaced(QVBoxLayout(self), 0, 8)
        column.addLayout(head)
        column.addWidget(self._legend)
        names = {
            INFLUENCE.name: _("Who can weigh on whom, from 0 to 4"),
            STANCE.name: _("Who stands where on what, from −4 to +4"),
        }
        for kind, table in self.tables.items():
            table.setAccessibleName(names[kind])
            table.described.connect(self._describe)
            table.declined.connect(self._decline)
            table.headed.connect(self._take_headed)
            self._stack.addWidget(table)
        column.addWidget(self._stack, 1)
        column.addWidget(self._line)
        self.kinds.setAccessibleName(_("Grid"))
        self.kinds.chosen.connect(self._open)
        self._open(self.kinds.current)

    def _open(self, kind: str) -> None:
        self._stack.setCurrentWidget(self.tables[kind])
        self._legend.setText(
            _(
                "Each row weighs on each column: 0 nothing, 1 daily workings, 2 projects, "
                "3 missions, 4 existence. A blank cell is a question not answered. "
                "Type a figure, paste a block from a spreadsheet, or clear with Delete."
            )
            if kind == INFLUENCE.name
            else _(
                "Each row is for (+) or against (−) each column: 0 indifferent, 1 daily workings "
                "are at stake, 2 projects, 3 missions, 4 existence. A blank cell is a question "
                "not answered."
            )
        )
        self._describe(self.table.answers.words(self.table.currentIndex()))

    def _write(self, kind: str, values: Mapping[Question, int | None]) -> bool:
        pairs = {(each.first, each.second): value for each, value in values.items()}
        label = _("Change the influences") if kind == INFLUENCE.name else _("Change the stances")
        return self.context.document.run(label, partial(answer_many, kind=kind, values=pairs))

    def _describe(self, words: str) -> None:
        self._line.set_variant("body")
        self._line.setText(words)

    def _decline(self, words: str) -> None:
        self._line.set_variant("error")
        self._line.setText(words)
        announce(self, words)

    def _ask_source(self) -> Path | None:
        kinds = _("Grids") + " (*.csv *.xlsx *.ods *.tsv)"
        source, _kind = QFileDialog.getOpenFileName(
            self, _("Import a grid"), str(start_folder()), kinds
        )
        if not source:
            return None
        remember_folder(Path(source))
        return Path(source)
