from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from entente_ui.look import system
from entente_ui.look.motion import CALM, QUICK, move
from entente_ui.look.theme import Mode, Theme, apply


def test_things_move_to_where_they_go(qapp: QApplication, qtbot: QtBot, look: Theme) -> None:
    apply(qapp, Mode.LIGHT, 100, reduced_motion=False)
    assert not look.reduced_motion
    widget = QWidget()
    qtbot.addWidget(widget)
    arrived: list[bool] = []
    animation = move(widget, b"pos", QPoint(40, 0), done=lambda: arrived.append(True))
    assert animation is not None
    assert QUICK <= animation.duration() <= CALM
    qtbot.waitUntil(lambda: arrived == [True])
    assert widget.pos() == QPoint(40, 0)


def test_nothing_moves_when_motion_is_not_wanted(qtbot: QtBot, look: Theme) -> None:
    assert look.reduced_motion
    widget = QWidget()
    qtbot.addWidget(widget)
    arrived: list[bool] = []
    assert move(widget, b"pos", QPoint(40, 0), done=lambda: arrived.append(True)) is None
    assert widget.pos() == QPoint(40, 0)
    assert arrived == [True]


@pytest.mark.parametrize(
    ("text", "reduced"),
    [
        ("[Settings]\ngtk-enable-animations=0\n", True),
        ("[Settings]\ngtk-enable-animations=false\n", True),
        ("[Settings]\ngtk-enable-animations=1\n", False),
        ("[Settings]\n", False),
        ("not a settings file", False),
    ],
)
def test_the_desktop_s_wish_is_read(tmp_path: Path, text: str, *, reduced: bool) -> None:
    (tmp_path / "gtk-4.0").mkdir()
    (tmp_path / "gtk-4.0" / "settings.ini").write_text(text)
    assert system._gtk_reduces_motion(tmp_path) is reduced


def test_a_desktop_without_settings_moves(tmp_path: Path) -> None:
    assert not system._gtk_reduces_motion(tmp_path)
