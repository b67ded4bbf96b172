"""One page, one mission: when a mediation stops, what was declared, how long to keep."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.guard_rails import DECLARATION, EXHIBIT, SAFETY_CHECK
from entente.domain.interaction import INTERACTION
from entente.domain.mission import MISSION
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.services import interactions, mission, records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.difficulties.guard.acts import ActColumn
from entente_ui.difficulties.guard.banner import StopBanner
from entente_ui.difficulties.guard.page import GuardPage
from entente_ui.document import Document
from entente_ui.pane import Context

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0"


def fill(session: Session) -> None:
    mission.start(session, {"name": "CONFLUENT"})
    odile = records.create(session, ACTOR, {"name": "Odile Sarment"})
    key = records.create(session, DIFFICULTY, {"title": "Reprise", "confidentiality": "public"})
    records.create(session, PARTY, {"difficulty_id": key, "actor_id": odile})
    for hat in ("mediation", "adviser", None):
        act = {"subject": HOSTILE, "held_on": dt.date(2026, 6, 1), "hat": hat}
        interactions.add(session, act, [odile])


@pytest.fixture
def context(gate: Gate, tmp_path: Path) -> Iterator[Context]:
    gate.run("Fill", fill)
    background = Background()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    yield Context(
        document=Document(gate),
        background=background,
        settings=settings,
        toast=lambda text, _undo: pytest.fail(text),
        reveal=lambda _kind, _key: None,
        tell=lambda error: pytest.fail(repr(error)),
    )
    background.close()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> GuardPage:
    made = GuardPage(context)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.show()
    key = difficulty(context)
    made.show_difficulty(key)
    context.document.changed.connect(lambda _changes: made.show_difficulty(key))
    context.document.viewer_changed.connect(lambda: made.show_difficulty(key))
    return made


def difficulty(context: Context) -> str:
    return str(rows(context, DIFFICULTY)[0]["id"])


def rows(context: Context, kind: RecordType) -> list[dict[str, Any]]:
    return list(context.document.read(partial(records.list_rows, record_type=kind)).dicts())


def texts(page: GuardPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_one_press_notes_a_danger_and_the_banner_says_stop(
    qtbot: QtBot, page: GuardPage, context: Context
) -> None:
    banner = StopBanner(context)
    qtbot.addWidget(banner)
    banner.show_difficulty(difficulty(context))
    assert banner.text == ""
    card = page.checks.cards["harassment"]
    card.finding.press("stop")
    assert rows(context, SAFETY_CHECK)[0]["finding"] == "stop"
    assert banner.text == "Stop the mediation and refer: harassment"
    assert any("occupational physician" in text for text in texts(page))
    box = card.boxes["referred_to"]
    assert isinstance(box.input, QLineEdit)
    box.input.setText("Dr Combe")
    box.commit_typed()
    assert banner._detail.text() == "noted on 10\u00a0June\u00a02026 · Referred to: Dr Combe"

    context.document.present(on=True)
    assert banner.text == ""
    assert texts(page) == ["Hidden during a presentation."]
    context.document.present(on=False)
    card.finding.press("stop")  # once more takes it back
    assert rows(context, SAFETY_CHECK) == []
    assert (banner.text, card.finding.current) == ("", "")
    context.document.undo()
    assert banner.text == "Stop the mediation and refer: harassment"


def test_the_rest_is_looked_at_with_one_button(page: GuardPage, context: Context) -> None:
    page.checks.cards["health"].finding.press("watch")
    assert any(text.startswith("1 of 7 looked at") for text in texts(page))
    page.checks._rest.click()
    assert len(rows(context, SAFETY_CHECK)) == 7
    assert page.checks._rest.isHidden()
    assert context.document.undo_label == "Safety checks: nothing else seen"


def test_ties_and_papers_are_added_and_written_on_their_cards(
    page: GuardPage, context: Context
) -> None:
    page.ties.buttons[0].click()
    page.papers.buttons[0].click()
    (tie,), (paper,) = rows(context, DECLARATION), rows(context, EXHIBIT)
    assert (tie["tie"], tie["declared_on"]) == ("none", dt.date(2026, 6, 10))
    assert (paper["origin"], paper["confidentiality"]) == ("made", "mediator")
    card = page.papers.cards[paper["id"]]
    title = card.boxes["title"]
    assert isinstance(title.input, QLineEdit)
    title.input.setText(HOSTILE)
    title.commit_typed()
    assert card._line.text() == f"P01 · {HOSTILE}"
    assert any("1528-3" in text for text in texts(page))
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_a_tie_of_the_whole_mission_says_so(page: GuardPage, context: Context) -> None:
    page.ties.buttons[1].click()
    (tie,) = rows(context, DECLARATION)
    assert tie["difficulty_id"] is None
    values = {"tie": "professional", "declared_on": dt.date(2026, 4, 2), "text": "Ancien client"}
    change = partial(records.change, record_type=DECLARATION, key=tie["id"], values=values)
    context.document.run("Change", change)
    (card,) = page.ties.cards.values()
    assert card._line.text() == "Tie: professional"
    assert card._detail.text() == "whole mission · 2\u00a0April\u00a02026 · Ancien client"


def test_acts_without_a_part_are_counted_and_several_parts_are_told(
    qtbot: QtBot, qtmodeltester: ModelTester, page: GuardPage, context: Context
) -> None:
    qtmodeltester.check(page.acts.acts)
    assert page._hats.text() == "1 act does not say in which part you acted."
    assert page._several.text() == (
        "Odile Sarment met you in several parts: project owner's advice and mediation. "
        "Make sure everybody knows it."
    )
    silent = next(row for row in range(3) if not page.acts.acts.rows[row].hat)
    page.acts.setCurrentIndex(page.acts.acts.index(silent, ActColumn.DATE))
    qtbot.keyClick(page.acts, Qt.Key.Key_Space)
    menu = page.acts.findChildren(QMenu)[-1]
    menu.actions()[0].trigger()
    menu.close()
    assert [row["hat"] for row in rows(context, INTERACTION)].count("mediation") == 2
    assert page._hats.text() == "Each act says in which part."


def test_the_day_to_erase_the_file_follows_from_the_rule(page: GuardPage, context: Context) -> None:
    assert page.keeping.text.startswith("Say when the mission ends")
    for name, typed in (("ends_on", "2026-05-31"), ("retention_months", "1")):
        box = page.keeping.boxes[name]
        assert isinstance(box.input, QLineEdit)
        box.input.setText(typed)
        box.commit_typed()
    assert page.keeping.text == "The file should be erased by 30\u00a0June\u00a02026."
    assert rows(context, MISSION)[0]["retention_months"] == 1
    box = page.keeping.boxes["retention_months"]
    assert isinstance(box.input, QLineEdit)
    box.input.setText("many")
    box.commit_typed()
    assert box.problem


def test_what_is_looked_for_is_brought_into_view(
    qtbot: QtBot, page: GuardPage, context: Context
) -> None:
    page.papers.buttons[0].click()
    (paper,) = rows(context, EXHIBIT)
    page.focus_on("exhibit", paper["id"])
    card = page.papers.cards[paper["id"]]
    qtbot.waitUntil(card.boxes["title"].isVisible)
    page.checks.cards["mandate"].finding.press("watch")
    (check,) = rows(context, SAFETY_CHECK)
    page.focus_on("safety_check", check["id"])
