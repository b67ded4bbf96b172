"""What a pane says when it has nothing to show: a drawing, a sentence, a button."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente_ui.kit.button import Button, PrimaryButton
from entente_ui.kit.label import PlainLabel
from entente_ui.kit.spacing import sized, spaced
from entente_ui.look.svg import themed
from entente_ui.look.theme import theme

_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter


class DrawingName(StrEnum):
    """The small drawings there are, by the name of their file."""

    ACTORS = "actors"
    DIFFICULTIES = "difficulties"
    DOCUMENTS = "documents"
    FOUND_NOTHING = "found-nothing"
    HISTORY = "history"
    WELCOME = "welcome"


class Drawing(QWidget):
    """A small drawing in the colours of the theme."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = DrawingName(name).value
        sized(self, width=176, height=120)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        renderer = QSvgRenderer(QByteArray(themed(f"drawings/{self._name}", theme().palette)))
        renderer.render(painter, QRectF(self.rect()))


class EmptyState(QWidget):
    """An invitation in place of an empty list.

    Attributes:
        button: The button, or None.
    """

    def __init__(
        self,
        drawing_name: str,
        sentence: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        parent: QWidget | None = None,
        *,
        hint: str = "",
    ) -> None:
        """Make an invitation.

        Args:
            drawing_name: A value of `DrawingName`.
            sentence: What is missing, in one sentence.
            action: What the button says; empty for none.
            on_action: Called when it is pressed.
            parent: Its widget.
            hint: One more, quieter sentence.
        """
        super().__init__(parent)
        self.button: Button | None = None
        across = spaced(QHBoxLayout(self), 24, 0)
        across.addStretch(1)
        # A column of its own: a layout asks a wrapped label how high it is at full width.
        self._layout = spaced(QVBoxLayout(), 0, 12)
        across.addLayout(self._layout)
        across.addStretch(1)
        self._layout.addStretch(2)
        self._layout.addWidget(Drawing(drawing_name, self), 0, _CENTRE)
        self._layout.addWidget(self._words(sentence, "heading"))
        if hint:
            self._layout.addWidget(self._words(hint, "muted"))
        if action:
            self.button = PrimaryButton(action, on_action, self)
            self._layout.addWidget(self.button, 0, _CENTRE)
        self._layout.addStretch(3)

    def add_button(self, button: Button) -> None:
        """Offer a second, lighter action below the first."""
        self._layout.insertWidget(
            self._layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter
        )

    def _words(self, text: str, variant: str) -> PlainLabel:
        label = PlainLabel(text, variant, self, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sized(label, width=420)
        return label
