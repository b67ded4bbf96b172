"""Taking over a list through the dialog, and writing one out."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.records import RecordType
from entente.exchange.readers import read_table
from entente.services import records
from entente_ui.registers import exporting
from entente_ui.registers.exporting import Shown
from entente_ui.registers.import_dialog import ImportDialog
from entente_ui.registers.register import Register
from tests.ui.registers.conftest import Mission

#: Opens the import of a list; takes its text, and its name and encoding if they matter.
Opener: TypeAlias = Callable[..., ImportDialog]
LIST = "Nom;Fonction;Structure;Pouvoir\nÉlise Noël;Élue;Mairie;3,5\nZoé Éclair;Présidente;;\n"


@pytest.fixture
def open_import(qtbot: QtBot, mission: Mission, tmp_path: Path) -> Opener:
    """Opens the import of a list of actors and waits until it was looked at."""

    def opened(text: str, name: str = "liste.csv", encoding: str = "cp1252") -> ImportDialog:
        path = tmp_path / name
        path.write_text(text, encoding=encoding)
        dialog = ImportDialog(mission.context, ACTOR, path)
        qtbot.addWidget(dialog)
        qtbot.waitUntil(lambda: bool(dialog.said))
        return dialog

    return opened


def apply(qtbot: QtBot, mission: Mission, dialog: ImportDialog) -> None:
    with qtbot.waitSignal(mission.document.changed):
        dialog._apply()


def test_a_windows_list_becomes_actors_in_one_step(
    qtbot: QtBot, mission: Mission, open_import: Opener
) -> None:
    steps = len(mission.document.steps())
    dialog = open_import(LIST)
    assert dialog.said == "1 addition, 1 update, 1 named record made"
    apply(qtbot, mission, dialog)
    found = mission.get(ACTOR, "Élise Noël")
    assert (found["role"], found["power"]) == ("Élue", 3.5)
    assert mission.get(ACTOR, "A01")["role"] == "Présidente"
    assert mission.toasts == ["Actors: 1 addition, 1 update"]
    assert len(mission.document.steps()) == steps + 1
    mission.document.undo()
    assert mission.get(ACTOR, "A01")["role"] == "Directrice"
    assert mission.document.read(lambda s: records.count(s, ACTOR)) == 4


def test_enter_takes_the_rows_over_and_does_not_call_it_off(
    qtbot: QtBot, mission: Mission, tmp_path: Path
) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    dialog = ImportDialog(mission.context, ACTOR, path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.isActiveWindow() and dialog.can_import)
    focus = dialog.focusWidget()
    assert focus is not None
    with qtbot.waitSignal(mission.document.changed):
        qtbot.keyClick(focus, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (0, "1 addition, 1 update, 1 named record made"),
        (1, "1 addition, 1 row left out, 1 named record made"),
        (2, "2 additions, 1 named record made"),
    ],
)
def test_what_is_already_there_is_updated_left_out_or_added_again(
    open_import: Opener, choice: int, said: str
) -> None:
    dialog = open_import(LIST)
    dialog.duplicates.setCurrentIndex(choice)
    dialog.duplicates.activated.emit(choice)
    assert dialog.said == said


def test_a_problem_is_shown_with_its_place_and_nothing_is_imported(
    mission: Mission, open_import: Opener
) -> None:
    steps = mission.document.steps()
    dialog = open_import("Nom;Pouvoir\nA B;3\nC D;sept\n")
    assert not dialog.can_import
    assert dialog.said.startswith("1 problem to put right")
    cells = [dialog.remarks.item(0, column) for column in range(3)]
    texts = [cell.text() for cell in cells if cell is not None]
    assert texts[:2] == ["3", "Pouvoir (B)"]
    assert "sept" in texts[2]
    dialog._apply()
    assert mission.document.steps() == steps


def test_a_column_can_be_given_another_field(
    qtbot: QtBot, mission: Mission, open_import: Opener
) -> None:
    dialog = open_import("Nom;Mot\nA B;rapide\n")
    choice = dialog.columns.choices[1]
    assert choice.currentData() == ""
    place = choice.findData("discipline")
    choice.setCurrentIndex(place)
    choice.activated.emit(place)
    qtbot.waitUntil(lambda: dialog.can_import)
    apply(qtbot, mission, dialog)
    assert mission.get(ACTOR, "A B")["discipline"] == "rapide"


def test_a_file_that_cannot_be_read_is_one_sentence(
    open_import: Opener,
) -> None:
    dialog = open_import("", name="vide.csv")
    assert "vide.csv" in dialog.said
    assert not dialog.can_import


def test_hostile_headings_and_cells_stay_text(
    open_import: Opener,
) -> None:
    hostile = '<img src="//host/share/x.png">'
    dialog = open_import(f"Nom;{hostile}\n{hostile};{hostile}\n")
    for label in dialog.findChildren(QLabel):
        assert label.textFormat().name == "PlainText"
        assert "<img" not in label.toolTip()
    for row in range(dialog.rows.rowCount()):
        for column in range(4):
            cell = dialog.rows.item(row, column)
            assert cell is not None
            assert "<img" not in cell.toolTip()


def test_closing_while_reading_stops_it(mission: Mission, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "liste.csv"
    path.write_text(LIST, encoding="utf-8")
    dialog = ImportDialog(mission.context, ACTOR, path)
    qtbot.addWidget(dialog)
    dialog.reject()
    qtbot.wait(100)
    assert mission.told == []


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_an_export_holds_what_is_shown(
    qtbot: QtBot, mission: Mission, tmp_path: Path, suffix: str
) -> None:
    target = tmp_path / f"acteurs{suffix}"
    keys = [mission.key(ACTOR, "A03"), mission.key(ACTOR, "A01")]
    with qtbot.waitSignal(mission.context.background.finished):
        exporting.write(mission.context, ACTOR, target, Shown(keys, ["name", "organisation_id"]))
    table = read_table(target)
    assert table.headings == ("Name", "Organisation")
    assert [tuple(row) for row in table.rows] == [
        ("eva Œuvrard", "Clinique d’Ombrelle"),
        ("Zoé Éclair", "Clinique d’Ombrelle"),
    ]


@pytest.mark.parametrize(
    ("columns", "sheets"), [(["name", "power"], 2), (["name", "camp"], 1), (["ref", "power"], 1)]
)
def test_ratings_are_written_with_the_names_and_columns_shown(
    qtbot: QtBot, mission: Mission, tmp_path: Path, columns: list[str], sheets: int
) -> None:
    target = tmp_path / "acteurs.xlsx"
    keys = [mission.key(ACTOR, "A03"), mission.key(ACTOR, "A01")]
    with qtbot.waitSignal(mission.context.background.finished):
        exporting.write(mission.context, ACTOR, target, Shown(keys, columns))
    table = read_table(target)
    assert len(table.sheets) == sheets
    if sheets > 1:
        rated = read_table(target, sheet=table.sheets[1])
        assert {row[0] for row in rated.rows} <= {"A01", "A03"}


def test_ratings_come_back_with_their_register(
    qtbot: QtBot, mission: Mission, tmp_path: Path
) -> None:
    target = tmp_path / "acteurs.xlsx"
    with qtbot.waitSignal(mission.context.background.finished):
        exporting.write(mission.context, ACTOR, target)
    count = len(mission.document.read(lambda s: records.ratings(s, ACTOR)))
    assert count > 1
    key = mission.key(ACTOR, "A01")
    (gone,) = mission.document.read(lambda s: records.ratings(s, ACTOR, key))
    mission.document.run("Remove", lambda s: s.delete_rating(ACTOR, gone.id))
    dialog = ImportDialog(mission.context, ACTOR, target)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.can_import)
    assert "1 dated rating" in dialog.said
    apply(qtbot, mission, dialog)
    (back,) = mission.document.read(lambda s: records.ratings(s, ACTOR, key))
    assert (back.dated_on, back.values) == (gone.dated_on, gone.values)
    assert len(mission.document.read(lambda s: records.ratings(s, ACTOR))) == count


def test_an_export_that_cannot_be_written_is_told(
    qtbot: QtBot, mission: Mission, tmp_path: Path
) -> None:
    with qtbot.waitSignal(mission.context.background.finished):
        exporting.write(mission.context, ACTOR, tmp_path / "no folder" / "acteurs.csv")
    assert len(mission.told) == 1


def test_the_register_exports_its_rows_in_their_order(
    mission: Mission,
    make_register: Callable[[RecordType], Register],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[Shown | None] = []
    monkeypatch.setattr(
        exporting, "export_table", lambda _context, _kind, shown, _parent: asked.append(shown)
    )
    register = make_register(ACTOR)
    register.filter_field.searched.emit("o")
    register.commands.export()
    (shown,) = asked
    assert shown is not None
    assert mission.key(ACTOR, "A01") in shown.keys
    assert shown.columns[:2] == ["ref", "name"]
