"""A view of several pages behind a switch, each made when it is first opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, ClassVar, cast

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit import WrappingSegments, spaced
from entente_ui.pane import Context
from entente_ui.pane_view import Hearing, PaneView


@dataclass(frozen=True, slots=True)
class Page:
    """One of the pages.

    Attributes:
        words: What it is called, in English.
        maker: Module and class; imported when it is first opened.
        kinds: Names of the kinds of record it shows.
    """

    words: str
    maker: str
    kinds: tuple[str, ...] = ()


class PagedView(PaneView):
    """Pages behind a switch.

    Attributes:
        switch: Says which one is open.
        line: Holds the switch; what every page offers stands at its end.
    """

    #: By their names, in the order of the switch.
    pages: ClassVar[Mapping[str, Page]] = {}
    #: What the switch is called when read aloud, in English.
    switch_name: ClassVar[str] = ""
    #: Where the open page is remembered in the settings; nowhere if empty.
    page_setting: ClassVar[str] = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._made: dict[str, PaneView] = {}
        self._stack = QStackedWidget(self)
        choices = [(name, _(page.words)) for name, page in self.pages.items()]
        self.switch = WrappingSegments(choices, self._remembered(), self)
        self.switch.setAccessibleName(_(self.switch_name))
        self._hearing = Hearing(self.selected, self.status_changed, lambda: self.switch.current)
        self.line = spaced(QHBoxLayout(), 0, 8)
        self.line.addWidget(self.switch, 1)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        layout.addLayout(self.line)
        layout.addWidget(self._stack, 1)
        self.switch.chosen.connect(self.open)
        self.open(self.switch.current)

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
            module, _colon, maker = self.pages[name].maker.partition(":")
            made = getattr(import_module(module), maker)(self.context, self._stack)
            page = self._made[name] = cast("PaneView", made)
            self._stack.addWidget(page)
            self._hearing.hear(name, page.selected, page.status_changed)
            self.prepare(page)
        return self._made[name]

    def prepare(self, page: PaneView) -> None:
        """Connect a page that was just made with what this view has besides."""

    @Slot(str)
    def open(self, name: str) -> None:
        """Turn to a page."""
        self.switch.set_current(name)
        self._stack.setCurrentWidget(self.page(name))
        if self.page_setting:
            self.context.settings.setValue(self.page_setting, name)
        self._hearing.turn_to(name, self.page(name).status)

    def _remembered(self) -> str:
        first = next(iter(self.pages))
        if not self.page_setting:
            return first
        kept = str(self.context.settings.value(self.page_setting, first))
        return kept if kept in self.pages else first

    @override
    def offered(self) -> Sequence[QAction]:
        return self.current.offered()

    @override
    def add_record(self) -> bool:
        return self.current.add_record()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        for name, page in self.pages.items():
            if record_type in page.kinds:
                self.open(name)
                return self.current.reveal(record_type, key)
        return False

    @override
    def show_wanted(self, wanted: object) -> None:
        if wanted in self.pages:
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
        for each in self.pages:
            kept = pages.get(each) if isinstance(pages, Mapping) else None
            if isinstance(kept, Mapping):
                self.page(each).restore(kept)
            if each == name:
                self.open(each)
