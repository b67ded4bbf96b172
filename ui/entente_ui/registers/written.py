"""What inputs one types into share, on one line or several."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from entente.domain.records import Field

# Mixed in before an input of Qt: to the type checker it is a widget already.
if TYPE_CHECKING:

    class _Input(QWidget):
        def setPlaceholderText(self, text: str, /) -> None: ...  # noqa: N802  # Qt's name
else:

    class _Input:
        pass


class Written(_Input):
    """Knows what was shown, to tell whether anything was typed since.

    Signals:
        committed: Emitted when what was typed is to be taken.
    """

    committed = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._shown = self._hint = ""

    def show_value(self, value: Any) -> None:  # noqa: ANN401  # any kind
        """Show another value; what was typed goes."""
        raise NotImplementedError

    def typed(self) -> Any:  # noqa: ANN401  # a text here, a key or a truth elsewhere
        """Return what stands there."""
        raise NotImplementedError

    def show_several(self, words: str) -> None:
        """Show `words` in place of values that differ."""
        self.show_value(None)
        self.setPlaceholderText(words)

    def explain(self, hint: str) -> None:
        """Show what to write here while nothing is."""
        self._hint = hint
        self.setPlaceholderText(hint)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that was not yet committed."""
        return bool(self.typed() != self._shown)

    def finish(self) -> None:
        """Commit what was typed."""
        if self.is_changed:
            self._shown = self.typed()
            self.committed.emit()
