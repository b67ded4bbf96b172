"""The lanes side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from entente.i18n import _
from entente.services.notes import Note
from entente_ui.difficulties.notes.arrange import LaneHead
from entente_ui.difficulties.notes.card_delegate import finish_editing
from entente_ui.difficulties.notes.lane import Lane
from entente_ui.difficulties.notes.lane_view import LaneView
from entente_ui.difficulties.notes.telling import Telling
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.kit import spaced
from entente_ui.look.theme import theme

#: Px of the next lane that stay in view, so that one sees there is one.
_PEEP = 48


@dataclass(frozen=True, slots=True)
class Looks:
    """How all lanes show their notes.

    Attributes:
        wanted: Keys of the notes looked for; None while nothing is.
        is_editable: Whether notes can be changed and moved.
        slim: Values of the lanes that take less room; not changed by looking for something,
            which would break every text anew.
    """

    telling: Telling
    wanted: frozenset[str] | None
    is_editable: bool
    slim: frozenset[str]


class LaneArea(QScrollArea):
    """Lanes; cards are selected in one of them at a time.

    Signals:
        chosen: Emitted when other cards are selected.
        clicked: Emitted with the key of a note that was clicked.
        asked: Emitted with what a key asks for.
        dropped: Emitted with the value of a lane, the keys of notes, and the key of the card
            they were dropped on, or nothing.
        carried: Emitted with the value of the lane the selected cards are to go to.
        edited: Emitted with the key of a note and its new text.
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

    def __init__(self, veil: Veil, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._veil = veil
        self._lanes: list[Lane] = []
        self._shown = 0
        self._active: LaneView | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Notes"))
        ground = QWidget(self)
        self._row = spaced(QHBoxLayout(ground), 0, 10)
        self.setWidget(ground)

    @property
    def lanes(self) -> Sequence[Lane]:
        """The lanes from left to right."""
        return self._lanes[: self._shown]

    @property
    def is_editing(self) -> bool:
        """Whether a text is being written over."""
        return any(lane.view.is_editing for lane in self.lanes)

    @property
    def selected(self) -> list[Note]:
        """The notes selected."""
        return self._active.selected if self._active else []

    @property
    def current(self) -> Note | None:
        """The note the cursor is on, in the lane that has it."""
        return self._active.current if self._active else None

    def show_lanes(
        self, heads: Sequence[LaneHead], notes: Mapping[str, Sequence[Note]], looks: Looks
    ) -> None:
        """Show lanes and the notes of each; what is selected stays."""
        kept = [note.id for note in self.selected]
        while len(self._lanes) < len(heads):
            self._lanes.append(self._make_lane())
        self._shown = len(heads)
        # First the room of every lane, then its notes: texts are broken once.
        for lane, head in zip(self._lanes, heads, strict=False):
            lane.set_slim(head.value in looks.slim)
            lane.show()
        for lane, head in zip(self._lanes, heads, strict=False):
            cards = lane.view.cards
            cards.telling, cards.is_editable = looks.telling, looks.is_editable
            cards.wanted = looks.wanted
            lane.show_notes(head, notes.get(head.value, ()))
            lane.view.viewport().update()
        for lane in self._lanes[self._shown :]:
            lane.hide()
            lane.view.show_notes(())
        self.select(kept)

    def _make_lane(self) -> Lane:
        lane = Lane(self._veil, self.widget())
        self._row.addWidget(lane, 1)
        view = lane.view
        view.chosen.connect(partial(self._on_chosen, view))
        view.clicked.connect(lambda index: self.clicked.emit(view.cards.note(index).id))
        view.asked.connect(self.asked)
        view.menu_wanted.connect(self.menu_wanted)
        view.released.connect(self.released)
        view.cards.edited.connect(self.edited)
        view.left.connect(partial(self._step, lane))
        view.carried.connect(partial(self._carry, lane))
        lane.dropped.connect(lambda keys, card: self.dropped.emit(lane.head.value, keys, card))
        view.aimed.connect(partial(self._bring_into_view, lane))
        return lane

    def _views(self) -> Iterator[LaneView]:
        return (lane.view for lane in self.lanes)

    def _on_chosen(self, view: LaneView) -> None:
        self._active = view
        for other in self._views():
            if other is not view and other.keys:
                other.select(())
        self.chosen.emit()

    def select(self, keys: Sequence[str]) -> None:
        """Select these notes, as far as they stand in one lane, without telling anybody."""
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
        """Select a note and bring it into view; say whether it is here."""
        for lane in self.lanes:
            row = lane.view.cards.row_of(key)
            if row >= 0:
                self.ensureWidgetVisible(lane, theme().px(_PEEP), 0)
                lane.view.go_to(key, takes_focus=takes_focus)
                return True
        return False

    def begin_edit(self, key: str) -> None:
        """Let the text of a note be written over where it stands."""
        for view in self._views():
            view.begin_edit(key)

    def finish_edit(self) -> None:
        """Keep what is being typed."""
        for view in self._views():
            finish_editing(view)

    def show_tied(self, keys: frozenset[str]) -> None:
        """Mark the notes tied to the one that is chosen."""
        for view in self._views():
            if view.cards.tied != keys:
                view.cards.tied = keys
                view.viewport().update()

    def _step(self, lane: Lane, by: int) -> None:
        """Go to the next lane that has notes."""
        view = lane.view
        at = view.visualRect(view.currentIndex()).center().y()
        place = self._lanes.index(lane) + by
        while 0 <= place < self._shown:
            beside = self._lanes[place]
            if beside.view.cards.notes:
                self._bring_into_view(beside)
                beside.view.enter_at(at)
                return
            place += by

    def _carry(self, lane: Lane, by: int) -> None:
        place = self._lanes.index(lane) + by
        if 0 <= place < self._shown and lane.view.keys:
            self.carried.emit(self._lanes[place].head.value)

    def _bring_into_view(self, lane: Lane, _aimed: bool = True) -> None:
        self.ensureWidgetVisible(lane, theme().px(_PEEP), 0)
