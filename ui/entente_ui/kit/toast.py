"""Messages that float in, offer to undo, and leave."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from entente_ui.kit.announce import announce
from entente_ui.kit.floating import SHADOW, paint_shadow
from entente_ui.kit.label import PlainLabel, without_mnemonic
from entente_ui.kit.spacing import spaced
from entente_ui.look.motion import move
from entente_ui.look.theme import theme

STAY_SECONDS: Final = 8.0
_MOST: Final = 3
_WIDEST: Final = 460
_QT_WIDEST: Final = 16777215  # Qt's own: no limit


class Toast(QWidget):
    """One message.

    Signals:
        left: Emitted when it has had its time or was answered.
    """

    left = Signal()

    def __init__(
        self,
        text: str,
        parent: QWidget,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        seconds: float = STAY_SECONDS,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        self.text = text
        self._on_action = on_action
        self._label = PlainLabel(text, "body", self)
        self._label.setProperty("toast", "true")
        margin = SHADOW
        layout = spaced(QHBoxLayout(self), (16 + margin, 9 + margin, 12 + margin, 9 + margin), 12)
        layout.addWidget(self._label, 1)
        self.button = QPushButton(without_mnemonic(action), self)
        self.button.setProperty("variant", "toast")
        self.button.clicked.connect(self._act)
        self.button.setVisible(bool(action))
        layout.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=round(1000 * seconds))
        self._timer.timeout.connect(self.leave)
        self._timer.start()
        theme().changed.connect(self.fit)
        self.fit()

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self.left.emit()

    def _act(self) -> None:
        action, self._on_action = self._on_action, None
        self.leave()
        if action is not None:
            action()

    def fit(self) -> None:
        """Take the size the text needs at the size in use."""
        widest = theme().px(_WIDEST)
        self._label.setWordWrap(False)
        self._label.setMinimumWidth(0)
        self._label.setMaximumWidth(_QT_WIDEST)
        self._label.ensurePolished()
        if self._label.sizeHint().width() > widest:
            self._label.setWordWrap(True)
            self._label.setFixedWidth(widest)
        self.adjustSize()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = theme().px(SHADOW)
        box = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        radius = theme().px(8)
        paint_shadow(painter, box, radius)
        painter.setPen(theme().colour("toast"))
        painter.setBrush(theme().colour("toast"))
        painter.drawRoundedRect(box, radius, radius)


class Toaster(QObject):
    """Shows messages in the lower right corner of a widget, the newest lowest."""

    def __init__(self, host: QWidget, *, clear_below: int = 0) -> None:
        """Serve a widget.

        Args:
            host: The widget they float over, usually the window.
            clear_below: Px kept free below them, as for a status bar.
        """
        super().__init__(host)
        self._host = host
        self._clear_below = clear_below
        self._toasts: list[Toast] = []
        host.installEventFilter(self)

    @property
    def texts(self) -> list[str]:
        """What is being said, oldest first."""
        return [toast.text for toast in self._toasts]

    def say(
        self,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        seconds: float = STAY_SECONDS,
    ) -> Toast:
        """Show a message.

        Args:
            text: One sentence.
            action: What its button says, as « Annuler »; empty for none.
            on_action: Called when that is pressed.
            seconds: How long it stays when the pointer is not on it.
        """
        toast = Toast(text, self._host, action, on_action, seconds)
        toast.left.connect(self._on_left)
        toast.installEventFilter(self)
        self._toasts.append(toast)
        while len(self._toasts) > _MOST:
            self._toasts[0].leave()
        toast.move(self._place(toast) + QPoint(0, theme().px(12)))
        toast.show()
        toast.raise_()
        announce(toast, text)
        self._arrange()
        return toast

    def clear(self) -> None:
        """Take back every message."""
        for toast in list(self._toasts):
            toast.leave()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            for toast in self._toasts:
                toast.move(self._place(toast))
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        toast = self.sender()
        if isinstance(toast, Toast) and toast in self._toasts:
            self._toasts.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._arrange()

    def _arrange(self) -> None:
        for toast in self._toasts:
            move(toast, b"pos", self._place(toast))

    def _place(self, toast: Toast) -> QPoint:
        gap = theme().px(20) - theme().px(SHADOW)
        below = 0
        for other in reversed(self._toasts):
            if other is toast:
                break
            below += other.height() - 2 * theme().px(SHADOW) + theme().px(8)
        x = self._host.width() - toast.width() - gap
        y = self._host.height() - toast.height() - gap - self._clear_below - below
        return QPoint(x, y)
