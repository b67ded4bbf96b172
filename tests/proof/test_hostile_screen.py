"""Whatever is written in a mission, what opens over the window shows it as it is.

A label or a tooltip that read its text as HTML would open files and other computers named in it.
What the places show is looked at in `test_projected_screen`, on one walk with more to see.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from entente.domain.catalogue import RECORD_TYPES
from entente.errors import InvalidValueError
from entente.store.mission_file import MissionFile
from entente_ui.registers.import_dialog import import_file
from entente_ui.shell.overlay import Overlay
from entente_ui.shell.search import Search
from tests.proof.conftest import Opens
from tests.proof.filling import Keys, fill
from tests.proof.markup import CHOSEN, TEXTS, faults
from tests.proof.naughty import FORMULAS, MARKUP, NAUGHTY
from tests.proof.screen import Program, seen_in, settle, shown_in
from tests.store.conftest import fast_key

DIALOGS = ("new", "settings", "passphrase", "recovery", "about", "help", "keys", "changes")
OVERLAYS = ("palette", "search", "history")


@pytest.fixture(scope="module")
def file(home: Path) -> MissionFile:
    return MissionFile.create(home / "<b>R&D %n [*] é.entente", fast_key())


@pytest.fixture(scope="module")
def keys(file: MissionFile) -> Keys:
    return fill(file.gate, TEXTS)


@pytest.fixture(scope="module")
def program(open_window: Opens, file: MissionFile, keys: Keys) -> Program:
    assert keys
    program = open_window(file)
    program.shell.preferences.remember(file.path)
    return program


def test_the_eyes_see_a_label_and_a_tooltip_that_read_html(qapp: QApplication) -> None:
    assert qapp is not None
    bad = QWidget()
    QLabel("x", bad)
    bad.setToolTip("<qt><img src='x'></qt>")
    assert len(faults(bad)) == 2
    bad.setToolTip("<qt>&lt;img&gt;<br><b>Ctrl+D</b></qt>")
    assert len(faults(bad)) == 1
    bad.deleteLater()


@pytest.mark.parametrize("command", OVERLAYS)
def test_what_floats_over_the_window_shows_text(program: Program, command: str) -> None:
    program.shell.actions[command].trigger()
    (overlay,) = program.window.findChildren(Overlay)
    for words in ("", "<img", "&"):
        overlay.look_for(words)
        assert faults(overlay) == []
    overlay.leave()
    settle()


def test_a_search_shows_what_was_found_as_it_was_written(program: Program) -> None:
    program.shell.actions["search"].trigger()
    (search,) = program.window.findChildren(Search)
    search.look_for("canary")
    assert any("<img src=" in entry.spoken for entry in search.entries)
    settle()
    assert "<img src=" in seen_in(search)
    search.leave()
    settle()


@pytest.mark.parametrize("command", DIALOGS)
def test_no_dialog_reads_a_text_as_html(program: Program, command: str) -> None:
    program.shell.actions[command].trigger()
    settle()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert len(windows) == 2
    for window in windows:
        assert faults(window) == []
    for dialog in program.window.findChildren(QDialog):
        dialog.close()
    settle()


def test_the_import_shows_a_list_as_text(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "<b>liste & %n.csv"
    lines = [
        f'"{text.replace(chr(34), chr(34) * 2)}"' for text in (*MARKUP.values(), *FORMULAS.values())
    ]
    path.write_text("\n".join(["<img src=x>,Name", *(f"{line},{line}" for line in lines)]), "utf-8")
    dialog = import_file(program.workspace.context, RECORD_TYPES["actor"], path, program.window)
    assert dialog is not None
    tabs = dialog.findChildren(QTabBar)[0]
    settle(lambda: tabs.tabText(1).startswith("Rows ("))
    assert "<img src=" in seen_in(dialog)
    for tab in range(tabs.count()):
        tabs.setCurrentIndex(tab)
        settle()
        assert faults(dialog) == []
    dialog.close()
    settle()


def test_messages_show_text(program: Program) -> None:
    for text in list(MARKUP.values())[:5]:
        program.shell.toast_wanted.emit(text, True)
        program.shell.failed.emit(InvalidValueError(text, text, text))
        assert text[:9] in program.workspace.banner.text
    assert faults(program.window) == []
    program.workspace.toaster.clear()
    program.workspace.banner.hide()
    settle()


def test_html_is_pasted_as_the_text_beside_it(program: Program, keys: Keys) -> None:
    program.shell.reveal("actor", keys["actor", CHOSEN[0]])
    settle()
    fields = [w for w in shown_in(program.window) if isinstance(w, QPlainTextEdit)]
    assert fields
    for field in fields:
        before = field.document().toRawText()
        QApplication.clipboard().setMimeData(_copied())
        field.setFocus()
        field.selectAll()
        field.paste()
        assert field.document().toRawText() == "gras"
        field.setPlainText(before)
    QApplication.clipboard().clear()


def _copied() -> QMimeData:
    """Return what a browser puts on the clipboard."""
    data = QMimeData()
    data.setHtml('<p>gras <img src="/etc/canary.png"></p>')
    data.setText("gras")
    return data


def test_the_title_is_the_name_as_it_was_written(program: Program) -> None:
    assert NAUGHTY[CHOSEN[0]] in program.window.windowTitle()
