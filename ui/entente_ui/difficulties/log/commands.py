"""Promoting and demoting the difficulty at hand."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction

from entente.domain.difficulty import NATURE_LABELS, Nature
from entente.domain.natures import demoted, promoted
from entente.i18n import _
from entente_ui.difficulties.listing import DifficultyList
from entente_ui.difficulties.log.nature_popover import NaturePopover
from entente_ui.kit import Menu, make_action
from entente_ui.pane import Context


class LogCommands(QObject):
    """Asks beside the difficulty chosen in a list, and writes the answer down as one step."""

    def __init__(self, context: Context, listed: DifficultyList) -> None:
        super().__init__(listed)
        self._context = context
        self._list = listed
        listed.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        listed.customContextMenuRequested.connect(self._open_menu)

    def become(self, wanted: Nature | None = None) -> NaturePopover | None:
        """Ask what the difficulty has become, and why."""
        row = self._list.at_hand
        if row is None or self._context.document.is_presenting:
            return None
        popover = NaturePopover(self._context, self._list, row, wanted)
        popover.ask(self._list.visualRect(self._list.currentIndex()))
        return popover

    def actions(self) -> Sequence[QAction]:
        """Return the commands, as they are called for the difficulty at hand."""
        row = self._list.at_hand
        if row is None or self._context.document.is_presenting:
            return ()
        nature = Nature(row.nature)
        found: list[QAction] = []
        for words, wanted, icon in (
            (_("Promote: {nature}…"), promoted(nature), "arrow-up"),
            (_("Demote: {nature}…"), demoted(nature), "arrow-down"),
        ):
            if wanted is not None:
                text = words.format(nature=_(NATURE_LABELS[wanted]))
                found.append(make_action(self, text, partial(self.become, wanted), icon))
        found.append(make_action(self, _("Nature and its history…"), self.become, "history"))
        return found

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        actions, row = self.actions(), self._list.at_hand
        if actions and row is not None:
            menu = Menu(row.title, self._list)
            menu.addActions(list(actions))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self._list.viewport().mapToGlobal(at))
