"""Boxes that hold things together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.confidentiality import known_level
from entente_ui.kit.badge import LevelMark
from entente_ui.kit.label import PlainLabel, set_look
from entente_ui.kit.spacing import spaced


class Panel(QFrame):
    """A ground for other widgets.

    Args:
        ground: `window`, `surface`, `raised` or `soft`.
        line: Side that has a line: `left`, `right`, `top`, `bottom` or none.
    """

    def __init__(
        self, ground: str = "surface", line: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("ground", ground)
        self.setProperty("line", line)


class Card(QFrame):
    """A thing among others, with its confidentiality on the edge.

    Attributes:
        head: Layout of the first line: title left, level right.
        body: Layout below it, where the content goes.

    Signals:
        clicked: Emitted when a clickable card is pressed, by mouse or by key.
    """

    clicked = Signal()

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        level: str | None = None,
        of: str = "",
        clickable: bool = False,
    ) -> None:
        """Make a card.

        Args:
            title: First line; empty for none.
            parent: Its widget.
            level: A value of `Level`; None for a card that has none.
            of: For a caucus, the short reference of whose it is.
            clickable: Whether the whole card can be pressed.
        """
        super().__init__(parent)
        self.setProperty("card", "true")
        self._clickable = clickable
        self._mark_shown = True
        self._title = PlainLabel(title, "strong", self)
        self._mark = LevelMark(level or "", of, self)
        self.head = spaced(QHBoxLayout(), 0, 8)
        self.body = spaced(QVBoxLayout(), 0, 4)
        self.head.addWidget(self._title, 1)
        self.head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        whole = spaced(QVBoxLayout(self), (12, 10, 12, 10), 4)
        whole.addLayout(self.head)
        whole.addLayout(self.body)
        self._title.setVisible(bool(title))
        self.set_level(level, of)
        if clickable:
            self.setProperty("clickable", "true")
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setAccessibleName(title)

    def set_level(self, level: str | None, of: str = "") -> None:
        """Show who may read what is on the card; None for nothing."""
        self._mark.setVisible(self._mark_shown and level is not None)
        if level is not None:
            self._mark.set_level(level, of)
        set_look(self, "level", None if level is None else known_level(level).value)

    def set_mark_shown(self, on: bool) -> None:
        """Say the level in words, or only on the edge while the words stand elsewhere."""
        self._mark_shown = on
        self._mark.setVisible(on and self.property("level") is not None)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if self._clickable and inside and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A field in the card lets go of Enter when it is done: that is not meant for the card.
        pressed = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if self._clickable and pressed and self.hasFocus():
            self.clicked.emit()
            return
        super().keyPressEvent(event)
