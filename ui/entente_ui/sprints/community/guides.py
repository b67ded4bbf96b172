"""The register of the interview guides, which can be printed."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.working_group import INTERVIEW_GUIDE
from entente.i18n import _
from entente_ui.kit import make_action
from entente_ui.pane import Context, paper
from entente_ui.registers.commands import RegisterCommands
from entente_ui.registers.register import Register


def print_guide(context: Context, key: str) -> None:
    """Go to a guide on paper among the documents; to whichever is first if `key` is empty."""
    context.reveal(paper("interview-guide"), key)


class GuideCommands(RegisterCommands):
    """Also prints."""

    def __init__(self, register: "GuideRegister") -> None:
        super().__init__(register)
        self.print = make_action(self, _("Print the guide…"), register.print_out, "printer")
        # What is projected cannot be put on paper.
        self.writing_allowed.connect(self.print.setEnabled)
        self.offered = (*self.offered, self.print)

    @override
    def more(self) -> Sequence[QAction]:
        return (self.print,) if self._table.selected_keys() else ()


class GuideRegister(Register):
    """All interview guides as rows."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, INTERVIEW_GUIDE, parent)

    def print_out(self) -> None:
        """Go to the guide that is selected on paper, the first of several."""
        print_guide(self.context, next(iter(self.table.selected_keys()), ""))

    @override
    def make_commands(self) -> RegisterCommands:
        return GuideCommands(self)
