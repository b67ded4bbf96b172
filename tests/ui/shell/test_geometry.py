"""A window that stood on a projector."""

import pytest
from PySide6.QtCore import QRect

from entente_ui.shell.geometry import clamped

MAIN = QRect(0, 0, 1920, 1040)
PROJECTOR = QRect(1920, 0, 1280, 720)


def test_a_window_on_a_screen_stays_where_it_is() -> None:
    assert clamped(QRect(100, 80, 1200, 800), [MAIN]) == QRect(100, 80, 1200, 800)
    assert clamped(QRect(1950, 20, 900, 600), [MAIN, PROJECTOR]) == QRect(1950, 20, 900, 600)


def test_a_window_on_a_screen_that_is_gone_comes_back_to_the_main_one() -> None:
    found = clamped(QRect(2000, 50, 1200, 700), [MAIN])
    assert MAIN.contains(found)
    assert (found.width(), found.height()) == (1200, 700)


@pytest.mark.parametrize(
    "lost", [QRect(-5000, 0, 800, 600), QRect(0, 3000, 800, 600), QRect(0, -900, 800, 600)]
)
def test_the_title_bar_can_always_be_taken(lost: QRect) -> None:
    found = clamped(lost, [MAIN])
    assert MAIN.contains(found.topLeft())


def test_a_window_larger_than_the_screen_is_shrunk() -> None:
    found = clamped(QRect(0, 0, 4000, 3000), [PROJECTOR])
    assert (found.width(), found.height()) == (1280, 720)


def test_without_a_screen_nothing_is_decided() -> None:
    assert clamped(QRect(5, 5, 10, 10), []) == QRect(5, 5, 10, 10)
