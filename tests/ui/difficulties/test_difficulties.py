from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QDropEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE, STEP
from entente.domain.party import PARTY
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.difficulties.overview.page import OverviewPage
from entente_ui.difficulties.pane import DifficultiesPane
from entente_ui.difficulties.part import PartCard
from entente_ui.difficulties.parties.page import PartiesPage
from entente_ui.document import Document
from entente_ui.drag import pack_records
from entente_ui.kit import PrimaryButton
from entente_ui.pane import Context, Selection
from entente_ui.registers import work
from entente_ui.registers.inputs import LongInput
from entente_ui.registers.question import NewRecord

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0"


def fill(session: Session) -> None:
    person = {"name": "Anselme Ferrage", "role": "DSI", "confidentiality": "public"}
    anselme = records.create(session, ACTOR, person)
    records.create(session, ACTOR, {"name": "Hippolyte Versoir"})
    first = records.create(session, DIFFICULTY, {"title": "Reprise des données", "stage": 4})
    records.create(session, DIFFICULTY, {"title": "Saisie le soir"})
    records.create(session, PARTY, {"difficulty_id": first, "actor_id": anselme})
    records.create(session, STEP, {"difficulty_id": first, "text": HOSTILE})


@pytest.fixture
def context(gate: Gate, tmp_path: Path) -> Iterator[Context]:
    background = Background()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    yield Context(
        document=Document(gate),
        background=background,
        settings=settings,
        toast=lambda _text, _undo: None,
        reveal=lambda _kind, _key: None,
        tell=lambda error: pytest.fail(repr(error)),
    )
    background.close()


@pytest.fixture
def pane(qtbot: QtBot, gate: Gate, context: Context) -> DifficultiesPane:
    gate.run("Fill", fill)
    made = DifficultiesPane(context)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    return made


def overview(pane: DifficultiesPane) -> OverviewPage:
    page = pane.workspace.page("overview")
    assert isinstance(page, OverviewPage)
    return page


def parties(qtbot: QtBot, pane: DifficultiesPane) -> PartiesPage:
    pane.workspace.go("parties")
    page = pane.workspace.page("parties")
    assert isinstance(page, PartiesPage)
    qtbot.waitUntil(lambda: bool(page.columns))
    return page


def record(pane: DifficultiesPane) -> dict[str, object]:
    key = pane.list.key
    return pane.context.document.read(lambda s: records.get(s, DIFFICULTY, key))


def test_the_list_keeps_qt_s_contract(qtmodeltester: ModelTester, pane: DifficultiesPane) -> None:
    qtmodeltester.check(pane.list.difficulties)


def test_a_click_on_a_step_rates_and_can_be_undone(qtbot: QtBot, pane: DifficultiesPane) -> None:
    stairs = overview(pane).stage.staircase
    target = stairs.step_rect(6).center()
    qtbot.mouseClick(stairs, Qt.MouseButton.LeftButton, pos=target)
    assert record(pane)["stage"] == 6
    assert stairs.stage == 6
    pane.context.document.undo()
    assert record(pane)["stage"] == 4
    assert stairs.stage == 4


def test_the_keyboard_rates_as_well(qtbot: QtBot, pane: DifficultiesPane) -> None:
    stairs = overview(pane).stage.staircase
    qtbot.keyClick(stairs, Qt.Key.Key_Right)
    assert record(pane)["stage"] == 4
    qtbot.keyClick(stairs, Qt.Key.Key_Return)
    assert record(pane)["stage"] == 5


def test_crossing_the_mandate_is_said(qtbot: QtBot, pane: DifficultiesPane) -> None:
    assert overview(pane).alerts.mandate.isHidden()
    stairs = overview(pane).stage.staircase
    qtbot.mouseClick(stairs, Qt.MouseButton.LeftButton, pos=stairs.step_rect(7).center())
    assert not overview(pane).alerts.mandate.isHidden()


def test_what_a_party_says_is_edited_where_it_stands(qtbot: QtBot, pane: DifficultiesPane) -> None:
    (column,) = parties(qtbot, pane).columns
    box = column.boxes["position"]
    assert isinstance(box.input, LongInput)
    box.input.setPlainText("C’est compris au marché")
    box.commit_typed()
    (row,) = pane.context.document.table(PARTY).dicts()
    assert row["position"] == "C’est compris au marché"
    assert row["position_level"] == "mediator"


def test_an_actor_dropped_on_the_page_becomes_a_party(pane: DifficultiesPane) -> None:
    actors = pane.context.document.table(ACTOR).dicts()
    data = pack_records("actor", [actor["id"] for actor in actors])
    drop = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    pane.workspace.dropEvent(drop)
    names = [row["actor_id"] for row in pane.context.document.table(PARTY).dicts()]
    assert sorted(names) == sorted(actor["id"] for actor in actors)


def test_a_part_added_can_be_written_over_at_once(qtbot: QtBot, pane: DifficultiesPane) -> None:
    card = added_step(pane)
    (text, *_small) = card.boxes.values()
    assert isinstance(text.input, LongInput)
    qtbot.keyClick(text.input, Qt.Key.Key_X)
    card.end()
    assert card._text.text() == "x"


def added_step(pane: DifficultiesPane) -> PartCard:
    overview(pane).steps.add()
    (card,) = (
        card
        for card in overview(pane).steps._cards.values()
        if card.boxes and not card.boxes["text"].isHidden()
    )
    return card


def steps(pane: DifficultiesPane) -> list[dict[str, Any]]:
    return list(pane.context.document.table(STEP).dicts())


def test_a_caucus_of_nobody_waits_for_a_name_and_says_so(pane: DifficultiesPane) -> None:
    card = added_step(pane)
    text, who, _due_on, _done = card.boxes.values()
    assert text.level is not None
    text.level._choose("caucus")
    assert text.problem == "A caucus is held with somebody: first say with whom, in “Who”."
    assert steps(pane)[-1]["confidentiality"] == "mediator"

    (actor, *_rest) = pane.context.document.table(ACTOR).dicts()
    who.committed.emit(who.field, actor["id"])
    assert (text.problem, text.level.typed()) == ("", "caucus")
    assert steps(pane)[-1]["confidentiality"] == "caucus"
    assert steps(pane)[-1]["actor_id"] == actor["id"]


def test_escape_gives_up_a_caucus_of_nobody(qtbot: QtBot, pane: DifficultiesPane) -> None:
    card = added_step(pane)
    text = card.boxes["text"]
    assert isinstance(text.input, LongInput)
    assert text.level is not None
    text.input.setPlainText("Entendu au marché")
    text.commit_typed()
    text.level._choose("caucus")
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert (text.problem, text.level.typed()) == ("", "mediator")
    assert text.isHidden() or not text.isVisible()
    assert steps(pane)[-1]["text"] == "Entendu au marché"


def test_escape_at_once_takes_a_new_part_back(qtbot: QtBot, pane: DifficultiesPane) -> None:
    before = len(steps(pane))
    card = added_step(pane)
    assert len(steps(pane)) == before + 1
    qtbot.keyClick(card.boxes["text"].input, Qt.Key.Key_Escape)
    assert len(steps(pane)) == before


def test_a_click_beside_the_fields_selects_nothing_to_be_typed_over(
    pane: DifficultiesPane,
) -> None:
    card = added_step(pane)
    text = card.boxes["text"].input
    assert isinstance(text, LongInput)
    text.setPlainText("Entendu au marché")
    text.moveCursor(QTextCursor.MoveOperation.End)
    card.clicked.emit()
    assert not text.textCursor().hasSelection()


def test_the_form_of_a_new_part_is_brought_into_view(qtbot: QtBot, pane: DifficultiesPane) -> None:
    pane.resize(1000, 600)
    card = added_step(pane)
    view = overview(pane).findChildren(QScrollArea)[0].viewport()

    def is_in_view() -> None:
        bottom = card.mapTo(view, QPoint(0, card.height())).y()
        assert card.height() < bottom <= view.height()

    qtbot.waitUntil(is_in_view)


def test_parties_are_offered_as_a_dictionary_has_them(qtbot: QtBot, pane: DifficultiesPane) -> None:
    document = pane.context.document
    for name in ("Élise Roy", "Zoé Brun", "eva Noir"):
        document.run("Add", partial(records.create, record_type=ACTOR, values={"name": name}))
    who = parties(qtbot, pane).who
    who.showPopup()
    who.hidePopup()
    offered = [who.itemText(row) for row in range(who.count())]
    assert offered == ["Élise Roy", "eva Noir", "Hippolyte Versoir", "Zoé Brun"]


def test_a_step_about_a_party_names_it(qtbot: QtBot, pane: DifficultiesPane) -> None:
    (column,) = parties(qtbot, pane).columns
    box = column.boxes["position"]
    assert isinstance(box.input, LongInput)
    box.input.setPlainText("Ouvrir en mars")
    box.commit_typed()
    assert pane.context.document.undo_label == "Change Position of Party “Anselme Ferrage”"


def test_a_step_is_ticked_off_on_its_card(qtbot: QtBot, pane: DifficultiesPane) -> None:
    (card,) = overview(pane).steps._cards.values()
    qtbot.mouseClick(card._check, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    (row,) = pane.context.document.table(STEP).dicts()
    assert row["done"] is True


def test_hostile_text_is_only_text(pane: DifficultiesPane) -> None:
    labels = pane.findChildren(QLabel)
    assert any(label.text() == HOSTILE for label in labels)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_the_inspector_follows_the_difficulty_that_is_open(
    qtbot: QtBot, pane: DifficultiesPane
) -> None:
    second = pane._rows[1].id
    with qtbot.waitSignal(pane.selected) as caught:
        pane.list.choose(second)
    assert caught.args == [Selection(DIFFICULTY, (second,))]


def test_the_difficulty_open_at_first_is_told(qtbot: QtBot, gate: Gate, context: Context) -> None:
    gate.run("Fill", fill)
    made = DifficultiesPane(context)
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.selected) as told:
        made.show()
    assert told.args == [Selection(DIFFICULTY, (made.list.key,))]


def test_revealing_a_party_opens_its_difficulty_at_it(pane: DifficultiesPane) -> None:
    pane.list.choose(pane._rows[1].id)
    (party,) = pane.context.document.table(PARTY).dicts()
    pane.reveal("party", party["id"])
    assert pane.list.key == pane._rows[0].id
    assert pane.workspace.current is pane.workspace.page("parties")


def test_a_new_difficulty_is_a_weak_signal_of_today_for_the_mediator(
    pane: DifficultiesPane,
) -> None:
    pane.add_record()
    (question,) = pane.findChildren(NewRecord)
    question.inputs["title"].show_typed("Who keeps the keys")
    question.accept()
    row = record(pane)
    assert row["title"] == "Who keeps the keys"
    assert (row["nature"], row["confidentiality"]) == ("signal", "mediator")
    assert str(row["opened_on"]) == "2026-06-10"


def test_private_difficulties_vanish_from_a_projected_screen(
    pane: DifficultiesPane, context: Context
) -> None:
    statuses: list[str] = []
    pane.status_changed.connect(statuses.append)
    context.document.present(on=True)
    assert statuses[-1] == ""
    assert not any(button.isVisible() for button in pane.findChildren(PrimaryButton))
    assert pane.list.difficulties.rowCount() == 0
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert not any("Reprise" in text or "Anselme" in text for text in shown)


def test_public_ones_are_projected_without_names(pane: DifficultiesPane, context: Context) -> None:
    key = pane.list.key
    open_it = partial(
        records.change,
        record_type=DIFFICULTY,
        key=key,
        values={"title": "Reprise selon Anselme Ferrage", "confidentiality": "public"},
    )
    context.document.run("Open", open_it)
    context.document.present(on=True)
    assert pane.list.difficulties.rowCount() == 1
    shown = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert any("Reprise selon DSI" in text for text in shown)
    assert not any("Ferrage" in text for text in shown)


def test_an_empty_mission_says_where_to_begin(qtbot: QtBot, context: Context) -> None:
    empty = DifficultiesPane(context)
    qtbot.addWidget(empty)
    assert empty.one.currentIndex() == 1


def test_state_comes_back_after_a_lock(
    qtbot: QtBot, pane: DifficultiesPane, context: Context
) -> None:
    pane.list.choose(pane._rows[1].id)
    state = pane.state()
    again = DifficultiesPane(context)
    qtbot.addWidget(again)
    again.restore(state)
    assert again.list.key == pane._rows[1].id


def test_the_history_quotes_nobody_s_caucus(pane: DifficultiesPane) -> None:
    document = pane.context.document
    (party,) = document.table(PARTY).dicts()
    said = {"difficulty_id": party["difficulty_id"], "actor_id": party["actor_id"]}
    kept = {"text": "La marge est à six pour cent", "confidentiality": "caucus"}
    key, _problem = work.create(document, NOTE, {**said, **kept})
    work.change(document, NOTE, [key], {"kind": "fact"})
    work.remove(document, NOTE, [key])
    labels = [step.label for step in document.steps()]
    assert len(labels) >= 3
    assert not any("marge" in label for label in labels)
