"""Values that are chosen: a word, a record, yes or no."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QWidget,
)
from typing_extensions import override

from entente.domain.records import Field
from entente.i18n import _
from entente_ui.look.theme import theme
from entente_ui.registers.columns import Labels
from entente_ui.registers.names import BLANK, KEY_ROLE, NamesCompleter, NamesModel


class _Combo(QComboBox):
    """A list to choose from that lets the page scroll while it has no focus."""

    committed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that was not yet committed."""
        return False

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(72), super().minimumSizeHint().height())


class ChoiceInput(_Combo):
    """One of a few words.

    Signals:
        committed: Emitted when one was chosen.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not field.required:
            self.addItem(BLANK, "")
        for value, label in (field.choices or {}).items():
            self.addItem(_(label), value)
        self.activated.connect(lambda _row: self.committed.emit())

    def show_value(self, value: str | None) -> None:
        """Show another value."""
        self.setCurrentIndex(self.findData(value or ""))

    def show_several(self, words: str) -> None:
        """Show `words` in place of values that differ."""
        self.setPlaceholderText(words)
        self.setCurrentIndex(-1)

    def show_typed(self, text: str) -> None:
        """Show what was chosen and not taken."""
        self.show_value(text)

    def typed(self) -> Any:  # noqa: ANN401  # a text here, a key or a truth elsewhere
        """Return what is chosen."""
        return self.currentData() or ""


class ReferenceInput(_Combo):
    """A record, chosen from a list or found by typing a part of its name.

    Signals:
        committed: Emitted when one was chosen or another name was typed.
    """

    committed = Signal()

    def __init__(self, field: Field, labels: Labels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._shown = ""
        self._load: Callable[[], Labels] | None = None
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._offer(labels)
        self._line.editingFinished.connect(self._finish)
        self.activated.connect(lambda _row: self._finish())

    def offer_later(self, load: Callable[[], Labels]) -> None:
        """Ask `load` for all the names once somebody is about to choose."""
        self._load = load

    def show_value(self, value: str | None, labels: Labels | None = None) -> None:
        """Show another value.

        Args:
            value: Its key.
            labels: Its name by its key, where not all names are offered yet.
        """
        known = labels is None or bool(value and self._names.holds(value, labels.get(value, "")))
        if labels is not None and not known:
            self._offer(labels)
        self._line.setPlaceholderText(BLANK)
        self.setCurrentIndex(self._names.row_of(value or ""))
        if not value:
            self.setEditText("")
        self._line.setCursorPosition(0)
        self._shown = self.currentText()

    def forget_others(self) -> None:
        """Offer nothing but what is shown: whoever looks now need not know of the rest."""
        value, text = self.currentData(KEY_ROLE), self.currentText()
        self._offer({value: text} if value else {})
        self.show_value(value)

    def show_several(self, words: str) -> None:
        """Show `words` in place of values that differ."""
        self.show_value(None, {})
        self._line.setPlaceholderText(words)

    @property
    @override
    def is_changed(self) -> bool:
        return self.currentText() != self._shown

    def show_typed(self, text: str) -> None:
        """Show a name again that was typed and not taken."""
        self.setEditText(text)

    def typed(self) -> Any:  # noqa: ANN401  # a text here, a key or a truth elsewhere
        """Return the key of what is chosen or the only one meant, else the words typed."""
        text = self.currentText().strip()
        if text in {"", BLANK}:
            return ""
        row = self.currentIndex()
        if row >= 0 and self.itemText(row) == text:
            return self.itemData(row, KEY_ROLE)
        meant = self._names.only_row_with(text)
        if meant >= 0:
            # What only one name holds means it: nobody types a name to its end.
            self.setCurrentIndex(meant)
            return self.itemData(meant, KEY_ROLE)
        return text

    @override
    def showPopup(self) -> None:
        self._offer_all()
        super().showPopup()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # The line stands for the box: it hears of the focus, but no filter sees it there.
        self._offer_all()
        super().focusInEvent(event)

    def _offer_all(self) -> None:
        if self._load is not None:
            value, load = self.typed(), self._load
            self._load = None
            self._offer(load())
            self.show_value(value)

    def _offer(self, labels: Labels) -> None:
        self._names = NamesModel(labels, self, blank=not self._field.required)
        self.setModel(self._names)
        completer = NamesCompleter(self._names, self)
        self.setCompleter(completer)
        completer.activated.connect(lambda _name: self._finish())

    def _finish(self) -> None:
        if self.is_changed:
            self._shown = self.currentText()
            self.committed.emit()


class FlagInput(QCheckBox):
    """Yes or no.

    Signals:
        committed: Emitted when it was switched.
    """

    committed = Signal()
    is_changed = False

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(_(field.label), parent)
        self.clicked.connect(lambda _on: self.committed.emit())

    def show_value(self, value: Any) -> None:  # noqa: ANN401  # a truth or nothing
        """Show another value."""
        self.setTristate(False)
        self.setChecked(bool(value))

    def show_several(self, words: str) -> None:
        """Show that some say yes and some no."""
        self.setCheckState(Qt.CheckState.PartiallyChecked)
        self.setAccessibleDescription(words)

    def show_typed(self, _text: str) -> None:
        """A truth is always taken."""

    def typed(self) -> Any:  # noqa: ANN401  # a text elsewhere
        """Return whether it is on."""
        return self.isChecked()
