"""A page taller than its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollArea(QScrollArea):
    """Scrolls what is as wide as itself and as tall as it needs to be."""

    def __init__(
        self, page: QWidget | None = None, parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        """Scroll `page`; `name` is what a screen reader calls it."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        if page is not None:
            self.setWidget(page)
