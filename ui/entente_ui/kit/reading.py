"""Words in a dialog to be read and copied, and the line of buttons that closes it."""

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from entente_ui.kit.spacing import sized, spaced


def reading_field(text: str, name: str, parent: QWidget, *, height: int) -> QPlainTextEdit:
    """Return a field of words that cannot be changed.

    Args:
        text: The words.
        name: What a screen reader calls them.
        parent: Its widget.
        height: In px at 100 %; more is scrolled.
    """
    field = QPlainTextEdit(text, parent)
    field.setReadOnly(True)
    field.setAccessibleName(name)
    sized(field, height=height)
    return field


def last_line(other: QPushButton, closes: QPushButton) -> QHBoxLayout:
    """Return the last line of a dialog; Enter presses the button at its end."""
    closes.setDefault(True)
    line = spaced(QHBoxLayout(), 0, 8)
    line.addWidget(other)
    line.addStretch(1)
    line.addWidget(closes)
    return line
