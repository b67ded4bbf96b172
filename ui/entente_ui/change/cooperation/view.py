"""The tab of the cooperation: factors at the left, the one that one is at beside them."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ORGANISATION
from entente.domain.cooperation.factors import FACTOR_LABELS, FACTOR_MAX
from entente.domain.cooperation.records import (
    CONVENTION,
    CONVENTION_CLAUSE,
    CONVENTION_SIGNATURE,
    FEAR,
    TRIGGER,
    TRIGGER_ACCEPTANCE,
)
from entente.domain.radar import Spoke
from entente.domain.risk import RISK
from entente.i18n import N_, _, ngettext
from entente.services.cooperation import Cooperation, Partner
from entente_ui.change.cooperation import words
from entente_ui.change.cooperation.acceptance import AcceptanceCard
from entente_ui.change.cooperation.convention_part import ConventionPart
from entente_ui.change.cooperation.deeds import Deeds
from entente_ui.change.cooperation.factor_panel import FactorPanel
from entente_ui.change.cooperation.forms import FEARS, NAMED, TRIGGERS
from entente_ui.change.cooperation.grid import FactorGrid
from entente_ui.change.cooperation.reading import read
from entente_ui.change.cooperation.risks_card import RisksCard
from entente_ui.charts.card import ChartCard
from entente_ui.charts.overlay import MOST, OverlayRadar, Shape, ShapesLegend
from entente_ui.formats import long_date, number
from entente_ui.kit import (
    NOWHERE,
    Card,
    EmptyState,
    FlowLayout,
    IconButton,
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    Segments,
    ask_beside,
    make_action,
    spaced,
)
from entente_ui.look.theme import theme
from entente_ui.pane import Context, paper
from entente_ui.pane_view import ReadingView
from entente_ui.registers.record_cards import RecordCards

_FILLED, _EMPTY, _PRIVATE = range(3)
#: What shapes are laid over each other.
_TOGETHER, _IN_TIME = "together", "time"
_RADAR: Final = 380
#: Px at 100 %: the panel beside the grid, and the least the grid keeps.
_PANEL: Final = 300
_GRID: Final = 440


class CooperationView(ReadingView):
    """How organisations cooperate.

    Attributes:
        grid: Organisations by factor.
        panel: The factor one is at.
        risks: What weak factors stand for.
        acceptance: Who accepts which trigger.
        fears, triggers: Lists.
        convention: Conventions with their parts.
    """

    name = "cooperation"
    tables = frozenset(
        {
            *(ORGANISATION.name, ORGANISATION.rating_name, RISK.name, FEAR.name, TRIGGER.name),
            *(TRIGGER_ACCEPTANCE.name, CONVENTION.name, CONVENTION_CLAUSE.name),
            CONVENTION_SIGNATURE.name,
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: Cooperation | None = None
        self.deeds = Deeds(context)
        self.grid = FactorGrid(self)
        self.factors = ChartCard(_("Five factors of a cooperation"), self.grid, self._say, self)
        self.radar, self._legend, self.shapes = self._radar_card()
        self.panel = FactorPanel(self)
        self.gaps = PlainLabel("", "body", self, wrap=True)
        self._gaps_card = Card("", self)
        self._gaps_card.body.addWidget(PlainLabel(_("Not at the same speed"), "section", self))
        self._gaps_card.body.addWidget(self.gaps)
        self.risks = RisksCard(self.deeds.note_risk, self)
        self.acceptance = AcceptanceCard(self.deeds.answer, self)
        adds = ((N_("Add a trigger"), self.deeds.add_trigger),)
        self.triggers = RecordCards(context, TRIGGERS, adds, self)
        self.fears = RecordCards(context, FEARS, ((N_("Add a fear"), self.deeds.add_fear),), self)
        self.convention = ConventionPart(context, self.deeds, self)
        self.add_button = PrimaryButton(
            _("Add an organisation"), self.ask_name, self, icon_name="plus"
        )
        self._pages = QStackedWidget(self)
        self._build()
        self.grid.picked.connect(self._on_picked)
        self.grid.rated.connect(self._on_rated)
        self.panel.rated.connect(self._on_rated)
        self.panel.opened.connect(partial(context.reveal, ORGANISATION.name))

    def _radar_card(self) -> tuple[OverlayRadar, ShapesLegend, ChartCard]:
        whole = QWidget()
        title = _("Shape of the cooperation")
        self.laid = Segments(
            [(_TOGETHER, _("Organisations")), (_IN_TIME, _("Over time"))], _TOGETHER, whole
        )
        self.laid.setAccessibleName(title)
        self.laid.chosen.connect(self._show_place)
        radar = OverlayRadar(title, whole, height=_RADAR, rings=FACTOR_MAX)
        legend = ShapesLegend(whole)
        column = spaced(QVBoxLayout(whole), 0, 6)
        column.addWidget(self.laid)
        column.addWidget(radar)
        column.addWidget(legend)
        return radar, legend, ChartCard(title, whole, self._say, self)

    def _build(self) -> None:
        bar = spaced(FlowLayout(), 0, 8)
        bar.addWidget(self.add_button)
        bar.addWidget(IconButton("file-text", _("State of the cooperation"), self.print_out, self))
        page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 0, 8, 16), 16)
        parts = (self.factors, self._gaps_card, self.risks, self.shapes, self.triggers)
        for part in (*parts, self.acceptance, self.fears, self.convention):
            column.addWidget(part)
        column.addStretch(1)
        self._area = ScrollArea(page, self, name=_("Cooperation"))
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.addWidget(self._area)
        self._split.addWidget(self.panel)
        self._split.setStretchFactor(0, 1)
        self._split.setChildrenCollapsible(False)
        filled = QWidget(self)
        inside = spaced(QVBoxLayout(filled), 0, 8)
        inside.addLayout(bar)
        inside.addWidget(self._split, 1)
        self._empty = EmptyState(
            "actors",
            _("No organisation takes part yet."),
            _("Add an organisation"),
            self.ask_name,
            self,
            hint=_("Name those that cooperate; one that is known already is taken as it is."),
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for each in (filled, self._empty, private):
            self._pages.addWidget(each)
        spaced(QVBoxLayout(self), (0, 8, 0, 0), 0).addWidget(self._pages)
        theme().changed.connect(self._fit)
        self._fit()

    @property
    @override
    def status(self) -> str:
        count = len(self.found.present) if self.found else 0
        words = ngettext("{count} organisation", "{count} organisations", count)
        return words.format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        locked = document.is_presenting
        seen = document.read(partial(read, viewer=document.viewer, presenting=locked))
        found = self.found = seen.found
        self._pages.setCurrentIndex(_FILLED if found.partners else (_PRIVATE if locked else _EMPTY))
        self.add_button.setVisible(not locked)
        self.grid.show_cooperation(found, is_editable=not locked)
        self.factors.show_figures(words.sentence(found), words.grid_figures(found))
        lines = words.gap_lines(found)
        self.gaps.setText("\n".join(lines))
        self._gaps_card.setVisible(bool(lines))
        self.risks.show_proposed(seen.proposed, read_only=locked)
        self.acceptance.show_cooperation(found, read_only=locked)
        labels = {kind.name: document.labels(kind) for kind in NAMED}
        self.triggers.show_rows(seen.triggers, labels, read_only=locked)
        self.fears.show_rows(seen.fears, labels, read_only=locked)
        parts = (seen.clauses, seen.signatures)
        self.convention.show_conventions(seen.conventions, parts, labels, read_only=locked)
        self._show_place()

    @override
    def add_record(self) -> bool:
        self.ask_name()
        return True

    def ask_name(self) -> None:
        """Ask which organisation takes part."""
        if self.context.document.is_presenting:
            return
        beside = self.add_button if self.add_button.isVisible() else self._empty
        target = QRect(beside.mapTo(self, beside.rect().topLeft()), beside.size())
        ask_beside(self, target, _("What is the organisation called?"), self.deeds.add_partner)

    @override
    def offered(self) -> Sequence[QAction]:
        told = make_action(self, _("State of the cooperation"), self.print_out, "file-text")
        if self.context.document.is_presenting:
            return (told,)
        return (make_action(self, _("Add an organisation"), self.ask_name, "plus"), told)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        lists = {
            FEAR.name: self.fears,
            TRIGGER.name: self.triggers,
            CONVENTION.name: self.convention.conventions,
            CONVENTION_CLAUSE.name: self.convention.clauses,
            CONVENTION_SIGNATURE.name: self.convention.signatures,
        }
        card = lists[record_type].cards.get(key) if record_type in lists else None
        if card is None:
            return False
        self._area.ensureWidgetVisible(card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def focus_filter(self) -> None:
        self.grid.setFocus()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("cooperation"), "")

    @override
    def state(self) -> Mapping[str, Any]:
        organisation, factor = self.grid.place
        return {"organisation": organisation, "factor": factor}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.refresh()
        self.grid.go_to(str(state.get("organisation", "")), str(state.get("factor", "")))
        self._show_place()

    def _partner(self) -> Partner | None:
        key = self.grid.place[0]
        partners = self.found.partners if self.found else ()
        return next((each for each in partners if each.id == key), None)

    def _show_place(self) -> None:
        """Show the factor one is at, and the shapes with that organisation first."""
        partner = self._partner()
        self.panel.setVisible(partner is not None)
        if self.found is None or partner is None:
            return
        locked = self.context.document.is_presenting
        self.panel.show_factor(partner, self.grid.place[1], read_only=locked)
        axes = [Spoke(label, 1, FACTOR_MAX) for label in FACTOR_LABELS.values()]
        shapes = self._shapes(self.found, partner)
        self.radar.show_shapes(axes, shapes, words.sentence(self.found))
        self._legend.show_names([each.name for each in shapes])
        said = partner.name if self.laid.current == _IN_TIME else ""
        self.shapes.show_figures(said, words.shapes_figures(shapes))

    def _shapes(self, found: Cooperation, partner: Partner) -> list[Shape]:
        """Return that organisation and the others, or how it was, the newest first."""
        if self.laid.current == _IN_TIME:
            told = [(long_date(day), scores) for day, scores in reversed(partner.course)]
        else:
            others = (each for each in found.present if each.id != partner.id)
            told = [(each.name, each.scores) for each in (partner, *others)]
        return [
            Shape(name, tuple(scores[factor] for factor in FACTOR_LABELS))
            for name, scores in told[:MOST]
        ]

    @Slot(str, str)
    def _on_picked(self, _organisation: str, _factor: str) -> None:
        # The panel tells of it; its name leads to the rest, which would leave the grid no room.
        self._show_place()

    @Slot(str, str, object)
    def _on_rated(self, organisation: str, factor: str, score: int | None) -> None:
        partner = self._partner()
        if partner is None or partner.id != organisation or score is None:
            return
        rating = self.deeds.rate(partner, factor, score)
        part = self.grid.part_of(organisation, factor)
        if rating and part != NOWHERE:
            box = self.grid.box(part).toRect()
            target = QRect(self.grid.mapTo(self, box.topLeft()), box.size())
            ask_beside(self, target, _("What shows it?"), partial(self.deeds.explain, rating))

    def _fit(self) -> None:
        self._area.setMinimumWidth(theme().px(_GRID))
        self.panel.setMinimumWidth(theme().px(_PANEL))

    def _say(self, text: str) -> None:
        self.context.toast(text, False)
