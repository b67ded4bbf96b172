"""The chart that justifies the mission: business and IT, or any other two sides."""

from collections import Counter
from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from entente.domain.actor import Camp
from entente.domain.sides import IT_CAMPS, Crossing, crossing
from entente.i18n import _, ngettext
from entente.services.network import Situation
from entente_ui import formats
from entente_ui.actors.legend import CampSwitch
from entente_ui.actors.network.crossing_chart import CrossingChart
from entente_ui.actors.network.finding import Finding
from entente_ui.kit import FlowLayout, PlainLabel, sized, spaced, tooltip


class CrossingCard(Finding):
    """How the two sides of the project get on.

    Signals:
        side_chosen: Emitted when the user has put camps on the other side.
    """

    side_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Business ↔ IT"), parent)
        self.chart = CrossingChart(self)
        self._side: tuple[Camp, ...] = IT_CAMPS
        self._situation: Situation | None = None
        self._sides = QWidget(self)
        self._flow = spaced(FlowLayout(self._sides), 0, 2)
        self._caption = PlainLabel(_("One side:"), "small", self._sides)
        # As high as the camps beside it.
        sized(self._caption, height=28)
        self._flow.addWidget(self._caption)
        self.switches: dict[Camp, CampSwitch] = {}
        self.content.addWidget(self.chart)
        self.content.addWidget(self._sides)
        policy = self._sides.sizePolicy()
        policy.setHeightForWidth(True)
        self._sides.setSizePolicy(policy)

    @property
    def side(self) -> tuple[Camp, ...]:
        """The camps of one side; all others face it."""
        return self._side

    def set_side(self, camps: Collection[str]) -> None:
        """Put camps on one side without telling anybody."""
        known = tuple(camp for camp in Camp if camp in camps)
        self._side = known or IT_CAMPS
        for camp, switch in self.switches.items():
            switch.blockSignals(True)
            switch.setChecked(camp in self._side)
            switch.blockSignals(False)
        self._show()

    def show_situation(self, situation: Situation) -> None:
        """Show another network."""
        self._situation = situation
        counts = Counter(person.camp for person in situation.people.values())
        order = [camp for camp in Camp if camp in counts or camp in self._side]
        if list(self.switches) != order:
            self._make_switches(order)
        for camp, switch in self.switches.items():
            switch.count(counts.get(camp, 0))
        self._show()

    def _make_switches(self, order: Sequence[Camp]) -> None:
        for switch in self.switches.values():
            self._flow.removeWidget(switch)
            switch.hide()
            switch.deleteLater()
        self.switches = {camp: CampSwitch(camp, self._sides) for camp in order}
        for camp, switch in self.switches.items():
            switch.setChecked(camp in self._side)
            tooltip(switch, _("Count this camp to the one side, or to the other"))
            switch.toggled.connect(self._on_toggled)
            self._flow.addWidget(switch)
            switch.show()

    def _on_toggled(self) -> None:
        self._side = tuple(camp for camp, switch in self.switches.items() if switch.isChecked())
        self._show()
        self.side_chosen.emit()

    def _show(self) -> None:
        if self._situation is None:
            return
        found = crossing(self._situation.network, self._situation.of_camps(self._side))
        self.chart.show_crossing(found)
        self.lead.setText(_lead(found))
        self.explain(_method(found))


def _lead(found: Crossing) -> str:
    across, inside = found.across, found.inside
    if not across.ties:
        return _("No tie leads from one side to the other.")
    if across.quality is None and inside.quality is None:
        return _("How good these relations are has not been noted, or is not shown here.")
    said = ngettext(
        "Of {ties} tie between the sides {bad} is bad; inside them {inside_bad} of {inside}.",
        "Of {ties} ties between the sides {bad} are bad; inside them {inside_bad} of {inside}.",
        across.ties,
    )
    return said.format(
        ties=formats.number(across.ties),
        bad=formats.number(across.bad),
        inside_bad=formats.number(inside.bad),
        inside=formats.number(inside.ties),
    )


def _method(found: Crossing) -> list[str]:
    formula = _(
        "E–I index = (E − I) / (E + I), with E ties between the sides and I ties inside them "
        "(Krackhardt & Stern 1988): −1 both keep to themselves, 0 as many across as inside, +1 "
        "ties across alone. Ties count once a pair, whatever their direction."
    )
    values = _(
        "All ties: E = {external}, I = {internal}, index {index}. Good relations alone: "
        "E = {good_external}, I = {good_internal}, index {good}. Mean quality: {across} between "
        "the sides, {inside} inside them."
    ).format(
        external=formats.number(found.across.ties),
        internal=formats.number(found.inside.ties),
        index=_written(found.index),
        good_external=formats.number(found.across.good),
        good_internal=formats.number(found.inside.good),
        good=_written(found.positive_index),
        across=_written(found.across.quality),
        inside=_written(found.inside.quality),
    )
    return [formula, values]


def _written(value: float | None) -> str:
    return "–" if value is None else formats.signed(value, 2)
