"""The view of what to do next, on the sample mission."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.store.session import Session
from entente_ui.actors.acting.view import ActingView
from tests.ui.actors.conftest import Mission, the_sample


@pytest.fixture
def fills() -> list[Callable[[Session], object]]:
    return [the_sample]


@pytest.fixture
def view(mission: Mission, qtbot: QtBot) -> Iterator[ActingView]:
    view = ActingView(mission.context)
    view.resize(1180, 780)
    view.show()
    qtbot.waitExposed(view)
    yield view
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
