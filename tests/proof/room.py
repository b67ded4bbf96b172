"""Whether words on screen have the height they need."""

from typing import Final

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from tests.proof.screen import shown_in

_WORDED: Final = (QLabel, QLineEdit, QPlainTextEdit, QAbstractButton)
#: Turns a layout is given before a frame.
_STEPS: Final = 40
#: Draw the line within them themselves, as high as they are.
_WHOLE: Final = (QComboBox, QAbstractSpinBox)


def squeezed_in(root: QWidget) -> list[str]:
    """Return everything with words that a frame would show less high than it must be."""
    for _step in range(_STEPS):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return [
        f"{type(one).__name__} {_words(one)[:40]!r}: {one.height()} of {least} px"
        for one in shown_in(root)
        if isinstance(one, _WORDED)
        and _words(one)
        and not isinstance(one.parentWidget(), _WHOLE)
        and one.height() < (least := _least_height(one))
    ]


def _words(one: QWidget) -> str:
    if isinstance(one, QPlainTextEdit):
        return one.toPlainText() or one.placeholderText()
    if isinstance(one, QLineEdit):
        return one.text() or one.placeholderText()
    return one.text() if isinstance(one, (QLabel, QAbstractButton)) else ""


def _least_height(one: QWidget) -> int:
    """Return the height a layout owes a widget in the width it has given it."""
    policy = one.sizePolicy()
    if one.minimumHeight():
        least = one.minimumHeight()
    elif isinstance(one, QPlainTextEdit) or policy.verticalPolicy() is QSizePolicy.Policy.Ignored:
        # What scrolls by itself needs no more than it was promised.
        least = 0
    else:
        least = one.minimumSizeHint().height()
        if policy.hasHeightForWidth():
            least = max(least, one.heightForWidth(one.width()))
    return min(least, one.maximumHeight())
