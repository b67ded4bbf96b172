"""The main window: there at once, filled when the rest of the program has been imported.

Hardly more than Qt is imported here: see `entente_ui.app`.
"""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget
from typing_extensions import override


class MainWindow(QMainWindow):
    """The one window.

    Signals:
        painted: Emitted once, after the window was drawn for the first time.
        closing: Emitted with the event when the user closes it; ignoring that keeps it.
        activated: Emitted when the user comes back to the window.
        dragged: Emitted with the event when something is dragged over the window.
        dropped: Emitted with the event when something is dropped that no pane took.
    """

    painted = Signal()
    closing = Signal(QCloseEvent)
    activated = Signal()
    dragged = Signal(QDragEnterEvent)
    dropped = Signal(QDropEvent)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("main")
        self.setWindowTitle("Entente")
        self.setAcceptDrops(True)
        self._was_painted = False
        self._pages = QStackedWidget(self)
        self.setCentralWidget(self._pages)

    @property
    def pages(self) -> QWidget:
        """What holds the page, and what floats over it."""
        return self._pages

    @property
    def page(self) -> QWidget | None:
        """What is shown: a front page or an open mission."""
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of what was shown, which goes."""
        old = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if old is not None and old is not page:
            self._pages.removeWidget(old)
            old.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragged.emit(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(event)
