"""Decisions: their figures above, their register below."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from entente.domain.follow_up import DECISION
from entente.i18n import _
from entente.services import follow_up_figures
from entente_ui.formats import decimal, number, percent
from entente_ui.kit import PlainLabel, spaced
from entente_ui.pane import Context
from entente_ui.registers.register_view import CountLink, RegisterView


class DecisionsTab(RegisterView):
    """What was decided, and whether it was carried out.

    Attributes:
        figures: The sentence above the register.
        late: Selects those whose day has passed.
    """

    name = "decisions"
    kind = DECISION
    prints = "decisions"
    tables = frozenset({DECISION.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.figures = PlainLabel("", "body", self)
        self.late = CountLink(self.select, self)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self.figures)
        line.addWidget(self.late)
        line.addStretch(1)
        self.column.addLayout(line)

    @override
    def refresh(self) -> None:
        viewer = self.context.document.viewer
        found = self.context.document.read(
            lambda s: follow_up_figures.of_decisions(s, audience=viewer)
        )
        rate = (
            _("{executed} of {due} due decisions carried out ({rate})").format(
                executed=number(found.executed),
                due=number(found.due),
                rate=percent(found.rate or 0.0),
            ),
            _("mean delay {days} days").format(days=decimal(found.mean_delay_days or 0.0)),
        )
        said = " · ".join(rate) if found.due else ""
        self.figures.setText(said)
        self.figures.setVisible(bool(said))
        self.late.show_overdue([each.key for each in found.overdue])
