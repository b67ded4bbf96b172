"""What a pane says when it has nothing to show: a drawing, a sentence, a button."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente_ui.kit.button import Button, PrimaryButton
from entente_ui.kit.label import PlainLabel
from entente_ui.kit.spacing import sized, spaced
from entente_ui.look.svg import themed
from entente_ui.look.theme import theme

_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
#: Px at 100 % for a sentence and a button; the drawing goes where there is no more.
_LEAST_HEIGHT: Final = 120


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
        self._drawing = Drawing(drawing_name, self)
        self._layout.addWidget(self._drawing, 0, _CENTRE)
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

    @override
    def minimumSizeHint(self) -> QSize:
        # A page that is not even shown must not make the window higher than the screen.
        return QSize(super().minimumSizeHint().width(), theme().px(_LEAST_HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        drawn = self._drawing.height() + self._layout.spacing() if self._drawing.isHidden() else 0
        self._drawing.setVisible(self._layout.minimumSize().height() + drawn <= self.height())

    def _words(self, text: str, variant: str) -> PlainLabel:
        label = PlainLabel(text, variant, self, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sized(label, width=420)
        return label
