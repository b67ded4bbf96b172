"""Moves under way on the grid: by the pointer, by the arrow keys, and the band that selects."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal

from entente_ui.actors.board import Board, Spot
from entente_ui.actors.frame import Score

#: Ms without a key after which a move by keys is kept.
PAUSE: Final = 800


class _Shift:
    """How far people are being moved together, each held inside the scale."""

    def __init__(self, board: Board, lead: Spot, keys: Collection[str]) -> None:
        self._board = board
        people = ((key, board.person(key)) for key in keys)
        self.origins = {key: p.score for key, p in people if p is not None and p.score is not None}
        if isinstance(lead, Score):
            middle = board.centre(lead)
            self.start = board.frame.score(middle.x(), middle.y())
        else:
            self.start = self.origins[lead]
        self.target = self.start

    @property
    def targets(self) -> Mapping[str, Score]:
        """Where everybody would stand."""
        lens = self._board.lens
        return {
            key: lens.shifted(origin, self.start, self.target)
            for key, origin in self.origins.items()
        }

    @property
    def changes(self) -> Mapping[str, Score]:
        """Where those would stand who would stand elsewhere."""
        return {key: at for key, at in self.targets.items() if at != self.origins[key]}

    def words(self) -> Sequence[str]:
        """Return what letting go here would mean."""
        people = (self._board.person(key) for key in self.origins)
        marks = [person.marks for person in people if person is not None]
        return self._board.lens.told(marks, self.start, self.target)


class Carry(_Shift):
    """A drag: the token that was gripped follows the pointer, the others follow it."""

    def __init__(self, board: Board, lead: Spot, keys: Collection[str], grip: QPointF) -> None:
        super().__init__(board, lead, keys)
        self._grip = grip
        self._rest = board.centre(lead)
        board.hand.lift(self.origins)

    def move(self, point: QPointF) -> None:
        """Follow the pointer to a point of the grid."""
        by = point - self._grip
        at = self._rest + by
        self.target = self._board.frame.score(at.x(), at.y())
        hand = self._board.hand
        hand.carry(by)
        hand.aim(self.targets.values())
        hand.chip.say(self.words())
        hand.chip.stand_beside(point, self._board.visible)


class Nudge(QObject):
    """A move by arrow keys; kept after a pause, so that several presses are one step.

    Signals:
        rested: Emitted when no key was pressed for a while.
    """

    rested = Signal()

    def __init__(self, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._shift: _Shift | None = None
        self._lead: Spot = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.rested)

    @property
    def is_under_way(self) -> bool:
        """Whether somebody is being moved."""
        return self._shift is not None

    def step(self, lead: Spot, keys: Collection[str], up: int, across: int) -> None:
        """Move people some steps further."""
        if self._shift is None:
            self._shift = _Shift(self._board, lead, keys)
            self._lead = lead
            self._board.hand.lift(self._shift.origins)
        shift = self._shift
        board = self._board
        shift.target = board.lens.stepped(board.frame, shift.target, up, across)
        self._timer.start()
        hand = self._board.hand
        hand.carry_to(shift.targets)
        hand.aim(shift.targets.values())
        hand.chip.say(shift.words())
        hand.chip.stand_beside(self._board.middle(shift.target), self._board.visible)

    def finish(self) -> Mapping[str, Score]:
        """End the move and return where those should stand who should stand elsewhere."""
        self._timer.stop()
        shift, self._shift = self._shift, None
        if shift is None:
            return {}
        self._board.hand.put_down(back=not shift.changes)
        return shift.changes

    def cancel(self) -> None:
        """End the move with everybody where they were."""
        self._timer.stop()
        if self._shift is not None:
            self._shift = None
            self._board.hand.put_down(back=True)


class Band:
    """The rectangle drawn around those to be selected."""

    def __init__(self, board: Board, start: QPointF, kept: Collection[str]) -> None:
        """Begin a band.

        Args:
            board: The grid.
            start: Where the button was pressed.
            kept: Who stays selected besides.
        """
        self._board = board
        self._start = start
        self._kept = tuple(kept)
        self.box = QRectF(start, start)

    def stretch(self, point: QPointF) -> tuple[str, ...]:
        """Draw it to a point and return who is selected now."""
        self.box = QRectF(self._start, point).normalized()
        return tuple(dict.fromkeys((*self._kept, *self._board.inside(self.box))))
