"""Planning before all: the backlog beside the sprint, dots, effort, and the mix they make."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.card_line import CardLine, read_card
from entente.domain.text import fold
from entente.i18n import _
from entente.services.board import Board, Card
from entente.services.planning import Mix
from entente_ui.charts.card import ChartCard
from entente_ui.charts.radar import RadarChart, radar_figures
from entente_ui.kit import (
    IconButton,
    PlainLabel,
    ScrollArea,
    SearchField,
    sized,
    spaced,
    tooltip,
)
from entente_ui.kit.cards import CardWords, Lane, Lanes, Looks
from entente_ui.look.theme import theme
from entente_ui.pane import Context
from entente_ui.sprints.board.arrange import words_of
from entente_ui.sprints.board.quick_line import QuickLine
from entente_ui.sprints.board.words import read_as
from entente_ui.sprints.cycle.deeds import Deeds
from entente_ui.sprints.cycle.faces import PlanFaces, PlanList
from entente_ui.sprints.cycle.hands import PlanHands
from entente_ui.sprints.cycle.lanes import BACKLOG, SPRINT_LANE, lanes_of
from entente_ui.sprints.cycle.reading import Plan
from entente_ui.sprints.cycle.words import dots_words, mix_words

#: Px at 100 %: of the words looked for, of the mix, of lanes, and of all below which the mix
#: is put away.
_WORDS: Final = 140
_LINE: Final = 34
_SIDE: Final = 292
_LANE: Final = 190
_NARROW: Final = 760
#: Px at 100 % of height below which the lines to write in are put away.
_LOW: Final = 165


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
        self._context = context
        self._board = Board()
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
        self.hands = PlanHands(self, context, deeds, self.lanes)
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
        self.lanes.chosen.connect(self.chosen)
        self.lanes.released.connect(self.released)
        self.hands.written.connect(self.begin_card)
        self.hands.sought.connect(self.focus_filter)
        self.words.searched.connect(self._seek)
        self.words.left_downwards.connect(self.enter)

    def _make_list(self) -> PlanList:
        view = PlanList(self._faces)
        view.voted.connect(lambda key, by: self.hands.vote(self.hands.cards([key]), by))
        view.sized.connect(lambda key: self.hands.ask_effort(self.hands.cards([key])))
        return view

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
        plan = self.hands.plan
        is_planned = plan is None or not plan.is_closed
        for widget in self.tools:
            widget.setVisible(on and (is_planned or widget in {self.with_mix, self.words}))

    def show_plan(self, plan: Plan, board: Board, mix: Mix) -> None:
        """Show a sprint and what may be taken into it."""
        before = self.hands.plan
        if before is not None and plan.view.id != before.view.id:
            self.lanes.select(())
        if board.names != self._board.names:
            self._known.forget()
        self.hands.plan, self._board = plan, board
        self._faces.board, self._faces.sprint = board, plan.view.id
        self._faces.reasons = plan.reasons if plan.is_closed else {}
        self._known.prepare(self.hands.every)
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
        self.hands.is_by_dots = self.by_dots.isChecked()
        if self.hands.plan is not None:
            heads, cards = lanes_of(self.hands.plan, self._ordered)
            looks = Looks(self._found(), self.hands.is_free, wide=_LANE)
            self.lanes.show_lanes(heads, cards, looks)
            self._show_lines()

    def _show_lines(self) -> None:
        for lane in self.lanes.lanes[len(self.lines) :]:
            self._add_line(lane)
        for place, line in enumerate(self.lines):
            if place < len(self.lanes.lanes):
                line.set_column(self.lanes.lanes[place].head.title)
            line.setVisible(self.hands.is_free and (self._is_high or self._is_writing))

    def _add_line(self, lane: Lane[Card]) -> None:
        line = QuickLine(self._read_line, lambda read: read_as(self._board, read), lane)
        self.lines.append(line)
        layout = lane.layout()
        if layout is not None:
            layout.addWidget(line)
        line.added.connect(partial(self._add, lane, line))
        line.left.connect(partial(self._leave_line, lane))
        if isinstance(lane.view, PlanList):
            lane.view.lines_dropped.connect(partial(self._take_lines, lane))

    def _add(self, lane: Lane[Card], line: QuickLine, read: CardLine) -> None:
        if self.hands.add(lane.head.value, read):
            line.taken()

    def _take_lines(self, lane: Lane[Card], text: str, before: str) -> None:
        self.hands.take_lines(lane.head.value, text, before)

    def _leave_line(self, lane: Lane[Card]) -> None:
        self._is_writing = False
        lane.view.setFocus()
        self._show_lines()

    def _ordered(self, cards: Sequence[Card]) -> Sequence[Card]:
        return sorted(cards, key=lambda card: -card.dots) if self.by_dots.isChecked() else cards

    def _found(self) -> frozenset[str] | None:
        wanted = fold(self.words.text()).split()
        if not wanted:
            return None
        return frozenset(card.id for card in self.hands.every if self._known.hold(card, wanted))

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

    @Slot()
    def begin_card(self) -> None:
        """Put the cursor where a card is written, below the lane one is at."""
        if self.hands.is_free and self.lines:
            current = self.lanes.current
            at = self.hands.place_of(current.id) if current else BACKLOG
            self._is_writing = True
            self._show_lines()
            self.lines[1 if at == SPRINT_LANE else 0].begin()

    @Slot()
    def focus_filter(self) -> None:
        """Put the cursor where one looks for cards."""
        self.words.setFocus()
        self.words.selectAll()

    def _read_line(self, line: str) -> CardLine:
        board = self._board
        return read_card(line, board.today, board.people, board.sprint_words())

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
