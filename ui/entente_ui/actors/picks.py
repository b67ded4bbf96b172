"""What is selected on the grid, and where the keyboard is."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal

from entente_ui.actors.board import Board, Spot


class Picks(QObject):
    """Keeps the selection and shows it on the board.

    Attributes:
        current: The token or crowd the keyboard is on; None before the first key.

    Signals:
        changed: Emitted with the keys selected, when the user selected others.
    """

    changed = Signal(tuple)

    def __init__(self, board: Board, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self._keys: tuple[str, ...] = ()
        self._shows_current = False
        self.current: Spot | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the actors selected, in the order they were."""
        return self._keys

    def pick(self, keys: Iterable[str], *, told: bool = True) -> None:
        """Select these actors and no others.

        Args:
            keys: Keys of actors.
            told: Whether the user did it; otherwise nobody needs to hear.
        """
        chosen = tuple(dict.fromkeys(keys))
        is_new = chosen != self._keys
        self._keys = chosen
        self.show()
        if is_new and told:
            self.changed.emit(chosen)

    def toggle(self, keys: Collection[str]) -> None:
        """Add actors to the selection, or take them out if they are all in it."""
        if set(keys) <= set(self._keys):
            self.pick(key for key in self._keys if key not in keys)
        else:
            self.pick((*self._keys, *keys))

    def go(self, spot: Spot | None) -> None:
        """Put the keyboard on a token or a crowd."""
        self.current = spot
        self.show()

    def meant(self) -> tuple[str, ...]:
        """Return who a key is about: the selection if the keyboard is in it, else that spot."""
        if self.current is None:
            return self._keys
        mine = self._board.keys_of(self.current)
        return self._keys if set(mine) <= set(self._keys) else mine

    def keep(self) -> None:
        """Drop those who are no longer on the grid."""
        self.pick(key for key in self._keys if self._board.person(key) is not None)
        if self.current is not None and self.current not in self._board.stops():
            key = self.current if isinstance(self.current, str) else ""
            self.current = self._board.spot_of(key)

    def reveal_focus(self, *, on: bool) -> None:
        """Show where the keyboard is, or hide it while another widget has it."""
        self._shows_current = on
        self.show()

    def show(self) -> None:
        """Mark everything on the board."""
        self._board.mark(self._keys, self.current if self._shows_current else None)
