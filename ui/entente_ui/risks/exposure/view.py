"""The tab of the exposure: how much the risks weigh over time, and what they may cost."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.follow_up import DECISION
from entente.domain.risk import RISK
from entente.i18n import _
from entente_ui.charts.card import ChartCard
from entente_ui.kit import EmptyState, ScrollArea, make_action, spaced
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.risks.exposure.curve_chart import ExposureChart
from entente_ui.risks.exposure.money import MoneyPart
from entente_ui.risks.exposure.reading import Read, read
from entente_ui.risks.exposure.words import curve_figures, curve_sentence
from entente_ui.risks.seen import TABLES
from entente_ui.risks.views import REGISTER
from entente_ui.risks.words import counted

_FILLED, _EMPTY, _PRIVATE = range(3)
_STATE: Final = "money"


class ExposureView(ReadingView):
    """The curve above, the money below.

    Attributes:
        curve: The card of the curve.
        money: What the risks may cost together.
    """

    name = "exposure"
    tables = TABLES | {DECISION.name}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._count = 0
        self.chart = ExposureChart(self)
        self.curve = ChartCard(_("Exposure over time"), self.chart, self._say, self)
        self.money = MoneyPart(context, self._say, self)
        self._pages = QStackedWidget(self)
        self._build()
        self.money.picked.connect(self._pick)
        context.document.viewer_changed.connect(self.money.forget)

    @property
    @override
    def status(self) -> str:
        return counted(self._count)

    @override
    def refresh(self) -> None:
        found = read(self.context.document)
        self._count = found.count
        empty = _PRIVATE if self.context.document.is_presenting else _EMPTY
        self._pages.setCurrentIndex(_FILLED if found.count else empty)
        self._show(found)

    @override
    def offered(self) -> Sequence[QAction]:
        return [make_action(self, _("Play the trials"), self.money.run, "activity")]

    @override
    def state(self) -> Mapping[str, Any]:
        return {_STATE: dict(self.money.state())}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        kept = state.get(_STATE)
        if isinstance(kept, Mapping):
            self.money.restore(kept)

    def _build(self) -> None:
        page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 12, 8, 16), 16)
        column.addWidget(self.curve)
        column.addWidget(self.money)
        column.addStretch(1)
        self._pages.addWidget(ScrollArea(page, self, name=_("Exposure")))
        self._pages.addWidget(
            EmptyState(
                "difficulties",
                _("No risk is noted yet."),
                _("Add a risk"),
                lambda: self.view_wanted.emit(REGISTER, "add"),
                self,
                hint=_("Once risks are rated, this page says how much they weigh together."),
            )
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        self._pages.addWidget(private)
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._pages)

    def _show(self, found: Read) -> None:
        self.curve.setVisible(bool(found.curve.points))
        self.chart.show_curve(found.curve)
        self.curve.show_figures(curve_sentence(found.curve), curve_figures(found.curve))
        self.money.show_figures(found.figures, found.stakes)

    def _pick(self, key: str) -> None:
        self.selected.emit(Selection(RISK, (key,)))

    def _say(self, text: str) -> None:
        self.context.toast(text, False)
