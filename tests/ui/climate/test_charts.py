"""What people answered over eight waves, and over two hundred, on the screen."""

import datetime as dt
import math
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.climate.control import Signals
from entente.domain.climate.survey import WAVE
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import DECISION
from entente.services import records, surveys, waves
from entente.store.session import Session
from entente_ui.climate.charts.heat_chart import HeatPanel, heat_step
from entente_ui.climate.charts.series_chart import SeriesChart
from entente_ui.climate.charts.view import ChartsView
from entente_ui.kit import EmptyState
from entente_ui.look.theme import Theme
from entente_ui.look.tokens import HEAT
from entente_ui.pane import Selection
from tests.domain.climate import confluent
from tests.ui.climate.conftest import Mission
from tests.ui.climate.series import FIRST, many

HAZARD = dt.date(2026, 4, 7)


def fill(session: Session) -> list[str]:
    """Put the eight waves into the mission, and something that happened meanwhile."""
    survey = surveys.load(session, "barometer", "en")
    keys = []
    for place in confluent.WAVES:
        key = waves.plan(session, survey, None, name=f"P{place + 1}", population=24)
        would, passive, would_not = confluent.RECOMMENDATION[place]
        counts = {item: confluent.counts(item, place) for item in confluent.ITEMS}
        joined = {"R": (*[0] * 6, would_not, passive, 0, would, 0)}
        day = FIRST + dt.timedelta(days=14 * place)
        ballots = confluent.ANSWERED[place]
        waves.load_counts(session, key, on=day, ballots=ballots, counts={**counts, **joined})
        keys.append(key)
    values = {"title": "Freeze the calendar", "decided_on": HAZARD}
    records.create(session, DECISION, values)
    return keys


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> ChartsView:
    del look
    made = ChartsView(mission.context)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    return made


def item(view: ChartsView, code: str) -> str:
    """Return the key of an item."""
    return next(line.key for line in view.found.items if line.title.startswith(f"{code} "))


def test_the_dip_is_noise_and_the_rise_of_meaning_is_a_signal(
    view: ChartsView, mission: Mission
) -> None:
    assert any(each.isVisible() for each in view.findChildren(EmptyState))
    mission.do(fill)
    view.read_now()
    index = view.page.index_chart.series
    assert index is not None
    assert index.limits is not None
    assert (round(index.limits.lower, 4), round(index.limits.upper, 4)) == (2.3907, 3.3533)
    assert index.signals == Signals()
    assert "No signal" in view.page.index.sentence.text()
    # 3.267 times the mean of the seven ranges of the index.
    index_means = confluent.indexes()
    mean_range = sum(abs(b - a) for a, b in pairwise(index_means)) / 7
    ranges = view.page.ranges_chart.series
    assert ranges is not None
    assert ranges.limits is not None
    assert ranges.limits.upper == pytest.approx(3.267 * mean_range)
    assert ranges.values[0] is None
    assert f"more than {3.267 * mean_range:.2f}" in view.page.ranges.sentence.text()
    assert "provisional" in view.page.index.sentence.text()
    view.show_item(item(view, "Q2"))
    assert view.page.item_chart.series is not None
    assert [
        view.page.item_chart.series.points[n].wave
        for n in view.page.item_chart.series.signals.places
    ][::2] == ["P1", "P8"]
    assert "P1, P7, P8" in view.page.line.sentence.text()
    assert "Q2" in view.page.heat.sentence.text()
    assert "+14 ± 32 of 22" in view.page.score.sentence.text()
    assert "noise" in view.page.score.sentence.text()


def test_an_event_is_a_mark_that_leads_to_its_record(view: ChartsView, mission: Mission) -> None:
    mission.do(fill)
    view.read_now()
    chart = view.page.index_chart
    ((event, spot),) = chart.marks()
    assert "Freeze the calendar" in event.words
    target = chart.graph.viewport()
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=spot.toPoint() - QPoint(0, 2))
    for _step in range(4):  # P1, P2, P3, the event
        QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    assert mission.revealed == [(DECISION.name, event.key)] * 2


def test_two_camps_are_named_where_a_mean_in_the_middle_hides_them(
    view: ChartsView, mission: Mission, qtmodeltester: ModelTester
) -> None:
    keys = mission.do(fill)
    told: list[object] = []
    view.selected.connect(told.append)
    assert view.reveal(WAVE.name, keys[3])
    assert told == [Selection(WAVE, (keys[3],))]
    assert "Two camps on Q4" in view.page.spread.sentence.text()
    chart = view.page.spread_chart
    place = [each.code for each in chart.items].index("Q4")
    assert chart.items[place].counts == confluent.counts("Q4", 3)
    assert "2.39" in chart.spoken(place)
    assert "two camps" in chart.spoken(place)
    # Who is undecided stands astride of the middle: half of 2, beside 13 of 18.
    left, middle = chart.parts(place)[0].left(), chart.plot().center().x()
    wide = chart.parts(place)[-1].right() - left
    assert (middle - left) / wide == pytest.approx(14 / 18)
    row = chart.row_rect(place).center().toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=row)
    assert view.page.item_chart.series is not None
    assert view.page.item_chart.series.title.startswith("Q4")
    qtmodeltester.check(view.page.spread.table.twin)
    view.page.spread.as_table.click()
    view.page.spread.copy()
    line = QGuiApplication.clipboard().text().split("\n")[place + 1]
    assert line.split("\t")[1:8] == ["18", "4", "9", "2", "0", "3", "2.39"]
    view.page.spread.as_table.click()
    view.page.spread.copy()
    assert not QGuiApplication.clipboard().pixmap().isNull()


def test_two_waves_lie_over_each_other_and_camps_that_last_are_a_signal(
    view: ChartsView, mission: Mission
) -> None:
    mission.do(fill)
    view.read_now()
    page = view.page
    # P8 is looked at; below it lies the first wave. Q2: 81 of 22 less 48 of 20.
    assert page.other.currentText() == "P1"
    assert f"Q2 (+{81 / 22 - 48 / 20:.2f})" in page.radar.sentence.text()
    assert page.radar_chart.figure(page.radar_chart.spokes[1]) == "2.4 → 3.7"
    page.other.setCurrentIndex(page.other.findText("P7"))
    page.other.activated.emit(page.other.currentIndex())
    assert "may not be told" in page.radar.sentence.text()  # 22 answered both
    assert page.camps.sentence.text().endswith("It was so on Q4 in P7 already: a signal.")
    assert {*page.camps_chart.spoken(3).split("; ")} >= {"two camps"}
    page.camps_chart.grab()
    page.radar_chart.grab()


def test_a_weak_signal_is_noted_once_and_can_be_taken_back(
    qtbot: QtBot, view: ChartsView, mission: Mission
) -> None:
    mission.do(fill)
    view.read_now()
    qtbot.waitUntil(lambda: len(view.signals.signals) == 1)
    (signal,) = view.signals.signals
    assert "two camps: Q4" in signal.sentence
    view.signals.buttons[0].click()
    view.read_now()
    qtbot.waitUntil(lambda: not view.signals.signals)
    (difficulty,) = mission.document.table(DIFFICULTY).dicts()
    assert difficulty["nature"] == "signal"
    assert not view.signals.isVisible()
    assert mission.toasts[-1].startswith("Noted as a difficulty")
    mission.document.undo()
    view.read_now()
    qtbot.waitUntil(lambda: bool(view.signals.signals))
    assert view.signals.signals == (signal,)
    assert not mission.document.table(DIFFICULTY).rows


def test_a_trend_is_told_by_its_figures(view: ChartsView, mission: Mission) -> None:
    mission.do(fill)
    view.read_now()
    view.show_item(item(view, "Q2"))
    assert "S = +28, p < 0.001" in view.page.line.sentence.text()
    chart = view.page.item_chart
    whole = chart.graph.box.viewRange()[0]
    view.zoom(3)
    low, high = chart.graph.box.viewRange()[0]
    assert high - low < whole[1] - whole[0]
    view.zoom(0)
    assert chart.graph.box.viewRange()[0] == whole


def test_the_weather_has_words_of_its_own_and_no_shape(view: ChartsView, mission: Mission) -> None:
    def hold(session: Session) -> None:
        survey = surveys.load(session, "weather", "en")
        (asked,) = (each for each in surveys.asked(session, survey) if each.scale == "weather")
        for place in range(2):
            key = waves.plan(session, survey, None, name=f"W{place + 1}")
            day = FIRST + dt.timedelta(days=place)
            counts = {asked.code: (0, 4, 6, 3, 5)}
            waves.load_counts(session, key, on=day, ballots=18, counts=counts)

    mission.do(hold)
    view.read_now()
    page = view.page
    assert not page.index.isVisible()  # weather is no agreement
    assert not page.radar.isVisible()
    assert "fine weather for 44%" in page.spread_chart.spoken(0)
    assert page.spread.sentence.text().startswith("W2: M 3.50.")
    page.spread_chart.grab()


def test_nothing_private_is_shown_to_a_room(view: ChartsView, mission: Mission) -> None:
    keys = mission.do(fill)
    view.read_now()
    mission.document.present(on=True)
    assert not view.found.waves
    assert not view.page.index.isVisible()
    mission.document.present(on=False)
    for key in keys[:2]:
        change = partial(records.change, record_type=WAVE, key=key)
        mission.do(lambda s, change=change: change(s, values={"confidentiality": "public"}))  # type: ignore[misc]  # bound now
    mission.document.present(on=True)
    assert [wave.name for wave in view.found.waves] == ["P1", "P2"]


def test_a_missing_wave_stays_a_gap(look: Theme, qtbot: QtBot) -> None:
    del look
    chart = SeriesChart("Many")
    qtbot.addWidget(chart)
    chart.resize(1000, 300)
    chart.show()
    chart.show_series(many(200, frozenset({20, 21, 199})), ())
    _x, y = chart.graph.curve.getOriginalDataset()
    assert [n for n, value in enumerate(y) if math.isnan(value)] == [20, 21, 199]
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.stop is not None
    assert chart.spoken(chart.stop).endswith("not shown")


def test_of_two_hundred_waves_each_cell_has_its_number_and_can_be_come_to(
    look: Theme, qtbot: QtBot
) -> None:
    panel = HeatPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 200)
    panel.show()
    chart = panel.chart
    chart.show_rows([many(200, frozenset())] * 3, "")
    assert panel.bar.isVisible()
    assert chart.first + chart.room == 200  # the last ones at first
    assert chart.cell(0, 199).width() >= look.px(40)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert (chart.first, chart.aimed_part) == (0, 200)
    assert chart.spoken(200).endswith("3.00")
    panel.bar.setValue(100)
    picked: list[tuple[int, int]] = []
    chart.picked.connect(lambda *at: picked.append(at))
    at = chart.cell(2, 101).center().toPoint()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=at)
    assert picked == [(2, 101)]
    panel.grab()


def test_lower_means_are_darker_step_by_step() -> None:
    steps = [heat_step(mean / 100) for mean in range(100, 501)]
    assert steps == sorted(steps, reverse=True)
    assert {*steps} == {*range(len(HEAT))}
