"""The tab of the activities: the library, what would help, what it takes, the tools."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.engagement import ENGAGEMENT_TOOL
from entente.i18n import _
from entente_ui.kit import WrappingSegments, spaced
from entente_ui.pane import Context
from entente_ui.pane_view import Hearing, PaneView
from entente_ui.sprints.activities.advice import AdvicePage
from entente_ui.sprints.activities.effort import EffortPage
from entente_ui.sprints.activities.library import LibraryPage
from entente_ui.sprints.activities.tools import ToolsPage
from entente_ui.sprints.views import ACTIVITY_PAGES

_MAKERS: Final[Mapping[str, Callable[[Context, QWidget], PaneView]]] = {
    page.name: page for page in (LibraryPage, AdvicePage, EffortPage, ToolsPage)
}
#: On which page a record is looked for.
_HOMES: Final = {ACTIVITY_TYPE.name: LibraryPage.name, ENGAGEMENT_TOOL.name: ToolsPage.name}


class ActivitiesView(PaneView):
    """Four pages behind a switch, each made when it is first opened.

    Attributes:
        switch: Says which one is open.
    """

    name = "activities"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._made: dict[str, PaneView] = {}
        self._stack = QStackedWidget(self)
        choices = [(name, _(words)) for name, words in ACTIVITY_PAGES]
        self.switch = WrappingSegments(choices, "", self)
        self.switch.setAccessibleName(_("Activities"))
        self._hearing = Hearing(self.selected, self.status_changed, lambda: self.switch.current)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 4)
        layout.addWidget(self.switch)
        layout.addWidget(self._stack, 1)
        self.switch.chosen.connect(self.open)
        self.open(LibraryPage.name)

    @property
    def current(self) -> PaneView:
        """The page one is at."""
        return self.page(self.switch.current)

    @property
    @override
    def status(self) -> str:
        return self.current.status

    def page(self, name: str) -> PaneView:
        """Return a page, made when first asked for."""
        if name not in self._made:
            page = self._made[name] = _MAKERS[name](self.context, self._stack)
            self._stack.addWidget(page)
            self._hearing.hear(name, page.selected, page.status_changed)
        return self._made[name]

    @Slot(str)
    def open(self, name: str) -> None:
        """Turn to a page."""
        self.switch.set_current(name)
        self._stack.setCurrentWidget(self.page(name))
        self._hearing.turn_to(name, self.page(name).status)

    @override
    def offered(self) -> Sequence[QAction]:
        return self.current.offered()

    @override
    def add_record(self) -> bool:
        if self.current.add_record():
            return True
        self.open(LibraryPage.name)
        return self.current.add_record()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type not in _HOMES:
            return False
        self.open(_HOMES[record_type])
        return self.current.reveal(record_type, key)

    @override
    def show_wanted(self, wanted: object) -> None:
        if wanted in _MAKERS:
            self.open(str(wanted))

    @override
    def focus_filter(self) -> None:
        self.current.focus_filter()

    @override
    def print_out(self) -> None:
        self.current.print_out()

    @override
    def state(self) -> Mapping[str, Any]:
        pages = {name: dict(page.state()) for name, page in self._made.items()}
        return {"page": self.switch.current, "pages": pages}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        pages, name = state.get("pages"), state.get("page")
        for each in _MAKERS:
            kept = pages.get(each) if isinstance(pages, Mapping) else None
            if isinstance(kept, Mapping):
                self.page(each).restore(kept)
            if each == name:
                self.open(each)
