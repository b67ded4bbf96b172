"""Pages that are taller than their place."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from entente_ui import kit

pytestmark = pytest.mark.usefixtures("look")
LONG = 3000


class _Frames(QObject):
    """Notes how tall something is in each frame of its window."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.heights: list[int] = []
        self._watched = watched
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.heights.append(self._watched.height())
        return False


def _deep(page: QWidget, levels: int) -> QWidget:
    """Return a widget within widgets within the page."""
    at = page
    for _level in range(levels):
        inner = QWidget(at)
        QVBoxLayout(at).addWidget(inner)
        at = inner
    return at


def test_a_page_that_grows_is_never_painted_squeezed(qtbot: QtBot) -> None:
    page = QWidget()
    part = _deep(page, 5)
    area = kit.ScrollArea(page)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    qtbot.waitExposed(area)
    QApplication.processEvents()
    frames = _Frames(page)
    area.viewport().update()
    part.setMinimumHeight(LONG)
    QApplication.processEvents()
    assert frames.heights
    assert min(frames.heights) >= LONG
