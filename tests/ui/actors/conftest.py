"""The actors pane on a small mission, and hands to work it with."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.services import records
from entente.services.records import Rating
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.actors.frame import Score
from entente_ui.actors.grid_page import GridPage
from entente_ui.actors.grid_tab import GridTab
from entente_ui.actors.grid_view import GridView
from entente_ui.actors.pane import ActorsPane
from entente_ui.actors.registers_view import RegistersView
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.kit import Popover
from entente_ui.look.theme import Theme
from entente_ui.pane import Context
from tests.conftest import FixedClock, confluent_gate, mission_engine

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Mission:
    """An open mission, and what the pane told the shell."""

    context: Context
    toasts: list[tuple[str, bool]] = field(default_factory=list)
    told: list[BaseException] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.context.document

    def key(self, name: str) -> str:
        return self.document.read(lambda s: records.find(s, ACTOR, name))

    def score(self, name: str) -> tuple[float | None, float | None]:
        actor = self.document.read(lambda s: records.get(s, ACTOR, self.key(name)))
        return actor["power"], actor["interest"]

    def ratings(self, name: str) -> list[Rating]:
        return self.document.read(lambda s: records.ratings(s, ACTOR, self.key(name)))


def grid_of(pane: ActorsPane) -> GridTab:
    """Return the grid of a pane."""
    page = pane.view("lenses")
    assert isinstance(page, GridPage)
    return page.grid


def registers_of(pane: ActorsPane) -> RegistersView:
    """Return the registers of a pane."""
    view = pane.view("register")
    assert isinstance(view, RegistersView)
    return view


@dataclass
class Hands:
    """What a person does to the pane."""

    pane: ActorsPane
    mission: Mission

    @property
    def grid(self) -> GridTab:
        """The grid."""
        return grid_of(self.pane)

    @property
    def view(self) -> GridView:
        return self.grid.view

    def at(self, name: str) -> QPoint:
        """Return where an actor is drawn, in the viewport."""
        spot = self.view.board.spot_of(self.mission.key(name))
        assert spot is not None
        return self.view.mapFromScene(self.view.board.centre(spot))

    def place(self, power: float, interest: float) -> QPoint:
        """Return where a position is drawn, in the viewport."""
        return self.view.mapFromScene(self.view.board.middle(Score(power, interest)))

    def press(self, at: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mousePress(self.view.viewport(), _LEFT, modifiers, at)

    def move(self, at: QPoint) -> None:
        viewport = self.view.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(viewport.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            _LEFT,
            _NONE,
        )
        QApplication.sendEvent(viewport, event)

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.view.viewport(), _LEFT, _NONE, at)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        self.press(at, modifiers)
        self.release(at)

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.press(start)
        for part in (0.3, 0.7, 1.0):
            self.move(start + (end - start) * part)
        self.release(end)

    def key(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        for each in keys:
            QTest.keyClick(self.view, each, modifiers)

    def popover(self) -> Popover | None:
        """Return the question that is open."""
        window = self.pane.window()
        return next((p for p in window.findChildren(Popover) if p.isVisible()), None)


PEOPLE: Mapping[str, Mapping[str, Any]] = {
    "Anselme Ferrage": {"camp": "digital", "power": 4.0, "interest": 5.0, "role": "DSI"},
    "Odile Tisserine": {"camp": "direction", "power": 4.0, "interest": 4.0, "role": "Directrice"},
    "Firmin Cordelois": {"camp": "business", "power": 2.0, "interest": 4.0, "role": "Éducateur"},
    "Cyprien Halleresse": {"camp": "funder", "power": 5.0, "interest": 2.0},
    "Zoé Nouvelle": {"camp": "user"},
}


def fill(session: Session) -> None:
    """Add the people every test here knows."""
    for name, values in PEOPLE.items():
        records.create(session, ACTOR, {"name": name, **values})


def the_sample(_session: Session) -> None:
    """Begin with the sample, which the gate then holds already."""


@pytest.fixture
def gate(clock: FixedClock, fills: list[Callable[[Session], object]]) -> Gate:
    """A mission in memory: empty, or the sample."""
    if the_sample in fills:
        return confluent_gate(clock)
    return Gate(mission_engine(), clock=clock)


@pytest.fixture
def fills() -> list[Callable[[Session], object]]:
    """What the mission begins with; a test file may name something else."""
    return [fill]


@pytest.fixture
def mission(
    look: Theme,  # noqa: ARG001  # before any widget
    gate: Gate,
    tmp_path: Path,
    fills: list[Callable[[Session], object]],
) -> Iterator[Mission]:
    """An open mission in memory."""
    for each in fills:
        gate.run("fill", each)
    document = Document(gate)
    background = Background()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    toasts: list[tuple[str, bool]] = []
    told: list[BaseException] = []
    context = Context(
        document=document,
        background=background,
        settings=settings,
        toast=lambda text, undoable: toasts.append((text, undoable)),
        reveal=lambda _kind, _key: None,
        tell=told.append,
    )
    yield Mission(context, toasts, told)
    background.close()


@pytest.fixture
def pane(mission: Mission, qtbot: QtBot) -> Iterator[ActorsPane]:
    """The pane at the grid, large enough for everything; gone from memory at the end."""
    pane = ActorsPane(mission.context)
    pane.resize(1100, 780)
    pane.show()
    qtbot.waitExposed(pane)
    QApplication.processEvents()  # the list beside the grid takes its room
    grid_of(pane).view.zooming.settle_now()
    yield pane
    pane.close()
    pane.deleteLater()
    QApplication.sendPostedEvents(pane, QEvent.Type.DeferredDelete)


@pytest.fixture
def hands(pane: ActorsPane, mission: Mission) -> Hands:
    """Somebody at the pane."""
    return Hands(pane, mission)


LONG_AGO = dt.date(2026, 4, 7)
