"""The difficulties one by one: the list of them, and the one that is open."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from entente.i18n import _
from entente.services.difficulties import Overview
from entente_ui.difficulties.log.side import ListSide
from entente_ui.difficulties.workspace import Workspace
from entente_ui.kit import EmptyState
from entente_ui.look.theme import theme
from entente_ui.pane import Context

_CARDS, _INVITATION, _PRIVATE = range(3)


class OneByOne(QStackedWidget):
    """The list beside the difficulty at hand, or why there is neither.

    Attributes:
        side: The list with what stands above it.
        workspace: The difficulty that is open.
    """

    def __init__(
        self, context: Context, begin: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """Show nothing yet.

        Args:
            context: What the shell gives.
            begin: Asks for the first difficulty.
            parent: Its widget.
        """
        super().__init__(parent)
        self._context = context
        self.side = ListSide(context, self)
        self.workspace = Workspace(context, self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.side)
        split.addWidget(self.workspace)
        split.setStretchFactor(1, 1)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        self.side.list.setMinimumWidth(theme().px(240))
        split.setSizes([theme().px(300), theme().px(800)])
        invitation = EmptyState(
            "difficulties",
            _("No difficulty has been noted. A weak signal is enough to begin."),
            _("Note a difficulty"),
            begin,
            self,
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (split, invitation, private):
            self.addWidget(page)

    def show_rows(self, rows: Sequence[Overview]) -> None:
        """List these."""
        empty = _PRIVATE if self._context.document.is_presenting else _INVITATION
        # What waits to be noted is shown also where nothing is noted yet.
        listed = bool(rows or self.side.signals.proposed)
        self.setCurrentIndex(_CARDS if listed else empty)
        self.side.show_rows(rows)
        self.workspace.setVisible(bool(rows))

    def told(self, page: str) -> str:
        """Return what the page has to say, or which difficulty of how many this is."""
        listed = self.side.list.difficulties
        place = listed.row_of(self.side.list.key) + 1
        if page or not place:
            return page
        return _("{place} of {count}").format(place=place, count=listed.rowCount())
