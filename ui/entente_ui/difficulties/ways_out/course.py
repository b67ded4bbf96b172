"""The button beside the title of a difficulty that suspends it, ends it, or takes it up again."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.difficulties import Overview
from entente_ui.difficulties.page import HeadTool
from entente_ui.difficulties.ways_out.closing import closing_actions, closing_menu
from entente_ui.kit import SecondaryButton, spaced
from entente_ui.pane import Context


class CourseTool(HeadTool):
    """Opens the menu of what can be done about the course of a difficulty."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._key = ""
        tip = _("Suspend it, end it with or without agreement, or take it up again")
        self.button = SecondaryButton(_("Status"), self.open_menu, self, icon_name="flag", tip=tip)
        spaced(QHBoxLayout(self), 0, 0).addWidget(self.button)

    @override
    def show_overview(self, overview: Overview) -> None:
        self._key = overview.id
        self.setVisible(not self.context.document.is_presenting)

    @override
    def offered(self) -> Sequence[QAction]:
        return closing_actions(self.context, self._key, self) if self._key else ()

    def open_menu(self) -> None:
        """Open the menu below the button."""
        if not self._key:
            return
        menu = closing_menu(self.context, self._key, self.button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
