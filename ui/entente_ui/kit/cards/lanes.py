"""Lanes of cards side by side."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from entente_ui.kit.cards.editor import finish_editing
from entente_ui.kit.cards.face import C
from entente_ui.kit.cards.lane import WIDE, Lane, LaneHead
from entente_ui.kit.cards.view import CardView
from entente_ui.kit.spacing import spaced
from entente_ui.look.theme import theme

#: Px of the next lane that stay in view, so that one sees there is one.
_PEEP = 48


@dataclass(frozen=True, slots=True)
class Looks:
    """How all lanes show their cards.

    Attributes:
        wanted: Keys of the cards looked for, the others are dimmed; None while nothing is.
        is_editable: Whether cards can be changed and moved.
        slim: Values of the lanes that take less room; not changed by looking for something,
            which would break every text anew.
        wide: Px at 100 % that the others take at least.
    """

    wanted: frozenset[str] | None = None
    is_editable: bool = True
    slim: frozenset[str] = frozenset()
    wide: int = WIDE


class Lanes(QScrollArea, Generic[C]):
    """Lanes; cards are selected in one of them at a time.

    Signals:
        chosen: Emitted when other cards are selected.
        clicked: Emitted with the key of a card that was clicked.
        asked: Emitted with what a key asks for.
        dropped: Emitted with the value of a lane, the keys of cards, and the key of the card
            they were dropped on, or nothing.
        carried: Emitted with the value of the lane the selected cards are to go to.
        edited: Emitted with the key of a card and its new text.
        menu_wanted: Emitted with the place for a context menu, on the screen.
        released: Emitted when a card is no longer edited.
    """

    chosen = Signal()
    clicked = Signal(str)
    asked = Signal(str)
    dropped = Signal(str, list, str)
    carried = Signal(str)
    edited = Signal(str, str)
    menu_wanted = Signal(QPoint)
    released = Signal()

    def __init__(
        self, make_view: Callable[[], CardView[C]], name: str, parent: QWidget | None = None
    ) -> None:
        """Show lanes.

        Args:
            make_view: Makes the cards of a lane.
            name: What a screen reader calls the lanes together.
            parent: Its widget.
        """
        super().__init__(parent)
        self._make_view = make_view
        self._lanes: list[Lane[C]] = []
        self._shown = 0
        self._active: CardView[C] | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        ground = QWidget(self)
        self._row = spaced(QHBoxLayout(ground), 0, 10)
        self.setWidget(ground)

    @property
    def lanes(self) -> Sequence[Lane[C]]:
        """The lanes from left to right."""
        return self._lanes[: self._shown]

    @property
    def is_editing(self) -> bool:
        """Whether a text is being written over."""
        return any(lane.view.is_editing for lane in self.lanes)

    @property
    def selected(self) -> list[C]:
        """The cards selected."""
        return self._active.selected if self._active else []

    @property
    def current(self) -> C | None:
        """The card the cursor is on, in the lane that has it."""
        return self._active.current if self._active else None

    def show_lanes(
        self, heads: Sequence[LaneHead], cards: Mapping[str, Sequence[C]], looks: Looks
    ) -> None:
        """Show lanes and the cards of each; what is selected stays."""
        kept = [card.id for card in self.selected]
        while len(self._lanes) < len(heads):
            self._lanes.append(self._make_lane())
        self._shown = len(heads)
        # First the room of every lane, then its cards: texts are broken once.
        for lane, head in zip(self._lanes, heads, strict=False):
            lane.set_room(looks.wide, is_slim=head.value in looks.slim)
            lane.show()
        for lane, head in zip(self._lanes, heads, strict=False):
            model = lane.view.cards
            model.is_editable, model.wanted = looks.is_editable, looks.wanted
            lane.show_cards(head, cards.get(head.value, ()))
            lane.view.viewport().update()
        for lane in self._lanes[self._shown :]:
            lane.hide()
            lane.view.show_cards(())
        self.select(kept)

    def _make_lane(self) -> Lane[C]:
        view = self._make_view()
        lane = Lane(view, self.widget())
        self._row.addWidget(lane, 1)
        view.chosen.connect(partial(self._on_chosen, view))
        view.clicked.connect(lambda index: self.clicked.emit(view.cards.card(index).id))
        view.asked.connect(self.asked)
        view.menu_wanted.connect(self.menu_wanted)
        view.released.connect(self.released)
        view.cards.edited.connect(self.edited)
        view.left.connect(partial(self._step, lane))
        view.carried.connect(partial(self._carry, lane))
        lane.dropped.connect(lambda keys, card: self.dropped.emit(lane.head.value, keys, card))
        view.aimed.connect(partial(self._bring_into_view, lane))
        return lane

    def _views(self) -> Iterator[CardView[C]]:
        return (lane.view for lane in self.lanes)

    def _on_chosen(self, view: CardView[C]) -> None:
        self._active = view
        for other in self._views():
            if other is not view and other.keys:
                other.select(())
        self.chosen.emit()

    def select(self, keys: Sequence[str]) -> None:
        """Select these cards, as far as they stand in one lane, without telling anybody."""
        first = keys[0] if keys else ""
        at = next((view for view in self._views() if view.cards.row_of(first) >= 0), None)
        for view in self._views():
            if view is not at and view.keys:
                view.select(())
        if at is not None:
            if at.keys != list(keys):
                at.select(keys)
            self._active = at

    def reveal(self, key: str, *, takes_focus: bool = True) -> bool:
        """Select a card and bring it into view; say whether it is here."""
        for lane in self.lanes:
            if lane.view.cards.row_of(key) >= 0:
                self._bring_into_view(lane)
                lane.view.go_to(key, takes_focus=takes_focus)
                return True
        return False

    def begin_edit(self, key: str) -> None:
        """Let the text of a card be written over where it stands."""
        for view in self._views():
            view.begin_edit(key)

    def finish_edit(self) -> None:
        """Keep what is being typed."""
        for view in self._views():
            finish_editing(view)

    def show_tied(self, keys: frozenset[str]) -> None:
        """Mark the cards tied to the one that is chosen."""
        for view in self._views():
            if view.cards.tied != keys:
                view.cards.tied = keys
                view.viewport().update()

    def _step(self, lane: Lane[C], by: int) -> None:
        """Go to the next lane that has cards."""
        view = lane.view
        at = view.visualRect(view.currentIndex()).center().y()
        place = self._lanes.index(lane) + by
        while 0 <= place < self._shown:
            beside = self._lanes[place]
            if beside.view.cards.shown:
                self._bring_into_view(beside)
                beside.view.enter_at(at)
                return
            place += by

    def _carry(self, lane: Lane[C], by: int) -> None:
        place = self._lanes.index(lane) + by
        if 0 <= place < self._shown and lane.view.keys:
            self.carried.emit(self._lanes[place].head.value)

    def _bring_into_view(self, lane: Lane[C], _aimed: bool = True) -> None:
        self.ensureWidgetVisible(lane, theme().px(_PEEP), 0)
