"""The risks pane: a title with the figures, and the views of the risks behind tabs."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.risk import RISK
from entente.i18n import N_, _
from entente_ui.kit import IconButton
from entente_ui.pane import Context, paper
from entente_ui.pane_view import PaneView
from entente_ui.risks.more import More
from entente_ui.risks.seen import TABLES
from entente_ui.risks.summary import summary
from entente_ui.risks.views import REGISTER, VIEWS
from entente_ui.tabbed import TabbedPane, ViewEntry


class RisksPane(TabbedPane):
    """What may happen, how much it weighs, and what is done about it.

    Attributes:
        menu_button: Opens what can be done from every view.
    """

    place = "risks"
    entries = VIEWS
    title = N_("Risks")
    tabs_name = N_("Views of the risks")
    tab_setting = "risks/tab"
    counted = TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._more = More(self._chosen, lambda: context.document.is_presenting, self)
        self.menu_button = IconButton(
            "dots", _("More commands"), lambda: self._more.pop_up(self.menu_button), self
        )
        self.head.addWidget(self.menu_button)
        self._more.wanted.connect(self.show_wanted)
        self._more.sets_wanted.connect(self.add_from_set)
        self._more.print_wanted.connect(self.print_out)
        self.begin()

    @override
    def prepare(self, entry: ViewEntry, view: PaneView) -> None:
        if entry.name != REGISTER:
            return
        from entente_ui.risks.register_view import RegisterView  # noqa: PLC0415  # made by now

        if isinstance(view, RegisterView):
            view.sets_wanted.connect(self.add_from_set)

    @override
    def figures(self) -> str:
        return summary(self.context.document)

    @override
    def commands(self) -> Sequence[QAction]:
        return [*self.current.offered(), *self._more.actions(self)]

    @override
    def add_record(self) -> None:
        if not self.current.add_record():
            self.go(REGISTER).add_record()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("risks"), "")

    def add_from_set(self) -> None:
        """Offer the starter sets, and add what is ticked."""
        from entente_ui.risks.sets.dialog import SetsDialog  # noqa: PLC0415  # rarely asked

        SetsDialog(self.context, self).open()

    def _chosen(self) -> str:
        """Return the key of the risk that is selected where one is."""
        chosen = self._hearing.selection(self.name)
        is_risk = chosen is not None and chosen.record_type is RISK
        return chosen.keys[0] if chosen is not None and is_risk else ""
