import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, QSettings, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.agreement import AGREEMENT, CLAUSE, SETTLEMENT
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.services import agreements, clauses, records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.difficulties.agreement.clause_card import CLAUSE_MIME
from entente_ui.difficulties.agreement.commitments import CommitmentCard
from entente_ui.difficulties.agreement.library import LibraryDialog
from entente_ui.difficulties.agreement.page import AgreementPage
from entente_ui.document import Document
from entente_ui.kit import DateField, Popover
from entente_ui.pane import Context, paper
from entente_ui.registers.inputs import LongInput

HOSTILE = "<img src='file:///etc/passwd'> {partes} =cmd|' /C calc'!A0"
KEYS: dict[str, str] = {}
REVEALED: list[tuple[str, str]] = []


def fill(session: Session) -> None:
    KEYS["k"] = records.create(session, DIFFICULTY, {"title": "Reprise"})
    for name in ("Anselme", "Hippolyte"):
        KEYS[name] = records.create(session, ACTOR, {"name": name, "confidentiality": "parties"})
        records.create(session, PARTY, {"difficulty_id": KEYS["k"], "actor_id": KEYS[name]})
    KEYS["pa"] = agreements.start(session, KEYS["k"], SETTLEMENT)


@pytest.fixture
def context(gate: Gate, tmp_path: Path) -> Iterator[Context]:
    background = Background()
    REVEALED.clear()
    yield Context(
        document=Document(gate),
        background=background,
        settings=QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat),
        toast=lambda _text, _undo: None,
        reveal=lambda kind, key: REVEALED.append((kind, key)),
        tell=lambda error: pytest.fail(repr(error)),
    )
    background.close()


@pytest.fixture
def page(qtbot: QtBot, gate: Gate, context: Context) -> AgreementPage:
    gate.run("Fill", fill)
    made = AgreementPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 900)
    made.show()
    made.show_difficulty(KEYS["k"])
    context.document.changed.connect(lambda _changes: made.show_difficulty(KEYS["k"]))
    context.document.viewer_changed.connect(lambda: made.show_difficulty(KEYS["k"]))
    return made


def rows(page: AgreementPage, kind: RecordType) -> list[dict[str, object]]:
    return page.context.document.read(partial(records.list_rows, record_type=kind)).dicts()


def order(page: AgreementPage) -> list[str]:
    found = page.context.document.read(lambda s: clauses.clauses_of(s, KEYS["pa"]))
    return [row["id"] for row in found]


def promise(page: AgreementPage) -> CommitmentCard:
    values = {"statement": "Je livre", "due_on": dt.date(2026, 5, 29)}
    document = page.context.document
    document.run("Commit", lambda s: agreements.commit(s, KEYS["pa"], values))
    return next(iter(page.commitments.cards.values()))


def answer(page: AgreementPage, text: str) -> None:
    """Answer the question that is open beside a button."""
    popover = page.findChildren(Popover)[-1]
    (line,) = popover.findChildren(QLineEdit)
    line.setText(text)
    popover.accept()


def test_the_whole_text_follows_what_is_typed(page: AgreementPage) -> None:
    assert "– Anselme\n– Hippolyte" in page.preview.text.toPlainText()
    card = page.clauses.cards[order(page)[0]]
    card.begin()
    text = card.boxes["text"].input
    assert isinstance(text, LongInput)
    text.setPlainText("Entre nous, à {place}")
    card.end()
    assert not card.is_editing
    assert "Entre nous, à ……" in page.preview.text.toPlainText()
    assert "where it is signed" in page.preview._lacks.text()


def test_a_broken_field_is_said_and_the_clause_shown_as_it_is(page: AgreementPage) -> None:
    first = order(page)[0]
    values = {"text": HOSTILE, "heading": HOSTILE}
    page.context.document.run("Write", lambda s: records.change(s, CLAUSE, first, values))
    card = page.clauses.cards[first]
    assert card._problem.text() == (
        "Unknown field: {partes}. The clause is shown as it is written."
    )
    assert HOSTILE in page.preview.text.toPlainText()
    assert page.preview._broken.text() == "1 clause has a broken field."
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}


def test_alt_and_an_arrow_move_a_clause_and_so_does_a_drop(
    qtbot: QtBot, page: AgreementPage
) -> None:
    first, second, third, *others = order(page)
    card = page.clauses.cards[first]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(page)[0] == first
    qtbot.keyClick(card, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(page) == [second, first, third, *others]
    data = QMimeData()
    data.setData(CLAUSE_MIME, QByteArray(first.encode()))
    where = QPointF(40, page.clauses.cards[third].geometry().bottom())
    drop = QDropEvent(
        where,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.clauses.dropEvent(drop)
    assert order(page) == [second, third, first, *others]
    data.setData(CLAUSE_MIME, b"\xff of elsewhere")
    page.clauses.dropEvent(drop)
    page.context.document.undo()
    page.context.document.undo()
    assert order(page) == [first, second, third, *others]


def test_an_agreement_without_commitment_warns_and_can_be_signed_all_the_same(
    page: AgreementPage,
) -> None:
    assert not page._warning_panel.isHidden()
    page.sheet.sign.click()
    popover = page.findChildren(Popover)[-1]
    (field,) = popover.findChildren(DateField)
    field.setText("2026-05-06")
    popover.accept()
    (row,) = rows(page, AGREEMENT)
    assert (row["status"], row["signed_on"]) == ("signed", dt.date(2026, 5, 6))
    assert page.clauses._add.isHidden()
    promise(page)
    assert page._warning_panel.isHidden()


def test_what_was_not_kept_becomes_a_signal_or_is_renegotiated(page: AgreementPage) -> None:
    card = promise(page)
    assert card._buttons["breach"].isHidden()
    page.context.document.run("Sign", lambda s: agreements.sign(s, KEYS["pa"]))
    card._buttons["breach"].click()
    answer(page, "Rien n’est livré")
    (row,) = rows(page, COMMITMENT)
    assert row["state"] == "broken"
    assert rows(page, AGREEMENT)[0]["status"] == "breached"
    latest = page.context.document.read(lambda s: records.ratings(s, COMMITMENT, card.key))[-1]
    assert latest.fact == "Rien n’est livré"
    card._buttons["signal"].click()
    assert rows(page, DIFFICULTY)[-1]["nature"] == "signal"
    assert card._buttons["signal"].isHidden()
    card._buttons["renegotiate"].click()
    answer(page, "2026-07-01")
    (row,) = rows(page, COMMITMENT)
    assert (row["state"], row["due_on"]) == ("open", dt.date(2026, 7, 1))
    assert "first agreed on for 29 May 2026" in card._meta.text().replace("\u00a0", " ")


def test_a_kept_commitment_asks_what_shows_it(page: AgreementPage) -> None:
    card = promise(page)
    page.context.document.run("Sign", lambda s: agreements.sign(s, KEYS["pa"]))
    card._buttons["keep"].click()
    answer(page, "Procès-verbal du 28 mai")
    (row,) = rows(page, COMMITMENT)
    assert (row["state"], row["evidence"]) == ("kept", "Procès-verbal du 28 mai")


def test_a_level_chosen_for_the_head_goes_for_every_clause(page: AgreementPage) -> None:
    level = page.sheet.boxes["title"].level
    assert level is not None
    level._choose("mediator")
    assert {row["confidentiality"] for row in rows(page, CLAUSE)} == {"mediator"}


def test_another_agreement_is_drafted_shown_and_prepared(page: AgreementPage) -> None:
    page.draft("entry")
    made = rows(page, AGREEMENT)[-1]["id"]
    assert set(page.switch.buttons) == {KEYS["pa"], made}
    assert page.switch.buttons[str(made)].isChecked()
    page.sheet.document.click()
    assert [(paper("agreement"), made)] == REVEALED
    page.focus_on("clause", order(page)[0])
    assert page.switch.buttons[KEYS["pa"]].isChecked()


def test_a_model_of_ours_becomes_one_s_own_when_it_is_changed(
    qtbot: QtBot, page: AgreementPage
) -> None:
    dialog = LibraryDialog(page.context, SETTLEMENT)
    qtbot.addWidget(dialog)
    count = dialog.list.count()
    dialog.text.setPlainText("Entre {partes}")
    assert "{partes}" in dialog.problem.text()
    dialog.text.setPlainText("Entre {parties}")
    dialog.keep()
    assert dialog.list.count() == count
    assert dialog.model is not None
    assert (dialog.model.text, bool(dialog.model.key)) == ("Entre {parties}", True)
    dialog.remove()
    assert not dialog.model.key
    dialog.begin_new()
    dialog.keep()
    assert dialog.problem.text()
    dialog.heading.setText("La mienne")
    dialog.keep()
    assert dialog.list.count() == count + 1


def test_those_who_look_on_see_nothing_that_is_not_public(page: AgreementPage) -> None:
    page.context.document.present(True)
    assert page.preview.text.toPlainText() == ""
    assert not page.clauses.cards
    assert page.sheet.boxes["title"].input.typed() == ""
    assert page._stack.currentIndex() == 2
    assert page.offered() == ()
    page.context.document.present(False)
    assert page._stack.currentIndex() == 0
