"""The difficulties pane: the list, the one that is open, and the register of all."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.note import STEP
from entente.domain.party import PARTY
from entente.i18n import _
from entente.services import difficulties
from entente.store.journal import ChangeSet
from entente_ui.difficulties.belonging import only_adds, owner_of
from entente_ui.difficulties.causes import view as causes_tab
from entente_ui.difficulties.log.commands import LogCommands
from entente_ui.difficulties.log.side import TABLES as SIGNAL_TABLES
from entente_ui.difficulties.one_by_one import OneByOne
from entente_ui.difficulties.pages import OVERVIEW, PAGES
from entente_ui.difficulties.tabs import VIEWS
from entente_ui.difficulties.words import summary_line
from entente_ui.kit import PlainLabel, PrimaryButton, make_action, spaced
from entente_ui.pane import Context, Pane, Selection
from entente_ui.registers import work
from entente_ui.registers.question import NewRecord
from entente_ui.registers.register import Register

if TYPE_CHECKING:
    from entente.services.difficulties import Overview

_PARTS: Final = tuple(dict.fromkeys(kind for entry in PAGES for kind in entry.kinds))
#: The tabs.
_ONE, _CAUSES, _REGISTER = range(3)
_CONCERNED: Final = {DIFFICULTY.name, DIFFICULTY.rating_name, ACTOR.name, PARTY.name, STEP.name}


class DifficultiesPane(Pane):
    """Walk through the difficulties and work on one."""

    place = "difficulties"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: Sequence[Overview] = ()
        self._told = False
        self._is_behind = False
        self._tab = _ONE
        self._selected: Selection | None = None
        self._subtitle = PlainLabel("", "muted", self)
        self.tabs = QTabWidget(self)
        self.one = OneByOne(context, self.add_record, self)
        self.side, self.workspace = self.one.side, self.one.workspace
        self.list = self.side.list
        self.causes = causes_tab.CausesView(context, self)
        self.register = Register(context, DIFFICULTY, self)
        self._log = LogCommands(context, self.list)
        self._causes_are_stale = True
        self._build()
        self._connect()
        self._on_viewer()

    def _build(self) -> None:
        layout = spaced(QVBoxLayout(self), (0, 12, 0, 0), 4)
        head = spaced(QHBoxLayout(), (20, 0, 20, 0), 12)
        baseline = Qt.AlignmentFlag.AlignBottom
        head.addWidget(PlainLabel(_("Difficulties"), "title", self), 0, baseline)
        head.addWidget(self._subtitle, 1, baseline)
        self._new = PrimaryButton(_("Note a difficulty"), self.add_record, self, icon_name="plus")
        head.addWidget(self._new)
        layout.addLayout(head)
        for page, tab in zip((self.one, self.causes, self._register_page()), VIEWS, strict=True):
            self.tabs.addTab(page, _(tab.title))
        layout.addWidget(self.tabs, 1)

    def _register_page(self) -> QWidget:
        page = QWidget(self)
        spaced(QVBoxLayout(page), (20, 0, 20, 16), 0).addWidget(self.register)
        return page

    def _connect(self) -> None:
        self.list.chosen.connect(self._open)
        self.register.selected.connect(self._on_register_selected)
        self.register.status_changed.connect(self._on_register_status)
        self.tabs.currentChanged.connect(self._on_tab)
        self.context.document.changed.connect(self._on_changed)
        self.context.document.viewer_changed.connect(self._on_viewer)
        self.workspace.status_changed.connect(self._on_workspace_status)
        self.causes.picked.connect(self._narrow)
        self.causes.naming_wanted.connect(self._name_causes)

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if not self.isVisible():
            self._is_behind = True  # whoever works elsewhere need not wait for this pane
            return
        if change_set.tables & SIGNAL_TABLES:
            self.side.signals.read_again()
        if change_set.tables & (_CONCERNED | SIGNAL_TABLES):
            self._reload()
        if change_set.tables & causes_tab.TABLES:
            self._read_causes_again()
        if not only_adds(change_set):
            self.workspace.tell(change_set)

    def _catch_up(self) -> None:
        """Show what changed while one was elsewhere."""
        if self._is_behind:
            self._on_viewer()

    @Slot()
    def _on_viewer(self) -> None:
        self._is_behind = False
        self.side.signals.read_again()
        self._reload()
        self._read_causes_again()
        self.workspace.read_again()

    @Slot()
    def _reload(self) -> None:
        viewer = self.context.document.viewer
        self._rows = self.context.document.read(lambda s: difficulties.overview(s, viewer))
        self._new.setVisible(not self.context.document.is_presenting)
        self._subtitle.setText(summary_line(self._rows))
        self.one.show_rows(self._rows)
        self._open(self.list.key)

    @Slot(object, str)
    def _narrow(self, keys: Sequence[str], words: str) -> None:
        """Show only these in the list, and go there."""
        self.side.narrow(keys, words)
        self.tabs.setCurrentIndex(_ONE)

    @Slot()
    def _name_causes(self) -> None:
        """Go to where the causes of the difficulty at hand are named."""
        if not self._rows:
            self.add_record()
            return
        self.tabs.setCurrentIndex(_ONE)
        self.workspace.go(OVERVIEW)

    def _read_causes_again(self) -> None:
        """Have the causes read again, now or when they are next looked at."""
        self._causes_are_stale = True
        if self.tabs.currentIndex() == _CAUSES:
            self._show_causes()

    def _show_causes(self) -> None:
        if self._causes_are_stale:
            self._causes_are_stale = False
            self.causes.read_again()

    @Slot(str)
    def _open(self, key: str) -> None:
        row = next((row for row in self._rows if row.id == key), None)
        if row is None:
            if self.tabs.currentIndex() == _ONE:
                self._select(None)
                self.status_changed.emit("")
            return
        self.workspace.show_overview(row)
        if self.tabs.currentIndex() == _ONE:
            self._announce(key)

    def _announce(self, key: str) -> None:
        self._select(Selection(DIFFICULTY, (key,)) if key else None)
        self._on_workspace_status(self.workspace.status)

    @Slot(str)
    def _on_workspace_status(self, text: str) -> None:
        words = self.one.told(text)
        if self.tabs.currentIndex() == _ONE and words:
            self.status_changed.emit(words)

    def _select(self, selection: Selection | None) -> None:
        """Tell what is selected; the inspector reads at once, so not twice the same."""
        if selection != self._selected:
            self._selected = selection
            self.selected.emit(selection)

    @Slot(object)
    def _on_register_selected(self, selection: Selection | None) -> None:
        if self.tabs.currentIndex() == _REGISTER:
            self._select(selection)

    @Slot(str)
    def _on_register_status(self, text: str) -> None:
        if self.tabs.currentIndex() == _REGISTER:
            self.status_changed.emit(text)

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        before, self._tab = self._tab, index
        if index == _REGISTER:
            if self.list.key:
                self.register.reveal(self.list.key)
            self._select(self.register.selection)
            self.status_changed.emit(self.register.status)
        elif index == _CAUSES:
            self._show_causes()
            self._select(None)
            self.status_changed.emit("")
        else:
            chosen = self.register.selection
            if before == _REGISTER and chosen is not None:
                self.side.choose(chosen.keys[0])
            self._announce(self.list.key)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()
        if not self._told and self.tabs.currentIndex() == _ONE:
            # What was chosen while the pane was made was told to nobody yet.
            self._told = True
            self._selected = None
            self._announce(self.list.key)

    @override
    def add_record(self) -> None:
        """Ask for the title of a difficulty and note it; it starts as a weak signal."""
        document = self.context.document
        if document.is_presenting:
            return
        given = {"opened_on": document.read(lambda s: s.today), "nature": Nature.SIGNAL.value}

        def create(values: Mapping[str, Any]) -> str:
            key, problem = work.create(document, DIFFICULTY, values)
            if key:
                self.reveal(DIFFICULTY.name, key)
            return problem

        NewRecord(self._new, DIFFICULTY, {}, create, given).open_at(self._new.rect())

    @override
    def focus_filter(self) -> None:
        self.tabs.setCurrentIndex(_REGISTER)
        self.register.focus_filter()

    @override
    def print_out(self) -> None:
        self.workspace.print_out()

    @override
    def reveals(self) -> tuple[str, ...]:
        return (DIFFICULTY.name, *_PARTS)

    @override
    def reveal(self, record_type: str, key: str) -> None:
        """Open a difficulty, or the one that a part belongs to."""
        self._catch_up()
        owner = owner_of(self.context.document, record_type, key)
        if self.tabs.currentIndex() == _REGISTER:
            self.register.reveal(owner)
        self.tabs.setCurrentIndex(_ONE)
        self.side.choose(owner)
        if owner != key:
            self.workspace.focus_on(record_type, key)

    @override
    def open_tab(self, name: str, part: str = "") -> None:
        self.tabs.setCurrentIndex([tab.name for tab in VIEWS].index(name))
        if part:
            self.workspace.go(part)

    @override
    def commands(self) -> Sequence[QAction]:
        if self.tabs.currentIndex() == _REGISTER:
            return self.register.offered_actions()
        if self.tabs.currentIndex() == _CAUSES:
            return (make_action(self, _("Copy the causes"), self.causes.copy, "copy"),)
        offered = (
            (_("Note a difficulty"), self.add_record),
            (_("Prepare the brief"), self.workspace.make_brief),
        )
        general = [make_action(self, text, command) for text, command in offered]
        return [*general, *self._log.actions(), *self.workspace.offered()]

    @override
    def state(self) -> Mapping[str, Any]:
        return {
            "tab": self.tabs.currentIndex(),
            "key": self.list.key,
            "workspace": self.workspace.state(),
        }

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.list.choose(str(state.get("key", "")))
        self.workspace.restore(state.get("workspace", {}))
        tab = state.get("tab")
        if tab in {_CAUSES, _REGISTER}:
            self.tabs.setCurrentIndex(tab)
