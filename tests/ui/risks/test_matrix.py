"""The matrix of the risks under pointer, keys and eyes."""

from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.mission import MISSION
from entente.domain.risk import RISK
from entente.domain.risk_layout import Cell, Mark
from entente.domain.risk_scales import RISK_BAND
from entente.services import records, risk_edits
from entente.store.session import Session
from entente_ui.drag import pack_records
from entente_ui.look.theme import Theme
from entente_ui.pane import Selection
from entente_ui.risks.matrix.plan import ARROWS
from entente_ui.risks.matrix.telling import axis_words
from entente_ui.risks.matrix.view import MatrixView
from entente_ui.risks.words import heat_step
from tests.ui.risks.conftest import Mission, carry, drag, field_of, popover_of

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0 \u202e & co"
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> MatrixView:
    del look
    made = MatrixView(mission.context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def at(view: MatrixView, key: str, reading: str = "current") -> QPoint:
    """Return where a risk is drawn."""
    x, y = view.chart.plan.point_of(Mark(key, reading)) or (0.0, 0.0)
    return QPoint(round(x), round(y))


def free(view: MatrixView, cell: Cell) -> QPoint:
    """Return a point of a cell where nothing stands."""
    return view.chart.rect_of_cell(cell).bottomLeft() + QPoint(8, -5)


def press(view: MatrixView, *keys: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
    for key in keys:
        QTest.keyClick(view.chart, key, held)


def drop(view: MatrixView, data: QMimeData, where: QPoint) -> None:
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(where), copy, data, _LEFT, _NONE)
    view.chart.dropEvent(event)


def test_dragging_a_mark_rates_the_reading_shown_and_asks_why(
    view: MatrixView, mission: Mission
) -> None:
    key = mission.key("R01")
    drag(view.chart, at(view, key), free(view, (3, 4)))
    assert mission.rated("R01") == (3, 4)
    assert mission.rated("R01", "inherent") == (4, 5)
    assert mission.document.undo_label == "Rate R01: probability 3, impact 4"
    popover = popover_of(view)
    QTest.keyClicks(field_of(popover), "Seen in <b>three</b> homes")
    QTest.keyClick(popover, Qt.Key.Key_Return)
    last = mission.document.read(lambda s: records.ratings(s, RISK, key))[-1]
    assert last.fact == "Seen in <b>three</b> homes"
    mission.document.undo()
    mission.document.undo()
    assert mission.rated("R01") == (2, 4)


def test_escape_at_the_question_keeps_the_rating(view: MatrixView, mission: Mission) -> None:
    drag(view.chart, at(view, mission.key("R01")), free(view, (5, 5)))
    QTest.keyClick(popover_of(view), Qt.Key.Key_Escape)
    assert mission.rated("R01") == (5, 5)


def test_a_drag_that_ends_outside_or_with_escape_changes_nothing(
    view: MatrixView, mission: Mission
) -> None:
    key = mission.key("R01")
    drag(view.chart, at(view, key), QPoint(3, 3))
    assert mission.rated("R01") == (2, 4)
    carry(view.chart, at(view, key), free(view, (5, 5)))
    assert view.chart.hand.target == (5, 5)
    press(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.chart, _LEFT, _NONE, free(view, (5, 5)))
    assert mission.rated("R01") == (2, 4)
    assert mission.document.undo_label == "Load the sample"


def test_nobody_hears_of_a_mark_before_it_is_let_go(view: MatrixView, mission: Mission) -> None:
    # The inspector would open and move the matrix from under the pointer.
    told: list[Selection | None] = []
    view.selected.connect(told.append)
    key = mission.key("R01")
    QTest.mousePress(view.chart, _LEFT, _NONE, at(view, key))
    assert (view.chart.picked, told) == (key, [])
    QTest.mouseRelease(view.chart, _LEFT, _NONE, at(view, key))
    assert told == [Selection(RISK, (key,))]
    other = mission.key("R08")
    drag(view.chart, at(view, other), free(view, (1, 1)))
    assert len(told) == 1
    QTest.keyClick(popover_of(view), Qt.Key.Key_Escape)
    assert told[-1] == Selection(RISK, (other,))


def test_another_reading_is_rated_under_its_own_name(view: MatrixView, mission: Mission) -> None:
    view.go("target")
    drag(view.chart, at(view, mission.key("R06"), "target"), free(view, (1, 4)))
    assert mission.rated("R06", "target") == (1, 4)
    assert mission.rated("R06") == (2, 5)
    assert mission.document.undo_label == "Rate R06 (target): probability 1, impact 4"


@pytest.mark.parametrize("held", [_SHIFT, _ALT])
def test_arrows_with_shift_or_alt_rate_by_a_step(
    view: MatrixView, mission: Mission, held: Qt.KeyboardModifier
) -> None:
    view.reveal("risk", mission.key("R06"))
    view.chart.setFocus()
    press(view, Qt.Key.Key_Up, held=held)
    assert mission.rated("R06") == (3, 5)
    press(view, Qt.Key.Key_Left, held=held)
    assert mission.rated("R06") == (3, 4)
    press(view, *[Qt.Key.Key_Right] * 3, held=held)  # not beyond the matrix
    assert mission.rated("R06") == (3, 5)
    # Letting go asks for the reason, as a drop does.
    popover = popover_of(view)
    field_of(popover).setText("Vu en réunion")
    QTest.keyClick(field_of(popover), Qt.Key.Key_Return)
    facts = mission.document.read(partial(records.ratings, record_type=RISK))
    assert [one.fact for one in facts].count("Vu en réunion") == 1


def test_arrows_walk_and_enter_shows_the_risk_in_full(view: MatrixView, mission: Mission) -> None:
    told: list[Selection | None] = []
    view.selected.connect(told.append)
    view.chart.setFocus()
    press(view, Qt.Key.Key_Home)
    assert view.chart.picked == mission.key("R02")  # 4 × 4, the highest row with marks
    press(view, Qt.Key.Key_Right)
    assert view.chart.picked == mission.key("R07")
    press(view, Qt.Key.Key_Return)
    assert mission.revealed == [("risk", mission.key("R07"))]
    assert told[-1] == Selection(RISK, (mission.key("R07"),))
    assert "R07" in view.chart.accessibleDescription()


def test_a_click_on_a_cell_lists_its_risks_and_offers_the_register(
    view: MatrixView, mission: Mission
) -> None:
    wanted: list[tuple[str, object]] = []
    view.view_wanted.connect(lambda name, what: wanted.append((name, what)))
    QTest.mouseClick(view.chart, _LEFT, _NONE, free(view, (3, 4)))
    assert view.side.list.keys == [mission.key("R03"), mission.key("R05")]
    assert "3 × 4 = 12, high" in view.side.heading
    view.side.to_register.click()
    assert wanted == [("register", ("current", (3, 4)))]
    QTest.mouseClick(view.chart, _LEFT, _NONE, free(view, (3, 4)))
    assert view.chart.chosen is None


def test_a_heap_opens_and_a_mark_is_dragged_out_of_it(view: MatrixView, mission: Mission) -> None:
    def fill(session: Session) -> None:
        for number in range(12):
            values = {"event": f"R {number}", "current_probability": 1, "current_impact": 2}
            records.create(session, RISK, values)

    mission.document.run("Fill", fill)
    heap = view.chart.plan.heap((1, 2))
    assert heap is not None
    assert len(heap.marks) == 12
    QTest.mouseClick(view.chart, _LEFT, _NONE, view.chart.rect_around((1, 2)).center())
    sheet = view.chart.plan.sheet
    assert sheet is not None
    assert len(view.side.list.keys) == 12
    first = sheet.spots[0].mark.risk
    drag(view.chart, at(view, first), free(view, (5, 1)))
    assert view.seen.by_key[first].readings["current"].score == 5
    QTest.keyClick(popover_of(view), Qt.Key.Key_Escape)
    view.chart.setFocus()
    press(view, Qt.Key.Key_Escape)
    assert not view.chart.is_open


def test_what_is_not_rated_waits_beside_and_is_dropped_onto_a_cell(
    view: MatrixView, mission: Mission
) -> None:
    assert view.side.unrated.count() == 0
    mission.document.run("Add", lambda s: records.create(s, RISK, {"event": HOSTILE}))
    (key,) = view.side.unrated.keys
    assert "<img" in view.side.unrated.item(0).text()
    assert "&lt;img" in view.side.unrated.item(0).toolTip()
    drop(view, pack_records("risk", [key]), free(view, (4, 2)))
    assert mission.rated("R11") == (4, 2)
    assert view.side.unrated.count() == 0


def test_a_line_beside_the_matrix_selects_its_risk(view: MatrixView, mission: Mission) -> None:
    told: list[Selection | None] = []
    view.selected.connect(told.append)
    item = view.side.list.item(1)
    middle = view.side.list.visualItemRect(item).center()
    QTest.mouseClick(view.side.list.viewport(), _LEFT, _NONE, middle)
    assert told[-1] == Selection(RISK, (mission.key("R07"),))
    assert view.chart.picked == mission.key("R07")
    QTest.keyClick(view.side.list, Qt.Key.Key_Up)
    assert view.chart.picked == mission.key("R02")


def test_an_actor_dropped_on_a_mark_is_linked_and_can_be_gone_to(
    view: MatrixView, mission: Mission
) -> None:
    key = mission.key("R06")
    actor = mission.document.read(lambda s: records.find(s, ACTOR, "A15"))
    drop(view, pack_records("actor", [actor]), at(view, key))
    found = mission.document.read(lambda s: risk_edits.links(s, key))
    assert [one.key for one in found] == [actor]
    assert view.side.card.links.texts == [f"Actor: {found[0].name}"]
    drop(view, pack_records("actor", [actor]), free(view, (1, 1)))  # on no risk
    assert len(mission.document.read(lambda s: risk_edits.links(s, key))) == 1
    view.side.card.links.opened.emit("actor", actor)
    assert mission.revealed[-1] == ("actor", actor)


def test_arrows_show_three_readings_and_each_is_rated_for_itself(
    view: MatrixView, mission: Mission
) -> None:
    view.go(ARROWS)
    key = mission.key("R01")
    cells = {mark.reading: cell for mark, cell in view.chart.plan.cells.items() if mark.risk == key}
    # The target is where the risk is today: one mark stands for both.
    assert cells == {"inherent": (4, 5), "current": (2, 4)}
    assert len(view.chart.plan.ways) > 5
    drag(view.chart, at(view, key, "inherent"), free(view, (5, 5)))
    assert mission.rated("R01", "inherent") == (5, 5)
    assert mission.rated("R01") == (2, 4)


def test_the_trail_of_the_selected_risk_is_drawn(view: MatrixView, mission: Mission) -> None:
    view.reveal("risk", mission.key("R02"))
    assert [each.cell for each in view.chart.trail] == [(3, 4)]
    view.go("inherent")
    assert list(view.chart.trail) == []


def test_levels_only_get_darker(view: MatrixView, look: Theme) -> None:
    scales = view.seen.scales
    fills = [look.heat(heat_step(scales, place)).fill for place in range(len(scales.bands))]
    # What an eye or a grey printer sees of a colour (Rec. 709).
    light = [0.2126 * f.redF() + 0.7152 * f.greenF() + 0.0722 * f.blueF() for f in fills]
    assert light == sorted(light, reverse=True)
    assert all(a - b > 0.1 for a, b in pairwise(light))


def test_holes_are_said_and_lines_drawn(view: MatrixView, mission: Mission) -> None:
    values = {"name": "À traiter", "from_score": 4}
    mission.document.run("Define", lambda s: records.create(s, RISK_BAND, values))
    assert "5 cells have no level" in view._said.text()
    assert "1 × 1" in view._said.text()
    (key,) = (row["id"] for row in mission.document.table(MISSION).dicts())
    limits = {"risk_appetite": 8, "risk_tolerance": 14}
    mission.document.run("Limit", lambda s: records.change(s, MISSION, key, limits))
    assert (view.seen.scales.appetite, view.seen.scales.tolerance) == (8, 14)
    assert not view.grab().isNull()


def test_definitions_are_told_under_the_pointer(view: MatrixView) -> None:
    plan = view.chart.plan
    row = plan.grid.box((4, 1))
    words = axis_words(view.seen, plan, 5, (row.top + row.bottom) / 2)
    assert words.startswith("4: probable\nDes signes")
    assert "stands for 70%" in words.replace("\u202f", "").replace("\u00a0", "")
    corner = view.chart.rect_of_cell((3, 4)).topLeft() + QPoint(4, 4)
    assert "2 risks" in axis_words(view.seen, plan, corner.x(), corner.y())


def test_a_projection_shows_what_is_public_and_takes_no_edit(
    view: MatrixView, mission: Mission
) -> None:
    key = mission.key("R03")
    hide = {"confidentiality": "mediator"}
    mission.document.run("Hide", lambda s: records.change(s, RISK, key, hide))
    mission.document.present(True)
    assert key not in view.seen.by_key
    other = mission.key("R01")
    drag(view.chart, at(view, other), free(view, (5, 5)))
    assert mission.rated("R01") == (2, 4)
    assert mission.toasts == ["Nothing is changed during a presentation."]
    drop(view, pack_records("risk", [other]), free(view, (5, 5)))
    assert mission.rated("R01") == (2, 4)
    assert view.side.card.occurred.isHidden()


def test_the_table_twin_reads_and_rates(
    view: MatrixView, mission: Mission, qtmodeltester: ModelTester
) -> None:
    twin = view.table.twin
    qtmodeltester.check(twin)
    row = twin.row_of(mission.key("R10"))
    line = [twin.index(row, column).data() for column in range(twin.columnCount())]
    assert line[0] == "R10"
    assert line[2] == "opportunity"
    assert line[3:6] == ["3", "3", "9 · moderate"]
    # 4 × 3 against 3 × 3: a third more, which is what one wants of an opportunity.
    assert line[-1].replace("\u202f", "") == "+33%"
    assert twin.setData(twin.index(row, 6), "5")
    assert mission.rated("R10") == (5, 3)
    assert not twin.setData(twin.index(row, 6), "9")
    view.table.copy()
    assert QApplication.clipboard().text().count("\n") == 10


def test_a_risk_that_has_occurred_steps_aside_and_leads_to_its_difficulty(
    view: MatrixView, mission: Mission
) -> None:
    key = mission.key("R03")
    view.reveal("risk", key)
    view.side.card.occurred.click()
    popover = popover_of(view)
    QTest.keyClicks(field_of(popover), "Petition")
    QTest.keyClick(popover, Qt.Key.Key_Return)
    kind, difficulty = mission.revealed[-1]
    assert kind == "difficulty"
    assert mission.risk("R03").status == "occurred"
    assert view.chart.plan.mark_of(key) is None
    assert view.reveal("risk", key)  # shown with the others that are past
    assert view.past.isChecked()
    record = mission.document.read(lambda s: records.get(s, RISK, key))
    assert record["difficulty_id"] == difficulty


def test_an_empty_mission_invites(view: MatrixView, mission: Mission) -> None:
    def clear(session: Session) -> None:
        for risk in view.seen.views:
            records.remove(session, RISK, risk.id)

    mission.document.run("Clear", clear)
    assert view._stack.currentIndex() == 2
    mission.document.present(True)
    assert view._stack.currentIndex() == 3
