"""What is lifted off the grid, and where it would land."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF

from entente_ui.actors.frame import Score
from entente_ui.actors.marks import GhostItem, TargetItem, WordsItem

if TYPE_CHECKING:
    from entente_ui.actors.board import Board

#: A pile higher than this looks the same.
_MOST: Final = 40


class Hand:
    """Carries tokens over the grid; nothing is written until somebody says so.

    Attributes:
        target: The cells that are lit.
        chip: What a landing would mean, in words beside the pointer.
    """

    def __init__(self, board: "Board") -> None:
        self._board = board
        self._rests: dict[str, QPointF] = {}
        self._ghosts: list[GhostItem] = []
        self.target = TargetItem()
        self.chip = WordsItem(loud=True)
        board.addItem(self.target)
        board.addItem(self.chip)

    @property
    def keys(self) -> tuple[str, ...]:
        """Whose tokens are carried."""
        return tuple(self._rests)

    def lift(self, keys: Collection[str]) -> None:
        """Take tokens off the paper, also out of a crowd: some of many are enough to see."""
        lifted = list(keys)[:_MOST]
        places = {key: self._board.centre(key) for key in lifted}
        if not self._board.opened.box.isEmpty():
            # The sheet of an opened crowd would hide where things can be put.
            self._board.opened.close()
        for key in lifted:
            person = self._board.person(key)
            if person is None:
                continue
            token = self._board.token_for(person)
            token.stop_at(places[key])
            self._rests[key] = token.rest
            ghost = GhostItem(token.rest, token.radius)
            self._ghosts.append(ghost)
            self._board.addItem(ghost)
            token.lift(on=True)

    def carry(self, by: QPointF) -> None:
        """Hold what is lifted some px from where it lay."""
        for key, rest in self._rests.items():
            self._board.tokens[key].hold_at(rest + by)

    def carry_to(self, places: Mapping[str, Score]) -> None:
        """Lead what is lifted over positions."""
        for key in self._rests:
            if key in places:
                self._board.tokens[key].glide(self._board.middle(places[key]), resting=False)

    def aim(self, scores: Collection[Score]) -> None:
        """Light the cells of positions, or none."""
        lens, frame = self._board.lens, self._board.frame
        self.target.light([lens.light(frame, score) for score in sorted(set(scores))])

    def put_down(self, *, back: bool) -> None:
        """Let go of everything; with `back` it returns to where it lay."""
        for key, rest in self._rests.items():
            token = self._board.tokens.get(key)
            if token is not None:
                token.lift(on=False)
                if back:
                    token.glide(rest)
        for ghost in self._ghosts:
            self._board.removeItem(ghost)
        if back:
            self._board.forget_tokens([k for k in self._rests if k not in self._board.opened.keys])
        self._ghosts = []
        self._rests = {}
        self.aim(())
        self.chip.say(())
