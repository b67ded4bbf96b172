"""One line of a compact list: words that can be pressed, with small actions beside them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget
from typing_extensions import override

from entente_ui.kit import IconButton, PlainLabel, spaced
from entente_ui.look.theme import theme

_EDGE = 3


class Line(QWidget):
    """A few words that do something when pressed.

    Its confidentiality is on its left edge; the word for it is read aloud and in the tooltip
    of whoever owns it.
    """

    def __init__(
        self,
        text: str,
        on_press: Callable[[], object],
        parent: QWidget | None = None,
        *,
        level: str | None = None,
        buttons: Sequence[IconButton] = (),
    ) -> None:
        super().__init__(parent)
        self._on_press = on_press
        self._level = level
        self._is_current = False
        self.text = text
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        layout = spaced(QHBoxLayout(self), (9, 2, 2, 2), 2)
        words = PlainLabel(text, "body", self, wrap=True)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout.addWidget(words, 1)
        for button in buttons:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(theme().px(28))

    def set_current(self, on: bool) -> None:
        """Show that this is the one looked at."""
        self._is_current = on
        self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._on_press()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._on_press()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_soft" if self._is_current else "hover" if self.underMouse() else ""
        if ground or self.hasFocus():
            painter.setPen(theme().colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(ground) if ground else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
        if self._level is not None:
            edge = theme().px(_EDGE)
            painter.fillRect(QRect(0, 4, edge, self.height() - 8), theme().level(self._level))


def empty_layout(layout: QLayout) -> None:
    """Take every widget out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
