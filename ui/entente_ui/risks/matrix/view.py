"""The matrix with its switches, what is beside it, and its table."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.risk import READING_LABELS, RISK, Reading
from entente.domain.risk_layout import Cell
from entente.i18n import _
from entente.services import risk_edits
from entente.services.risk_edits import LINKED
from entente.services.risks import RiskView
from entente_ui.kit import (
    EmptyState,
    FlowLayout,
    IconButton,
    LinkButton,
    Menu,
    PlainLabel,
    Segments,
    make_action,
    sized,
    spaced,
)
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import ReadingView
from entente_ui.risks.card_work import CardWork
from entente_ui.risks.deeds import Deeds
from entente_ui.risks.matrix.chart import MatrixChart
from entente_ui.risks.matrix.plan import ARROWS, MODES
from entente_ui.risks.matrix.rating import RatingWork
from entente_ui.risks.matrix.side import MatrixSide
from entente_ui.risks.matrix.twin import MatrixTable
from entente_ui.risks.seen import NOTHING, TABLES, cell_now, read_seen
from entente_ui.risks.views import BOWTIE, REGISTER, REVIEW
from entente_ui.risks.words import counted, holes_words

#: Px at 100 % of width from which there is room beside the matrix.
_WIDE: Final = 700
_SIDE: Final = 268
_CHART, _TABLE, _INVITE, _PRIVATE = range(4)


class MatrixView(ReadingView):
    """Probability upwards, impact to the right.

    Attributes:
        chart: The drawing.
        side: What is beside it.
        table: The same as a table.
        switch: Which readings are shown.
    """

    name = "matrix"
    tables = TABLES | {"risk_link", "difficulty", "decision", "backlog_item"}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.seen = NOTHING
        self._deeds = Deeds(context.document)
        # Tab goes from one to the next in the order they are made.
        modes = [(reading.value, _(READING_LABELS[reading.value])) for reading in Reading]
        self.switch = Segments([*modes, (ARROWS, _("arrows"))], Reading.CURRENT.value, self)
        self.switch.setAccessibleName(_("Reading"))
        self.past = QCheckBox(_("Occurred and closed too"), self)
        self.as_table = IconButton("table", _("As a table"), self._show_page, self, checkable=True)
        self.beside = IconButton(
            "layout-sidebar-right",
            _("List beside the matrix"),
            self._on_beside,
            self,
            checkable=True,
        )
        self.chart = MatrixChart(self)
        self.side = MatrixSide(self)
        self._card = CardWork(context, self.side.card)
        self._rating = RatingWork(
            self._deeds, self.chart, self.side.unrated, self._show_card, self._tell_selection
        )
        self.table = MatrixTable(self._rating.type_in, self)
        self._wants_beside: bool | None = None
        self._said = PlainLabel("", "small", self, wrap=True)
        self._stack = QStackedWidget(self)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._build()
        self._connect()

    @property
    @override
    def status(self) -> str:
        return counted(len(self._shown()))

    @property
    def mode(self) -> str:
        """Which readings are shown."""
        return self.chart.mode

    @override
    def refresh(self) -> None:
        document = self.context.document
        read_only = document.is_presenting
        self.seen = read_seen(document)
        self.chart.is_locked = read_only
        left_out = frozenset(view.id for view in self.seen.views if view.is_past)
        self.chart.show_seen(self.seen, frozenset() if self.past.isChecked() else left_out)
        if self.chart.picked not in self.seen.by_key:
            self._select("")
        self.table.twin.show_seen(self.seen, self._shown(), can_edit=not read_only)
        self._said.setText(holes_words(self.seen.scales))
        self._said.setVisible(bool(self._said.text()))
        self._show_beside()
        self._show_page()

    @override
    def add_record(self) -> bool:
        return False

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        self.read_now()
        view = self.seen.by_key.get(key)
        if record_type != RISK.name or view is None:
            return False
        if view.is_past and not self.past.isChecked():
            self.past.setChecked(True)
        if cell_now(view) is None:
            return False
        self._select(key)
        return True

    @override
    def show_wanted(self, wanted: object) -> None:
        if isinstance(wanted, str):
            self.reveal(RISK.name, wanted)

    @override
    def offered(self) -> Sequence[QAction]:
        modes = [(mode, _(READING_LABELS[mode])) for mode in MODES if mode != ARROWS]
        modes.append((ARROWS, _("arrows")))
        return [
            make_action(self, _("Matrix: {reading}").format(reading=words), partial(self.go, mode))
            for mode, words in modes
        ]

    @override
    def state(self) -> Mapping[str, Any]:
        return {"mode": self.mode, "risk": self.chart.picked, "table": self.as_table.isChecked()}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if state.get("mode") in MODES:
            self.go(str(state["mode"]))
        self.as_table.setChecked(state.get("table") is True)
        self._show_page()
        self.reveal(RISK.name, str(state.get("risk", "")))

    def go(self, mode: str) -> None:
        """Show other readings."""
        self.switch.set_current(mode)
        self.chart.set_mode(mode)
        self._choose(None)
        self._show_beside()
        self._draw_trail()

    def _build(self) -> None:
        bar = spaced(QHBoxLayout(), (0, 8, 0, 4), 8)
        left = spaced(FlowLayout(), 0, 10)
        bar.addLayout(left, 1)
        left.addWidget(self.switch)
        left.addWidget(self.past)
        sized(self.past, height=34)
        for button in (self.as_table, self.beside):
            bar.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._split.addWidget(self.chart)
        self._split.addWidget(self.side)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.setSizes([4 * _SIDE, theme().px(_SIDE)])
        invitation = EmptyState(
            "difficulties",
            _("No risk is noted yet."),
            _("Add a risk"),
            lambda: self.view_wanted.emit(REGISTER, "add"),
            self,
            hint=_("What may happen, why it may, and what the project would lose or gain."),
        )
        invitation.add_button(
            LinkButton(
                _("Import a register…"),
                lambda: self.view_wanted.emit(REGISTER, "import"),
                invitation,
            )
        )
        private = EmptyState("found-nothing", _("Nothing here is public."), parent=self)
        for page in (self._split, self.table, invitation, private):
            self._stack.addWidget(page)
        layout = spaced(QVBoxLayout(self), 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self._said)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        chart, side = self.chart, self.side
        self.switch.chosen.connect(self.go)
        self.past.toggled.connect(lambda _on: self.refresh())
        chart.risk_picked.connect(self._on_picked)
        chart.cell_chosen.connect(self._choose)
        chart.opened.connect(self._open)
        chart.linked.connect(self._on_linked)
        chart.menu_wanted.connect(self._show_menu)
        chart.refused.connect(self._say_locked)
        side.list.picked.connect(self._select)
        side.list.asked.connect(self._open)
        side.unrated.picked.connect(self._tell_selection)
        side.register_asked.connect(self._to_register)
        side.card.review_asked.connect(lambda key: self.view_wanted.emit(REVIEW, key))
        self.table.selectionModel().currentRowChanged.connect(
            lambda _now, _before: self._tell_selection(self.table.key)
        )

    def _shown(self) -> tuple[RiskView, ...]:
        is_whole = self.past.isChecked()
        return tuple(view for view in self.seen.views if is_whole or not view.is_past)

    def _show_page(self) -> None:
        page = _TABLE if self.as_table.isChecked() else _CHART
        if not self.seen.views:
            page = _PRIVATE if self.context.document.is_presenting else _INVITE
        self._stack.setCurrentIndex(page)
        for widget in (self.switch, self.past, self.as_table, self.beside):
            widget.setEnabled(bool(self.seen.views))

    def _show_beside(self) -> None:
        self.side.follow(self.chart, self._shown())
        self._show_card()

    def _show_card(self) -> None:
        self._card.show(self.seen, self.chart.picked)
        self._draw_trail()

    def _draw_trail(self) -> None:
        document, key = self.context.document, self.chart.picked
        if not key or self.mode == ARROWS:
            self.chart.show_trail(())
            return
        mode, viewer = self.mode, document.viewer
        self.chart.show_trail(document.read(lambda s: risk_edits.trail(s, key, mode, viewer)))

    def _select(self, key: str) -> None:
        """Select a risk on the matrix and tell the inspector."""
        self.chart.pick(key)
        self._on_picked(key)

    def _on_picked(self, key: str) -> None:
        self.side.list.pick(key)
        self._show_card()
        self._tell_selection(key)

    def _tell_selection(self, key: str) -> None:
        self.selected.emit(Selection(RISK, (key,)) if key else None)

    def _open(self, key: str) -> None:
        self._select(key)
        self.context.reveal(RISK.name, key)

    def _choose(self, cell: Cell | None) -> None:
        self.chart.choose(cell)
        self._show_beside()

    def _to_register(self) -> None:
        cell = self.chart.chosen
        if cell is not None:
            mode = Reading.CURRENT.value if self.mode == ARROWS else self.mode
            self.view_wanted.emit(REGISTER, (mode, cell))

    def _on_linked(self, key: str, kind: str, others: Sequence[str]) -> None:
        if view := self.seen.by_key.get(key):
            self._deeds.link(view, LINKED[kind][0], others)
            self._select(key)

    def _show_menu(self, key: str, place: QPoint) -> None:
        view = self.seen.by_key.get(key)
        if view is None:
            return
        self._select(key)
        menu = Menu(view.ref, self)

        def offer(words: str, command: Callable[[], object]) -> None:
            menu.addAction(make_action(menu, words, command))

        offer(_("Show in the register"), lambda: self.view_wanted.emit(REGISTER, (key,)))
        offer(_("Show as a bow-tie"), lambda: self.view_wanted.emit(BOWTIE, key))
        offer(_("Review it"), lambda: self.view_wanted.emit(REVIEW, key))
        if not self._deeds.is_locked:
            offer(_("Link with…"), self.side.card.links.ask)
            if not view.is_past:
                offer(_("It has occurred…"), lambda: self._card.ask_occurred(key))
        menu.popup(place)

    def _say_locked(self) -> None:
        self.context.toast(_("Nothing is changed during a presentation."), False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_beside()

    def _on_beside(self) -> None:
        self._wants_beside = self.beside.isChecked()
        self._fit_beside()

    def _fit_beside(self) -> None:
        """Show the list as it is wished, or where nobody said, if there is room."""
        wanted = self._wants_beside
        shown = self.width() >= theme().px(_WIDE) if wanted is None else wanted
        self.beside.setChecked(shown)
        self.side.setVisible(shown)
