"""Turning the wheel scrolls; it changes a value only where a person is working."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QScrollBar
from typing_extensions import override


class WheelGuard(QObject):
    """Keeps the wheel from changing fields that do not have the focus.

    The wheel goes on to the area around the field, which scrolls. Make one per application,
    after the first paint: until then there is nothing to turn.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every event of the program passes here: the cheapest question comes first.
        if event.type() != QEvent.Type.Wheel:
            return False
        if not isinstance(watched, (QAbstractSpinBox, QComboBox, QAbstractSlider)):
            return False
        if isinstance(watched, QScrollBar) or watched.hasFocus():
            return False
        event.ignore()
        return True
