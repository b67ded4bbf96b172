"""Fixtures for tests that show something."""

import os
from collections.abc import Iterator

# Before Qt is loaded: it reads this once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from entente.i18n import use_language
from entente_ui.look.theme import Mode, Theme, apply, theme


@pytest.fixture(autouse=True, scope="session")
def neutral_locale() -> None:
    """Let Qt itself write things the same way on every machine."""
    QLocale.setDefault(QLocale.c())


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """Take away what a test closed: a thousand widgets on their way out slow each one after it.

    Outside an event loop Qt would keep them until the program ends.
    """
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        # Qt believes a key held until it hears of another: Shift would add to selections.
        QTest.keyClick(QWidget(), Qt.Key.Key_F35)


@pytest.fixture
def french() -> None:
    """Speak French, from its catalogue."""
    use_language("fr")


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    """Our look, light, at 100 %, with nothing moving; put back when a test changed it."""
    apply(qapp, Mode.LIGHT, 100, reduced_motion=True)
    yield theme()
    apply(qapp, Mode.LIGHT, 100, reduced_motion=True)
