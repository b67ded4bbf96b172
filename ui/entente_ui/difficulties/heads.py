"""The line above a list: what it is called, and what adds to it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from entente_ui.kit import PlainLabel, spaced


def head(title: str, *buttons: QWidget) -> QHBoxLayout:
    """Return a heading with buttons at the other end of its line."""
    line = spaced(QHBoxLayout(), 0, 8)
    line.addWidget(PlainLabel(title, "section"))
    line.addStretch(1)
    for button in buttons:
        line.addWidget(button)
    return line
