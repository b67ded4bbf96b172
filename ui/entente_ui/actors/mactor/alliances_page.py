"""The page of convergences and divergences, and of who stands between."""

from typing import Final

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.mactor import ORDERS
from entente.i18n import N_, _
from entente_ui import formats
from entente_ui.actors.mactor.bars import Bar, Share
from entente_ui.actors.mactor.figures import Figures
from entente_ui.actors.mactor.graph import TieGraph
from entente_ui.actors.mactor.known import Known
from entente_ui.actors.mactor.method import ALLIANCES, Method
from entente_ui.actors.mactor.plane_page import clear, name_beside, scrolled
from entente_ui.actors.mactor.side_by_side import SideBySide
from entente_ui.kit import IconButton, PlainLabel, Segments, spaced, tooltip
from entente_ui.look.theme import theme
from entente_ui.pane import Context

_ORDERS: Final = {
    1: N_("How many objectives two actors share or are opposed on"),
    2: N_("The same, by how much is at stake for them"),
    3: N_("The same, by what they weigh besides"),
}
AGREED: Final = "agreed"
OPPOSED: Final = "opposed"


class AlliancesPage(SideBySide):
    """Who sees the objectives alike, who is opposed.

    Attributes:
        graph: The drawing.
        figures: The same as a table.
        sides: Chooses between convergences and divergences.
        orders: Chooses what is counted.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.sides = Segments(
            ((AGREED, _("Convergences")), (OPPOSED, _("Divergences"))), AGREED, self
        )
        self.orders = Segments([(str(order), str(order)) for order in ORDERS], "2", self)
        self.graph = TieGraph(self)
        self.figures = Figures(_("Convergences and divergences"), self)
        self._known: Known | None = None
        self._twin = QStackedWidget(self)
        self._as_table = IconButton("table", _("As a table"), None, self, checkable=True)
        self._counted = PlainLabel("", "small", self, wrap=True)
        self._bars = QGridLayout()
        self._build()

    @override
    def show_known(self, known: Known) -> None:
        self._known = known
        self._show_ambivalence(known)
        self._show_ties()

    def _build(self) -> None:
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(self.sides, 1)
        head.addWidget(self._as_table)
        drawing = QWidget(self)
        left = spaced(QVBoxLayout(drawing), 0, 6)
        left.addLayout(head)
        self._twin.addWidget(self.graph)
        self._twin.addWidget(self.figures)
        left.addWidget(self._twin, 1)
        self.put(drawing, self._words())
        self.sides.setAccessibleName(_("Convergences or divergences"))
        self.orders.setAccessibleName(_("What is counted"))
        tooltip(self.orders, _("Order 1, 2 or 3 of the method"))
        self._as_table.toggled.connect(lambda on: self._twin.setCurrentIndex(int(on)))
        self.sides.chosen.connect(lambda _name: self._show_ties())
        self.orders.chosen.connect(lambda _name: self._show_ties())
        self.graph.picked.connect(self.picked)

    def _words(self) -> QScrollArea:
        inner = QWidget(self)
        column = spaced(QVBoxLayout(inner), (0, 0, 8, 0), 8)
        column.addWidget(PlainLabel(_("What is counted"), "section", inner))
        column.addWidget(self.orders)
        column.addWidget(self._counted)
        column.addSpacing(theme().px(8))
        column.addWidget(PlainLabel(_("Between two sides"), "section", inner))
        said = _("How far each one agrees and disagrees with the same people (ambivalence).")
        column.addWidget(PlainLabel(said, "small", inner, wrap=True))
        column.addLayout(spaced(self._bars, 0, 4))
        self._bars.setColumnStretch(1, 1)
        column.addWidget(Method(ALLIANCES, inner))
        column.addStretch(1)
        return scrolled(inner)

    def _show_ties(self) -> None:
        if self._known is None:
            return
        order, agreeing = int(self.orders.current), self.sides.current == AGREED
        found = self._known.analysis
        matrix = (found.convergence if agreeing else found.divergence)[order]
        self.graph.show_matrix(self._known, matrix, agreeing=agreeing)
        self._say_what_is_counted(order)
        people = self._known.forces.participants
        self.figures.show_rows(
            (_("Actor"), *(each.ref for each in people)),
            [
                (actor.name, *(formats.number(round(value, 1)) if value else "" for value in row))
                for actor, row in zip(people, matrix, strict=True)
            ],
        )

    def _say_what_is_counted(self, order: int) -> None:
        said = _(_ORDERS[order])
        if self.graph.left_out:
            few = _("The {count} strongest are drawn; point at an actor to see all of theirs.")
            count = formats.number(len(self.graph.strongest()))
            said = f"{said}. {few.format(count=count)}"
        self._counted.setText(said)

    def _show_ambivalence(self, known: Known) -> None:
        clear(self._bars)
        shares = known.analysis.ambivalence[2]
        for row, (actor, share) in enumerate(zip(known.forces.participants, shares, strict=True)):
            name = name_beside(actor.name, self)
            bar = Bar(actor.name, Share(share, 1.0, formats.percent(share)), self)
            self._bars.addWidget(name, row, 0)
            self._bars.addWidget(bar, row, 1)
