"""What the inspector is told to show: the sprint, or the cards selected while it is planned."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from entente_ui.pane import Selection

#: Ms after which what is selected is told.
_REST: Final = 120


class Telling(QObject):
    """Tells what is selected once that rests; of the two, what was last turned to.

    Signals:
        told: Emitted with a `Selection`, or None, when it is another than before.

    Attributes:
        is_at_cards: Whether the cards were turned to last, rather than the sprint.
    """

    told = Signal(object)

    def __init__(
        self,
        cards: Callable[[], Selection | None],
        sprint: Callable[[], Selection | None],
        parent: QObject,
    ) -> None:
        """Make it.

        Args:
            cards: Returns the cards selected, None where none are or can be.
            sprint: Returns the sprint one looks at.
            parent: The view.
        """
        super().__init__(parent)
        self._cards, self._sprint = cards, sprint
        self.is_at_cards = False
        self._last: Selection | None = None
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self.tell)

    def turn_to(self, *, cards: bool) -> None:
        """Tell of the cards from now on, or of the sprint."""
        self.is_at_cards = cards
        self._timer.start()

    def later(self) -> None:
        """Tell once it rests."""
        self._timer.start()

    @Slot()
    def tell(self) -> None:
        """Tell now."""
        self._timer.stop()
        chosen = (self._cards() if self.is_at_cards else None) or self._sprint()
        if chosen != self._last:
            self._last = chosen
            self.told.emit(chosen)
