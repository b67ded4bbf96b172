"""The bar of days: where it leads, what it replays, what it says has changed."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.relation import RELATION
from entente.services import records
from entente.store.session import Session
from entente_ui.actors import timebar
from entente_ui.actors.changes import ChangesDialog
from entente_ui.actors.timebar import TimeBar
from tests.ui.actors.conftest import Mission

MARCH, APRIL, MAY = dt.date(2026, 3, 2), dt.date(2026, 4, 9), dt.date(2026, 5, 11)


def fill(session: Session) -> None:
    one, two = (records.create(session, ACTOR, {"name": name}) for name in ("Ada", "Bo"))
    session.rate(ACTOR, one, {"power": 2.0, "interest": 3.0}, dated_on=MARCH)
    session.rate(ACTOR, one, {"power": 4.0, "interest": 3.0}, dated_on=APRIL, fact="Signed.")
    tie = records.create(session, RELATION, {"from_id": one, "to_id": two})
    session.rate(RELATION, tie, {"quality": -1}, dated_on=MAY)


@pytest.fixture
def fills() -> list[Callable[[Session], object]]:
    return [fill]


@pytest.fixture
def bar(mission: Mission, qtbot: QtBot) -> Iterator[TimeBar]:
    bar = TimeBar(mission.context)
    bar.resize(900, 46)
    bar.show()
    qtbot.waitExposed(bar)
    yield bar
    bar.close()
    bar.deleteLater()
    QApplication.sendPostedEvents(bar, QEvent.Type.DeferredDelete)


@pytest.fixture
def told(bar: TimeBar) -> list[dt.date | None]:
    days: list[dt.date | None] = []
    bar.day_changed.connect(days.append)
    return days


def test_it_begins_today(bar: TimeBar) -> None:
    assert bar.day is None
    assert bar.line.stops == (MARCH, APRIL, MAY, None)


def test_the_arrows_go_from_one_rated_day_to_the_next(
    bar: TimeBar, told: list[dt.date | None]
) -> None:
    keys = Qt.Key
    for key in (keys.Key_Left, keys.Key_Left, keys.Key_Right, keys.Key_Home, keys.Key_Left):
        QTest.keyClick(bar.line, key)
    assert told == [MAY, APRIL, MAY, MARCH]
    QTest.keyClick(bar.line, keys.Key_End)
    assert bar.day is None


def test_between_two_rated_days_an_arrow_goes_to_either(bar: TimeBar) -> None:
    bar.go_to(dt.date(2026, 4, 20))
    assert bar.line.step(1) == MAY
    assert bar.line.step(-1) == APRIL


def test_the_pointer_goes_to_the_ends_and_snaps_to_a_rated_day(
    bar: TimeBar, told: list[dt.date | None]
) -> None:
    height = bar.line.height() // 2
    QTest.mouseClick(bar.line, Qt.MouseButton.LeftButton, pos=QPoint(0, height))
    assert told == [MARCH]
    near = round(bar.line._x(APRIL)) + 4
    QTest.mouseClick(bar.line, Qt.MouseButton.LeftButton, pos=QPoint(near, height))
    assert told == [MARCH, APRIL]
    end = QPoint(bar.line.width() - 2, height)
    QTest.mouseClick(bar.line, Qt.MouseButton.LeftButton, pos=end)
    assert told == [MARCH, APRIL, None]


def test_a_replay_goes_through_all_days_and_ends_today(
    bar: TimeBar, told: list[dt.date | None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timebar, "BEAT", 5)
    bar._beat.setInterval(5)
    bar.toggle_replay()
    qtbot.waitUntil(lambda: not bar.is_replaying, timeout=3_000)
    assert told == [MARCH, APRIL, MAY, None]


def test_a_replay_can_be_stopped(bar: TimeBar, told: list[dt.date | None]) -> None:
    states = []
    for _time in range(2):
        bar.toggle_replay()
        states.append(bar.is_replaying)
    assert states == [True, False]
    assert told == [MARCH]


def test_today_is_one_press_away(bar: TimeBar) -> None:
    bar.go_to(MARCH)
    bar._now.click()
    assert bar.day is None


def test_a_new_rating_is_a_new_mark(bar: TimeBar, mission: Mission) -> None:
    key = mission.key("Bo")
    mission.document.run(
        "rate", lambda s: s.rate(ACTOR, key, {"power": 1.0}, dated_on=dt.date(2026, 4, 1))
    )
    QApplication.processEvents()
    assert dt.date(2026, 4, 1) in bar.line.stops


def test_others_see_no_private_day(bar: TimeBar, mission: Mission) -> None:
    bar.go_to(APRIL)
    mission.document.present(on=True)
    QApplication.processEvents()
    assert bar.line.stops == (None,)
    assert bar.day is None
    assert not bar.line.isEnabled()


def test_what_has_changed_since_a_day_is_listed(bar: TimeBar, mission: Mission) -> None:
    dialog = ChangesDialog(mission.context, None, bar)
    dialog.since.set_value(MARCH)
    dialog.refresh()
    model = dialog.changes
    rows = [
        [model.index(row, column).data() for column in range(1, 4)]
        for row in range(model.rowCount())
    ]
    assert rows == [["Ada – Bo", "Quality – → −1", ""], ["Ada", "Power 2 → 4", "Signed."]]
    dialog.since.set_value(MAY)
    dialog.refresh()
    assert model.rowCount() == 0
    dialog.close()
