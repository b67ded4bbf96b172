"""What floats lies on a picture of the window, so that nothing beneath is painted again."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from entente_ui.look.theme import Theme
from entente_ui.shell.floating_box import FloatingBox


class Ground(QWidget):
    """Counts how often it is painted."""

    painted = 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        QPainter(self).fillRect(self.rect(), self.palette().highlight())


class Line(FloatingBox):
    """A box with nothing but its field."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "Line", width=300)
        self.field = QLineEdit(self.box)
        QVBoxLayout(self.box).addWidget(self.field)


def test_nothing_beneath_is_painted_again_until_the_window_changes(
    qtbot: QtBot,
    look: Theme,  # noqa: ARG001  # as the program looks
) -> None:
    window = QWidget()
    host = Ground(window)
    layout = QVBoxLayout(window)
    layout.addWidget(host)
    qtbot.addWidget(window)
    window.resize(640, 420)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.wait(30)
    corner = window.grab().toImage().pixelColor(20, 400)

    # What is still to be painted when it opens is in the picture too.
    host.update()
    before = host.painted
    line = Line(host)
    line.open()
    assert host.painted == before + 1
    line.field.setText("K")
    qtbot.wait(30)
    assert host.painted == before + 1
    # The shade lies over the picture: darker than the ground, and not black.
    shaded = window.grab().toImage().pixelColor(20, 400)
    assert 0 < shaded.lightness() < corner.lightness()

    before = host.painted
    window.resize(700, 460)
    qtbot.waitUntil(lambda: host.painted > before)
    line.leave()
