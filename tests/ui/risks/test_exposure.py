"""The exposure over time and the money, on the screen."""

import datetime as dt
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.risk import RISK
from entente.domain.simulation import simulate
from entente.services import records, risk_figures
from entente.store.session import Session
from entente_ui.charts.axis import month_starts, ticks
from entente_ui.kit import EmptyState
from entente_ui.look.theme import Theme
from entente_ui.pane import Selection
from entente_ui.risks.exposure.view import ExposureView
from tests.ui.risks.conftest import Mission

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0 \u202e & co"


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> ExposureView:
    del look
    made = ExposureView(mission.context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.money.count.set_value(2_000)
    return made


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def play(view: ExposureView, qtbot: QtBot) -> None:
    view.money.run_button.click()
    qtbot.waitUntil(lambda: view.money.found is not None, timeout=10_000)


def test_the_line_goes_from_the_first_day_to_today_in_steps(view: ExposureView) -> None:
    corners = view.chart.line()
    # Every turn is square: a step to the side, a step up or down.
    assert all(one.x() == other.x() or one.y() == other.y() for one, other in pairwise(corners))
    assert corners[0].x() < corners[-1].x()
    assert corners[0].y() < corners[-1].y()  # 125 stands higher than 97
    assert "97 on 10 June 2026" in plain(view.curve.sentence.text())
    assert "would weigh 125" in plain(view.curve.sentence.text())


def test_arrows_go_from_day_to_day_and_tell_what_happened(view: ExposureView) -> None:
    chart = view.chart
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.day is not None
    assert plain(chart.spoken(chart.day)).startswith(
        "6 March 2026: 125, 9 threats open · 10 risks rated"
    )
    QTest.keyClick(chart, Qt.Key.Key_End)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.day is not None
    assert plain(chart.spoken(chart.day)).startswith("10 June 2026: 97")
    QTest.mouseMove(chart, chart.line()[0].toPoint())


def test_the_curve_has_a_table_that_goes_to_a_sheet(
    view: ExposureView, mission: Mission, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(view.curve.table.twin)
    view.curve.as_table.click()
    assert view.curve.is_table
    view.curve.copy()
    lines = plain(QGuiApplication.clipboard().text()).split("\n")
    assert lines[0].startswith("Day\tExposure\tOpen threats")
    assert lines[1].startswith("6 March 2026\t125\t9\t0")
    assert lines[-1].startswith("10 June 2026\t97\t9\t0")
    view.curve.as_table.click()
    view.curve.copy()
    assert not QGuiApplication.clipboard().pixmap().isNull()
    assert len(mission.toasts) == 2


def test_trials_of_a_seed_are_those_of_the_core(
    view: ExposureView, mission: Mission, qtbot: QtBot
) -> None:
    assert "net €138,700" in view.money.lead.text()
    view.money.seed.set_value(7)
    view.money.spread.set_value(20)
    play(view, qtbot)
    stakes = mission.document.read(risk_figures.stakes)
    assert view.money.found == simulate(stakes, 2_000, 7, spread=0.2)
    assert "seed 7" in view.money.method.text()
    assert "20 %" in view.money.method.text()
    assert view.money.distribution.isVisible()
    assert view.money.tornado.table.twin.rowCount() == 10
    assert not view.money.stale.isVisible()


def test_the_longest_bar_is_on_top_and_leads_to_its_risk(
    view: ExposureView, mission: Mission, qtbot: QtBot
) -> None:
    told: list[object] = []
    view.selected.connect(told.append)
    play(view, qtbot)
    chart = view.money._tornado_chart
    chart.grab()
    first = chart.bars[0]
    # The highest amount moves the total most.
    assert first.key == mission.key("R06")
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.row_rect(0).center().toPoint())
    QTest.keyClick(chart, Qt.Key.Key_Down)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert told == [Selection(RISK, (key.key,)) for key in chart.bars[:2]]


def test_a_run_can_be_stopped_and_leaves_nothing(view: ExposureView, qtbot: QtBot) -> None:
    view.money.count.set_value(1_000_000)
    view.money.run_button.click()
    assert view.money.stop_button.isVisible()
    assert not view.money.run_button.isEnabled()
    view.money.stop_button.click()
    qtbot.waitUntil(lambda: not view.context.background.under_way, timeout=10_000)
    assert view.money.found is None
    assert view.money.run_button.isEnabled()


def test_a_number_that_cannot_be_read_is_marked_and_nothing_runs(view: ExposureView) -> None:
    view.money.count.setText("mille")
    view.money.seed.setText("-3")
    view.money.run()
    assert not view.money.count.is_sound
    assert not view.money.seed.is_sound
    assert not view.context.background.under_way


def test_trials_of_other_risks_say_that_they_are_old(
    view: ExposureView, mission: Mission, qtbot: QtBot
) -> None:
    play(view, qtbot)
    key = mission.key("R07")
    mission.document.run("Amount", lambda s: records.change(s, RISK, key, {"amount": None}))
    assert view.money.stale.isVisible()
    assert "R07 has no amount" in view.money._unpriced.text()


def test_others_see_no_trials_and_only_what_is_public(
    view: ExposureView, mission: Mission, qtbot: QtBot
) -> None:
    play(view, qtbot)
    key = mission.key("R01")
    level = {"confidentiality": "mediator", "event": HOSTILE}
    mission.document.run("Hide", lambda s: records.change(s, RISK, key, level))
    mission.document.present(on=True)
    assert view.money.found is None
    assert not view.money.tornado.isVisible()
    # Without R01: 125 − 20 before, 97 − 8 now.
    assert "89 on 10 June 2026" in plain(view.curve.sentence.text())
    play(view, qtbot)
    names = [row[0] for row in view.money.tornado.table.twin.figures.rows]
    assert len(names) == 9
    assert not any(HOSTILE in name for name in names)


def test_words_people_wrote_stay_words(view: ExposureView, mission: Mission, qtbot: QtBot) -> None:
    key = mission.key("R06")
    mission.document.run("Name", lambda s: records.change(s, RISK, key, {"event": HOSTILE}))
    play(view, qtbot)
    view.grab()
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in view.findChildren(QLabel))
    view.money.tornado.as_table.click()
    view.money.tornado.copy()
    assert "\n=cmd" not in QGuiApplication.clipboard().text()
    tip = view.money.tornado.table.twin.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip


def test_without_risks_it_says_what_to_do(view: ExposureView, mission: Mission) -> None:
    def clear(session: Session) -> None:
        for row in records.list_rows(session, RISK).dicts():
            records.remove(session, RISK, row["id"])

    wanted: list[tuple[str, object]] = []
    view.view_wanted.connect(lambda name, what: wanted.append((name, what)))
    mission.document.run("Clear", clear)
    assert view._pages.currentIndex() == 1
    page = view._pages.currentWidget()
    assert isinstance(page, EmptyState)
    assert page.button is not None
    page.button.click()
    assert wanted == [("register", "add")]


def test_what_was_chosen_comes_back(view: ExposureView) -> None:
    view.money.seed.set_value(42)
    kept = view.state()
    view.money.seed.set_value(1)
    view.restore(kept)
    assert view.money.seed.value == 42
    view.restore({"money": {"seed": "x"}})
    assert view.money.seed.value == 42


@pytest.mark.parametrize(("low", "high"), [(0, 0), (0, 125), (-25_000, 291_000), (3, 3.2)])
def test_an_axis_holds_all_there_is_on_round_numbers(low: float, high: float) -> None:
    found = ticks(low, high, 5)
    assert found[0] <= low
    assert found[-1] >= high
    assert 2 <= len(found) <= 9


def test_an_axis_of_scores_has_whole_numbers() -> None:
    assert ticks(0, 2, 5, whole=True) == (0, 1, 2)
    assert ticks(0, 137.5, 5, whole=True) == (0, 50, 100, 150)


def test_months_are_left_out_where_there_is_no_room() -> None:
    first, last = dt.date(2024, 11, 20), dt.date(2026, 6, 10)
    found = month_starts(first, last, 6)
    assert found[0] == dt.date(2024, 12, 1)
    assert found[1] == dt.date(2025, 6, 1)
    assert len(found) <= 6
