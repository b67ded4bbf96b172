"""The knowledge pane: the grid of the glossary, the figures of decisions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.change.spreading import LESSON
from entente.domain.follow_up import DECISION
from entente.domain.glossary import MEANING, TERM
from entente.domain.ten_causes import TenCause
from entente.services import glossary, records
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.knowledge.decisions_tab import DecisionsTab
from entente_ui.knowledge.glossary_tab import GlossaryTab
from entente_ui.knowledge.lessons_tab import LessonsTab
from entente_ui.knowledge.pane import KnowledgePane
from entente_ui.pane import Context
from tests.conftest import FixedClock, confluent_gate

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0 \u202e"


@pytest.fixture
def context(clock: FixedClock, tmp_path: Path) -> Iterator[Context]:
    background = Background()
    yield Context(
        document=Document(confluent_gate(clock)),
        background=background,
        settings=QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat),
        toast=lambda _text, _undo: None,
        reveal=lambda _kind, _key: None,
        tell=lambda error: pytest.fail(repr(error)),
    )
    background.close()


@pytest.fixture
def pane(qtbot: QtBot, context: Context) -> KnowledgePane:
    made = KnowledgePane(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def words(pane: KnowledgePane) -> GlossaryTab:
    tab = pane.go("glossary")
    assert isinstance(tab, GlossaryTab)
    return tab


def cell(tab: GlossaryTab, word: str, heading: str) -> str:
    row = next(n for n, line in enumerate(tab.model.rows) if line.word == word)
    return str(tab.model.index(row, column(tab, heading)).data() or "")


def column(tab: GlossaryTab, heading: str) -> int:
    across = Qt.Orientation.Horizontal
    names = [tab.model.headerData(n, across) for n in range(tab.model.columnCount())]
    return names.index(heading)


def test_the_grid_keeps_qt_s_contract(qtmodeltester: ModelTester, words: GlossaryTab) -> None:
    qtmodeltester.check(words.model)


def test_a_meaning_is_typed_where_it_stands(qtbot: QtBot, words: GlossaryTab) -> None:
    row = next(n for n, line in enumerate(words.model.rows) if line.word == "Recette")
    index = words.model.index(row, column(words, "Éducatif"))
    words.table.setCurrentIndex(index)
    words.table.edit(index)
    editor = words.table.findChild(QPlainTextEdit)
    assert editor is not None
    editor.setPlainText(HOSTILE)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert cell(words, "Recette", "Éducatif").startswith("<img src=")
    assert "&lt;img" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    words.context.document.undo()
    assert cell(words, "Recette", "Éducatif") == ""


def test_a_key_takes_a_meaning_away(qtbot: QtBot, words: GlossaryTab) -> None:
    row = next(n for n, line in enumerate(words.model.rows) if line.word == "Urgent")
    words.table.setCurrentIndex(words.model.index(row, column(words, "DSI")))
    qtbot.keyClick(words.table, Qt.Key.Key_Delete)
    assert cell(words, "Urgent", "DSI") == ""
    assert len(words.context.document.read(lambda s: records.list_rows(s, TERM)).rows) == 8


def test_a_trade_added_stays_until_it_speaks(words: GlossaryTab) -> None:
    words.model.add_trade("Usagers")
    assert words.model.trades[-1] == "Usagers"
    key = words.model.rows[0].id
    words.context.document.run("Say", lambda s: glossary.say(s, key, "usagers", "mon projet"))
    assert words.model.trades.count("Usagers") + words.model.trades.count("usagers") == 1


def test_the_filter_looks_into_every_meaning(words: GlossaryTab) -> None:
    words.filter_field.setText("migration donnees")
    assert [line.word for line in words.model.rows] == ["Reprise"]


def test_a_projection_shows_what_is_public_and_takes_no_edit(words: GlossaryTab) -> None:
    document = words.context.document
    key = words.model.rows[0].id
    document.run("Hide", lambda s: records.change(s, TERM, key, {"confidentiality": "mediator"}))
    document.present(True)
    assert len(words.model.rows) == 7
    assert not words.model.flags(words.model.index(0, 1)) & Qt.ItemFlag.ItemIsEditable


def test_the_decisions_say_how_they_are_carried_out(pane: KnowledgePane) -> None:
    tab = pane.go("decisions")
    assert isinstance(tab, DecisionsTab)
    assert "6 of 8 due decisions carried out" in tab.figures.text()
    assert "4.2 days" in tab.figures.text()
    tab.late.click()
    shown = tab.register.selection
    assert shown is not None
    rows = {row["id"]: row["ref"] for row in pane.context.document.table(shown.record_type).dicts()}
    assert {rows[key] for key in shown.keys} == {"D6", "D8"}


def test_a_meaning_is_found_through_its_term(pane: KnowledgePane) -> None:
    row = pane.context.document.table(MEANING).dicts()[-1]
    pane.go("decisions")
    pane.reveal(MEANING.name, row["id"])
    tab = pane.current
    assert isinstance(tab, GlossaryTab)
    assert tab.model.rows[tab.table.currentIndex().row()].id == row["term_id"]


def test_lessons_are_counted_by_cause_and_made_of_difficulties(
    pane: KnowledgePane, context: Context
) -> None:
    tab = pane.go("lessons")
    assert isinstance(tab, LessonsTab)
    # Three lessons, each of another cause; two of them tell of K1 and K2.
    shown = [cause for cause, link in tab.causes.items() if not link.isHidden()]
    assert shown == ["terms", "change", "money"]
    offered = [button.text().split(" ")[0] for button in tab.offers.values()]
    assert offered == ["K3", "K4", "K5", "K6"]
    tab.causes[TenCause.MONEY].click()
    assert len(tab.register.table.selected_keys()) == 1
    next(iter(tab.offers.values())).click()
    (made,) = tab.register.table.selected_keys()
    row = next(row for row in context.document.table(LESSON).dicts() if row["id"] == made)
    assert row["title"].startswith("Aucune règle ne disait qui accepte")
    assert row["confidentiality"] == "public"
    assert context.document.undo_label == "Make a lesson of K3"
    assert len(tab.offers) == 3
    context.document.undo()
    assert len(tab.offers) == 4
    context.document.present(True)
    assert tab.offers == {}
    # One of the three is the sponsor's.
    assert [c for c, link in tab.causes.items() if not link.isHidden()] == ["terms", "money"]


def test_each_list_comes_back_as_it_was_left(
    pane: KnowledgePane, context: Context, qtbot: QtBot
) -> None:
    decision = context.document.table(DECISION).dicts()[2]["id"]
    term = context.document.table(TERM).dicts()[3]["id"]
    pane.reveal(DECISION.name, decision)
    pane.reveal(TERM.name, term)
    once = KnowledgePane(context)
    qtbot.addWidget(once)
    once.restore(pane.state())
    # A list that nobody opened meanwhile is not forgotten either.
    again = KnowledgePane(context)
    qtbot.addWidget(again)
    again.restore(once.state())
    assert again.name == "glossary"
    assert again.current.state() == {"selected": [term]}
    assert again.go("decisions").state() == {"selected": [decision]}
