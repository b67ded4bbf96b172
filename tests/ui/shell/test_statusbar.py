"""The bar at the foot while something is under way."""

from collections.abc import Iterator
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from entente_ui.background import Background, Report
from entente_ui.kit.progress import ProgressStrip
from entente_ui.shell.statusbar import StatusBar


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


def begin(background: Background, title: str) -> Event:
    """Begin a work that lasts until the event is set."""
    end = Event()

    def work(_report: Report) -> None:
        end.wait(10)

    background.start(title, work, done=lambda _none: None, failed=lambda _error: None)
    return end


def strip_of(bar: StatusBar) -> ProgressStrip:
    (strip,) = bar.findChildren(ProgressStrip)
    return strip


def shown(bar: StatusBar) -> bool:
    return not strip_of(bar).isHidden()


def test_work_that_waited_for_other_work_is_still_shown(
    qtbot: QtBot, background: Background
) -> None:
    bar = StatusBar(background)
    qtbot.addWidget(bar)
    housekeeping = begin(background, "")
    export = begin(background, "Export")
    qtbot.waitUntil(lambda: shown(bar), timeout=5000)
    with qtbot.waitSignal(background.finished):
        housekeeping.set()
    assert shown(bar)
    with qtbot.waitSignal(background.finished):
        export.set()
    assert not shown(bar)


def test_a_bar_made_meanwhile_shows_what_is_under_way(qtbot: QtBot, background: Background) -> None:
    export = begin(background, "Export")
    bar = StatusBar(background)
    qtbot.addWidget(bar)
    qtbot.waitUntil(lambda: shown(bar), timeout=5000)
    with qtbot.waitSignal(background.finished):
        export.set()
    assert not shown(bar)


def test_housekeeping_is_not_shown(qtbot: QtBot, background: Background) -> None:
    bar = StatusBar(background)
    qtbot.addWidget(bar)
    housekeeping = begin(background, "")
    qtbot.wait(1200)
    assert not shown(bar)
    with qtbot.waitSignal(background.finished):
        housekeeping.set()


def test_the_button_stops_the_work_that_is_shown(qtbot: QtBot, background: Background) -> None:
    bar = StatusBar(background)
    qtbot.addWidget(bar)
    first, second = begin(background, "First"), begin(background, "Second")
    jobs = [job for _title, job in background.under_way]
    qtbot.waitUntil(lambda: shown(bar), timeout=5000)
    strip_of(bar).button.click()
    assert [job._cancelled.is_set() for job in jobs] == [True, False]
    for end in (first, second):
        with qtbot.waitSignal(background.finished):
            end.set()
