"""What a kind of record has once it is described; run by `test_toy_record`."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.records import RecordType
from entente.exchange.readers import read_table
from entente.services import records
from entente_ui.pane import Selection
from entente_ui.registers import exporting
from entente_ui.registers.import_dialog import ImportDialog
from entente_ui.registers.inspector import Inspector
from entente_ui.registers.register import Register
from tests.ui.registers.conftest import Mission
from tests.ui.registers.toy.described import WORKSHOP

MINUTES = "Chacun a dit ce qu’il craint."


def add(mission: Mission) -> str:
    host, quarrel = mission.key(ACTOR, "A03"), mission.key(DIFFICULTY, "K1")
    values = {
        "title": "Atelier données",
        "seats": 12,
        "format": "room",
        "host_id": host,
        "difficulty_id": quarrel,
        "mood": 6.5,
        "minutes": MINUTES,
        "confidentiality": "public",
    }
    mission.document.run("Add", lambda s: records.create(s, WORKSHOP, values))
    return mission.key(WORKSHOP, "W1")


def test_it_is_stored_journaled_and_searched(mission: Mission) -> None:
    key = add(mission)
    assert mission.get(WORKSHOP, "W1")["mood"] == 6.5
    assert [hit.row_id for hit in mission.document.find("atelier donnees")] == [key]
    assert len(mission.document.past_of([key])) == 1
    mission.document.undo()
    assert mission.document.find("atelier donnees") == []


def test_it_goes_with_what_it_is_a_part_of(mission: Mission) -> None:
    add(mission)
    quarrel = mission.key(DIFFICULTY, "K1")
    mission.document.run("Remove", lambda s: records.remove(s, DIFFICULTY, quarrel))
    assert mission.document.table(WORKSHOP).rows == []
    mission.document.undo()
    assert len(mission.document.table(WORKSHOP).rows) == 1


def test_it_has_a_register(
    qtmodeltester: ModelTester, mission: Mission, make_register: Callable[[RecordType], Register]
) -> None:
    add(mission)
    register = make_register(WORKSHOP)
    qtmodeltester.check(register.model)
    names = [column.name for column in register.model.columns]
    shown = {name: register.model.index(0, place).data() for place, name in enumerate(names)}
    assert shown["host_id"] == "eva Œuvrard"
    assert shown["format"] == "in a room"
    assert register.model.setData(register.model.index(0, names.index("seats")), "40")
    assert not register.model.setData(register.model.index(0, names.index("seats")), "400")
    QGuiApplication.clipboard().setText("Deuxième atelier\t06/05/2026\tcall\t8\tyes")
    register.table.setCurrentIndex(register.model.index(0, names.index("title")))
    register.commands.paste()
    assert mission.get(WORKSHOP, "W1")["title"] == "Deuxième atelier"
    register.filter_field.searched.emit("oeuvrard")
    assert register.model.rowCount() == 1


def test_it_has_a_form_and_is_listed_under_what_it_belongs_to(
    mission: Mission, inspector: Inspector
) -> None:
    key = add(mission)
    inspector.show_selection(Selection(WORKSHOP, (key,)))
    page = inspector.page
    assert page is not None
    assert page.head.title.text() == "Atelier données"
    assert page.form.boxes["minutes"].level is not None
    assert page.trail is not None
    page.tabs.setCurrentIndex(1)
    assert page.past.steps[0].lines[0] == "Created"
    inspector.show_selection(Selection(DIFFICULTY, (mission.key(DIFFICULTY, "K1"),)))
    assert inspector.page is not None
    (line,) = inspector.page.parts["workshop"].texts
    assert line.startswith("Atelier données")


def test_it_is_imported_and_exported(qtbot: QtBot, mission: Mission, tmp_path: Path) -> None:
    source = tmp_path / "ateliers.csv"
    source.write_text("Intitulé;Seats;Host\nUn;5;Zoé Éclair\nDeux;6;\n", encoding="cp1252")
    dialog = ImportDialog(mission.context, WORKSHOP, source)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.can_import)
    with qtbot.waitSignal(mission.document.changed):
        dialog._apply()
    assert mission.get(WORKSHOP, "Un")["host_id"] == mission.key(ACTOR, "A01")
    target = tmp_path / "sortie.xlsx"
    with qtbot.waitSignal(mission.context.background.finished):
        exporting.write(mission.context, WORKSHOP, target)
    table = read_table(target, WORKSHOP)
    assert "Mood" in table.headings
    assert [row[1] for row in table.rows] == ["Un", "Deux"]


def test_others_see_of_it_what_they_may(mission: Mission) -> None:
    add(mission)
    mission.document.present(on=True)
    (row,) = mission.document.table(WORKSHOP).dicts()
    assert row["title"] == "Atelier données"
    assert row["minutes"] is None
