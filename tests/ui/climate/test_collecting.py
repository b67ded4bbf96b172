"""Answers collected elsewhere, taken over by a wave on the screen."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from entente.exchange.readers import read_table
from entente.services import surveys, waves
from entente.services.waves import Form
from entente_ui.climate.waves.collect_dialog import CollectDialog
from entente_ui.climate.waves.view import WavesView
from entente_ui.look.theme import Theme
from tests.ui.climate.conftest import Mission

LIST = """Timestamp,Email Address,Q1,Second question,Mood
2026-06-01 10:00,a@example.org,4,2,5
2026-06-01 10:05,b@example.org,3,,1
2026-06-01 11:00,a@example.org,5,1,2
"""


@pytest.fixture
def form(mission: Mission) -> Form:
    key = mission.do(
        lambda s: waves.plan(s, surveys.load(s, "barometer", "en"), dt.date(2026, 6, 1), name="P1")
    )
    mission.do(lambda s: waves.open_wave(s, key))
    return mission.document.read(lambda s: waves.form(s, key))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "answers.csv"
    made.write_text(LIST, encoding="utf-8")
    return made


def test_columns_are_told_what_they_answer_and_who_answered_is_left_out(
    look: Theme, form: Form, path: Path, qtbot: QtBot
) -> None:
    del look
    dialog = CollectDialog(read_table(path), form)
    qtbot.addWidget(dialog)
    dialog.show()

    def choose(heading: str, code: str) -> None:
        choice = dialog.choices[heading]
        choice.setCurrentIndex(choice.findData(code))
        choice.activated.emit(choice.currentIndex())

    assert dialog.maps["Q1"] == "Q1"
    assert dialog.maps["Email Address"] == "-"
    assert dialog.take.text() == "Cast 2 ballots"  # one answered twice
    choose("Second question", "Q1")
    assert dialog.problem.text() == "Two columns answer Q1: leave one out."
    assert not dialog.take.isEnabled()
    choose("Second question", "Q2")
    choose("Mood", "Q3")
    assert dialog.collected is not None
    scaled = {each.code: each.id for each in form.questions}
    given = [dict(ballot.answers) for ballot in dialog.collected.ballots]
    assert {scaled["Q1"]: 5, scaled["Q2"]: 1, scaled["Q3"]: 2} in given
    for heading in ("Q1", "Second question", "Mood"):
        choose(heading, "-")
    assert "which column" in dialog.problem.text()


def test_ballots_of_a_file_come_into_the_urn_once(
    look: Theme,
    mission: Mission,
    form: Form,
    path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del look
    view = WavesView(mission.context)
    qtbot.addWidget(view)
    view.show()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_all: (str(path), ""))
    monkeypatch.setattr(CollectDialog, "exec", lambda dialog: dialog.accept() or dialog.result())
    refused: list[object] = []
    mission.document.refused.connect(refused.append)
    view.collect()
    assert view.entry.count.text() == "2 ballots"
    view.collect()  # the same file again
    assert len(refused) == 1
    assert mission.document.read(lambda s: waves.count(s, form.wave_id)) == 2
