"""A field for a passphrase: hidden, shown on demand, never remembered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from entente.i18n import _
from entente_ui.kit import IconButton, spaced
from entente_ui.look.icons import IconName


class SecretField(QWidget):
    """A line for a passphrase with an eye to read what was typed.

    Signals:
        submitted: Emitted on Enter.
        edited: Emitted with the text on every keystroke.
    """

    submitted = Signal()
    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(name or _("Passphrase"))
        # Some keyboards learn words and some programs watch the clipboard: not these words.
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._eye = IconButton(
            IconName.EYE, _("Show the passphrase"), self._show_or_hide, self, checkable=True
        )
        layout = spaced(QHBoxLayout(self), 0, 4)
        layout.addWidget(self.line, 1)
        layout.addWidget(self._eye)
        self.line.returnPressed.connect(self.submitted)
        self.line.textEdited.connect(self.edited)
        self.setFocusProxy(self.line)
        self._show_or_hide()

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_text(self, text: str, *, shown: bool = False) -> None:
        """Put a text in, as a suggested passphrase, readable if asked for."""
        self.line.setText(text)
        self._eye.setChecked(shown)
        self._show_or_hide()
        self.edited.emit(text)

    def select_all(self) -> None:
        """Select what was typed, so that typing replaces it."""
        self.line.setFocus()
        self.line.selectAll()

    def _show_or_hide(self) -> None:
        shown = self._eye.isChecked()
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._eye.set_icon(IconName.EYE_OFF if shown else IconName.EYE)
        self._eye.set_name(_("Hide the passphrase") if shown else _("Show the passphrase"))
