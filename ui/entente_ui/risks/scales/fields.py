"""Fields in which the words of a scale are changed, each a step of its own."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from entente_ui.kit import NumberField


class WordField(QLineEdit):
    """A line of words; left as it was it says nothing to anybody."""

    def __init__(
        self, name: str, commit: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        """Make a field.

        Args:
            name: What it holds.
            commit: Called with the words once they were changed and left.
            parent: Its widget.
        """
        super().__init__(parent)
        self._shown = ""
        self._commit = commit
        self.setAccessibleName(name)
        self.editingFinished.connect(self._finish)

    def show_words(self, text: str) -> None:
        """Show other words, unless somebody is typing here."""
        if text == self._shown and (self.hasFocus() or self.text() == text):
            return
        self._shown = text
        # A definition of several lines is read on one here; it is kept as long as nobody types.
        self.setText(" ".join(text.split("\n")))
        self.setCursorPosition(0)

    def _finish(self) -> None:
        text = self.text().strip()
        if text != " ".join(self._shown.split("\n")).strip():
            self._commit(text)


class FigureField(NumberField):
    """A number or nothing, handed on when somebody settled on another."""

    def __init__(
        self,
        name: str,
        commit: Callable[[float | None], object],
        parent: QWidget | None = None,
        *,
        most: float,
        least: float = 0,
        step: float = 0,
    ) -> None:
        """Make a field.

        Args:
            name: What it holds.
            commit: Called with the number, or None.
            parent: Its widget.
            most: Greatest number allowed.
            least: Least number allowed.
            step: What it is a multiple of; 0 for any number.
        """
        super().__init__(name, parent, minimum=least, maximum=most, step=step)
        self.value_changed.connect(commit)
