"""What hands do while a sprint is planned: carry cards, give dots, say how much work they are."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.card_line import CardLine
from entente.i18n import N_, _
from entente.services.board import Card
from entente_ui.formats import labelled
from entente_ui.kit import Menu, make_action, with_keys
from entente_ui.kit.cards import Lane, Lanes
from entente_ui.pane import Context
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.board.asking import ValuePopover
from entente_ui.sprints.board.deeds import Deeds as BoardDeeds
from entente_ui.sprints.board.deeds import named
from entente_ui.sprints.board.moving import next_place, titles_in
from entente_ui.sprints.cycle.deeds import Deeds
from entente_ui.sprints.cycle.lanes import BACKLOG, SPRINT_LANE

if TYPE_CHECKING:
    from entente_ui.sprints.cycle.reading import Plan

_MENU: Final = (
    ("open", N_("Show in the inspector"), "layout-sidebar-right", "Enter"),
    ("carry", N_("Take into the sprint, or out of it"), "arrow-right", "Space"),
    ("dot", N_("One more dot"), "star", "+"),
    ("undot", N_("One dot less"), "minus", "−"),
    ("effort", N_("Effort…"), "clock", "E"),
    ("edit", N_("Rename"), "pencil", "F2"),
    ("top", N_("To the top of its lane"), "arrow-up", "Alt+Home"),
)


class PlanHands(QObject):
    """Does to cards what keys, menus, clicks and drags ask for, and goes along with them.

    Attributes:
        plan: The sprint, and what may be taken into it.
        is_by_dots: Whether cards stand by their dots: then nobody puts them in order.

    Signals:
        written: Emitted when a card is to be written.
        sought: Emitted when one wants to look for something.
        left: Emitted when an arrow leads upwards out of the lanes.
    """

    written = Signal()
    sought = Signal()
    left = Signal()

    def __init__(self, owner: QWidget, context: Context, deeds: Deeds, lanes: Lanes[Card]) -> None:
        """Do nothing yet.

        Args:
            owner: The page the lanes are on.
            context: What the shell hands out.
            deeds: Writes what is done to the sprint.
            lanes: The cards.
        """
        super().__init__(owner)
        self._owner, self._context = owner, context
        self._deeds, self._of_board = deeds, BoardDeeds(context)
        self._lanes = lanes
        self.plan: Plan | None = None
        self.is_by_dots = False
        lanes.asked.connect(self.run)
        lanes.dropped.connect(self.drop)
        lanes.carried.connect(lambda place: self.put(lanes.selected, place))
        lanes.edited.connect(self.rename)
        lanes.menu_wanted.connect(lambda at: self.make_menu().popup(at))

    @property
    def is_free(self) -> bool:
        """Whether anything can be planned here and now."""
        is_open = self.plan is not None and not self.plan.is_closed
        return is_open and not self._context.document.is_presenting

    @property
    def every(self) -> Sequence[Card]:
        """All cards, from above, lane by lane."""
        plan = self.plan
        if plan is None:
            return ()
        if plan.is_closed:
            return [card for cards in plan.outcomes.values() for card in cards]
        return [*plan.backlog, *plan.held]

    def lane_of(self, key: str) -> Lane[Card] | None:
        """Return the lane a card stands in."""
        lanes = (lane for lane in self._lanes.lanes if lane.view.cards.row_of(key) >= 0)
        return next(lanes, None)

    def place_of(self, key: str) -> str:
        """Return the value of the lane a card stands in, empty if it is not here."""
        lane = self.lane_of(key)
        return lane.head.value if lane else ""

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the cards selected."""
        some = self._lanes.selected
        match name:
            case "open":
                focus_inspector(self._owner.window())
            case "filter":
                self.sought.emit()
            case "above":
                self.left.emit()
            case "copy":
                lines = [f"{card.ref}\t{card.title}" for card in some]
                QGuiApplication.clipboard().setText("\n".join(lines))
            case "new" if self.is_free:
                self.written.emit()
            case "paste" if self.is_free:
                at = self.place_of(some[0].id) if some else BACKLOG
                self.take_lines(at, QGuiApplication.clipboard().text())
            case _ if self.is_free and some:
                self._do(name, some)

    def _do(self, name: str, some: Sequence[Card]) -> None:
        match name:
            case "edit":
                self._lanes.begin_edit(some[0].id)
            case "effort":
                self.ask_effort(some)
            case "dot" | "undot":
                self.vote(some, 1 if name == "dot" else -1)
            case "carry":
                is_in = self.place_of(some[0].id) == SPRINT_LANE
                self.put(some, BACKLOG if is_in else SPRINT_LANE)
            case "raise" | "lower" | "top" | "bottom":
                self._order(name, some)

    def offered(self, owner: QWidget) -> Sequence[QAction]:
        """Return what can be done to the cards selected."""
        if not self._lanes.selected:
            return ()
        entries = _MENU if self.is_free else _MENU[:1]
        return [
            make_action(owner, _(words), partial(self.run, name), icon)
            for name, words, icon, _keys in entries
        ]

    def make_menu(self) -> Menu:
        """Return the menu of the cards selected."""
        menu = Menu(_("Cards"), self._owner)
        keys = [keys for _name, _words, _icon, keys in _MENU]
        for action, key in zip(self.offered(menu), keys, strict=False):
            action.setText(with_keys(action.text(), key))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @Slot(str, list, str)
    def drop(self, place: str, keys: Sequence[str], before: str) -> None:
        """Put cards into a lane, before another, or in order within it."""
        some = self.cards(keys)
        if not some or not self.is_free:
            return
        before = "" if self.is_by_dots else self._behind(before, keys)
        if any(self.place_of(card.id) != place for card in some):
            self.put(some, place, before)
        elif not self.is_by_dots and self._of_board.order(some, before):
            self._come_to(some)

    def _behind(self, before: str, keys: Sequence[str]) -> str:
        """Return the card others are put before: if it is one of them, the next that is not."""
        lane = self.lane_of(before)
        if before not in keys or lane is None:
            return before
        rest = lane.view.cards.shown[lane.view.cards.row_of(before) :]
        return next((card.id for card in rest if card.id not in keys), "")

    def put(self, some: Sequence[Card], place: str, before: str | None = None) -> None:
        """Take cards into the sprint or out of it; those that are there already stay."""
        away = [card for card in some if self.place_of(card.id) != place]
        if self.plan is None or not away or not self.is_free:
            return
        take = self._deeds.take_in if place == SPRINT_LANE else self._deeds.take_out
        if take(away, self.plan.view, before):
            self._come_to(away)

    def _come_to(self, some: Sequence[Card]) -> None:
        """Go along with cards that moved."""
        self._lanes.reveal(some[0].id)
        if len(some) > 1:
            self._lanes.select([card.id for card in some])
            self._lanes.chosen.emit()

    def _order(self, name: str, some: Sequence[Card]) -> None:
        """Put cards one place up or down in their lane, or at its top or bottom."""
        lane = self.lane_of(some[0].id)
        if lane is None or self.is_by_dots:
            return
        shown = [card.id for card in lane.view.cards.shown]
        before = next_place(name, shown, [card.id for card in some])
        if before is not None and self._of_board.order(some, before):
            self._come_to(some)

    def vote(self, some: Sequence[Card], by: int) -> None:
        """Give cards a dot more, or one less."""
        if self.plan is not None and some and self.is_free:
            self._deeds.vote(some, self.plan.view, by)

    def ask_effort(self, some: Sequence[Card]) -> None:
        """Ask how much work cards are, beside the first of them."""
        plan = self.plan
        if plan is None or not some or not self.is_free:
            return
        field = BACKLOG_ITEM.field("effort")
        held = frozenset(card.id for card in plan.held)
        efforts = {card.effort for card in some}

        def answer(value: Any) -> None:  # noqa: ANN401  # of any kind of field
            self._deeds.size(some, plan.view, value, held)

        words = labelled(_(field.label), named(some))
        popover = ValuePopover(self._owner, words, field, {}, answer)
        popover.ask(self._rect_of(some[0].id), some[0].effort if len(efforts) == 1 else None)
        # Whoever was asked from a card goes on from there.
        popover.closed.connect(partial(self._back_to, some[0].id))

    def _back_to(self, key: str) -> None:
        lane = self.lane_of(key)
        if lane is not None:
            lane.view.setFocus()

    def _rect_of(self, key: str) -> QRect:
        """Return where a card is to be seen, in the coordinates of the page."""
        lane = self.lane_of(key)
        if lane is None:
            return self._owner.rect()
        view = lane.view
        rect = view.visualRect(view.cards.index(view.cards.row_of(key))) & view.viewport().rect()
        return QRect(view.viewport().mapTo(self._owner, rect.topLeft()), rect.size())

    def add(self, place: str, line: CardLine) -> bool:
        """Add the card a line was read as to a lane; say whether it was."""
        if self.plan is None or not self.is_free:
            return False
        key = self._deeds.add(line, self.plan.view if place == SPRINT_LANE else None)
        if key:
            self._lanes.reveal(key, takes_focus=False)
        return bool(key)

    def take_lines(self, place: str, text: str, before: str = "") -> None:
        """Make a card of each line of text from another program."""
        titles = titles_in(self._context, text)
        if self.plan is None or not self.is_free or not titles:
            return
        view = self.plan.view if place == SPRINT_LANE else None
        made = self._deeds.add_all(titles, view, "" if self.is_by_dots else before)
        if made:
            self._lanes.reveal(made[0], takes_focus=False)

    @Slot(str, str)
    def rename(self, key: str, title: str) -> None:
        """Give a card another title."""
        for card in self.cards([key]):
            if title.strip() and title != card.title:
                self._of_board.rename(card, title)

    def cards(self, keys: Sequence[str]) -> list[Card]:
        """Return the cards of some keys, in the order they stand in."""
        wanted = set(keys)
        return [card for card in self.every if card.id in wanted]
