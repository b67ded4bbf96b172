"""A sentence beside a cell or a field, saying why what was typed was not taken."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from entente_ui.kit import PlainLabel, spaced
from entente_ui.kit.announce import announce
from entente_ui.look.theme import theme

_WIDEST: Final = 320
_SECONDS: Final = 8


class Bubble(QFrame):
    """Floats over a widget, beside what it is about, until it is put right."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("bubble", "true")
        self.setProperty("card", "true")
        self._label = PlainLabel("", "error", self, wrap=True)
        spaced(QHBoxLayout(self), (10, 6, 10, 6), 0).addWidget(self._label)
        self._timer = QTimer(self, singleShot=True, interval=1000 * _SECONDS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it says nothing."""
        return "" if self.isHidden() else self._label.text()

    def say(self, sentence: str, beside: QRect, *, stay: bool = False) -> None:
        """Show a sentence below a rectangle of the host, or above where there is no room.

        Args:
            sentence: What to say.
            beside: What it is about, in the coordinates of the host.
            stay: Whether it stays until it is hidden; else it leaves after some seconds.
        """
        host = self._host
        self._label.setText(sentence)
        wanted = min(theme().px(_WIDEST), max(host.width() - 2 * theme().px(8), 1))
        natural = self._label.fontMetrics().horizontalAdvance(sentence) + theme().px(26)
        self.setFixedWidth(min(wanted, natural))
        self.adjustSize()
        gap = theme().px(3)
        x = min(max(beside.left(), gap), max(host.width() - self.width() - gap, gap))
        below = beside.bottom() + gap
        fits = below + self.height() <= host.height()
        y = below if fits else beside.top() - self.height() - gap
        self.move(QPoint(x, y))
        self.show()
        self.raise_()
        announce(self, sentence)
        if stay:
            self._timer.stop()
        else:
            self._timer.start()
