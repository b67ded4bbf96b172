"""The cross glossary: what each trade means, what was agreed, where it matters."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.difficulty import DIFFICULTY
from entente.domain.glossary import MEANING, TERM, TERM_LABELS, TERM_LINK, TermStatus
from entente.i18n import _, ngettext
from entente.services import glossary
from entente.services.glossary import Line
from entente_ui.formats import number, percent
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    Menu,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    ask_beside,
    make_action,
    spaced,
)
from entente_ui.knowledge.glossary_model import GlossaryModel
from entente_ui.knowledge.glossary_table import GlossaryTable
from entente_ui.pane import Context, Selection, paper
from entente_ui.pane_view import ReadingView
from entente_ui.registers import work
from entente_ui.registers.filter_field import FilterField


class GlossaryTab(ReadingView):
    """The glossary.

    Attributes:
        table: The grid.
        model: What it shows.
    """

    name = "glossary"
    tables = frozenset({TERM.name, MEANING.name, TERM_LINK.name, DIFFICULTY.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = GlossaryModel(self)
        self.table = GlossaryTable(self.model, self)
        self.figures = PlainLabel("", "body", self, wrap=True)
        self.filter_field = FilterField(_("Filter…"), self, shortcut="Ctrl+F")
        self._writing: list[QWidget] = []
        self._stack = QStackedWidget(self)
        self._build()
        self.filter_field.textChanged.connect(self.model.filter_by)
        self.table.selectionModel().selectionChanged.connect(lambda *_cells: self._tell())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._show_menu)

    def _build(self) -> None:
        bar = spaced(FlowLayout(), 0, 8)
        self._add = PrimaryButton(_("Add a term"), self.add_record, self)
        trade = SecondaryButton(_("Add a trade"), lambda: self._ask_trade(trade), self)
        self._tie = SecondaryButton(_("Tie to a difficulty"), self._offer_ties, self)
        for widget in (self._add, trade, self._tie, self.filter_field):
            bar.addWidget(widget)
        self._writing += [self._add, trade, self._tie]
        invitation = EmptyState(
            "documents",
            _("No word is in the glossary yet."),
            _("Add a term"),
            self.add_record,
            self,
            hint=_("Many conflicts live on one word that has two meanings."),
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(invitation)
        self._stack.addWidget(
            EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        )
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        layout.addWidget(self.figures)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    @property
    @override
    def status(self) -> str:
        count = len(self.model.rows)
        return ngettext("{count} term", "{count} terms", count).format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        viewer, presenting = document.viewer, document.is_presenting
        self.model.say = None if presenting else self._say
        self.model.define = None if presenting else self._define
        for widget in self._writing:
            widget.setEnabled(not presenting)
        found = document.read(lambda s: glossary.cross_glossary(s, viewer))
        self.model.show_glossary(found)
        if found.lines:
            self._stack.setCurrentIndex(0)
        else:
            self._stack.setCurrentIndex(2 if presenting else 1)
        count = len(found.lines)
        words = [
            _("{shared} of {count} terms shared ({rate})").format(
                shared=number(found.shared),
                count=number(count),
                rate=percent(found.shared / count),
            )
            if count
            else ""
        ]
        if found.diverging:
            words.append(
                ngettext("{count} diverging", "{count} diverging", found.diverging).format(
                    count=number(found.diverging)
                )
            )
        self.figures.setText(" · ".join(filter(None, words)))
        self.figures.setVisible(bool(count))

    def _say(self, line: Line, trade: str, text: str) -> bool:
        label = _("Meaning of “{word}” for {trade}").format(word=line.word, trade=trade)
        return self.context.document.run(label, lambda s: glossary.say(s, line.id, trade, text))

    def _define(self, line: Line, name: str, text: str) -> bool:
        values = {name: text or None}
        return self.context.taken(work.change(self.context.document, TERM, [line.id], values))

    @override
    def add_record(self) -> bool:
        if self.model.say is not None:
            self._ask_word()
        return True

    def _ask_word(self) -> None:
        def add(word: str) -> None:
            if not word.strip():
                return
            key, problem = work.create(self.context.document, TERM, {"word": word})
            if self.context.taken(problem):
                self._show(key)

        ask_beside(
            self, self._add.geometry(), _("Which word?"), add, placeholder=_("Word or expression")
        )

    def _ask_trade(self, beside: QWidget) -> None:
        def add(name: str) -> None:
            if name.strip() and self.model.say is not None:
                self.model.add_trade(name.strip())

        ask_beside(
            self,
            beside.geometry(),
            _("Which trade?"),
            add,
            placeholder=_("Care, education, IT…"),
        )

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type == MEANING.name:
            rows = self.context.document.table(MEANING).dicts()
            key = next((row["term_id"] for row in rows if row["id"] == key), "")
        elif record_type != TERM.name:
            return False
        self._show(key)
        return True

    def _show(self, key: str) -> None:
        """Select a term and bring it into view."""
        self.read_now()
        if self.model.row_of(key) < 0:
            self.filter_field.clear()
            self.model.filter_by("")
        row = self.model.row_of(key)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))
            self.table.scrollTo(self.model.index(row, 0))

    @override
    def focus_filter(self) -> None:
        self.filter_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_field.selectAll()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("glossary"), "")

    def _keys(self) -> list[str]:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self.model.rows[row].id for row in rows]

    def _tell(self) -> None:
        keys = self._keys()
        self.selected.emit(Selection(TERM, tuple(keys)) if keys else None)

    @override
    def offered(self) -> Sequence[QAction]:
        if self.model.say is None:
            return ()
        return [
            make_action(self, _("Add a term"), self.add_record),
            make_action(self, _("Tie to a difficulty"), self._offer_ties),
        ]

    def _offer_ties(self) -> None:
        self._ties().popup(self._tie.mapToGlobal(self._tie.rect().bottomLeft()))

    def _ties(self) -> Menu:
        """Return a menu of the difficulties, those tied to what is selected ticked."""
        menu = Menu(_("Tie to a difficulty"), self)
        keys = self._keys()
        lines = [line for line in self.model.rows if line.id in keys]
        for row in self.context.document.table(DIFFICULTY).dicts():
            action = menu.addAction(f"{row['ref']} {row['title']}".replace("&", "&&"))
            tied = bool(lines) and all(row["ref"] in line.difficulties for line in lines)
            action.setCheckable(True)
            action.setChecked(tied)
            action.setEnabled(bool(lines))
            action.triggered.connect(partial(self._change_tie, keys, row["id"], tied))
        return menu

    def _change_tie(self, keys: list[str], difficulty: str, tied: bool, _on: bool = False) -> None:
        if tied:
            label = _("Untie from a difficulty")
            self.context.document.run(label, lambda s: glossary.untie(s, keys, difficulty))
        else:
            label = _("Tie to a difficulty")
            self.context.document.run(label, lambda s: glossary.tie(s, keys, difficulty))

    def _show_menu(self, place: QPoint) -> None:
        keys = self._keys()
        if not keys or self.model.say is None:
            return
        menu = Menu("", self)
        states = menu.addMenu(_("Status"))
        for status in TermStatus:
            action = states.addAction(_(TERM_LABELS[status]))
            action.triggered.connect(partial(self._set_status, keys, status))
        ties = self._ties()
        menu.addMenu(ties)
        index = self.table.indexAt(place)
        trade = self.model.trade_at(index.column()) if index.isValid() else ""
        if trade:
            words = _("Rename the trade “{trade}”…").format(trade=trade.replace("&", "&&"))
            menu.addAction(words).triggered.connect(lambda: self._ask_name(trade, index.column()))
        menu.addSeparator()
        menu.addAction(_("Delete")).triggered.connect(partial(self._remove, keys))
        menu.popup(self.table.viewport().mapToGlobal(place))

    def _set_status(self, keys: list[str], status: TermStatus, _on: bool = False) -> None:
        values = {"status": status.value}
        self.context.taken(work.change(self.context.document, TERM, keys, values))

    def _remove(self, keys: list[str], _on: bool = False) -> None:
        if self.context.taken(work.remove(self.context.document, TERM, keys)):
            self.context.toast(
                ngettext("{count} term deleted.", "{count} terms deleted.", len(keys)).format(
                    count=number(len(keys))
                ),
                True,
            )

    def _ask_name(self, trade: str, column: int) -> None:
        header = self.table.horizontalHeader()
        box = header.geometry()
        box.moveLeft(header.sectionViewportPosition(column))

        def rename(name: str) -> None:
            if name.strip() and name.strip() != trade:
                label = _("Rename a trade")
                self.context.document.run(
                    label, lambda s: glossary.rename_trade(s, trade, name.strip())
                )

        ask_beside(self.table, box, _("Name of the trade"), rename, placeholder=trade)

    @override
    def state(self) -> Mapping[str, Any]:
        return {"selected": self._keys()[:1]}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        for key in state.get("selected", ()):
            self._show(str(key))
