"""One difficulty, whole: its title, its wheel, and its pages behind tabs."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.difficulty import DIFFICULTY
from entente.domain.wheel import Question
from entente.i18n import _
from entente.services import mediation
from entente.services.difficulties import Overview
from entente.store.journal import ChangeSet
from entente_ui.difficulties.guard.banner import StopBanner
from entente_ui.difficulties.page import DifficultyPage
from entente_ui.difficulties.pages import (
    HEAD_TOOLS,
    OVERVIEW,
    PAGES,
    Entry,
    make_tool,
    page_exists,
)
from entente_ui.difficulties.wheel import WheelView
from entente_ui.difficulties.wheel_words import PAGE_OF
from entente_ui.difficulties.words import nature_line
from entente_ui.drag import dragged_records
from entente_ui.kit import ElidedLabel, FlowLayout, PrimaryButton, set_look, spaced, tooltip
from entente_ui.look.theme import theme
from entente_ui.pane import Context, paper

#: Tables the wheel is worked out from.
_TURNS: Final = frozenset(
    {"actor", "party", "note", "interest", "option", "agreement", "commitment", "commitment_rating"}
)

#: Px at 100 %: as narrow as its pages can be read.
_LEAST: Final = 310
#: Px at 100 % from which the questions are written beside the wheel.
_CAPTIONED: Final = 780
#: The same, below which the button of the brief is a sign alone.
_WORDED: Final = 400


class Workspace(QWidget):
    """The difficulty one works on; each page is made when its tab is first opened.

    Signals:
        status_changed: Emitted with a short text for the status bar.

    Attributes:
        tabs: One for each page.
        wheel: How far the mediation has come; for the mediator alone.
    """

    status_changed = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._overview: Overview | None = None
        self._holders: dict[str, QWidget] = {}
        self._pages: dict[str, DifficultyPage] = {}
        self._stale: set[str] = set()
        self._statuses: dict[str, str] = {}
        self._title = ElidedLabel("", "heading", self)
        self._line = ElidedLabel("", "muted", self)
        self.wheel = WheelView(self)
        self._tools = [make_tool(maker, context, self) for maker in HEAD_TOOLS]
        self._brief = PrimaryButton(
            _("Prepare the brief"), self.make_brief, self, icon_name="printer"
        )
        self.stop = StopBanner(context, self)
        self.tabs = QTabWidget(self)
        set_look(self.tabs.tabBar(), "dense", "true")  # eight of them, beside the inspector
        self._build()
        self.setAccessibleName(_(DIFFICULTY.label))
        self.setAcceptDrops(True)
        self._keep_room()
        theme().changed.connect(self._keep_room)
        self.tabs.currentChanged.connect(self._on_page)
        self.stop.opened.connect(lambda: self.go("guard"))
        self.wheel.asked.connect(self._go_round)

    def _build(self) -> None:
        head = spaced(QHBoxLayout(), (20, 10, 20, 0), 16)
        words = spaced(QVBoxLayout(), 0, 2)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        tools = spaced(FlowLayout(), (0, 4, 0, 0), 8)
        for tool in self._tools:
            tools.addWidget(tool)
        tools.addWidget(self._brief)
        words.addLayout(tools)
        words.addStretch(1)
        head.addLayout(words, 1)
        head.addWidget(self.wheel)
        for entry in PAGES:
            holder = QWidget(self.tabs)
            spaced(QVBoxLayout(holder), 0, 0)
            self._holders[entry.name] = holder
            self.tabs.addTab(holder, _(entry.title))
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(head)
        layout.addWidget(self.stop)
        layout.addWidget(self.tabs, 1)

    def _keep_room(self) -> None:
        self.setMinimumWidth(theme().px(_LEAST))

    @property
    def key(self) -> str:
        """Key of the difficulty shown, empty for none."""
        return self._overview.id if self._overview else ""

    @property
    def status(self) -> str:
        """What the page one is at says in the status bar; empty if it says nothing."""
        return self._statuses.get(self._entry.name, "")

    @property
    def current(self) -> DifficultyPage:
        """The page one is at."""
        return self.page(self._entry.name)

    @property
    def _entry(self) -> Entry:
        return PAGES[max(0, self.tabs.currentIndex())]

    def page(self, name: str) -> DifficultyPage:
        """Return a page, made when first asked for."""
        if name not in self._pages:
            entry = next(entry for entry in PAGES if entry.name == name)
            holder = self._holders[name]
            page = entry.make(self._context, holder)
            layout = holder.layout()
            if layout is not None:
                layout.addWidget(page)
            page.page_wanted.connect(self.go)
            page.status_changed.connect(partial(self._on_status, name))
            self._pages[name] = page
            self._stale.add(name)
        return self._pages[name]

    def go(self, name: str, key: str = "") -> None:
        """Open a page, at one of its records if a key is given."""
        if not page_exists(name):
            name = OVERVIEW
        self.tabs.setCurrentWidget(self._holders[name])
        if key:
            self.page(name).focus_on("", key)

    @Slot(str)
    def _go_round(self, question: str) -> None:
        """Open the page where a question of the wheel is answered, and put the cursor there."""
        self.go(PAGE_OF[Question(question)])
        self.current.answer(question)

    def show_overview(self, overview: Overview) -> None:
        """Show a difficulty, or what changed at its head; its pages read for themselves."""
        is_other = overview.id != self.key
        self._overview = overview
        self._title.setText(f"{overview.ref} — {overview.title}")
        self._line.setText(nature_line(overview))
        self._brief.setVisible(not self._context.document.is_presenting)
        for tool in self._tools:
            tool.show_overview(overview)
        self._turn_wheel()
        self.stop.show_difficulty(overview.id)
        if is_other:
            self.read_again()
        else:
            self._show_current()

    def _turn_wheel(self) -> None:
        document = self._context.document
        # What it counts is for the mediator: a projected screen shows none of it.
        self.wheel.setVisible(not document.is_presenting)
        if self.key and not document.is_presenting:
            self.wheel.show_wheel(document.read(lambda s: mediation.wheel_of(s, self.key)))

    def read_again(self) -> None:
        """Have every page read again before it is next seen."""
        self._stale.update(self._pages)
        self._show_current()

    def tell(self, change_set: ChangeSet) -> None:
        """Have the pages that show something of what changed read again."""
        self._stale.update(
            entry.name
            for entry in PAGES
            if entry.name in self._pages and entry.shows & change_set.tables
        )
        if change_set.tables & _TURNS:
            self._turn_wheel()
        self._show_current()

    @Slot()
    def _on_page(self) -> None:
        self._show_current()
        self.status_changed.emit(self.status)

    def _on_status(self, name: str, text: str) -> None:
        self._statuses[name] = text
        if name == self._entry.name:
            self.status_changed.emit(text)

    @Slot()
    def _show_current(self) -> None:
        if not self.key:
            return
        name = self._entry.name
        page = self.page(name)
        if name in self._stale:
            self._stale.discard(name)
            page.show_difficulty(self.key)

    def focus_on(self, record_type: str, key: str) -> None:
        """Open the page a part of the difficulty is on, at that part."""
        name = next((entry.name for entry in PAGES if record_type in entry.kinds), OVERVIEW)
        self.tabs.setCurrentWidget(self._holders[name])
        self.page(name).focus_on(record_type, key)

    @Slot()
    def make_brief(self) -> None:
        """Go to the documents with this difficulty chosen."""
        if self.key:
            self._context.reveal(paper("conflict"), self.key)

    def print_out(self) -> None:
        """Print the page one is at, or prepare the brief."""
        if not self.current.print_out():
            self.make_brief()

    def offered(self) -> Sequence[QAction]:
        """Return the actions of the tools in the head and of the page one is at."""
        if not self.key:
            return ()
        of_tools = [action for tool in self._tools for action in tool.offered()]
        return [*of_tools, *self.current.offered()]

    def state(self) -> Mapping[str, Any]:
        """Return what brings the pages back."""
        return {
            "page": self._entry.name,
            "pages": {name: page.state() for name, page in self._pages.items()},
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back to a state that `state` gave; what it does not know is left."""
        for name, kept in dict(state.get("pages", {})).items():
            if name in self._holders:
                self.page(name).restore(kept)
        holder = self._holders.get(str(state.get("page", "")))
        if holder is not None:
            self.tabs.setCurrentWidget(holder)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wheel.set_captions(self.width() >= theme().px(_CAPTIONED))
        words = _("Prepare the brief")
        self._brief.setText(words if self.width() >= theme().px(_WORDED) else "")
        tooltip(self._brief, words if not self._brief.text() else "")
        self._brief.setAccessibleName(words)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        kind, keys = dragged_records(event.mimeData())
        if kind == "actor" and keys and self.key and not self._context.document.is_presenting:
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        _kind, keys = dragged_records(event.mimeData())
        if self.current.take_actors(keys):
            event.acceptProposedAction()
