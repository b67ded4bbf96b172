"""The log of difficulties on screen: causes, signals, promotion, response in proportion."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.services import natures, records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.difficulties.log.nature_popover import NaturePopover
from entente_ui.difficulties.log.words import gap_words
from entente_ui.difficulties.pane import DifficultiesPane
from entente_ui.document import Document
from entente_ui.pane import Context

HOSTILE = "<img src='file:///etc/passwd'> =cmd|' /C calc'!A0"
MARCH, APRIL = dt.date(2026, 3, 4), dt.date(2026, 4, 1)


def fill(session: Session) -> None:
    owner = records.create(session, ACTOR, {"name": "Anselme Ferrage"})
    data = {"title": "Reprise", "opened_on": MARCH, "nature": "conflict", "scope": "inter"}
    first = records.create(session, DIFFICULTY, {**data, "stake": 4, "stage": 4})
    second = records.create(
        session, DIFFICULTY, {"title": HOSTILE, "opened_on": APRIL, "solution": "Un lexique"}
    )
    for key, cause, weight in (
        (first, "money", 3),
        (first, "terms", 1),
        (second, "terms", 1),
        (second, "time", 1),
    ):
        values = {"difficulty_id": key, "cause": cause, "weight": weight}
        records.create(session, DIFFICULTY_CAUSE, values)
    decision = {"title": HOSTILE, "owner_id": owner, "due_on": dt.date(2026, 6, 1)}
    records.create(session, DECISION, decision)
    broken = {"statement": "Je viens", "actor_id": owner, "state": "broken"}
    records.create(session, COMMITMENT, broken)


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
    made.resize(1100, 900)
    made.show()
    return made


def titles(pane: DifficultiesPane) -> list[str]:
    model = pane.list.difficulties
    return [row.ref for row in model.rows]


def at_causes(pane: DifficultiesPane) -> DifficultiesPane:
    pane.tabs.setCurrentWidget(pane.causes)
    return pane


def test_a_bar_leads_to_the_difficulties_behind_it(qtbot: QtBot, pane: DifficultiesPane) -> None:
    chart = at_causes(pane).causes.pareto
    assert "K" not in chart.accessibleDescription()
    assert chart.accessibleDescription().startswith("10 · financial stakes: weight 3, 50% of all")
    place = chart.row_rect(0).center().toPoint()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert pane.tabs.currentIndex() == 0
    assert titles(pane) == ["K1"]
    assert pane.side.narrowed.words == "10 · financial stakes"
    pane.side.widen()
    assert titles(pane) == ["K1", "K2"]
    assert pane.side.narrowed.words == ""


def test_arrows_go_through_the_bars_and_the_months_follow(
    qtbot: QtBot, pane: DifficultiesPane
) -> None:
    view = at_causes(pane).causes
    qtbot.keyClick(view.pareto, Qt.Key.Key_Down)
    bar = view.pareto.current
    assert bar is not None
    assert bar.cause.value == "terms"
    assert view.trend.accessibleDescription() == (
        "March\u00a02026: 4, 2 · words with several meanings 1; "
        "April\u00a02026: 2, 2 · words with several meanings 1"
    )
    qtbot.keyClick(view.pareto, Qt.Key.Key_Return)
    assert titles(pane) == ["K1", "K2"]


def test_a_cell_says_its_weight_and_leads_on(
    qtbot: QtBot, qtmodeltester: ModelTester, pane: DifficultiesPane
) -> None:
    table = at_causes(pane).causes.matrix
    qtmodeltester.check(table.cells)
    shown = [
        [table.cells.index(row, column).data() for column in range(table.cells.columnCount())]
        for row in range(table.cells.rowCount())
    ]
    assert shown == [["", "3", "", ""], ["", "1", "", "1"], ["", "", "", "1"]]
    table.setCurrentIndex(table.cells.index(2, 3))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert titles(pane) == ["K2"]
    assert pane.side.narrowed.words == "9 · time constraints · scope not known"


def test_the_figures_are_a_table_too_and_can_be_taken_along(
    qtmodeltester: ModelTester, pane: DifficultiesPane
) -> None:
    view = at_causes(pane).causes
    qtmodeltester.check(view.table.twin)
    view._views.chosen.emit("table")
    view._views.set_current("table")
    view.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[1].split("\t")[:5] == ["10", "financial stakes", "3", "50%", "50%"]
    assert lines[2].split("\t")[-2:] == ["1", "1"]
    assert "1 of 2 difficulties brought a solution" in view._kpi.text()


def test_what_was_not_done_is_noted_by_one_click(pane: DifficultiesPane) -> None:
    box = pane.side.signals
    assert [signal.ref for signal in box.proposed] == ["D1", "E1"]
    assert box.section.header.accessibleName() == "Proposed signals (2)"
    box.read_again()
    assert box._area.height() >= 2 * box.fontMetrics().height()  # its lines are there at once
    box.note(box.proposed[0])
    assert [signal.ref for signal in box.proposed] == ["E1"]
    assert titles(pane) == ["K1", "K2", "K3"]
    assert pane.list.at_hand is not None
    assert pane.list.at_hand.ref == "K3"
    pane.context.document.undo()
    assert len(box.proposed) == 2
    formats = {label.textFormat() for label in pane.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}


def test_a_promotion_asks_why_and_is_one_step(qtbot: QtBot, pane: DifficultiesPane) -> None:
    actions = {action.text(): action for action in pane.commands()}
    actions["Promote: legal dispute…"].trigger()
    (popover,) = pane.window().findChildren(NaturePopover)
    popover.reason.setText(HOSTILE)
    qtbot.keyClick(popover.reason, Qt.Key.Key_Return)
    document = pane.context.document
    key = pane._rows[0].id
    steps = document.read(lambda s: natures.history(s, key))
    assert [(step.after.value, step.reason) for step in steps] == [
        ("conflict", ""),
        ("dispute", HOSTILE),
    ]
    assert document.undo_label == "K1 becomes: legal dispute"
    document.undo()
    assert pane._rows[0].nature == "conflict"


def test_escape_promotes_nothing(qtbot: QtBot, pane: DifficultiesPane) -> None:
    popover = pane._log.become()
    assert popover is not None
    popover.natures.set_current("tension")
    qtbot.keyClick(popover.reason, Qt.Key.Key_Escape)
    assert pane._rows[0].nature == "conflict"


def test_the_menu_of_a_row_offers_the_next_and_the_one_before(pane: DifficultiesPane) -> None:
    pane.list.choose(pane._rows[1].id)
    pane.list.customContextMenuRequested.emit(QPoint(5, 5))
    (menu,) = pane.list.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Promote: controversy…",
        "Nature and its history…",
    ]
    menu.close()


def test_the_list_says_where_the_response_is_out_of_proportion(pane: DifficultiesPane) -> None:
    def gaps() -> list[str]:
        return [gap_words(row) for row in pane._rows]

    def change(**values: object) -> None:
        key = pane._rows[0].id
        pane.context.document.run("Change", lambda s: records.change(s, DIFFICULTY, key, values))

    assert gaps() == ["↑ mediation", ""]
    change(response="authority")
    assert gaps()[0] == "↓ mediation"
    model = pane.list.difficulties
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "response proposed: mediation, engaged: governing body" in spoken
    change(response="mediation")
    assert gaps()[0] == ""
    change(response="watch", status="settled")
    assert gaps()[0] == ""


def test_others_see_neither_signals_nor_causes_nor_stakes(
    pane: DifficultiesPane, context: Context
) -> None:
    at_causes(pane)
    public = {"confidentiality": "public"}
    key = pane._rows[0].id
    context.document.run("Open", lambda s: records.change(s, DIFFICULTY, key, public))
    context.document.present(on=True)
    assert pane.side.signals.proposed == ()
    assert pane.causes.pareto.current is None
    assert [gap_words(row) for row in pane._rows] == [""]
    assert pane._log.become() is None
    assert pane._log.actions() == ()


def test_an_empty_log_names_the_causes_it_could_have(
    qtbot: QtBot, gate: Gate, context: Context
) -> None:
    gate.run("Add", lambda s: records.create(s, DIFFICULTY, {"title": "Reprise"}))
    empty = at_causes(DifficultiesPane(context))
    qtbot.addWidget(empty)
    assert empty.causes._pages.currentIndex() == 1
    empty.causes.naming_wanted.emit()
    assert empty.tabs.currentIndex() == 0


def test_a_tension_is_told_by_its_gap(pane: DifficultiesPane) -> None:
    key = pane._rows[1].id
    gap = {"nature": "tension", "desired": "Saisir le jour même", "actual": HOSTILE}
    pane.context.document.run("Change", lambda s: records.change(s, DIFFICULTY, key, gap))
    tip = pane.list.difficulties.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert "Desired state: Saisir le jour même" in tip
    assert "<img" not in tip
    pane.list.choose(key)
    popover = pane._log.become()
    assert popover is not None
    words = [label.text() for label in popover.findChildren(QLabel)]
    assert f"Actual state: {HOSTILE}\nDesired state: Saisir le jour même" in words
    popover.skip()
