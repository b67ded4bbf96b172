"""The map on a small mission, and hands to work it with."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.difficulty import DIFFICULTY
from entente.domain.relation import RELATION
from entente.services import map_edits, records
from entente.services.maps import MapData, read_map
from entente.store.session import Session
from entente_ui.actors.map.canvas import Canvas
from entente_ui.actors.map.things import BOX_KIND, Thing, actor_thing
from entente_ui.actors.map.view import MapView
from entente_ui.document import Document
from entente_ui.kit import Popover
from entente_ui.pane import Context, Selection

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier

#: Who is there, and in which organisation.
PEOPLE = {"Ada": "Rive", "Bo": "Rive", "Cy": "Delta", "Dan": "Delta", "Eve": ""}
TIES = (("Ada", "Bo", 2), ("Bo", "Cy", -2), ("Cy", "Dan", 1))


def fill(session: Session) -> None:
    """Add the people every test here knows."""
    houses = {
        name: records.create(session, ORGANISATION, {"name": name, "confidentiality": "public"})
        for name in ("Rive", "Delta")
    }
    camps = {"Ada": "digital", "Bo": "business"}
    keys = {}
    for name, house in PEOPLE.items():
        values = {
            "name": name,
            "organisation_id": houses.get(house),
            "camp": camps.get(name),
            "role": f"Rôle {name[0]}",
            "confidentiality": "public",
        }
        keys[name] = records.create(session, ACTOR, values)
    for first, second, quality in TIES:
        map_edits.relate(session, keys[first], keys[second], quality, "informal")
    records.create(session, DIFFICULTY, {"title": "Retard", "confidentiality": "public"})


@pytest.fixture
def fills() -> list[Callable[[Session], object]]:
    """What the mission begins with."""
    return [fill]


@dataclass
class Hands:
    """Somebody at the map."""

    view: MapView
    context: Context
    selected: list[Selection | None] = field(default_factory=list)

    @property
    def canvas(self) -> Canvas:
        return self.view.canvas

    @property
    def document(self) -> Document:
        return self.context.document

    @property
    def data(self) -> MapData:
        """What the file holds."""
        view_id = self.canvas.chart.data.view.id
        return self.document.read(lambda session: read_map(session, view_id))

    def key(self, name: str) -> str:
        return self.document.read(lambda s: records.find(s, ACTOR, name))

    def house(self, name: str) -> str:
        return self.document.read(lambda s: records.find(s, ORGANISATION, name))

    def count(self) -> int:
        """Return how many relations the file holds."""
        return self.document.read(lambda s: records.count(s, RELATION))

    def spot(self, name: str) -> tuple[float, float]:
        return self.canvas.chart.at[self.key(name)]

    def at(self, name: str) -> QPoint:
        """Return where an actor is drawn."""
        return self.canvas.rect_of(actor_thing(self.key(name))).center()

    def head(self, name: str) -> QPoint:
        """Return where the name of an organisation is drawn."""
        return self.canvas.rect_of(Thing(BOX_KIND, self.house(name))).topLeft() + QPoint(30, 10)

    def press(self, at: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        QTest.mousePress(self.canvas, _LEFT, modifiers, at)

    def move(self, at: QPoint, buttons: Qt.MouseButton = _LEFT) -> None:
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(at),
            QPointF(self.canvas.mapToGlobal(at)),
            Qt.MouseButton.NoButton,
            buttons,
            _NONE,
        )
        QApplication.sendEvent(self.canvas, event)

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.canvas, _LEFT, _NONE, at)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        self.press(at, modifiers)
        self.release(at)

    def drag(self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        self.press(start, modifiers)
        for part in (0.2, 0.6, 1.0):
            self.move(start + (end - start) * part)
        self.release(end)

    def double_click(self, at: QPoint) -> None:
        QTest.mouseDClick(self.canvas, _LEFT, _NONE, at)

    def type(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        for each in keys:
            QTest.keyClick(self.canvas, each, modifiers)

    def pick(self, *names: str) -> None:
        self.canvas.picks.pick([actor_thing(self.key(name)) for name in names])

    def shown(self) -> set[str]:
        """Return the names of those on the map."""
        return {actor.name for actor in self.canvas.chart.actors.values()}

    def popover(self) -> Popover:
        """Return the question that is open."""
        window = self.view.window()
        return next(p for p in window.findChildren(Popover) if p.isVisible())

    def answer(self, text: str) -> None:
        """Answer the question that is open."""
        field = self.popover().findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def hands(mission: "object", qtbot: QtBot) -> Iterator[Hands]:
    """Somebody at the map, large enough for everything; gone from memory at the end."""
    context: Context = mission.context  # type: ignore[attr-defined]  # of the folder above
    view = MapView(context)
    view.resize(1300, 900)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.canvas.setFocus()
    QApplication.processEvents()
    view.canvas.fit()
    hands = Hands(view, context)
    view.selected.connect(hands.selected.append)
    yield hands
    view.close()
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
