"""The least a program with a window can be; it ends as soon as that window is painted."""

import os

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    """An empty window. Its one method is not marked as an override: that costs an import."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Leave once the window is on screen."""
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))


if __name__ == "__main__":
    app = QApplication([])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    app.exec()
