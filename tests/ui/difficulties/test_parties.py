"""The parties of a difficulty side by side, and their messages."""

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.party import OSBD, PARTY
from entente.services import parties, records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.difficulties.parties.page import PartiesPage
from entente_ui.kit import DateField, Popover
from entente_ui.pane import Context
from entente_ui.registers.inputs import LongInput

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0"
GIVEN = "La marge est de six pour cent"


def fill(session: Session) -> None:
    anselme = records.create(session, ACTOR, {"name": "Anselme Ferrage", "role": "DSI"})
    versoir = records.create(session, ACTOR, {"name": HOSTILE})
    records.create(session, ACTOR, {"name": "Élise Roy"})
    key = records.create(
        session, DIFFICULTY, {"title": "Reprise des données", "confidentiality": "public"}
    )
    first = {"difficulty_id": key, "actor_id": anselme, "confidentiality": "public"}
    records.create(
        session,
        PARTY,
        {
            **first,
            "position": "Comprise au marché",
            "position_level": "public",
            "fears": GIVEN,
            "fears_level": "caucus",
            "mode": "avoiding",
        },
    )
    records.create(session, PARTY, {**first, "actor_id": versoir, "account": HOSTILE})
    about = {"difficulty_id": key, "actor_id": versoir, "confidentiality": "caucus"}
    records.create(session, NOTE, {**about, "text": GIVEN})


@pytest.fixture
def page(qtbot: QtBot, gate: Gate, context: Context) -> PartiesPage:
    gate.run("Fill", fill)
    made = PartiesPage(context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    key = case(gate)
    made.show_difficulty(key)
    context.document.changed.connect(lambda _set: made.show_difficulty(key))
    return made


def case(gate: Gate) -> str:
    return gate.read(lambda s: records.find(s, DIFFICULTY, "K1"))


def rows(page: PartiesPage, kind: Any = PARTY) -> list[dict[str, Any]]:  # noqa: ANN401  # a kind
    return page.context.document.read(lambda s: records.list_rows(s, kind)).dicts()


def test_two_columns_stand_level_with_their_names_above(page: PartiesPage) -> None:
    first, second = page.columns
    assert first.boxes["fears"].y() == second.boxes["fears"].y()
    assert first.boxes["fears"].x() < second.boxes["fears"].x()
    assert [head._name.text() for head in page.board._heads.values()] == [
        "Anselme Ferrage",
        HOSTILE,
    ]
    assert first.boxes["fears"].level is not None
    assert first.boxes["fears"].level.text() == "caucus"


def test_what_is_typed_stays_while_something_else_changes(
    page: PartiesPage, context: Context
) -> None:
    needs = page.columns[1].boxes["needs"].input
    assert isinstance(needs, LongInput)
    needs.setFocus()
    needs.setPlainText("Une liste fermée")
    key = case(context.document.gate)
    context.document.run("Else", lambda s: parties.add_named(s, key, "A03"))
    assert needs.typed() == "Une liste fermée"
    assert len(page.columns) == 3


def test_an_amount_in_words_is_refused_and_stays(page: PartiesPage) -> None:
    limit = page.columns[0].boxes["limit"]
    limit.input.show_typed("douze mille")
    limit.committed.emit(limit.field, "douze mille")
    assert "takes" in limit.problem
    limit.committed.emit(limit.field, "12 500,5")
    assert (rows(page)[0]["limit"], rows(page)[0]["limit_level"]) == (12500.5, "mediator")


def test_the_same_actor_twice_is_refused_in_a_sentence(
    page: PartiesPage, toasts: list[str]
) -> None:
    banners: list[object] = []
    page.context.document.refused.connect(banners.append)
    page.take_actors([rows(page)[0]["actor_id"]])
    page.who.setEditText("anselme ferrage")
    page._add_typed()
    assert len(rows(page)) == 2
    assert len(toasts) == 2
    assert toasts[0] == toasts[1]
    assert "Anselme Ferrage" in toasts[0]
    assert not banners  # it is said once


def test_a_name_nobody_bears_is_noted_as_an_actor_too(page: PartiesPage, toasts: list[str]) -> None:
    page.who.setEditText("Noémie Lavandier")
    page._add_typed()
    assert len(rows(page)) == 3
    assert len(rows(page, ACTOR)) == 4
    assert "Noémie Lavandier" in toasts[-1]
    page.context.document.undo()
    assert (len(rows(page)), len(rows(page, ACTOR))) == (2, 3)


def test_a_part_of_a_name_is_enough_and_names_are_offered_while_typing(
    qtbot: QtBot, page: PartiesPage, toasts: list[str]
) -> None:
    page.who.setFocus()
    qtbot.waitUntil(page.who.hasFocus)
    qtbot.keyClicks(page.who, "roy")
    completer = page.who.completer()
    assert completer is not None
    assert completer.completionCount() == 1
    page._add_typed()
    assert len(rows(page)) == 3
    page.who.setEditText("e")
    page._add_typed()
    assert toasts == ["Several names hold “e”: choose one in the list."]
    assert (len(rows(page)), len(rows(page, ACTOR))) == (3, 3)


def test_removing_a_party_says_who_reads_its_caucus_now(
    page: PartiesPage, toasts: list[str]
) -> None:
    page.remove(rows(page)[1]["id"])
    assert toasts == [
        "Party removed. 1 text it gave in caucus is kept; nobody but the mediator reads it now."
    ]
    (note,) = rows(page, NOTE)
    assert note["confidentiality"] == "mediator"
    assert len(page.columns) == 1


def test_a_mode_is_dated_explained_and_taken_back(page: PartiesPage) -> None:
    mode = page.columns[0].mode
    assert mode.box._note.text() == "10\u00a0June"
    mode._commit(mode.box.field, "compromising")
    (asked,) = page.window().findChildren(Popover)
    (day,) = asked.findChildren(DateField)
    day.set_value(dt.date(2026, 5, 6))
    asked.accept()
    assert mode._way.text() == "compromising (6\u00a0May) → avoiding (10\u00a0June)"
    assert rows(page)[0]["mode"] == "avoiding"
    mode._more.click()
    assert mode.trail is not None
    mode.trail.drop(mode._modes[-1].id)
    assert rows(page)[0]["mode"] == "compromising"


def test_a_question_of_the_wheel_leads_to_the_first_empty_answer(
    qtbot: QtBot, page: PartiesPage
) -> None:
    page.answer("pivot")
    qtbot.waitUntil(page.columns[0].boxes["recognition"].input.hasFocus)


def test_a_message_is_kept_with_its_observation(page: PartiesPage) -> None:
    page._sides.set_current("messages")
    page._turn()
    page.messages.begin()
    draft = page.messages.draft
    assert draft is not None
    assert rows(page, OSBD) == []
    seen = draft.boxes["observation"]
    assert isinstance(seen.input, LongInput)
    seen.input.setPlainText("Le 22 avril, tu as toujours coupé la parole")
    told = [label.text() for label in seen.findChildren(QLabel)]
    assert "“toujours” — a generalisation: say when, and how often" in told
    marks = seen.input.document().firstBlock().layout().formats()
    assert [(mark.start, mark.length) for mark in marks] == [(19, 8)]
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    assert marks[0].format.underlineStyle() is wave
    seen.commit_typed()
    (row,) = rows(page, OSBD)
    assert (row["actor_id"], row["to_id"]) == tuple(party["actor_id"] for party in rows(page))
    assert page.messages.draft is None
    assert page.messages.forms == {row["id"]: draft}
    draft._insert("feeling", "inquiétude")
    draft._insert("feeling", "fatigue")
    assert rows(page, OSBD)[0]["feeling"] == "inquiétude, fatigue"


def test_hostile_text_is_only_text(page: PartiesPage) -> None:
    labels = page.findChildren(QLabel)
    assert any(label.text() == HOSTILE for label in labels)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_nothing_said_in_caucus_is_projected(page: PartiesPage, context: Context) -> None:
    context.document.present(on=True)
    page.show_difficulty(case(context.document.gate))
    boxes = page.columns[0].boxes
    assert boxes["position"].isVisible()
    assert not boxes["position"].input.isEnabled()
    assert boxes["fears"].isHidden()
    assert page.who.isHidden()
    shown = [field.typed() for field in page.findChildren(LongInput)]
    shown += [label.text() for label in page.findChildren(QLabel)]
    assert not any(GIVEN in text or "Ferrage" in text or HOSTILE in text for text in shown)


def test_two_hundred_parties_are_made_as_they_come_into_sight(
    qtbot: QtBot, page: PartiesPage, context: Context
) -> None:
    key = case(context.document.gate)

    def crowd(session: Session) -> None:
        people = [{"name": f"Partie {n}"} for n in range(200)]
        actors = session.insert_many(ACTOR, people)
        session.insert_many(PARTY, [{"difficulty_id": key, "actor_id": a} for a in actors])

    context.document.run("Crowd", crowd)
    qtbot.waitUntil(lambda: len(page.columns) == 4)
    bar = page.board._scroll.horizontalScrollBar()
    for share in range(1, 21):
        bar.setValue(bar.maximum() * share // 20)
    # Names are there at once; nothing that was only passed is made.
    assert not page.board._heads[page._parties[-1].key].isHidden()
    assert len(page.columns) == 4
    qtbot.waitUntil(lambda: page._parties[-1].key in page.board.columns)
    assert len(page.columns) <= 8


def test_a_difficulty_without_parties_says_where_to_begin(page: PartiesPage) -> None:
    for row in rows(page):
        page.remove(row["id"])
    assert page._stack.currentWidget() is page._nobody
    page.ask_who()
    page.who.hidePopup()
    assert page.who.count() == 3


def test_fields_are_as_high_as_their_words_from_one_line_on(page: PartiesPage) -> None:
    first, second = page.columns
    for column, text in ((first, ""), (second, "un\ndeux\ntrois")):
        field = column.boxes["needs"].input
        assert isinstance(field, LongInput)
        field.setPlainText(text)
        assert field.verticalScrollBar().maximum() == 0
        line, lines = field.fontMetrics().height(), text.count("\n") + 1
        assert line * lines <= field.viewport().height() < line * (lines + 1)
