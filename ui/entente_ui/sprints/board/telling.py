"""What is selected, told once the hand rests: filling the inspector must not hold up a drag."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from entente_ui.pane import Selection

#: Ms after which what is selected is told.
_REST: Final = 120


class Telling(QObject):
    """Tells other selections than the last.

    Signals:
        told: Emitted with a `Selection` or None.
    """

    told = Signal(object)

    def __init__(
        self, chosen: Callable[[], Selection | None], is_held: Callable[[], bool], parent: QObject
    ) -> None:
        """Tell nothing yet.

        Args:
            chosen: Returns what is selected now.
            is_held: Returns whether it is carried about, and nothing is told meanwhile.
            parent: Without it nothing more is told.
        """
        super().__init__(parent)
        self._chosen, self._is_held = chosen, is_held
        self._last: Selection | None = None
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._tell)

    @property
    def is_due(self) -> bool:
        """Whether something is still to be told."""
        return self._resting.isActive()

    @Slot()
    def begin(self) -> None:
        """Tell what is selected in a moment."""
        self._resting.start()

    @Slot()
    def _tell(self) -> None:
        if self._is_held():
            self._resting.start()
            return
        chosen = self._chosen()
        if chosen != self._last:
            self._last = chosen
            self.told.emit(chosen)
