"""The inventory of the tools of engagement: what there is, and what to do with it."""

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from entente.domain.engagement import ENGAGEMENT_TOOL, VERDICT_LABELS
from entente.i18n import _, ngettext
from entente_ui.formats import labelled, number
from entente_ui.kit import LinkButton, PlainLabel, spaced
from entente_ui.pane import Context
from entente_ui.registers.register_view import CountLink, RegisterView
from entente_ui.sprints.activities import deeds


class ToolsPage(RegisterView):
    """The register of the tools, with what they come to.

    Attributes:
        figures: How many are in place, and how many there are of each verdict.
        unjudged: Selects those nobody has judged yet.
    """

    name = "tools"
    kind = ENGAGEMENT_TOOL
    prints = "activity-cards"
    tables = frozenset({ENGAGEMENT_TOOL.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.figures = PlainLabel("", "body", self, wrap=True)
        self.unjudged = CountLink(self.select, self)
        line = spaced(QHBoxLayout(), 0, 12)
        line.addWidget(self.figures, 1)
        line.addWidget(self.unjudged)
        self.column.addLayout(line)
        self.register.invitation.add_button(
            LinkButton(_("Add the usual tools"), lambda: deeds.add_usual_tools(context), self)
        )

    @override
    def refresh(self) -> None:
        rows = self.context.document.table(ENGAGEMENT_TOOL).dicts()
        verdicts = Counter(row["verdict"] for row in rows)
        there = sum(bool(row["in_place"]) for row in rows)
        words = ngettext("{count} tool in place", "{count} tools in place", there)
        told = [words.format(count=number(there))]
        told += [
            labelled(_(label), number(verdicts[value]))
            for value, label in VERDICT_LABELS.items()
            if verdicts[value]
        ]
        self.figures.setText(" · ".join(told))
        self.figures.setVisible(bool(rows))
        open_ = [row["id"] for row in rows if not row["verdict"]]
        text = ngettext("{count} without a verdict", "{count} without a verdict", len(open_))
        self.unjudged.show_keys(text, open_)
