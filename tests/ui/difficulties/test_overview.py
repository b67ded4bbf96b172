"""A difficulty at a glance: alerts, history, causes, families, what came of it."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.family import CONFLICT_FAMILY, Family
from entente.domain.follow_up import DECISION
from entente.domain.glossary import TERM
from entente.domain.note import NOTE
from entente.domain.option import OPTION
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.ten_causes import DIFFICULTY_CAUSE, TenCause
from entente.domain.wheel import Question
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.difficulties.overview.page import OverviewPage
from entente_ui.kit import DateField, LinkButton, Popover
from entente_ui.pane import Context
from entente_ui.registers.inputs import LongInput

HOSTILE = "<b>Reprise</b> =cmd|' /C calc'!A0"
GIVEN = "La marge est de six pour cent"


def fill(session: Session) -> None:
    key = records.create(
        session, DIFFICULTY, {"title": HOSTILE, "stage": 2, "confidentiality": "public"}
    )
    here = {"difficulty_id": key}
    for name, trade in (("Anselme Ferrage", "informatique"), ("Hippolyte Versoir", "soin")):
        actor = records.create(session, ACTOR, {"name": name, "discipline": trade})
        records.create(session, PARTY, {**here, "actor_id": actor, "position": "Non"})
    records.create(session, OPTION, {**here, "text": "Reprendre les actifs"})
    records.create(session, DECISION, {**here, "title": HOSTILE})
    records.create(session, TERM, {"word": "Reprise"})
    caucus = {"text": GIVEN, "actor_id": actor, "confidentiality": "caucus"}
    records.create(session, NOTE, {**here, **caucus, "kind": "fact"})


@pytest.fixture
def page(qtbot: QtBot, gate: Gate, context: Context) -> OverviewPage:
    gate.run("Fill", fill)
    made = OverviewPage(context)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.show()
    key = case(context)
    made.show_difficulty(key)
    context.document.changed.connect(lambda _set: made.show_difficulty(key))
    return made


def case(context: Context) -> str:
    return context.document.read(lambda s: records.find(s, DIFFICULTY, "K1"))


def rows(page: OverviewPage, kind: RecordType) -> list[dict[str, Any]]:
    return page.context.document.read(lambda s: records.list_rows(s, kind)).dicts()


def answer(page: OverviewPage, day: dt.date) -> None:
    """Answer the question that a rating asks."""
    asked = page.window().findChildren(Popover)[-1]
    (field,) = asked.findChildren(DateField)
    field.set_value(day)
    asked.accept()


def test_the_way_through_is_told_and_options_that_come_early(page: OverviewPage) -> None:
    missing = {question: label.text() for question, label in page.round.missing.items()}
    assert missing[Question.WHAT] == "Anselme Ferrage: account · Hippolyte Versoir: account"
    assert missing[Question.PIVOT] == "not expressed yet: Anselme Ferrage and Hippolyte Versoir"
    assert missing[Question.HOW] == "only one option: a choice takes two"
    assert "Anselme Ferrage and Hippolyte Versoir" in page.alerts.early.text
    assert not page.alerts.early.isHidden()


def test_a_stage_of_an_earlier_day_goes_into_the_history(page: OverviewPage) -> None:
    page.stage.rate(5)
    assert "left upwards" in page.alerts.coalitions.text
    answer(page, dt.date(2026, 4, 8))
    stairs = page.stage.staircase
    assert [(each.dated_on.month, each.stage) for each in stairs._history] == [(4, 5), (6, 2)]
    assert stairs.stage == 2
    assert page.alerts.coalitions.isHidden()
    assert page.stage.now.text().startswith("2 · Debate · −1.4 stages")


def test_a_day_to_come_is_refused_in_a_sentence(page: OverviewPage, toasts: list[str]) -> None:
    page.stage.rate(3)
    answer(page, dt.date(2026, 7, 1))
    assert "up to today" in toasts[-1]
    assert page.stage.staircase.stage == 3


def test_a_rating_is_explained_and_taken_back_in_the_history(
    page: OverviewPage, toasts: list[str]
) -> None:
    page.stage.rate(6)
    answer(page, dt.date(2026, 6, 10))
    assert "At the limit" in page.alerts.mandate.text
    page.stage.past.set_expanded(True)
    trail = page.stage.trail
    assert trail is not None
    fact = trail.boxes["fact"]
    fact.committed.emit(fact.field, "mise en cause en réunion")
    assert page.stage.staircase._history[-1].fact == "mise en cause en réunion"
    trail.boxes["dated_on"].committed.emit(trail.boxes["dated_on"].field, "1/7/2026")
    assert "up to today" in trail.boxes["dated_on"].problem
    trail.drop(page.stage._seen.stages[-1].id if page.stage._seen else "")
    assert page.stage.staircase.stage == 2
    assert toasts[-1] == "Rating removed"


def test_the_step_under_the_pointer_says_what_can_be_seen_there(page: OverviewPage) -> None:
    page.stage.staircase.looked_at.emit(5)
    assert page.stage.anchor.text() == "5 · Loss of face: public discredit, trust gone"
    page.stage.staircase.looked_at.emit(0)
    assert page.stage.anchor.text().startswith("2 · Debate")


def test_stake_and_stage_propose_a_response(page: OverviewPage) -> None:
    stake, response = page.stake.boxes["stake"], page.stake.boxes["response"]
    stake.committed.emit(stake.field, "5")
    assert page.stake._proposed.text() == "dedicated meeting"
    response.committed.emit(response.field, "watch")
    assert page.stake._gap.text() == "lighter than needed"
    stake.committed.emit(stake.field, "cinq")
    assert stake.problem


def test_causes_are_chosen_and_weighed_by_mouse_and_key(qtbot: QtBot, page: OverviewPage) -> None:
    chip = page.causes.chips[TenCause.TERMS]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.weight == 1
    chip.resize(chip.sizeHint())
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.dot(3).toPoint())
    assert [(r["cause"], r["weight"]) for r in rows(page, DIFFICULTY_CAUSE)] == [("terms", 3)]
    qtbot.keyClick(chip, Qt.Key.Key_2)
    assert chip.accessibleDescription() == "weight 2 of 3"
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert rows(page, DIFFICULTY_CAUSE) == []
    page.context.document.undo()
    assert chip.weight == 2


def test_a_yes_counts_it_to_a_family_and_says_what_helps(page: OverviewPage) -> None:
    families = page.families
    families.guided.set_expanded(True)
    first, second, _third = families.questions[Family.DATA]
    first.box.click()
    second.box.click()
    card = families.cards[Family.DATA]
    (row,) = rows(page, CONFLICT_FAMILY)
    assert row["ground"] == f"{first.question}\n{second.question}"
    assert families.buttons[Family.DATA].isChecked()
    assert len(card.interventions) == 3
    card.ground.committed.emit(card.ground.field, f"{first.question}\nDeux chiffres")
    assert (first.is_yes, second.is_yes) == (True, False)
    first.box.click()
    assert rows(page, CONFLICT_FAMILY)[0]["ground"] == "Deux chiffres"
    families.buttons[Family.DATA].click()
    assert rows(page, CONFLICT_FAMILY) == []
    assert Family.DATA not in families.cards


def test_different_trades_send_to_the_glossary_first(
    page: OverviewPage, revealed: list[tuple[str, str]]
) -> None:
    check = page.families.glossary
    assert check.sentence.text().startswith(
        "The parties come from different trades: informatique and soin."
    )
    (link,) = check.findChildren(LinkButton)
    assert link.text() == "Reprise"
    link.click()
    assert revealed == [("term", rows(page, TERM)[0]["id"])]


def test_what_came_of_it_can_be_opened(page: OverviewPage, revealed: list[tuple[str, str]]) -> None:
    (link,) = page.outcomes.findChildren(LinkButton)
    link.click()
    assert revealed == [("decision", rows(page, DECISION)[0]["id"])]


def test_the_gap_is_asked_for_of_a_tension_only(page: OverviewPage, context: Context) -> None:
    assert page.gap.isHidden()
    key = case(context)
    context.document.run(
        "Promote", lambda s: records.rate(s, DIFFICULTY, key, {"nature": "tension"})
    )
    assert not page.gap.isHidden()
    box = page.gap.boxes["desired"]
    assert isinstance(box.input, LongInput)
    box.input.setPlainText("On ne devrait jamais saisir le soir")
    told = [label.text() for label in box.findChildren(QLabel)]
    assert any("“On ne devrait”" in text or "“jamais”" in text for text in told)
    box.commit_typed()
    assert rows(page, DIFFICULTY)[0]["desired"] == "On ne devrait jamais saisir le soir"


def test_hostile_text_is_only_text(page: OverviewPage) -> None:
    labels = page.findChildren(QLabel)
    assert any(label.text() == HOSTILE for label in labels)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_a_projected_overview_keeps_the_mediator_s_tools_to_itself(
    page: OverviewPage, context: Context
) -> None:
    page.stage.rate(7)
    context.document.present(on=True)
    page.show_difficulty(case(context))
    for part in (page.alerts, page.round, page.stake, page.causes, page.families, page.lesson):
        assert part.isHidden()
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert not any(GIVEN in text or "Ferrage" in text for text in shown)
    assert page.notes.links["facts"].text() == "0 facts"
    before = len(rows(page, DIFFICULTY))
    page.stage.rate(3)
    assert page.stage.staircase.stage == 0
    assert len(rows(page, DIFFICULTY)) == before
