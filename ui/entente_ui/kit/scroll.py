"""A page taller than its place."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget
from typing_extensions import override

from entente_ui.kit.label import set_look

#: How often a page that is too small is asked again before it is left as it is.
_TRIES: Final = 5


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
        self._tries = 0
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        if page is not None:
            self.setWidget(page)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        handled = super().viewportEvent(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._settling.start()
        return handled

    def _settle(self) -> None:
        # Qt asks once how tall a page is, and while parts within parts are being laid out the
        # answer may still be that of a moment ago: the page would stay squeezed.
        page = self.widget()
        if page is None or page.heightForWidth(page.width()) <= page.height():
            self._tries = 0
        elif self._tries < _TRIES:
            self._tries += 1
            QCoreApplication.postEvent(page, QEvent(QEvent.Type.LayoutRequest))
            self._settling.start()


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
