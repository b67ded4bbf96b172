"""What the risks may cost together: expected values, trials, what each risk adds."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from entente.domain.simulation import SEED, TRIALS, TRIALS_MAX, Simulation
from entente.i18n import _
from entente.services.risk_figures import RiskFigures
from entente_ui.charts.card import ChartCard
from entente_ui.kit import (
    Card,
    FlowLayout,
    NumberField,
    PlainLabel,
    PrimaryButton,
    SecondaryButton,
    sized,
    spaced,
    tooltip,
)
from entente_ui.kit.announce import announce
from entente_ui.pane import Context
from entente_ui.risks.exposure.reading import Stakes
from entente_ui.risks.exposure.spread_chart import SpreadChart
from entente_ui.risks.exposure.tornado_chart import TornadoChart
from entente_ui.risks.exposure.trials import Trials
from entente_ui.risks.exposure.words import (
    mean_words,
    money_words,
    spread_figures,
    spread_sentence,
    tornado_figures,
    tornado_sentence,
    unpriced_words,
)

_SEED_MAX: Final = 2**31 - 1
_WIDE: Final = 116
_NARROW: Final = 92


class MoneyPart(QWidget):
    """The money of the risks; trials are played when they are asked for.

    Attributes:
        count, seed, spread: How many trials, from which seed, with which doubt about amounts.
        run_button, stop_button: Begin and end a run.
        distribution, tornado: The charts, there once a run has ended.

    Signals:
        picked: Emitted with the key of a risk chosen in the tornado.
    """

    picked = Signal(str)

    def __init__(
        self, context: Context, say: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stakes = Stakes((), {})
        self._found: Simulation | None = None
        self._played = self._stakes
        self._trials = Trials(context, self)
        self.lead = PlainLabel("", "body", self, wrap=True)
        self._unpriced = PlainLabel("", "small", self, wrap=True)
        self.count = NumberField(_("Trials"), self, minimum=1, maximum=TRIALS_MAX)
        self.seed = NumberField(_("Seed"), self, minimum=0, maximum=_SEED_MAX)
        self.spread = NumberField(_("Amounts ± %"), self, minimum=0, maximum=100)
        self.run_button = PrimaryButton(_("Play the trials"), self.run, self)
        self.stop_button = SecondaryButton(_("Stop"), self._trials.stop, self)
        self._bar = QProgressBar(self)
        self.method = PlainLabel("", "small", self, wrap=True)
        self.stale = PlainLabel(
            _("The risks have changed since these trials were played."), "error", self, wrap=True
        )
        self.distribution = ChartCard(_("Totals of the trials"), SpreadChart(self), say, self)
        self.tornado = ChartCard(_("What each risk adds"), TornadoChart(self), say, self)
        self._build()
        self._trials.running.connect(self._on_running)
        self._trials.progressed.connect(self._bar.setValue)
        self._tornado_chart.picked.connect(self.picked)
        self._show_found()

    @property
    def found(self) -> Simulation | None:
        """What the last trials gave."""
        return self._found

    def show_figures(self, figures: RiskFigures, stakes: Stakes) -> None:
        """Show what the risks are worth now; what was played of other risks says so."""
        self._stakes = stakes
        self.lead.setText(money_words(figures.emv))
        self._unpriced.setText(unpriced_words(figures.unpriced))
        self._unpriced.setVisible(bool(figures.unpriced))
        self.run_button.setEnabled(bool(stakes.all) and not self._trials.is_running)
        self._show_found()

    def forget(self) -> None:
        """Forget what was played: it may tell of risks that others may not know of."""
        self._trials.stop()
        self._found = None
        self._show_found()

    def run(self) -> None:
        """Play the trials."""
        # Each is settled, so that every one that cannot be read is marked.
        sound = [field.settle() for field in (self.count, self.seed, self.spread)]
        if not all(sound) or not self._stakes.all:
            return
        stakes = self._stakes
        count = int(self.count.value or TRIALS)
        seed = SEED if self.seed.value is None else int(self.seed.value)
        self.count.set_value(count)
        self.seed.set_value(seed)

        def ready(found: Simulation) -> None:
            self._found, self._played = found, stakes
            self._show_found()
            announce(self, spread_sentence(found))

        self._trials.run(stakes.all, count, seed, (self.spread.value or 0) / 100, ready)

    def state(self) -> Mapping[str, Any]:
        """Return the numbers chosen."""
        return {
            "count": self.count.value,
            "seed": self.seed.value,
            "spread": self.spread.value,
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back to a state that `state` gave."""
        for name, field in (("count", self.count), ("seed", self.seed), ("spread", self.spread)):
            value = state.get(name)
            if isinstance(value, int | float):
                field.set_value(value)

    @property
    def _tornado_chart(self) -> TornadoChart:
        chart = self.tornado.chart
        if not isinstance(chart, TornadoChart):
            raise TypeError(chart)
        return chart

    def _build(self) -> None:
        self.count.set_value(TRIALS)
        self.seed.set_value(SEED)
        self.spread.set_value(0)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Trials played"))
        sized(self._bar, width=_WIDE, height=8)
        self.stop_button.hide()
        self._bar.hide()
        tooltip(self.seed, _("The same seed gives the same trials, and so the same figures."))
        tooltip(
            self.spread,
            _("By how much an amount may lie above or below the one named; 0 takes it as it is."),
        )
        line = spaced(FlowLayout(), 0, 12)
        for field, width in ((self.count, _WIDE), (self.seed, _NARROW), (self.spread, _NARROW)):
            line.addWidget(self._named(field, width))
        line.addWidget(self.run_button)
        line.addWidget(self.stop_button)
        line.addWidget(self._bar)
        card = Card("", self)
        card.body.addWidget(PlainLabel(_("What the risks may cost together"), "section", card))
        for words in (self.lead, self._unpriced):
            card.body.addWidget(words)
        card.body.addLayout(line)
        for words in (self.stale, self.method):
            card.body.addWidget(words)
        whole = spaced(QVBoxLayout(self), 0, 16)
        for widget in (card, self.distribution, self.tornado):
            whole.addWidget(widget)

    def _named(self, field: NumberField, width: int) -> QWidget:
        box = QWidget(self)
        line = spaced(QHBoxLayout(box), 0, 6)
        label = PlainLabel(field.accessibleName(), "field", box)
        label.setBuddy(field)
        sized(field, width=width)
        line.addWidget(label)
        line.addWidget(field)
        return box

    def _show_found(self) -> None:
        found, names = self._found, self._played.names
        self.distribution.setVisible(found is not None)
        self.tornado.setVisible(found is not None)
        self.method.setVisible(found is not None)
        self.stale.setVisible(found is not None and self._played.all != self._stakes.all)
        chart = self.distribution.chart
        if isinstance(chart, SpreadChart):
            chart.show_found(found)
        self._tornado_chart.show_found(found, names)
        if found is not None:
            self.method.setText(f"{mean_words(found)} {found.method}")
            self.distribution.show_figures(spread_sentence(found), spread_figures(found))
            self.tornado.show_figures(tornado_sentence(found), tornado_figures(found, names))

    def _on_running(self, on: bool) -> None:
        self._bar.setValue(0)
        self._bar.setVisible(on)
        self.stop_button.setVisible(on)
        self.run_button.setEnabled(not on and bool(self._stakes.all))
