"""Links of risks in the inspector, from either end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.difficulty import DIFFICULTY
from entente.domain.records import RecordType
from entente.domain.risk import RISK
from entente.services import records
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.kit import IconButton
from entente_ui.look.theme import Theme
from entente_ui.pane import Context, Selection
from entente_ui.registers.inspector import Inspector
from entente_ui.registers.linking import LinkSection
from tests.conftest import FixedClock, confluent_gate


@pytest.fixture
def context(clock: FixedClock, tmp_path: Path) -> Iterator[Context]:
    background = Background()
    yield Context(
        document=Document(confluent_gate(clock)),
        background=background,
        settings=QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat),
        toast=lambda _text, _undo: None,
        reveal=lambda _kind, _key: None,
        tell=lambda error: pytest.fail(repr(error)),
    )
    background.close()


@pytest.fixture
def inspector(look: Theme, context: Context, qtbot: QtBot) -> Inspector:
    del look
    made = Inspector(context)
    qtbot.addWidget(made)
    made.resize(360, 900)
    made.show()
    return made


def find(context: Context, kind: RecordType, ref: str) -> str:
    return context.document.read(lambda s: records.find(s, kind, ref))


def show(inspector: Inspector, kind: RecordType, ref: str) -> LinkSection:
    key = find(inspector.context, kind, ref)
    inspector.show_selection(Selection(kind, (key,)))
    page = inspector.page
    assert page is not None
    assert page.links is not None
    return page.links


def test_an_actor_shows_the_risks_it_is_linked_with(inspector: Inspector) -> None:
    # A11, the editor, is linked with the migration and the contract.
    texts = show(inspector, ACTOR, "A11").texts
    assert [text.split(" · ")[0] for text in texts] == ["R01", "R09"]
    assert len(show(inspector, RISK, "R01").texts) == 1


def test_a_link_made_at_one_end_shows_at_the_other(inspector: Inspector) -> None:
    links = show(inspector, ACTOR, "A11")
    popover = links.ask()
    popover.input.show_value(find(inspector.context, RISK, "R03"))
    popover.accept()
    assert [text.split(" · ")[0] for text in links.texts] == ["R01", "R03", "R09"]
    there = show(inspector, RISK, "R03").texts
    inspector.context.document.undo()
    # What was linked before stays; one end less is the actor.
    assert len(show(inspector, RISK, "R03").texts) == len(there) - 1


def test_a_risk_is_linked_with_a_difficulty_and_let_go(inspector: Inspector) -> None:
    links = show(inspector, RISK, "R08")
    popover = links.ask()
    assert popover.kinds is not None
    popover.kinds.set_current(DIFFICULTY.name)
    popover.kinds.chosen.emit(DIFFICULTY.name)
    popover.input.show_value(find(inspector.context, DIFFICULTY, "K2"))
    popover.accept()
    before = links.texts
    assert sum(text.startswith("Difficulty") for text in before) == 1
    key = find(inspector.context, DIFFICULTY, "K2")
    links.drop_asked.emit(DIFFICULTY.name, key)
    assert len(links.texts) == len(before) - 1


def test_a_name_that_is_none_links_nothing(inspector: Inspector) -> None:
    links = show(inspector, ACTOR, "A11")
    steps = len(inspector.context.document.steps())
    popover = links.ask()
    popover.input.setEditText("<b>Personne</b>")
    popover.accept()
    assert len(inspector.context.document.steps()) == steps


def test_others_see_links_of_what_is_public_and_make_none(inspector: Inspector) -> None:
    context = inspector.context
    key = find(context, RISK, "R01")
    hidden = {"confidentiality": "mediator"}
    context.document.run("Hide", lambda s: records.change(s, RISK, key, hidden))
    context.document.present(on=True)
    links = show(inspector, ACTOR, "A11")
    assert [text.split(" · ")[0] for text in links.texts] == ["R09"]
    assert not links.add.isVisible()
    assert not [each for each in links.findChildren(IconButton) if each.isVisible()]
    assert not [line for line in links.findChildren(QLineEdit) if line.isVisible()]


def test_links_that_go_round_are_followed_as_long_as_one_likes(inspector: Inspector) -> None:
    context = inspector.context
    risk, difficulty = find(context, RISK, "R01"), find(context, DIFFICULTY, "K1")
    action = find(context, BACKLOG_ITEM, "B01")

    def tie(session: Session) -> None:
        ends = {"risk_id": risk, "difficulty_id": difficulty}
        records.change(session, BACKLOG_ITEM, action, ends)
        records.change(session, RISK, risk, {"difficulty_id": difficulty})

    context.document.run("Tie", tie)
    for _round in range(2):
        for kind, ref in ((RISK, "R01"), (DIFFICULTY, "K1")):
            texts = show(inspector, kind, ref).texts
            assert len(texts) == len(set(texts))
        inspector.show_selection(Selection(BACKLOG_ITEM, (action,)))
        assert inspector.page is not None
