"""The community: what it rallies around, who works in it, what was heard and tried."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final, cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit import IconButton, WrappingSegments, make_action, spaced
from entente_ui.pane import Context, paper
from entente_ui.pane_view import Hearing, PaneView
from entente_ui.sprints.community.pages import CAUSES, PAGES

_SETTING: Final = "sprints/community"


class CommunityView(PaneView):
    """Pages behind a switch, each made when it is first opened.

    Attributes:
        switch: Says which one is open.
    """

    name = "community"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._made: dict[str, PaneView] = {}
        self._stack = QStackedWidget(self)
        choices = [(name, _(page.words)) for name, page in PAGES.items()]
        kept = str(context.settings.value(_SETTING, CAUSES))
        self.switch = WrappingSegments(choices, kept if kept in PAGES else CAUSES, self)
        self.switch.setAccessibleName(_("Community"))
        self._hearing = Hearing(self.selected, self.status_changed, lambda: self.switch.current)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self.switch, 1)
        post = IconButton("mail", _("Post of the week"), self.open_post, self)
        line.addWidget(post, 0, Qt.AlignmentFlag.AlignTop)
        layout = spaced(QVBoxLayout(self), (0, 8, 0, 0), 8)
        layout.addLayout(line)
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
            module, _colon, maker = PAGES[name].maker.partition(":")
            made = getattr(import_module(module), maker)(self.context, self._stack)
            page = self._made[name] = cast("PaneView", made)
            self._stack.addWidget(page)
            self._hearing.hear(name, page.selected, page.status_changed)
        return self._made[name]

    @Slot(str)
    def open(self, name: str) -> None:
        """Turn to a page."""
        self.switch.set_current(name)
        self._stack.setCurrentWidget(self.page(name))
        self.context.settings.setValue(_SETTING, name)
        self._hearing.turn_to(name, self.page(name).status)

    def open_post(self) -> None:
        """Prepare the post that tells everybody of the week."""
        self.context.reveal(paper("post"), "")

    @override
    def offered(self) -> Sequence[QAction]:
        post = make_action(self, _("Post of the week"), self.open_post, "mail")
        return (*self.current.offered(), post)

    @override
    def add_record(self) -> bool:
        return self.current.add_record()

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        for name, page in PAGES.items():
            if record_type in page.kinds:
                self.open(name)
                return self.current.reveal(record_type, key)
        return False

    @override
    def show_wanted(self, wanted: object) -> None:
        if wanted in PAGES:
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
        for each in PAGES:
            kept = pages.get(each) if isinstance(pages, Mapping) else None
            if isinstance(kept, Mapping):
                self.page(each).restore(kept)
            if each == name:
                self.open(each)
