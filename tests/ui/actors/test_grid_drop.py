import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from entente.domain.actor import ACTOR
from entente_ui.drag import RECORDS_MIME
from entente_ui.registers import import_dialog
from tests.ui.actors.conftest import Hands, Mission

_COPY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def records(kind: str, *keys: str) -> QMimeData:
    data = QMimeData()
    data.setData(RECORDS_MIME, json.dumps({"kind": kind, "keys": keys}).encode())
    return data


def files(*paths: Path | str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(p) if isinstance(p, str) else QUrl.fromLocalFile(str(p)) for p in paths])
    return data


def enter(widget: QWidget, data: QMimeData, at: QPointF) -> bool:
    event = QDragEnterEvent(at.toPoint(), _COPY, data, _LEFT, _NONE)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def hover(widget: QWidget, data: QMimeData, at: QPointF) -> None:
    enter(widget, data, at)
    QApplication.sendEvent(widget, QDragMoveEvent(at.toPoint(), _COPY, data, _LEFT, _NONE))


def drop(widget: QWidget, data: QMimeData, at: QPointF) -> bool:
    hover(widget, data, at)
    event = QDropEvent(at, _COPY, data, _LEFT, _NONE)
    event.ignore()
    QApplication.sendEvent(widget, event)
    QApplication.processEvents()
    return event.isAccepted()


def test_somebody_dropped_from_the_list_gets_a_first_position(
    hands: Hands, mission: Mission
) -> None:
    waiting = hands.grid.side.unplaced
    data = waiting.people.mimeData([waiting.people.index(0)])
    at = QPointF(hands.place(3.5, 2.5))
    viewport = hands.view.viewport()
    assert enter(viewport, data, at)
    hover(viewport, data, at)
    assert hands.view.board.hand.chip.lines == ("power 3.5 · interest 2.5",)
    assert drop(viewport, data, at)
    assert mission.score("Zoé Nouvelle") == (3.5, 2.5)
    assert mission.document.undo_label == "Place Zoé Nouvelle"
    assert waiting.people.rowCount() == 0
    mission.document.undo()
    assert waiting.people.rowCount() == 1
    assert mission.score("Zoé Nouvelle") == (None, None)


def test_a_drop_asks_for_the_fact(hands: Hands, mission: Mission) -> None:
    drop(
        hands.view.viewport(),
        records("actor", mission.key("Zoé Nouvelle")),
        QPointF(hands.place(2.0, 2.0)),
    )
    assert hands.popover() is not None


def test_several_from_the_register_land_together_as_one_step(
    hands: Hands, mission: Mission
) -> None:
    keys = [mission.key("Zoé Nouvelle"), mission.key("Firmin Cordelois")]
    drop(hands.view.viewport(), records("actor", *keys), QPointF(hands.place(3.0, 3.0)))
    assert mission.score("Zoé Nouvelle") == mission.score("Firmin Cordelois") == (3.0, 3.0)
    mission.document.undo()
    assert mission.score("Zoé Nouvelle") == (None, None)
    assert mission.score("Firmin Cordelois") == (2.0, 4.0)


@pytest.mark.parametrize(
    "data",
    [
        records("difficulty", "x"),
        records("actor"),
        QMimeData(),
    ],
    ids=["another kind", "nobody", "nothing"],
)
def test_what_is_no_actor_is_not_taken(hands: Hands, mission: Mission, data: QMimeData) -> None:
    steps = len(mission.document.steps())
    at = QPointF(hands.place(3.0, 3.0))
    assert not enter(hands.view.viewport(), data, at)
    assert not drop(hands.view.viewport(), data, at)
    assert len(mission.document.steps()) == steps


@pytest.mark.parametrize("payload", [b"", b"{", b"[]", b'{"kind": "actor", "keys": 3}', b"\xff"])
def test_a_damaged_payload_is_not_taken(hands: Hands, payload: bytes) -> None:
    data = QMimeData()
    data.setData(RECORDS_MIME, payload)
    assert not enter(hands.view.viewport(), data, QPointF(hands.place(3.0, 3.0)))


def test_an_unknown_actor_is_ignored(hands: Hands, mission: Mission) -> None:
    steps = len(mission.document.steps())
    drop(hands.view.viewport(), records("actor", "gone"), QPointF(hands.place(3.0, 3.0)))
    assert len(mission.document.steps()) == steps


def test_leaving_puts_the_light_out(hands: Hands, mission: Mission) -> None:
    data = records("actor", mission.key("Zoé Nouvelle"))
    hover(hands.view.viewport(), data, QPointF(hands.place(3.0, 3.0)))
    assert hands.view.board.hand.target.boxes
    QApplication.sendEvent(hands.view.viewport(), QDragLeaveEvent())
    assert not hands.view.board.hand.target.boxes
    assert not hands.view.board.hand.chip.isVisible()


def test_holding_somebody_over_a_tab_changes_to_it(hands: Hands) -> None:
    assert hands.pane.tabs.tabBar().changeCurrentOnDrag()
    assert hands.pane.tabs.tabBar().acceptDrops()


@pytest.mark.parametrize("name", ["people.csv", "people.xlsx", "people.ods", "people.vcf"])
def test_a_list_dropped_on_the_pane_is_imported(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    asked: list[tuple[object, Path]] = []
    monkeypatch.setattr(
        import_dialog, "import_file", lambda _c, kind, where, _p: asked.append((kind, where))
    )
    path = tmp_path / name
    path.write_text("x")
    veil = hands.pane._veil
    assert enter(hands.pane, files(path), QPointF(300, 300))
    assert veil.isVisible()
    assert drop(hands.pane, files(path), QPointF(300, 300))
    assert not veil.isVisible()
    assert asked == [(ACTOR, path)]


@pytest.mark.parametrize(
    "where", ["file://host/share/people.csv", "https://example.org/people.csv", "file:///a/b.exe"]
)
def test_what_is_no_list_on_this_computer_raises_no_veil(hands: Hands, where: str) -> None:
    assert not enter(hands.pane, files(where), QPointF(300, 300))
    assert not hands.pane._veil.isVisible()


def test_a_mission_is_left_to_the_window(hands: Hands, tmp_path: Path) -> None:
    assert not enter(hands.pane, files(tmp_path / "other.entente"), QPointF(300, 300))


def test_a_list_held_over_the_grid_goes_to_the_pane(hands: Hands, tmp_path: Path) -> None:
    data = files(tmp_path / "people.csv")
    assert enter(hands.view.viewport(), data, QPointF(hands.place(3.0, 3.0)))
    assert hands.pane._veil.isVisible()
    assert not hands.view.board.hand.target.boxes


def test_the_veil_goes_when_the_file_is_taken_away(hands: Hands, tmp_path: Path) -> None:
    enter(hands.pane, files(tmp_path / "people.csv"), QPointF(300, 300))
    QApplication.sendEvent(hands.pane, QDragLeaveEvent())
    assert not hands.pane._veil.isVisible()


def test_while_others_look_no_list_is_taken(hands: Hands, mission: Mission, tmp_path: Path) -> None:
    mission.document.present(on=True)
    assert not enter(hands.pane, files(tmp_path / "people.csv"), QPointF(300, 300))
    assert not hands.pane._veil.isVisible()
