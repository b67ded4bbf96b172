"""A page taller than its place."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget
from typing_extensions import override

from entente_ui.kit.label import set_look

#: Turns a layout gets before a frame: more than the deepest page needs to grow and to shrink
#: again, few enough for one that never comes to rest. Each costs less than a microsecond.
_STEPS: Final = 40


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

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        _lay_out_first(self.window())


class _LayOutFirst(QObject):
    """Lets a window finish its layout before it paints itself.

    Parts within parts tell one another by events how tall they have become, in one turn of the
    event loop for each step outwards. A frame that is due meanwhile would show a long page
    squeezed into the height it had before.
    """

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            for _step in range(_STEPS):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        return False


def _lay_out_first(window: QWidget) -> None:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    if window.findChild(_LayOutFirst, options=direct) is None:
        window.installEventFilter(_LayOutFirst(window))


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
