"""What the page says of the days ahead and of those since the last visit."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.interaction import INTERACTION
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.home.today.rows import ActionRow
from entente_ui.home.today.sections import Part
from tests.ui.home.test_home import TODAY, Case


@pytest.fixture
def case(qtbot: QtBot, gate: Gate, tmp_path: Path) -> Iterator[Case]:
    def write(session: Session) -> None:
        difficulty = {"title": "Reprise", "opened_on": TODAY - dt.timedelta(days=3)}
        key = records.create(session, DIFFICULTY, difficulty)
        meeting = {"subject": "Atelier", "kind": "workshop"}
        visit = {**meeting, "held_on": TODAY - dt.timedelta(days=8)}
        records.create(session, INTERACTION, visit)
        held = {"difficulty_id": key, "title": "Séance", "starts_at": "14:00"}
        records.create(session, MEDIATION_SESSION, {**held, "held_on": TODAY + dt.timedelta(1)})
        kept = {"statement": "Je relis", "state": "open", "due_on": TODAY}
        records.create(session, COMMITMENT, kept)
        late = {"title": "Nommer", "due_on": TODAY - dt.timedelta(days=2)}
        records.create(session, DECISION, late)

    gate.run("Write", write)
    case = Case(gate, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(case.pane)
    case.pane.resize(1000, 800)
    case.pane.show()
    qtbot.waitUntil(lambda: bool(case.page._signals.rows))
    yield case
    case.background.close()


def told(part: Part) -> list[str]:
    return [row.accessibleName() for row in part.rows if isinstance(row, ActionRow)]


def test_the_morning_at_a_clients(qtbot: QtBot, case: Case) -> None:
    page = case.page
    assert told(page._coming) == [
        "E1 Je relis, today, Commitment due",
        "M1 Séance, tomorrow, Session of mediation, 14:00",
    ]
    assert case.words(page._signals) == ["1 weak signal to note"]
    assert told(page._since) == ["K1 Reprise, 7\N{NO-BREAK SPACE}June, Difficulty"]
    case.rows(page._coming)[1].click()
    assert case.went[-1][0] == "mediation_session"
    case.rows(page._signals)[0].click()
    page._note.click()
    assert case.wanted == ["difficulties", "capture"]
    case.document.present(on=True)
    qtbot.wait(20)
    shown = (page._coming, page._signals, page._since)
    assert [told(part) for part in shown] == [[], [], []]
    assert page._note.isHidden()
