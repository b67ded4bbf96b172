"""The knowledge pane: the cross glossary, the decisions and the commitments."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.glossary import MEANING, TERM
from entente.i18n import _
from entente_ui.kit import PlainLabel, spaced
from entente_ui.knowledge.follow_tab import CommitmentsTab, DecisionsTab
from entente_ui.knowledge.glossary_tab import GlossaryTab
from entente_ui.knowledge.tab import KnowledgeTab
from entente_ui.pane import Context, Pane, Selection

_GLOSSARY, _DECISIONS, _COMMITMENTS = range(3)
_TAB_OF: Final = {
    TERM.name: _GLOSSARY,
    MEANING.name: _GLOSSARY,
    DECISION.name: _DECISIONS,
    COMMITMENT.name: _COMMITMENTS,
}


class KnowledgePane(Pane):
    """Words, decisions and promises of the mission.

    Attributes:
        tabs: One for each list.
        lists: The lists, in the order of the tabs.
    """

    place = "knowledge"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tabs = QTabWidget(self)
        self.lists: tuple[KnowledgeTab, ...] = (
            GlossaryTab(context, self),
            DecisionsTab(context, self),
            CommitmentsTab(context, self),
        )
        self._selections: dict[int, Selection | None] = {}
        titles = (_("Glossary"), _(DECISION.plural), _(COMMITMENT.plural))
        for title, each in zip(titles, self.lists, strict=True):
            self.tabs.addTab(self._page(each), title)
        layout = spaced(QVBoxLayout(self), (0, 16, 0, 0), 8)
        head = PlainLabel(_("Knowledge"), "title", self)
        head.setContentsMargins(20, 0, 20, 0)
        layout.addWidget(head)
        layout.addWidget(self.tabs, 1)
        for place, each in enumerate(self.lists):
            each.selected.connect(lambda chosen, place=place: self._on_selected(place, chosen))
            each.status_changed.connect(lambda text, place=place: self._on_status(place, text))
        self.tabs.currentChanged.connect(self._on_tab)

    def _page(self, tab: KnowledgeTab) -> QWidget:
        page = QWidget(self)
        spaced(QVBoxLayout(page), (20, 0, 20, 16), 0).addWidget(tab)
        return page

    @property
    def current(self) -> KnowledgeTab:
        """The list one is at."""
        return self.lists[self.tabs.currentIndex()]

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        self.lists[place].read_now()
        self.selected.emit(self._selections.get(place))
        self.status_changed.emit(self.lists[place].status)

    def _on_selected(self, place: int, chosen: Selection | None) -> None:
        self._selections[place] = chosen
        if place == self.tabs.currentIndex():
            self.selected.emit(chosen)

    def _on_status(self, place: int, text: str) -> None:
        if place == self.tabs.currentIndex():
            self.status_changed.emit(text)

    @override
    def reveals(self) -> Sequence[str]:
        return tuple(_TAB_OF)

    @override
    def reveal(self, record_type: str, key: str) -> None:
        if record_type == MEANING.name:
            rows = self.context.document.table(MEANING).dicts()
            key = next((row["term_id"] for row in rows if row["id"] == key), "")
        self.tabs.setCurrentIndex(_TAB_OF[record_type])
        self.current.reveal(key)

    @override
    def commands(self) -> Sequence[QAction]:
        return self.current.offered()

    @override
    def add_record(self) -> None:
        self.current.add_record()

    @override
    def focus_filter(self) -> None:
        self.current.focus_filter()

    @override
    def print_out(self) -> None:
        self.current.print_out()

    @override
    def state(self) -> Mapping[str, Any]:
        return {
            "tab": self.tabs.currentIndex(),
            "lists": {each.name: each.state() for each in self.lists},
        }

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        kept = dict(state.get("lists", {}))
        for each in self.lists:
            each.restore(kept.get(each.name, {}))
        place = state.get("tab", 0)
        if place in range(len(self.lists)):
            self.tabs.setCurrentIndex(place)
