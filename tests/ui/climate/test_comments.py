"""What people wrote: read first, told on as far as it may be, raised where it weighs."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.climate.survey import ANSWERED, VERBATIM
from entente.domain.difficulty import DIFFICULTY
from entente.services import records, surveys, waves
from entente.store.session import Session
from entente_ui.climate.comments import view as module
from entente_ui.climate.comments.naming import RewordDialog
from entente_ui.climate.comments.view import CommentsView
from entente_ui.kit import Button, Popover
from entente_ui.look.theme import Theme
from tests.ui.climate.conftest import Mission


@pytest.fixture
def view(look: Theme, mission: Mission, qtbot: QtBot) -> CommentsView:
    del look
    made = CommentsView(mission.context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    return made


def said(session: Session, people: int, text: str = "Nobody asks us.") -> list[str]:
    """Close a wave in which so many answered and one of them wrote; return the comments."""
    survey = surveys.load(session, "barometer", "en")
    wave = waves.plan(session, survey, dt.date(2026, 6, 10), name=f"Of {people}")
    waves.open_wave(session, wave)
    form = waves.form(session, wave)
    words = next(each.id for each in form.questions if each not in form.scaled)
    for person in range(people):
        answers: dict[str, int | str | None] = {form.scaled[0].id: person % 5 + 1}
        waves.cast(session, wave, {**answers, words: text} if not person else answers)
    waves.close(session, wave)
    rows = records.list_rows(session, VERBATIM, where={"wave_id": wave}).dicts()
    return [row["id"] for row in rows]


def press(view: CommentsView, text: str) -> None:
    next(button for button in view.buttons if button.text() == text).click()
    QApplication.processEvents()


def test_words_are_quoted_only_where_many_answered(view: CommentsView, mission: Mission) -> None:
    (few,), (many,) = mission.do(lambda s: said(s, 7)), mission.do(lambda s: said(s, 8))
    assert not any(button.isEnabled() for button in view.buttons)
    view.reveal(VERBATIM.name, few)
    view.register(VERBATIM).table.select_keys([few, many])
    QApplication.processEvents()
    press(view, "May be quoted")
    rows = {row["id"]: row["status"] for row in mission.document.table(VERBATIM).dicts()}
    assert rows == {few: "unread", many: "quoted"}
    assert mission.toasts[-1].startswith("1 comment cannot be quoted")
    view.register(VERBATIM).table.select_keys([few])
    QApplication.processEvents()
    press(view, "In other words only")
    rows = {row["id"]: row["status"] for row in mission.document.table(VERBATIM).dicts()}
    assert rows[few] == "reworded"
    mission.document.undo()
    rows = {row["id"]: row["status"] for row in mission.document.table(VERBATIM).dicts()}
    assert rows[few] == "unread"


def test_a_comment_becomes_a_weak_signal_that_says_where_it_comes_from(
    view: CommentsView, mission: Mission
) -> None:
    (key,) = mission.do(lambda s: said(s, 8))
    values = {"paraphrase": "Trades are not asked.", "cause": None}
    mission.do(lambda s: records.change(s, VERBATIM, key, values))
    view.reveal(VERBATIM.name, key)
    view.register(VERBATIM).table.select_keys([key])
    QApplication.processEvents()
    press(view, "Raise as a difficulty")
    (difficulty,) = mission.document.table(DIFFICULTY).dicts()
    assert difficulty["title"] == "Trades are not asked."
    assert mission.revealed == [(DIFFICULTY.name, difficulty["id"])]
    (answered,) = mission.document.table(ANSWERED).dicts()
    assert answered["difficulty_id"] == difficulty["id"]
    mission.document.present(on=True)
    assert not view.buttons[0].isVisible()


def test_nobody_adds_a_comment(view: CommentsView) -> None:
    def shown() -> set[str]:
        return {each.text() for each in view.findChildren(Button) if each.isVisible()}

    assert not shown() & {"Add", "Import…"}
    comments = view.register(VERBATIM)
    assert not {"Add", "Duplicate"} & {each.text() for each in comments.offered_actions()}
    comments.add_record()
    assert not comments.findChildren(Popover)
    view.add_record()
    assert view.kind is ANSWERED
    assert {"Add", "Import…"} <= shown()


def test_a_comment_that_names_somebody_is_warned_of_and_put_in_other_words(
    view: CommentsView, mission: Mission, monkeypatch: pytest.MonkeyPatch
) -> None:
    mission.do(lambda s: records.create(s, ACTOR, {"name": "Hélène Mercier-Rouvray"}))
    (key,) = mission.do(lambda s: said(s, 9, "helene decides alone."))
    mission.do(lambda s: said(s, 9))
    view.read_now()
    assert view.named.text() == "1 comment names somebody"
    view.named.click()
    QApplication.processEvents()
    assert view.chosen == [key]
    assert "“helene”" in view.line.warning.text()
    asked: list[str] = []

    def refuse(_window: object, title: str, *_more: object) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr(module, "ask", refuse)
    press(view, "May be quoted")
    assert asked == ["1 comment names somebody"]
    assert mission.document.table(VERBATIM).dicts()[0]["status"] == "unread"

    def write(dialog: RewordDialog) -> int:
        assert dialog.field.toPlainText() == "[…] decides alone."
        dialog.field.setPlainText("Mercier decides.")
        assert "“Mercier”" not in dialog.warning.text()  # a common word without a title
        dialog.field.setPlainText("Rouvray decides.")
        assert "“Rouvray”" in dialog.warning.text()
        dialog.field.setPlainText("Decisions are taken by one alone.")
        assert not dialog.warning.isVisible()
        dialog.keep()
        return dialog.result()

    monkeypatch.setattr(RewordDialog, "exec", write)
    press(view, "Put in other words…")
    kept = {row["id"]: row for row in mission.document.table(VERBATIM).dicts()}[key]
    assert (kept["status"], kept["paraphrase"]) == (
        "reworded",
        "Decisions are taken by one alone.",
    )
