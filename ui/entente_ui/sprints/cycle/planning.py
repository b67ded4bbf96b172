"""Planning before all: the backlog beside the sprint, dots, effort, and the mix they make."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.card_line import CardLine, read_card
from entente.domain.sprint import OUTCOME_LABELS
from entente.domain.text import fold
from entente.i18n import N_, _
from entente.services.board import Board, Card
from entente.services.planning import Mix
from entente_ui.charts.card import ChartCard
from entente_ui.charts.radar import RadarChart, radar_figures
from entente_ui.formats import labelled
from entente_ui.kit import (
    IconButton,
    Menu,
    PlainLabel,
    ScrollArea,
    SearchField,
    make_action,
    sized,
    spaced,
    tooltip,
)
from entente_ui.kit.cards import CardWords, Lane, LaneHead, Lanes, Looks
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.board.arrange import words_of
from entente_ui.sprints.board.asking import ValuePopover
from entente_ui.sprints.board.deeds import Deeds as BoardDeeds
from entente_ui.sprints.board.deeds import named
from entente_ui.sprints.board.moving import next_place
from entente_ui.sprints.board.quick_line import QuickLine
from entente_ui.sprints.board.words import counted, half_days, read_as, sentence
from entente_ui.sprints.cycle.deeds import Deeds
from entente_ui.sprints.cycle.faces import PlanFaces, PlanList
from entente_ui.sprints.cycle.reading import Plan
from entente_ui.sprints.cycle.words import dots_words, mix_words, over_words, planned_in

BACKLOG: Final = "backlog"
SPRINT_LANE: Final = "sprint"
#: Px at 100 %: of the words looked for, of the mix, of lanes, and of all below which the mix
#: is put away.
_WORDS: Final = 140
_LINE: Final = 34
_SIDE: Final = 292
_LANE: Final = 190
_NARROW: Final = 760
#: Px at 100 % of height below which the lines to write in are put away.
_LOW: Final = 165
_MENU: Final = (
    ("open", N_("Show in the inspector"), "layout-sidebar-right", "Enter"),
    ("carry", N_("Take into the sprint, or out of it"), "arrow-right", "Space"),
    ("dot", N_("One more dot"), "star", "+"),
    ("undot", N_("One dot less"), "minus", "−"),
    ("effort", N_("Effort…"), "clock", "E"),
    ("edit", N_("Rename"), "pencil", "F2"),
    ("top", N_("To the top of its lane"), "arrow-up", "Alt+Home"),
)


class PlanningPage(QWidget):
    """The backlog and the sprint side by side; once it is closed, what came of its cards.

    Attributes:
        words: What is looked for.
        lanes: The cards.
        lines: Where cards are written, below each lane.
        radar: The mix of activities, and the same as a table.

    Signals:
        chosen: Emitted when other cards are selected.
        released: Emitted when a card is no longer edited.
    """

    chosen = Signal()
    released = Signal()

    def __init__(self, context: Context, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._deeds = context, deeds
        self._board_deeds = BoardDeeds(context)
        self._board = Board()
        self._plan: Plan | None = None
        self._faces = PlanFaces()
        self._known = CardWords[Card](self, lambda card: words_of(self._board, card))
        self.words = SearchField(_("Filter cards"), self, shortcut="/")
        self.dots = PlainLabel("", "strong", self)
        self.by_dots = IconButton(
            "sort-descending", _("Most dots first"), self._show, self, checkable=True
        )
        self.with_mix = IconButton(
            "chart-dots", _("Mix of activities"), self._fit, self, checkable=True
        )
        self.lanes: Lanes[Card] = Lanes(self._make_list, _("Planning of the sprint"), self)
        self.lines: list[QuickLine] = []
        self.chart = RadarChart(_("Mix of activities"), self)
        self.radar = ChartCard(_("Mix of activities"), self.chart, self._say, self)
        self._side = ScrollArea(self.radar, self, name=_("Mix of activities"))
        self._was_wide: bool | None = None
        # Where there is little room, lines to write in are shown while one is asked for.
        self._is_high, self._is_writing = True, False
        self._build()
        self._connect()

    def _build(self) -> None:
        tooltip(
            self.dots, _("+ and − give dots to the cards selected, and so does a click on a star")
        )
        sized(self.words, width=_WORDS)
        sized(self.dots, height=_LINE)
        self.dots.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        sized(self._side, width=_SIDE)
        row = spaced(QHBoxLayout(), 0, 10)
        row.addWidget(self.lanes, 1)
        row.addWidget(self._side)
        layout = spaced(QVBoxLayout(self), 0, 8)
        layout.addLayout(row, 1)

    def _connect(self) -> None:
        lanes = self.lanes
        lanes.chosen.connect(self.chosen)
        lanes.asked.connect(self.run)
        lanes.dropped.connect(self._drop)
        lanes.carried.connect(lambda place: self._put(lanes.selected, place))
        lanes.edited.connect(self._rename)
        lanes.menu_wanted.connect(lambda at: self.make_menu().popup(at))
        lanes.released.connect(self.released)
        self.words.searched.connect(self._seek)
        self.words.left_downwards.connect(self.enter)

    def _make_list(self) -> PlanList:
        view = PlanList(self._faces)
        view.voted.connect(lambda key, by: self._vote(self._cards([key]), by))
        view.sized.connect(lambda key: self._ask_effort(self._cards([key])))
        return view

    @property
    def is_editable(self) -> bool:
        """Whether anything can be planned here and now."""
        is_open = self._plan is not None and not self._plan.is_closed
        return is_open and not self._context.document.is_presenting

    @property
    def selected(self) -> Sequence[Card]:
        """The cards selected, from above."""
        return self.lanes.selected

    @property
    def tools(self) -> Sequence[QWidget]:
        """What stands above the cards, in a line with what else there is."""
        return (self.dots, self.by_dots, self.with_mix, self.words)

    def show_tools(self, *, on: bool) -> None:
        """Show what stands above the cards, as far as it is of use."""
        is_planned = self._plan is None or not self._plan.is_closed
        for widget in self.tools:
            widget.setVisible(on and (is_planned or widget in {self.with_mix, self.words}))

    def show_plan(self, plan: Plan, board: Board, mix: Mix) -> None:
        """Show a sprint and what may be taken into it."""
        if self._plan is not None and plan.view.id != self._plan.view.id:
            self.lanes.select(())
        if board.names != self._board.names:
            self._known.forget()
        self._plan, self._board = plan, board
        self._faces.board, self._faces.sprint = board, plan.view.id
        self._faces.reasons = plan.reasons if plan.is_closed else {}
        self._known.prepare(self._every())
        self.dots.setText(dots_words(plan.dots))
        self.chart.show_shape(mix.spokes)
        self.radar.show_figures(mix_words(mix), radar_figures(mix.spokes))
        self._show()

    def leave_writing(self) -> None:
        """Keep what is being typed, and look for everything: others look at the screen now."""
        self.lanes.finish_edit()
        self.words.clear()

    @Slot()
    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        looks = Looks(self._found(), self.is_editable, wide=_LANE)
        if plan.is_closed:
            heads = [
                _head(value, sentence(_(words)), plan.outcomes[value])
                for value, words in OUTCOME_LABELS.items()
                if plan.outcomes[value]
            ]
            self.lanes.show_lanes(heads, plan.outcomes, looks)
        else:
            lanes = {BACKLOG: self._ordered(plan.backlog), SPRINT_LANE: self._ordered(plan.held)}
            heads = [
                _head(BACKLOG, _("Backlog"), plan.backlog),
                _sprint_head(plan),
            ]
            self.lanes.show_lanes(heads, lanes, looks)
        self._show_lines()

    def _show_lines(self) -> None:
        for lane in self.lanes.lanes[len(self.lines) :]:
            self._add_line(lane)
        for place, line in enumerate(self.lines):
            if place < len(self.lanes.lanes):
                line.set_column(self.lanes.lanes[place].head.title)
            line.setVisible(self.is_editable and (self._is_high or self._is_writing))

    def _add_line(self, lane: Lane[Card]) -> None:
        line = QuickLine(self._read_line, lambda read: read_as(self._board, read), lane)
        self.lines.append(line)
        layout = lane.layout()
        if layout is not None:
            layout.addWidget(line)
        line.added.connect(lambda read: self._add(lane.head.value, line, read))
        line.left.connect(partial(self._leave_line, lane))

    def _leave_line(self, lane: Lane[Card]) -> None:
        self._is_writing = False
        lane.view.setFocus()
        self._show_lines()

    def _ordered(self, cards: Sequence[Card]) -> Sequence[Card]:
        return sorted(cards, key=lambda card: -card.dots) if self.by_dots.isChecked() else cards

    def _every(self) -> Sequence[Card]:
        plan = self._plan
        if plan is None:
            return ()
        if plan.is_closed:
            return [card for cards in plan.outcomes.values() for card in cards]
        return [*plan.backlog, *plan.held]

    def _cards(self, keys: Sequence[str]) -> list[Card]:
        wanted = set(keys)
        return [card for card in self._every() if card.id in wanted]

    def _found(self) -> frozenset[str] | None:
        wanted = fold(self.words.text()).split()
        if not wanted:
            return None
        return frozenset(card.id for card in self._every() if self._known.hold(card, wanted))

    @Slot()
    def _seek(self) -> None:
        """Dim the cards that are not looked for; all stay where they are."""
        found = self._found()
        for lane in self.lanes.lanes:
            lane.view.cards.wanted = found
            lane.view.viewport().update()

    @Slot()
    def enter(self) -> None:
        """Go to the first card looked for, else to the first there is."""
        found = self._found()
        for lane in self.lanes.lanes:
            for card in lane.view.cards.shown:
                if found is None or card.id in found:
                    self.lanes.reveal(card.id)
                    return

    def reveal(self, key: str) -> bool:
        """Select a card and bring it into view; say whether it is here."""
        return self.lanes.reveal(key)

    def begin_card(self) -> None:
        """Put the cursor where a card is written, below the lane one is at."""
        if self.is_editable and self.lines:
            current = self.lanes.current
            at = self._lane_of(current.id) if current else ""
            self._is_writing = True
            self._show_lines()
            self.lines[1 if at == SPRINT_LANE else 0].begin()

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the cards selected."""
        some = self.selected
        match name:
            case "open":
                focus_inspector(self.window())
            case "filter":
                self.words.setFocus()
                self.words.selectAll()
            case "copy":
                lines = [f"{card.ref}\t{card.title}" for card in some]
                QGuiApplication.clipboard().setText("\n".join(lines))
            case _ if self.is_editable:
                self._write(name, some)

    def _write(self, name: str, some: Sequence[Card]) -> None:
        """Do what changes something."""
        match name:
            case "new":
                self.begin_card()
            case "edit" if some:
                self.lanes.begin_edit(some[0].id)
            case "effort":
                self._ask_effort(some)
            case "dot" | "undot":
                self._vote(some, 1 if name == "dot" else -1)
            case "carry" if some:
                is_in = self._lane_of(some[0].id) == SPRINT_LANE
                self._put(some, BACKLOG if is_in else SPRINT_LANE)
            case "raise" | "lower" | "top" | "bottom":
                self._order(name)

    def offered(self, owner: QWidget) -> Sequence[QAction]:
        """Return what can be done to the cards selected."""
        if not self.selected:
            return ()
        entries = _MENU if self.is_editable else _MENU[:1]
        return [
            make_action(owner, _(words), partial(self.run, name), icon)
            for name, words, icon, _keys in entries
        ]

    def make_menu(self) -> Menu:
        """Return the menu of the cards selected."""
        menu = Menu(_("Cards"), self)
        keys = [keys for _name, _words, _icon, keys in _MENU]
        for action, key in zip(self.offered(menu), keys, strict=False):
            action.setText(f"{action.text()}\t{key}")
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _lane_of(self, key: str) -> str:
        lanes = (lane for lane in self.lanes.lanes if lane.view.cards.row_of(key) >= 0)
        return next((lane.head.value for lane in lanes), "")

    def _drop(self, place: str, keys: Sequence[str], before: str) -> None:
        some = self._cards(keys)
        if self.by_dots.isChecked():
            before = ""
        if before in keys or not some or not self.is_editable:
            return
        if all(self._lane_of(card.id) == place for card in some):
            if not self.by_dots.isChecked() and self._board_deeds.order(some, before):
                self._come_to(some)
            return
        self._put(some, place, before)

    def _put(self, some: Sequence[Card], place: str, before: str | None = None) -> None:
        """Take cards into the sprint or out of it; those that are there already stay."""
        plan = self._plan
        away = [card for card in some if self._lane_of(card.id) != place]
        if plan is None or not away or not self.is_editable:
            return
        take = self._deeds.take_in if place == SPRINT_LANE else self._deeds.take_out
        if take(away, plan.view, before):
            self._come_to(away)

    def _come_to(self, some: Sequence[Card]) -> None:
        """Go along with cards that moved."""
        self.lanes.reveal(some[0].id)
        if len(some) > 1:
            self.lanes.select([card.id for card in some])
            self.lanes.chosen.emit()

    def _order(self, name: str) -> None:
        some = list(self.selected)
        lane = next((one for one in self.lanes.lanes if one.view.keys), None)
        if lane is None or not some or self.by_dots.isChecked():
            return
        shown = [card.id for card in lane.view.cards.shown]
        before = next_place(name, shown, [card.id for card in some])
        if before is None:
            return
        # The order is one for all cards: the last of a lane need not be the last of all.
        if self._board_deeds.order(some, before):
            self._come_to(some)

    def _vote(self, some: Sequence[Card], by: int) -> None:
        if self._plan is not None and some and self.is_editable:
            self._deeds.vote(some, self._plan.view, by)

    def _ask_effort(self, some: Sequence[Card]) -> None:
        plan = self._plan
        if plan is None or not some or not self.is_editable:
            return
        field = BACKLOG_ITEM.field("effort")
        efforts = {card.effort for card in some}
        held = frozenset(card.id for card in plan.held)

        def answer(value: Any) -> None:  # noqa: ANN401  # of any kind of field
            if efforts != {value}:
                self._deeds.size(some, plan.view, value, held)

        words = labelled(_(field.label), named(some))
        popover = ValuePopover(self, words, field, {}, answer)
        popover.ask(self._rect_of(some[0].id), efforts.pop() if len(efforts) == 1 else None)
        # Whoever was asked from a card goes on from there.
        popover.closed.connect(partial(self._back_to, some[0].id))

    def _back_to(self, key: str) -> None:
        for lane in self.lanes.lanes:
            if lane.view.cards.row_of(key) >= 0:
                lane.view.setFocus()

    def _rect_of(self, key: str) -> QRect:
        """Return where a card is to be seen, in the coordinates of this page."""
        for lane in self.lanes.lanes:
            view = lane.view
            row = view.cards.row_of(key)
            if row >= 0:
                rect = view.visualRect(view.cards.index(row)) & view.viewport().rect()
                return QRect(view.viewport().mapTo(self, rect.topLeft()), rect.size())
        return self.rect()

    def _read_line(self, line: str) -> CardLine:
        board = self._board
        return read_card(line, board.today, board.people, board.sprint_words())

    def _add(self, place: str, line: QuickLine, read: CardLine) -> None:
        plan = self._plan
        if plan is None or not self.is_editable:
            return
        key = self._deeds.add(read, plan.view if place == SPRINT_LANE else None)
        if key:
            line.taken()
            self.lanes.reveal(key, takes_focus=False)

    @Slot(str, str)
    def _rename(self, key: str, title: str) -> None:
        for card in self._cards([key]):
            if title.strip() and title != card.title:
                self._board_deeds.rename(card, title)

    def _say(self, text: str) -> None:
        self._context.toast(text, False)

    def _fit(self) -> None:
        self._side.setVisible(self.with_mix.isChecked())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_high = self.height() >= theme().px(_LOW)
        if is_high != self._is_high:
            self._is_high = is_high
            self._show_lines()
        is_wide = self.width() >= theme().px(_NARROW)
        if is_wide != self._was_wide:
            # Where there is room it is shown, until somebody says otherwise.
            self._was_wide = is_wide
            self.with_mix.setChecked(is_wide)
            self._fit()

    def state(self) -> Mapping[str, Any]:
        """Return how it is shown."""
        return {"by_dots": self.by_dots.isChecked()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show it as it was."""
        self.by_dots.setChecked(state.get("by_dots") is True)
        self._show()


def _head(value: str, title: str, cards: Sequence[Card]) -> LaneHead:
    effort = sum(card.effort or 0 for card in cards)
    summary = half_days(effort) if effort else ""
    return LaneHead(value, title, counted=counted(len(cards)), summary=summary)


def _sprint_head(plan: Plan) -> LaneHead:
    planned, capacity = planned_in(plan.view), plan.view.capacity
    over = planned - capacity if capacity is not None else 0
    said = over_words(over, half_days(over)) if over > 0 else ""
    words = half_days(planned) if planned else _("Drag cards here")
    return LaneHead(
        SPRINT_LANE,
        _("In the sprint"),
        counted=counted(len(plan.held)),
        summary=" · ".join(filter(None, (words, said))),
        is_too_much=over > 0,
    )
