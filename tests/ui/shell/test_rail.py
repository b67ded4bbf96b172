"""The navigation rail under what is dragged."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from entente_ui.drag import pack_records
from entente_ui.look.theme import Theme
from entente_ui.shell.places import PLACES
from entente_ui.shell.rail import Rail, RailButton

_COPY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


def rail_of(qtbot: QtBot) -> tuple[Rail, RailButton]:
    rail = Rail(PLACES)
    qtbot.addWidget(rail)
    risks = next(b for b in rail.findChildren(RailButton) if b.text() == "Risks")
    return rail, risks


def hold(button: RailButton, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(5, 5), _COPY, data, _LEFT, _NONE)
    button.dragEnterEvent(event)
    return event


def test_records_held_over_a_place_open_it(qtbot: QtBot, look: Theme) -> None:
    del look
    rail, risks = rail_of(qtbot)
    with qtbot.waitSignal(rail.chosen, timeout=3000) as chosen:
        hold(risks, pack_records("actor", ["a"]))
    assert chosen.args == ["risks"]


def test_what_only_passes_by_opens_nothing(qtbot: QtBot, look: Theme) -> None:
    del look
    rail, risks = rail_of(qtbot)
    data = pack_records("actor", ["a"])
    with qtbot.assertNotEmitted(rail.chosen, wait=700):
        hold(risks, data)
        risks.dragLeaveEvent(QDragLeaveEvent())
        hold(risks, data)
        drop = QDropEvent(QPointF(5, 5), _COPY, data, _LEFT, _NONE)
        risks.dropEvent(drop)
        other = QMimeData()
        other.setText("words")
        hold(risks, other)
    assert not drop.isAccepted()
