"""Turning the wheel scrolls; it changes a value only where a person is working."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWheelEvent, QWindow
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QApplication, QComboBox, QScrollBar
from typing_extensions import override

from entente_ui.kit.window_filter import WindowFilter, widget_at

_FIELDS: Final = (QAbstractSpinBox, QComboBox, QAbstractSlider)


class WheelGuard(WindowFilter):
    """Keeps the wheel from changing fields that do not have the focus.

    The wheel goes on to the area around the field, which scrolls. Make one per application,
    after the first paint: until then there is nothing to turn.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app, app)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return False
        if isinstance(watched, QWindow):
            self._guard(watched, event)
            return False
        if not isinstance(watched, _FIELDS) or watched.hasFocus():
            return False
        event.ignore()
        return True

    def _guard(self, window: QWindow, event: QWheelEvent) -> None:
        """Stand before the field that the wheel is about to reach."""
        under = widget_at(window, event.position().toPoint())
        while under is not None:
            if isinstance(under, _FIELDS) and not isinstance(under, QScrollBar):
                # Else the wheel itself would give it the focus, ahead of any filter.
                if under.focusPolicy() == Qt.FocusPolicy.WheelFocus:
                    under.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                under.installEventFilter(self)
            under = under.parentWidget()
