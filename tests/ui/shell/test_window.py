"""The whole window around the sample mission; few tests, for each takes a while."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.errors import DamagedFileError, FileGoneError
from entente.services import mission, records
from entente.store.mission_file import MissionFile
from entente_ui.actors.pane import ActorsPane
from entente_ui.document import Document
from entente_ui.kit import PrimaryButton
from entente_ui.pane import Context, Pane
from entente_ui.shell.palette import Palette
from entente_ui.shell.places import Place
from entente_ui.shell.shell import Shell
from entente_ui.shell.trouble import sentence
from entente_ui.shell.workspace import Workspace

HOSTILE = '<img src="//host/share/x.png">&<b>[*]%n'


def space(shell: Shell) -> Workspace:
    assert shell.workspace is not None
    return shell.workspace


def mind(shell: Shell) -> Document:
    assert shell.document is not None
    return shell.document


def rename(shell: Shell, name: str) -> None:
    assert mind(shell).run("Rename", lambda session: mission.change(session, {"name": name}))


def texts(root: QWidget) -> str:
    parts = [label.text() for label in root.findChildren(QLabel)]
    parts += [button.text() for button in root.findChildren(QAbstractButton)]
    parts += [field.text() for field in root.findChildren(QLineEdit)]
    return "\n".join([root.windowTitle(), *parts])


def focusable(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(interface.childCount()):
        child = interface.child(number)
        if not child.isValid() or child.state().invisible:
            continue
        widget = child.object()
        passes_on = isinstance(widget, QWidget) and widget.focusProxy() is not None
        if child.state().focusable and not passes_on:
            yield child
        yield from focusable(child)


def test_no_label_reads_html_and_everything_focusable_has_a_name(
    sample_shell: Shell, qtbot: QtBot
) -> None:
    rename(sample_shell, HOSTILE)
    for place in space(sample_shell).places:
        space(sample_shell).go(place.name)
        qtbot.wait(30)
        for label in sample_shell.window.findChildren(QLabel):
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
        # The help alone shows Markdown, and it is ours.
        assert sample_shell.window.findChildren(QTextEdit) == []
        assert sample_shell.window.findChildren(QTextBrowser) == []
        root = QAccessible.queryAccessibleInterface(sample_shell.window)
        unnamed = [
            f"{place.name}: {type(child.object()).__name__} {child.role()}"
            for child in focusable(root)
            if not child.text(QAccessible.Text.Name)
        ]
        assert unnamed == []


def test_a_hostile_name_is_shown_as_it_is(sample_shell: Shell) -> None:
    rename(sample_shell, HOSTILE)
    assert HOSTILE in texts(space(sample_shell).top)
    assert sample_shell.window.windowTitle().startswith('<img src="//host/share/x.png">&<b>')


def test_the_steps_are_named_in_the_menu_and_undone_by_it(sample_shell: Shell) -> None:
    rename(sample_shell, "Autre nom")
    actions = sample_shell.actions
    assert actions["undo"].text() == "Undo: Rename"
    assert space(sample_shell).toaster.texts == ["Rename"]
    actions["undo"].trigger()
    assert actions["redo"].text() == "Redo: Rename"
    assert sample_shell.window.windowTitle() == "Mission CONFLUENT — Entente"
    assert "Undone: Rename" in space(sample_shell).toaster.texts
    actions["redo"].trigger()
    assert sample_shell.window.windowTitle() == "Autre nom — Entente"


def test_an_ampersand_in_a_step_is_an_ampersand(sample_shell: Shell) -> None:
    document = mind(sample_shell)
    document.run("Rename R&D", lambda session: mission.change(session, {"name": "x"}))
    assert sample_shell.actions["undo"].text() == "Undo: Rename R&&D"


def test_an_old_offer_to_undo_goes_when_another_step_is_done(sample_shell: Shell) -> None:
    rename(sample_shell, "Un")
    rename(sample_shell, "Deux")
    assert space(sample_shell).toaster.texts == ["Rename"]


def test_others_see_no_name_and_no_step(sample_shell: Shell, qtbot: QtBot) -> None:
    rename(sample_shell, "Clinique Untel")
    sample_shell.actions["present"].trigger()
    assert mind(sample_shell).is_presenting
    for place in space(sample_shell).places:
        space(sample_shell).go(place.name)
        qtbot.wait(30)
        assert "Untel" not in texts(sample_shell.window), place.name
        assert "Versoir" not in texts(sample_shell.window), place.name
    assert sample_shell.window.windowTitle() == "Entente"
    assert sample_shell.actions["undo"].text() == "Undo"
    rename(sample_shell, "Clinique Untelle")
    assert space(sample_shell).toaster.texts[-1] == "Saved."
    sample_shell.actions["present"].trigger()
    assert sample_shell.window.windowTitle() == "Clinique Untelle — Entente"


def test_another_language_keeps_the_file_the_place_and_the_history(
    sample_shell: Shell, qtbot: QtBot
) -> None:
    space(sample_shell).go("difficulties")
    file, before = sample_shell.file, sample_shell.workspace
    sample_shell.preferences.language = "fr"
    qtbot.waitUntil(lambda: space(sample_shell).place == "difficulties")
    assert sample_shell.file is file
    assert space(sample_shell) is not before
    assert space(sample_shell).rail.accessibleName() == "Navigation"
    assert sample_shell.actions["quit"].text() in {"Quitter", "Quit"}
    sample_shell.preferences.language = "en"
    qtbot.waitUntil(lambda: space(sample_shell).is_complete)


def test_keys_lead_to_places_and_regions(sample_shell: Shell, qtbot: QtBot) -> None:
    window = sample_shell.window
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert space(sample_shell).place == "difficulties"
    QTest.keyClick(window, Qt.Key.Key_Eacute, Qt.KeyboardModifier.ControlModifier)
    assert space(sample_shell).place == "actors"
    visited = []
    for _times in range(6):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        regions = space(sample_shell).regions()
        visited.append(next(n for n, r in enumerate(regions) if focus and r.isAncestorOf(focus)))
    assert {0, 1, 2} <= set(visited)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.findChildren(Palette)


def test_a_record_is_revealed_where_it_is_shown(sample_shell: Shell) -> None:
    key = mind(sample_shell).read(partial(records.find, record_type=ACTOR, text="A11"))
    sample_shell.reveal("actor", key)
    assert space(sample_shell).place == "actors"
    note = mind(sample_shell).table(RECORD_TYPES["note"]).dicts()[0]
    sample_shell.reveal("note", note["id"])
    assert space(sample_shell).place == "difficulties"


def test_a_vanished_file_is_told_with_what_to_do(
    sample_shell: Shell, sample_file: MissionFile
) -> None:
    sample_file.path.unlink()
    document = mind(sample_shell)
    assert not document.run("Rename", lambda session: mission.change(session, {"name": "x"}))
    banner = space(sample_shell).banner
    assert not banner.isHidden()
    assert "Save a copy…" in texts(banner)
    assert "Not saved" in texts(space(sample_shell).status)


def test_the_next_change_takes_the_message_back(sample_shell: Shell) -> None:
    sample_shell.failed.emit(FileGoneError(sample_shell.file.path))  # type: ignore[union-attr]  # it is open
    rename(sample_shell, "Encore là")
    assert space(sample_shell).banner.isHidden()


def test_a_bug_is_not_told_as_a_mishap(sample_shell: Shell, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as caught:
        sample_shell.failed.emit(ZeroDivisionError())
    assert caught[0][0] is ZeroDivisionError


def test_a_pane_that_cannot_be_made_says_why_and_can_be_tried_again(
    sample_shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, fails = Place.make, [True]

    def make_or_fail(place: Place, context: Context) -> Pane:
        if fails[0]:
            raise DamagedFileError(Path("Essai.entente"))
        return make(place, context)

    monkeypatch.setattr(Place, "make", make_or_fail)
    pane = space(sample_shell).go("actors")
    assert pane is not None
    assert space(sample_shell).place == "actors"
    assert sentence(DamagedFileError(Path("Essai.entente"))) in texts(pane)
    fails[0] = False
    (again,) = pane.findChildren(PrimaryButton)
    again.click()
    shown = space(sample_shell).pane
    assert shown is not None
    assert shown is not pane
    assert "actor" in shown.reveals()


def test_a_fault_in_a_pane_is_reported_and_leaves_a_page(
    sample_shell: Shell, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(_place: Place, _context: Context) -> Pane:
        raise ZeroDivisionError

    monkeypatch.setattr(Place, "make", fail)
    with qtbot.captureExceptions() as caught:
        pane = space(sample_shell).go("documents")
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert pane is not None
    assert "ZeroDivisionError" in texts(pane)


def test_what_cannot_be_brought_back_leaves_the_place_and_the_inspector(
    shell: Shell, sample_file: MissionFile, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def fail(_pane: ActorsPane, _state: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ActorsPane, "restore", fail)
    with qtbot.captureExceptions() as caught:
        shell.show_mission(sample_file, {"place": "actors", "pane": {}})
        qtbot.waitUntil(lambda: space(shell).is_complete)
        qtbot.waitUntil(lambda: bool(caught))
    assert space(shell).place == "actors"
