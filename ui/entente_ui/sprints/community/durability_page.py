"""What will last of the mission once the mediator has gone: figures, and where they come from."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE, SUPPORTER
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.spreading import AMBASSADOR, RELAY, SHARING
from entente.domain.follow_up import COMMITMENT
from entente.domain.interaction import INTERACTION
from entente.domain.mission import MISSION
from entente.domain.relation import RELATION
from entente.domain.text import shorten
from entente.domain.working_group import WORKING_GROUP
from entente.i18n import _
from entente.services.durability import Named, durability
from entente_ui.charts.card import ChartCard
from entente_ui.formats import number
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    LinkButton,
    PlainLabel,
    ScrollArea,
    sized,
    spaced,
)
from entente_ui.pane import Context
from entente_ui.pane_view import ReadingView
from entente_ui.sprints.community.durability_words import Line, figures, lines

#: So many records of a figure are named, each with so many characters.
_NAMED: Final = 6
_LENGTH: Final = 48
_FIGURE: Final = 56


class Sheet(QWidget):
    """The figures below each other, each with its sentence and links.

    Attributes:
        links: To the records, in order.
    """

    def __init__(self, opened: Callable[[str, str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._grid = spaced(QGridLayout(self), 0, 12)
        self._grid.setColumnStretch(1, 1)
        self._parts: list[QWidget] = []
        self.links: list[LinkButton] = []

    def show_lines(self, shown: Sequence[Line]) -> None:
        """Show other figures."""
        for part in self._parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts, self.links = [], []
        for row, line in enumerate(shown):
            figure = PlainLabel(line.figure, "title", self)
            sized(figure, width=_FIGURE)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            told = self._told(line)
            self._grid.addWidget(figure, row, 0)
            self._grid.addWidget(told, row, 1)
            self._parts += [figure, told]

    def _told(self, line: Line) -> QWidget:
        told = QWidget(self)
        column = spaced(QVBoxLayout(told), 0, 2)
        column.addWidget(PlainLabel(line.title, "strong", told))
        column.addWidget(PlainLabel(line.sentence, "muted", told, wrap=True))
        if line.records:
            column.addWidget(self._row(line.records, told))
        return told

    def _row(self, records: Sequence[Named], parent: QWidget) -> QWidget:
        row = QWidget(parent)
        flow = spaced(FlowLayout(row), 0, 4)
        for each in records[:_NAMED]:
            named = shorten(" ".join(filter(None, (each.ref, each.title))), _LENGTH)
            link = LinkButton(named, partial(self._opened, each.kind, each.key), row)
            self.links.append(link)
            flow.addWidget(link)
        rest = len(records) - _NAMED
        if rest > 0:
            more = _("… and {count} more").format(count=number(rest))
            flow.addWidget(PlainLabel(more, "small", row))
        return row


class DurabilityPage(ReadingView):
    """One card: figures, the same as a table, and a copy of either.

    Attributes:
        sheet: The figures with their links.
        card: Holds them.
    """

    name = "durability"
    tables = frozenset(
        {
            *(MISSION.name, COMMON_CAUSE.name, SUPPORTER.name, ORGANISATION.name),
            *(ACTOR.name, ACTOR.rating_name, RELATION.name, RELATION.rating_name),
            *(BACKLOG_ITEM.name, BACKLOG_ITEM.rating_name),
            *(COMMITMENT.name, COMMITMENT.rating_name),
            *(AMBASSADOR.name, RELAY.name, FUNCTIONAL_GROUP.name),
            *(WORKING_GROUP.name, SHARING.name, INTERACTION.name),
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        page = QWidget(self)
        page.setProperty("page", "true")
        self.sheet = Sheet(context.reveal, page)
        self.card = ChartCard(_("What will last"), self.sheet, self._say, page)
        column = spaced(QVBoxLayout(page), (0, 0, 12, 12), 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self._none = EmptyState(
            "found-nothing",
            _("Nothing that could last has been noted yet."),
            parent=self,
            hint=_(
                "Common causes and who supports them, commitments, relations, what is run "
                "without the mediator, ambassadors, learning communities"
            ),
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(ScrollArea(page, self, name=_("What will last")))
        self._stack.addWidget(self._none)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._stack)

    @override
    def refresh(self) -> None:
        document = self.context.document
        found = document.read(lambda session: durability(session, document.viewer))
        shown = lines(found)
        self.sheet.show_lines(shown)
        words = _("What people want, promise and do by themselves, and will do without a mediator.")
        self.card.show_figures(words, figures(shown))
        self._stack.setCurrentIndex(1 if found.is_empty else 0)

    def _say(self, text: str) -> None:
        self.context.toast(text, False)
