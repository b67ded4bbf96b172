"""What is shown where there is no sprint, or none that others may see."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget

from entente.i18n import _
from entente_ui.kit import EmptyState


class Nothing:
    """Two pages of a stack, each made when it is first needed."""

    def __init__(self, pages: QStackedWidget, begin: Callable[[], object]) -> None:
        """Take where they stand, and what begins a sprint."""
        self._pages, self._begin = pages, begin
        self._made: dict[bool, EmptyState] = {}

    def page(self, *, is_private: bool) -> EmptyState:
        """Return the page for the mediator, or the one for others."""
        if is_private not in self._made:
            page = self._made[is_private] = self._private() if is_private else self._first()
            self._pages.addWidget(page)
        return self._made[is_private]

    def _private(self) -> EmptyState:
        return EmptyState("found-nothing", _("Nothing here is public."), parent=self._pages)

    def _first(self) -> EmptyState:
        return EmptyState(
            "welcome",
            _("There is no sprint yet."),
            _("New sprint"),
            self._begin,
            self._pages,
            hint=_(
                "A cycle of about three weeks with a goal, filled by the group from the backlog."
            ),
        )
