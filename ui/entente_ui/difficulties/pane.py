"""The difficulties pane: the list, the one that is open, and the register of all."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import STEP
from entente.domain.party import PARTY
from entente.i18n import _, ngettext
from entente.services import difficulties
from entente.store.journal import ChangeSet
from entente_ui.difficulties.listing import DifficultyList
from entente_ui.difficulties.pages import PAGES
from entente_ui.difficulties.workspace import Workspace
from entente_ui.kit import EmptyState, PlainLabel, PrimaryButton, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Pane, Selection
from entente_ui.registers import work
from entente_ui.registers.question import NewRecord
from entente_ui.registers.register import Register

if TYPE_CHECKING:
    from entente.services.difficulties import Overview

_PARTS: Final = tuple(dict.fromkeys(kind for entry in PAGES for kind in entry.kinds))
_OWNER: Final = "difficulty_id"
#: Pages below the first tab.
_CARDS, _INVITATION, _PRIVATE = range(3)
_CONCERNED: Final = {DIFFICULTY.name, DIFFICULTY.rating_name, ACTOR.name, PARTY.name, STEP.name}


class DifficultiesPane(Pane):
    """Walk through the difficulties and work on one."""

    place = "difficulties"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: Sequence[Overview] = ()
        self._told = False
        self._subtitle = PlainLabel("", "muted", self)
        self.tabs = QTabWidget(self)
        self.list = DifficultyList(self)
        self.workspace = Workspace(context, self)
        self.register = Register(context, DIFFICULTY, self)
        self._stack = QStackedWidget(self)
        self._build()
        self._connect()
        self._reload()

    def _build(self) -> None:
        layout = spaced(QVBoxLayout(self), (0, 16, 0, 0), 8)
        head = spaced(QHBoxLayout(), (20, 0, 20, 0), 12)
        words = spaced(QVBoxLayout(), 0, 2)
        words.addWidget(PlainLabel(_("Difficulties"), "title", self))
        words.addWidget(self._subtitle)
        head.addLayout(words, 1)
        self._new = PrimaryButton(_("Note a difficulty"), self.add_record, self, icon_name="plus")
        head.addWidget(self._new)
        layout.addLayout(head)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self.workspace)
        split.setStretchFactor(1, 1)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        self.list.setMinimumWidth(theme().px(240))
        split.setSizes([theme().px(300), theme().px(800)])
        self._stack.addWidget(split)
        self._stack.addWidget(self._empty())
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._stack.addWidget(private)
        self.tabs.addTab(self._stack, _("One by one"))
        self.tabs.addTab(self._register_page(), _("Register"))
        layout.addWidget(self.tabs, 1)

    def _register_page(self) -> QWidget:
        page = QWidget(self)
        spaced(QVBoxLayout(page), (20, 0, 20, 16), 0).addWidget(self.register)
        return page

    def _empty(self) -> EmptyState:
        return EmptyState(
            "difficulties",
            _("No difficulty has been noted. A weak signal is enough to begin."),
            _("Note a difficulty"),
            self.add_record,
            self,
        )

    def _connect(self) -> None:
        self.list.chosen.connect(self._open)
        self.register.selected.connect(self._on_register_selected)
        self.register.status_changed.connect(self._on_register_status)
        self.tabs.currentChanged.connect(self._on_tab)
        self.context.document.changed.connect(self._on_changed)
        self.context.document.viewer_changed.connect(self._on_viewer)
        self.workspace.status_changed.connect(self.status_changed)

    @Slot(object)
    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.tables & _CONCERNED:
            self._reload()
        self.workspace.tell(change_set)

    @Slot()
    def _on_viewer(self) -> None:
        self._reload()
        self.workspace.read_again()

    @Slot()
    def _reload(self) -> None:
        viewer = self.context.document.viewer
        self._rows = self.context.document.read(lambda s: difficulties.overview(s, viewer))
        presenting = self.context.document.is_presenting
        empty = _PRIVATE if presenting else _INVITATION
        self._stack.setCurrentIndex(_CARDS if self._rows else empty)
        self._new.setVisible(not presenting)
        self._subtitle.setText(self._summary())
        self.list.show_rows(self._rows)
        self._open(self.list.key)

    def _summary(self) -> str:
        going = sum(not row.is_closed for row in self._rows)
        rising = sum((row.speed or 0) > 0 for row in self._rows if not row.is_closed)
        words = ngettext("{count} under way", "{count} under way", going).format(count=going)
        if rising:
            more = ngettext("{count} escalating", "{count} escalating", rising)
            words = f"{words} — {more.format(count=rising)}"
        return words

    @Slot(str)
    def _open(self, key: str) -> None:
        row = next((row for row in self._rows if row.id == key), None)
        if row is None:
            if self.tabs.currentIndex() == 0:
                self.selected.emit(None)
                self.status_changed.emit("")
            return
        self.workspace.show_overview(row)
        if self.tabs.currentIndex() == 0:
            self._announce(key)

    def _announce(self, key: str) -> None:
        self.selected.emit(Selection(DIFFICULTY, (key,)) if key else None)
        place = self.list.difficulties.row_of(key) + 1
        if place:
            words = _("{place} of {count}").format(place=place, count=len(self._rows))
            self.status_changed.emit(words)

    @Slot(object)
    def _on_register_selected(self, selection: Selection | None) -> None:
        if self.tabs.currentIndex() == 1:
            self.selected.emit(selection)

    @Slot(str)
    def _on_register_status(self, text: str) -> None:
        if self.tabs.currentIndex() == 1:
            self.status_changed.emit(text)

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        if index == 0:
            chosen = self.register.selection
            if chosen is not None:
                self.list.choose(chosen.keys[0])
            self._announce(self.list.key)
            return
        if self.list.key:
            self.register.reveal(self.list.key)
        self.selected.emit(self.register.selection)
        self.status_changed.emit(self.register.status)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._told and self.tabs.currentIndex() == 0:
            # What was chosen while the pane was made was told to nobody yet.
            self._told = True
            self._announce(self.list.key)

    @override
    def add_record(self) -> None:
        """Ask for the title of a difficulty and note it; it starts as a weak signal."""
        document = self.context.document
        if document.is_presenting:
            return
        given = {"opened_on": document.read(lambda s: s.today)}

        def create(values: Mapping[str, Any]) -> str:
            key, problem = work.create(document, DIFFICULTY, values)
            if key:
                self.reveal(DIFFICULTY.name, key)
            return problem

        NewRecord(self._new, DIFFICULTY, {}, create, given).open_at(self._new.rect())

    @override
    def focus_filter(self) -> None:
        self.tabs.setCurrentIndex(1)
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
        owner = self._owner(record_type, key)
        if self.tabs.currentIndex() == 1:
            self.register.reveal(owner)
            self.tabs.setCurrentIndex(0)
        self.list.choose(owner)
        if owner != key:
            self.workspace.focus_on(record_type, key)

    def _owner(self, record_type: str, key: str) -> str:
        """Return the difficulty a part belongs to, however many records lie between."""
        while record_type != DIFFICULTY.name:
            kind = RECORD_TYPES[record_type]
            above = next((f for f in kind.stored if f.name == _OWNER), None) or next(
                (f for f in kind.stored if f.owned), None
            )
            if above is None:
                return ""
            rows = self.context.document.table(kind).dicts()
            key = next((row[above.name] or "" for row in rows if row["id"] == key), "")
            record_type = above.target
        return key

    @override
    def commands(self) -> Sequence[QAction]:
        if self.tabs.currentIndex() == 1:
            return self.register.offered_actions()
        offered = (
            (_("Note a difficulty"), self.add_record),
            (_("Prepare the brief"), self.workspace.make_brief),
        )
        actions = []
        for text, command in offered:
            action = QAction(text, self)
            action.triggered.connect(command)
            actions.append(action)
        return [*actions, *self.workspace.offered()]

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
        if state.get("tab") == 1:
            self.tabs.setCurrentIndex(1)
