"""How far a long work is, with a way to stop it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from entente.i18n import _
from entente_ui.kit.announce import announce
from entente_ui.kit.button import QuietButton
from entente_ui.kit.label import ElidedLabel, PlainLabel
from entente_ui.kit.spacing import sized, spaced

#: Work shorter than this shows nothing.
PATIENCE_MS: Final = 1000


class ProgressStrip(QWidget):
    """A line that appears when a work lasts, and goes when it ends."""

    def __init__(self, parent: QWidget | None = None, *, patience: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self._on_cancel: Callable[[], object] | None = None
        self._label = ElidedLabel("", "small", self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._count = PlainLabel("", "small", self)
        self.button = QuietButton(_("Cancel"), self._cancel, self)
        sized(self._bar, width=160)
        layout = spaced(QHBoxLayout(self), (16, 4, 8, 4), 12)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._count)
        layout.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=patience)
        self._timer.timeout.connect(self._appear)
        self.hide()

    def start(self, text: str, on_cancel: Callable[[], object] | None = None) -> None:
        """Begin a work.

        Args:
            text: What is being done.
            on_cancel: Called once when the person wants to stop; None when it cannot be.
        """
        self._on_cancel = on_cancel
        self._label.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0)
        self._count.setText("")
        self.button.setVisible(on_cancel is not None)
        self.button.setEnabled(True)
        self._timer.start()

    def report(self, done: int, total: int, remaining: str = "") -> None:
        """Tell how far it is.

        Args:
            done: How much is done.
            total: How much there is; 0 when nobody knows.
            remaining: What is left, in words; by default the two numbers.
        """
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        counted = _("{done} of {total}").format(done=done, total=total) if total else ""
        self._count.setText(remaining or counted)

    def finish(self) -> None:
        """End the work, done or not."""
        self._timer.stop()
        self._on_cancel = None
        self.hide()

    def _appear(self) -> None:
        self.show()
        announce(self, self._label.text())

    def _cancel(self) -> None:
        stop, self._on_cancel = self._on_cancel, None
        if stop is not None:
            self.button.setEnabled(False)
            self._count.setText(_("Stopping…"))
            stop()
