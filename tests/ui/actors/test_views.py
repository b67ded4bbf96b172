"""The views of the actors pane: each is there, knows its records, and keeps to the window."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from entente.domain.catalogue import RECORD_TYPES
from entente_ui.actors.pane import ActorsPane
from entente_ui.actors.views import LENSES, REGISTER, VIEWS
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.pane import Context
from entente_ui.pane_view import PaneView
from entente_ui.shell.places import PLACES
from entente_ui.tabbed import ViewEntry
from tests.conftest import FixedClock, confluent_gate


@pytest.fixture
def whole(clock: FixedClock, tmp_path: Path, look: object) -> Iterator[Context]:
    """The sample mission."""
    del look
    background = Background()
    yield Context(
        document=Document(confluent_gate(clock, "en")),
        background=background,
        settings=QSettings(str(tmp_path / "entente.ini"), QSettings.Format.IniFormat),
        toast=lambda _text, _undoable: None,
        reveal=lambda _kind, _key: None,
        tell=lambda error: pytest.fail(repr(error)),
    )
    background.close()


@pytest.fixture
def pane(whole: Context, qtbot: QtBot) -> ActorsPane:
    """The pane in a window of 1280 × 720 with rail and inspector around it."""
    pane = ActorsPane(whole)
    qtbot.addWidget(pane)
    pane.resize(780, 600)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


@pytest.mark.parametrize("entry", VIEWS, ids=lambda entry: entry.name)
def test_each_view_opens_and_fits_a_small_window(
    entry: ViewEntry, pane: ActorsPane, qtbot: QtBot
) -> None:
    view = pane.go(entry.name)
    qtbot.wait(50)
    assert view.name == entry.name
    assert view.isVisible()
    assert pane.minimumSizeHint().width() <= 780
    assert pane.minimumSizeHint().height() <= 600


def test_every_kind_a_view_shows_is_found_from_the_whole_window() -> None:
    (place,) = [place for place in PLACES if place.name == ActorsPane.place]
    shown = [kind for entry in VIEWS for kind in entry.kinds]
    assert sorted(shown) == sorted(place.kinds)
    assert set(shown) <= set(RECORD_TYPES)


def test_a_day_is_shown_by_all_that_have_a_past(
    pane: ActorsPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, dt.date | None]] = []
    monkeypatch.setattr(
        PaneView, "show_as_of", lambda view, day: told.append((view.name, day)), raising=True
    )
    for entry in VIEWS:
        made = pane.view(entry.name)
        monkeypatch.setattr(
            type(made), "show_as_of", lambda view, day: told.append((view.name, day))
        )
    day = dt.date(2026, 4, 9)
    pane.time.go_to(day)
    assert told == [(entry.name, day) for entry in VIEWS if entry.has_past]


def test_the_bar_of_time_is_there_where_there_is_a_past(pane: ActorsPane) -> None:
    pane.go(LENSES)
    assert pane.time.isVisible()
    pane.go(REGISTER)
    assert not pane.time.isVisible()
