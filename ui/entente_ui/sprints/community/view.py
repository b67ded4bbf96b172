"""The community: what it rallies around, who works in it, what was heard and tried."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import N_, _
from entente_ui.kit import IconButton, make_action
from entente_ui.paged_view import PagedView
from entente_ui.pane import Context, paper
from entente_ui.sprints.community.pages import HEARD, PAGES


class CommunityView(PagedView):
    """What is done with a community, page by page."""

    name = "community"
    pages = PAGES
    switch_name = N_("Community")
    page_setting = "sprints/community"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        post = IconButton("mail", _("Post of the week"), self.open_post, self)
        self.line.addWidget(post, 0, Qt.AlignmentFlag.AlignTop)

    def open_post(self) -> None:
        """Prepare the post that tells everybody of the week."""
        self.context.reveal(paper("post"), "")

    @override
    def print_out(self) -> None:
        """Print what was asked of people where that is open; of the rest it is the post."""
        if self.switch.current == HEARD:
            self.current.print_out()
        else:
            self.open_post()

    @override
    def offered(self) -> Sequence[QAction]:
        post = make_action(self, _("Post of the week"), self.open_post, "mail")
        return (*self.current.offered(), post)
