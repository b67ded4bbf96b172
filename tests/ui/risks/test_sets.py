"""Risks to begin a register with, ticked and added; what every view of the risks offers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from entente.domain.risk import RISK
from entente.services import records, risk_sets
from entente.store.session import Session
from entente_ui.look.theme import Theme
from entente_ui.pane import paper
from entente_ui.risks.bowtie.view import BowtieView
from entente_ui.risks.pane import RisksPane
from entente_ui.risks.register_view import RegisterView
from entente_ui.risks.sets.dialog import SetsDialog
from tests.ui.risks.conftest import Mission


@pytest.fixture
def dialog(look: Theme, mission: Mission, qtbot: QtBot) -> SetsDialog:
    del look
    made = SetsDialog(mission.context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def events(mission: Mission) -> list[str]:
    table = mission.document.table(RISK)
    return [row["event"] for row in table.dicts()]


def test_what_is_ticked_in_all_sets_is_added_as_one_step(
    dialog: SetsDialog, mission: Mission
) -> None:
    assert not dialog.add_button.isEnabled()
    first, second, *_rest = mission.document.read(risk_sets.library)
    dialog.tick(on=True)
    dialog.show_set(second.key)
    dialog.rows[second.key][0].box.click()
    count = len(first.models) + 1
    assert dialog.add_button.text() == f"Add {count} risks"
    before = events(mission)
    dialog.add_button.click()
    assert len(events(mission)) == len(before) + count
    assert mission.toasts == [f"{count} risks added"]
    assert not dialog.isVisible()
    mission.document.undo()
    assert events(mission) == before


def test_what_is_there_already_cannot_be_ticked(
    look: Theme, mission: Mission, qtbot: QtBot
) -> None:
    del look
    first = mission.document.read(risk_sets.library)[0]
    mission.document.run("Add", lambda s: risk_sets.add(s, first.models[:1]))
    dialog = SetsDialog(mission.context)
    qtbot.addWidget(dialog)
    dialog.tick(on=True)
    row = dialog.rows[first.key][0]
    assert (row.box.isEnabled(), row.box.isChecked()) == (False, False)
    assert row.box.accessibleDescription() == "already noted"
    assert len(dialog.ticked) == len(first.models) - 1
    dialog.tick(on=False)
    assert dialog.ticked == []
    labels = dialog.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_nothing_is_added_while_others_look(dialog: SetsDialog, mission: Mission) -> None:
    dialog.tick(on=True)
    mission.document.present(on=True)
    before = len(mission.document.steps())
    dialog.add()
    assert len(mission.document.steps()) == before


@pytest.fixture
def pane(look: Theme, mission: Mission, qtbot: QtBot) -> RisksPane:
    del look
    made = RisksPane(mission.context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    QApplication.processEvents()
    return made


def command(pane: RisksPane, words: str) -> None:
    next(each for each in pane.commands() if each.text() == words).trigger()


def test_a_selected_risk_is_shown_as_a_bow_tie_from_any_view(
    pane: RisksPane, mission: Mission
) -> None:
    for name in ("register", "matrix"):
        pane.go(name).reveal(RISK.name, mission.key("R05"))
        command(pane, "Show as a bow-tie")
        view = pane.current
        assert isinstance(view, BowtieView)
        assert view.key == mission.key("R05")
        view.show_wanted(mission.key("R01"))
    pane.go("review")
    command(pane, "Show as a bow-tie")
    assert pane.name == "bowtie"
    command(pane, "Print the register")
    command(pane, "Print the bow-tie")
    assert mission.revealed[0] == (paper("risks"), "")
    assert mission.revealed[1][0] == paper("bowtie")


def test_an_empty_register_offers_a_starter_set(pane: RisksPane, mission: Mission) -> None:
    def clear(session: Session) -> None:
        for row in records.list_rows(session, RISK).dicts():
            records.remove(session, RISK, row["id"])

    mission.document.run("Clear", clear)
    view = pane.go("register")
    assert isinstance(view, RegisterView)
    QApplication.processEvents()
    view.sets_wanted.emit()
    dialog = next(each for each in pane.findChildren(SetsDialog) if each.isVisible())
    dialog.tick(on=True)
    dialog.add()
    assert len(events(mission)) == 5


def test_scales_are_at_hand_and_writing_is_not_while_others_look(
    pane: RisksPane, mission: Mission
) -> None:
    command(pane, "Scales")
    assert pane.name == "scales"
    mission.document.present(on=True)
    sets = next(each for each in pane.commands() if each.text() == "Add from a starter set…")
    assert not sets.isEnabled()
    QTest.keyClick(pane.menu_button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
