"""The tab of the impacts: the map at the left, the cell or group one is at beside it."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change.impact import FUNCTIONAL_GROUP, IMPACT, PRACTICE_GAP
from entente.domain.risk import RISK
from entente.i18n import _, ngettext
from entente.services.impact import Group, Study
from entente.services.impact_words import touched_words, whole_words
from entente_ui.change.impacts.deeds import Deeds
from entente_ui.change.impacts.gaps_card import GapsCard
from entente_ui.change.impacts.heat_map import HeatMap
from entente_ui.change.impacts.menu import cell_menu
from entente_ui.change.impacts.place_panel import PlacePanel
from entente_ui.change.impacts.questions_card import QuestionsCard
from entente_ui.change.impacts.reading import ORDERS, Read, read, risk_of
from entente_ui.change.impacts.shapes_part import ShapesPart
from entente_ui.change.impacts.words import heat_figures
from entente_ui.charts.card import ChartCard
from entente_ui.formats import number
from entente_ui.kit import (
    NOWHERE,
    EmptyState,
    FlowLayout,
    IconButton,
    PlainLabel,
    PrimaryButton,
    ScrollArea,
    ask_beside,
    make_action,
    spaced,
)
from entente_ui.look.theme import theme
from entente_ui.pane import Context, paper
from entente_ui.pane_view import ReadingView

_FILLED, _EMPTY, _PRIVATE = range(3)
#: Px at 100 %: the panel beside the map, and the least the map keeps.
_PANEL: Final = 320
_MAP: Final = 440
_PAPER: Final = "impact"


class ImpactsView(ReadingView):
    """What the change does to whom.

    Attributes:
        map: The groups and their dimensions.
        shapes: The shapes of some groups.
        panel: What is said of the cell or the group one is at.
        questions: What everybody leaves out.
        gaps: What users need and is done otherwise.
        order: How the groups stand.
        deeds: Writes.
    """

    name = "impacts"
    tables = frozenset(
        kind.name
        for kind in (
            *(FUNCTIONAL_GROUP, IMPACT, PRACTICE_GAP, RISK),
            *(BACKLOG_ITEM, ORGANISATION, ACTOR),
        )
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.study: Study | None = None
        self._found: Read | None = None
        self.deeds = Deeds(context)
        self.map = HeatMap(self)
        self.heat = ChartCard(_("Depth by group and dimension"), self.map, self._say, self)
        self.shapes = ShapesPart(self._say, self)
        self.panel = PlacePanel(self.deeds, self)
        self.questions = QuestionsCard(self.deeds.add_risks, self._open_risks, self)
        self.gaps = GapsCard(self.deeds, self._at_group, context.reveal, self)
        self.order = QComboBox(self)
        self.add_button = PrimaryButton(_("Add a group"), self.ask_name, self, icon_name="plus")
        self._whole = PlainLabel("", "body", self, wrap=True)
        self._pages = QStackedWidget(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        for name, words in ORDERS.items():
            self.order.addItem(_(words), name)
        self.order.setAccessibleName(_("Order of the groups"))
        bar = spaced(FlowLayout(), 0, 8)
        bar.addWidget(self.add_button)
        bar.addWidget(self.order)
        bar.addWidget(IconButton("file-text", _("Impact study"), self.print_out, self))
        page = self._page = QWidget(self)
        page.setProperty("page", "true")
        column = spaced(QVBoxLayout(page), (0, 0, 8, 16), 12)
        column.addWidget(self._whole)
        for card in (self.heat, self.shapes, self.questions, self.gaps):
            column.addWidget(card)
        column.addStretch(1)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._area = ScrollArea(page, self, name=_("Impacts"))
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
            _("No functional group yet."),
            _("Add a group"),
            self.ask_name,
            self,
            hint=_("People who do the same work in the same place, and for whom it changes."),
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for each in (filled, self._empty, private):
            self._pages.addWidget(each)
        spaced(QVBoxLayout(self), (0, 8, 0, 0), 0).addWidget(self._pages)
        theme().changed.connect(self._fit)
        self._fit()

    def _connect(self) -> None:
        self.map.picked.connect(self._on_picked)
        self.map.rated.connect(self._on_rated)
        self.map.menu_wanted.connect(self._on_menu)
        self.panel.group_asked.connect(lambda: self.go_to(self.map.place[0]))
        self.panel.opened.connect(self.context.reveal)
        self.order.activated.connect(self.refresh)
        self.context.document.settling.connect(self.panel.settle)

    @property
    @override
    def status(self) -> str:
        count = len(self.study.groups) if self.study else 0
        return ngettext("{count} group", "{count} groups", count).format(count=number(count))

    @override
    def refresh(self) -> None:
        document = self.context.document
        found = read(document, str(self.order.currentData()))
        study = self.study = found.study
        self._found = found
        locked = document.is_presenting
        empty = _PRIVATE if locked else _EMPTY
        self._pages.setCurrentIndex(_FILLED if study.groups else empty)
        self._whole.setText(whole_words(study.whole))
        self.map.show_study(study, is_editable=not locked)
        self.heat.show_figures(touched_words(study.whole), heat_figures(study))
        self.questions.show_study(study, found.models, read_only=locked)
        self.gaps.show_gaps(study.gaps, read_only=locked)
        self.add_button.setVisible(not locked)
        self._show_place()

    def go_to(self, group: str, dimension: str = "") -> bool:
        """Go to a group, or a cell of it; say whether it is there."""
        self.read_now()
        if self.study is None or self.study.group(group) is None:
            return False
        self.map.go_to(group, dimension)
        self._on_picked()
        return True

    @override
    def add_record(self) -> bool:
        self.ask_name()
        return True

    def ask_name(self) -> None:
        """Ask what a new group is called."""
        if self.context.document.is_presenting:
            return
        beside = self.add_button if self.add_button.isVisible() else self._empty
        target = QRect(beside.mapTo(self, QPoint(0, 0)), beside.size())
        ask_beside(self, target, _("What is the group called?"), self._add)

    def _add(self, name: str) -> None:
        key = self.deeds.add_group(name)
        if key and self.go_to(key):
            self.map.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def offered(self) -> Sequence[QAction]:
        told = make_action(self, _("Impact study"), self.print_out, "file-text")
        if self.context.document.is_presenting:
            return (told,)
        add = make_action(self, _("Add a group"), self.ask_name, "plus")
        risks = make_action(self, _("Add the risks of open questions"), self.deeds.add_risks)
        return (add, risks, told)

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != IMPACT.name:
            return record_type == FUNCTIONAL_GROUP.name and self.go_to(key)
        self.read_now()
        cells = ((group, cell) for group in self._groups for cell in group.cells)
        found = next(((group, cell) for group, cell in cells if cell.id == key), None)
        return found is not None and self.go_to(found[0].id, found[1].dimension)

    @override
    def focus_filter(self) -> None:
        self.map.setFocus()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper(_PAPER), "")

    @override
    def state(self) -> Mapping[str, Any]:
        group, dimension = self.map.place
        kept = {"order": self.order.currentData(), "group": group, "dimension": dimension}
        return kept | {"laid": list(self.shapes.laid)}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.order.setCurrentIndex(max(0, self.order.findData(state.get("order"))))
        laid = state.get("laid")
        self.shapes.laid = [str(key) for key in laid] if isinstance(laid, list) else []
        self.refresh()
        self.go_to(str(state.get("group", "")), str(state.get("dimension", "")))

    @property
    def _groups(self) -> tuple[Group, ...]:
        return self.study.groups if self.study else ()

    def _at_group(self) -> str:
        return self.map.place[0]

    def _show_place(self) -> None:
        """Show the cell or the group one is at."""
        key, dimension = self.map.place
        group = self.study.group(key) if self.study else None
        self.panel.setVisible(group is not None)
        if self.study is None or group is None:
            return
        locked = self.context.document.is_presenting
        self.shapes.show_study(self.study, key)
        homes = self.context.document.labels(ORGANISATION)
        self.panel.show_place(group, dimension, homes, read_only=locked)

    @Slot()
    def _on_picked(self) -> None:
        self.panel.settle()
        self._show_place()
        if self.map.isVisible() and self.map.aimed_part != NOWHERE:
            box = self.map.box(self.map.aimed_part).toRect()
            at = self.map.mapTo(self._page, box.center())
            self._area.ensureVisible(at.x(), at.y(), 0, box.height())

    @Slot(str, str, object)
    def _on_rated(self, group: str, dimension: str, depth: int | None) -> None:
        found = self.study.group(group) if self.study else None
        if found is not None:
            self.deeds.rate(found, dimension, depth)

    @Slot(str, str, object)
    def _on_menu(self, group: str, dimension: str, at: QPoint) -> None:
        found = self.study.group(group) if self.study else None
        if found is not None and not self.context.document.is_presenting:
            cell_menu(self, self.deeds, found, dimension).popup(at)

    def _open_risks(self) -> None:
        """Go to the first of the risks that open questions have become."""
        key = risk_of(self.context.document, self._found) if self._found else ""
        if key:
            self.context.reveal(RISK.name, key)

    def _fit(self) -> None:
        self._area.setMinimumWidth(theme().px(_MAP))
        self.panel.setMinimumWidth(theme().px(_PANEL))

    def _say(self, text: str) -> None:
        self.context.toast(text, False)
