"""The log of practice analyses: for the mediator alone, and without names for a supervisor."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from entente.domain.start.context import SUPERVISION
from entente.i18n import _
from entente_ui.kit import PlainLabel, SecondaryButton, make_action, spaced
from entente_ui.pane import Context
from entente_ui.registers.register_view import RegisterView


class PracticePage(RegisterView):
    """What was brought to supervision, and what came of it."""

    name = "practice"
    kind = SUPERVISION
    tables = frozenset({SUPERVISION.name})
    prints = "practice"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        line = spaced(QHBoxLayout(), 0, 12)
        told = _("For yourself alone. On paper names become roles: to take to a supervisor.")
        line.addWidget(PlainLabel(told, "muted", self, wrap=True), 1)
        self._paper = SecondaryButton(
            _("Print without names"), self.print_out, self, icon_name="user-circle"
        )
        line.addWidget(self._paper)
        self.column.addLayout(line)

    @override
    def refresh(self) -> None:
        self._paper.setVisible(not self.context.document.is_presenting)

    @override
    def offered(self) -> Sequence[QAction]:
        paper = make_action(self, _("Print without names"), self.print_out, "user-circle")
        return (*super().offered(), paper)
