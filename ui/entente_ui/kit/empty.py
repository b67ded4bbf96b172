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
from entente_ui.kit.scroll import ScrollArea
from entente_ui.kit.spacing import sized, spaced
from entente_ui.look.svg import themed
from entente_ui.look.theme import theme

_CENTRE: Final = Qt.AlignmentFlag.AlignHCenter
#: Px at 100 % for a sentence and a button; the drawing goes where there is no more.
_LEAST_WIDTH, _LEAST_HEIGHT = 160, 120
#: Px at 100 %: how wide a sentence may become, and what is free around everything.
_SENTENCE, _AROUND = 420, 24


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
        self._said: list[PlainLabel] = []
        self._page = QWidget(self)
        self._page.setProperty("page", "true")
        self._layout = spaced(QVBoxLayout(self._page), _AROUND, 12)
        # In a low window at a large size even a sentence and two buttons have no room.
        area = ScrollArea(self._page, self, name=sentence)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        spaced(QVBoxLayout(self), 0, 0).addWidget(area)
        self._layout.addStretch(2)
        self._drawing = Drawing(drawing_name, self._page)
        self._layout.addWidget(self._drawing, 0, _CENTRE)
        self._say(sentence, "heading")
        if hint:
            self._say(hint, "muted")
        if action:
            self.button = PrimaryButton(action, on_action, self._page)
            self._layout.addWidget(self.button, 0, _CENTRE)
        self._layout.addStretch(3)
        theme().changed.connect(self._fit)

    def add_button(self, button: Button) -> None:
        """Offer a second, lighter action below the first."""
        self._layout.insertWidget(
            self._layout.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter
        )

    @override
    def minimumSizeHint(self) -> QSize:
        # A page that is not even shown must not make the window higher than the screen.
        return QSize(theme().px(_LEAST_WIDTH), theme().px(_LEAST_HEIGHT))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the sentences short, and draw only where there is room for it."""
        for label in self._said:
            label.setMaximumWidth(theme().px(_SENTENCE))
        self._drawing.hide()
        needed = self._layout.minimumHeightForWidth(self.width())
        drawn = self._drawing.height() + self._layout.spacing()
        self._drawing.setVisible(needed + drawn <= self.height())

    def _say(self, text: str, variant: str) -> None:
        label = PlainLabel(text, variant, self._page, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.append(label)
        # A line of its own: a layout asks a wrapped label how high it is at full width.
        line = spaced(QHBoxLayout(), 0, 0)
        line.addStretch(0)
        line.addWidget(label, 1)
        line.addStretch(0)
        self._layout.addLayout(line)
