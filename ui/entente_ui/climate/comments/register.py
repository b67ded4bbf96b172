"""The register of comments: they come from closed waves, and from nowhere else."""

from typing_extensions import override

from entente.domain.climate.survey import VERBATIM
from entente.i18n import _
from entente_ui.kit import EmptyState
from entente_ui.pane import Context
from entente_ui.registers.commands import RegisterCommands
from entente_ui.registers.register import Register


class CommentCommands(RegisterCommands):
    """What can be done to comments; nobody adds one."""

    @override
    def enable(self, *, writing: bool) -> None:
        super().enable(writing=writing)
        adding = (self._add, self._duplicate, self._import)
        for action in adding:
            action.setEnabled(False)
            action.setVisible(False)
        self.offered = [action for action in self.offered if action not in adding]


class CommentRegister(Register):
    """Comments as a table, without the buttons that would add some."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, VERBATIM)
        for button in self.tab_stops[:2]:
            button.hide()

    @override
    def make_commands(self) -> RegisterCommands:
        return CommentCommands(self)

    @override
    def _make_invitation(self) -> EmptyState:
        hint = _("What people write in a wave comes here once the wave is closed.")
        return EmptyState("found-nothing", _("Nobody wrote anything yet."), parent=self, hint=hint)
