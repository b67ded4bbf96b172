"""The wall: commitments in lanes by what became of them, and what is done to those selected."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from entente.domain.follow_up import COMMITMENT
from entente.domain.text import fold
from entente.i18n import _
from entente.services.commitment_wall import Place, Promise, Wall
from entente_ui.kit import Menu, spaced
from entente_ui.kit.cards import LaneHead, Lanes, Looks
from entente_ui.pane import Context, Selection
from entente_ui.registers.inspecting import focus_inspector
from entente_ui.sprints.commitments.deeds import Deeds
from entente_ui.sprints.commitments.faces import PromiseFaces, PromiseList
from entente_ui.sprints.commitments.hanging import Hanging, menu_of
from entente_ui.sprints.commitments.words import PLACE_LABELS


class WallPanel(QWidget):
    """Commitments where they have come to.

    Attributes:
        hung: What was read.
        lanes: What hangs where.
        faces: Tells the cards.
        picked: Keys of those alone that are shown bright; None for all, or what is looked for.

    Signals:
        chosen: Emitted when other commitments are selected.
        released: Emitted when one is no longer written over.
        new_wanted: Emitted when a new commitment is asked for.
        filter_wanted: Emitted when the filter is asked for.
    """

    chosen = Signal()
    released = Signal()
    new_wanted = Signal()
    filter_wanted = Signal()

    def __init__(self, context: Context, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._deeds = context, deeds
        self.hung = Wall()
        self.picked: frozenset[str] | None = None
        self.faces = PromiseFaces()
        lanes: Lanes[Promise] = Lanes(
            lambda: PromiseList(self.faces), _("Wall of commitments"), self
        )
        self.lanes = lanes
        self._hanging = Hanging(self, lanes, deeds)
        spaced(QVBoxLayout(self), 0, 0).addWidget(lanes)
        lanes.chosen.connect(self.chosen)
        lanes.asked.connect(self.run)
        lanes.carried.connect(lambda place: self._hanging.hang(lanes.selected, place))
        lanes.dropped.connect(lambda place, keys, _on: self._hanging.hang(self._of(keys), place))
        lanes.edited.connect(self._reword)
        lanes.menu_wanted.connect(self._open_menu)
        lanes.released.connect(self.released)

    @property
    def selection(self) -> Selection | None:
        """The commitments selected."""
        keys = tuple(promise.id for promise in self.lanes.selected)
        return Selection(COMMITMENT, keys) if keys else None

    def take(self, wall: Wall) -> None:
        """Take what was read; it is hung by `hang_all`."""
        self.hung = self.faces.wall = wall
        self._hanging.today = wall.today

    def hang_all(self, words: str) -> None:
        """Hang each commitment where it has come to; what is not looked for is dimmed."""
        lanes: dict[str, list[Promise]] = {place: [] for place in PLACE_LABELS}
        for promise in self.hung.promises:
            lanes[promise.place].append(promise)
        if not lanes[Place.RELEASED]:
            del lanes[Place.RELEASED]
        heads = [LaneHead(place, _(PLACE_LABELS[place])) for place in lanes]
        slim = frozenset(place for place, hung in lanes.items() if not hung)
        self.lanes.show_lanes(heads, lanes, Looks(self._found(words), self._is_written, slim))

    @property
    def _is_written(self) -> bool:
        return not self._context.document.is_presenting

    def _found(self, words: str) -> frozenset[str] | None:
        wanted = fold(words.strip()).split()
        if not wanted:
            return self.picked
        texts = {p.id: fold(self.faces.aloud(p)) for p in self.hung.promises}
        return frozenset(key for key, text in texts.items() if all(w in text for w in wanted))

    @Slot(str)
    def run(self, name: str) -> None:
        """Do what is called `name` to the commitments selected."""
        some, is_written = self.lanes.selected, self._is_written
        match name:
            case "open":
                focus_inspector(self.window())
            case "filter":
                self.filter_wanted.emit()
            case "new":
                self.new_wanted.emit()
            case "edit" if some and is_written:
                self.lanes.begin_edit(some[0].id)
            case "delete" if is_written:
                self._deeds.remove(some)
            case _ if name in PLACE_LABELS:
                self._hanging.hang(some, name)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        self.make_menu().popup(at)

    def make_menu(self) -> Menu:
        """Return the menu of the commitments selected."""
        is_written = bool(self.lanes.selected) and self._is_written
        return menu_of(self, self.run, is_written=is_written)

    @Slot(str, str)
    def _reword(self, key: str, statement: str) -> None:
        for promise in self._of([key]):
            if statement.strip() and statement != promise.statement:
                self._deeds.reword(promise, statement)

    def _of(self, keys: Sequence[str]) -> list[Promise]:
        wanted = set(keys)
        return [promise for promise in self.hung.promises if promise.id in wanted]
