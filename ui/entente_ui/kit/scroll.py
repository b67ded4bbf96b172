"""A page taller than its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget

from entente_ui.kit.label import set_look


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


def keep_bar(area: QAbstractScrollArea) -> None:
    """Keep the room of the vertical bar, but draw nothing while there is nothing to scroll.

    A bar that comes and goes would make everything beside it narrower and wider again.
    """
    bar = area.verticalScrollBar()

    def show_bar(least: int, most: int) -> None:
        set_look(bar, "idle", "true" if least == most else "false")

    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar.rangeChanged.connect(show_bar)
    show_bar(bar.minimum(), bar.maximum())
