"""A difficulty noted in one line, from anywhere in the window."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.party import PARTY
from entente.i18n import use_language
from entente_ui.shell.capture import CaptureLine
from entente_ui.shell.capture_hints import hints
from entente_ui.shell.shell import Shell

LINE = "#tension @A07 @Versoir ne répond plus aux messages ~c2 !3"
#: One frame at sixty a second, and as much again for a busy machine.
FRAMES = 0.1


def opened(shell: Shell) -> CaptureLine:
    shell.actions["capture"].trigger()
    (line,) = shell.window.findChildren(CaptureLine)
    return line


def test_it_is_read_while_it_is_typed_and_noted_as_one_step(sample_shell: Shell) -> None:
    document, workspace = sample_shell.document, sample_shell.workspace
    assert document is not None
    assert workspace is not None
    before = len(document.table(DIFFICULTY).rows)
    line = opened(sample_shell)
    line.field.setText(LINE)
    people = {row["ref"]: row["name"] for row in document.table(ACTOR).dicts()}
    assert line.preview.text() == "“Ne répond plus aux messages”"
    assert line.marks[:3] == ["tension", people["A07"], people["A11"]]
    assert line.marks[4] == "stake 3"

    began = time.perf_counter()
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    row = document.table(DIFFICULTY).dicts()[-1]
    assert time.perf_counter() - began < FRAMES
    assert len(document.table(DIFFICULTY).rows) == before + 1
    assert (row["title"], row["nature"], row["stake"]) == (
        "Ne répond plus aux messages",
        "tension",
        3,
    )
    assert document.undo_label == "Note “Ne répond plus aux messages”"
    assert sum(party["difficulty_id"] == row["id"] for party in document.table(PARTY).dicts()) == 2
    assert line.isHidden()
    assert workspace.toaster.texts[-1] == f"Noted as {row['ref']}"
    document.undo()
    assert len(document.table(DIFFICULTY).rows) == before


def test_a_reference_nobody_has_is_said_and_the_line_stays(sample_shell: Shell) -> None:
    document = sample_shell.document
    assert document is not None
    before = len(document.table(DIFFICULTY).rows)
    line = opened(sample_shell)
    line.field.setText("<b>ne répond plus</b> @ver")
    assert line.preview.text() == "“<b>ne répond plus</b> @ver”"  # it may become Versoir
    line.field.setText("@A99 <b>ne répond plus</b> #bagarre")
    assert line.preview.text() == "Not known here: #bagarre and @A99."
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert not line.isHidden()
    assert len(document.table(DIFFICULTY).rows) == before
    shown = line.findChildren(QLabel)
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    assert line.isHidden()


def test_a_title_longer_than_a_title_may_be_is_refused_and_kept(
    sample_shell: Shell, qtbot: QtBot
) -> None:
    line = opened(sample_shell)
    line.field.setText("x" * 1001)
    with qtbot.waitSignal(sample_shell.failed):
        QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert not line.isHidden()


def test_nothing_is_noted_while_others_look(sample_shell: Shell) -> None:
    document, workspace = sample_shell.document, sample_shell.workspace
    assert document is not None
    assert workspace is not None
    document.present(on=True)
    sample_shell.actions["capture"].trigger()
    assert not sample_shell.window.findChildren(CaptureLine)
    assert workspace.toaster.texts == ["Nothing is noted while others look at the screen."]


def test_tab_puts_in_what_is_meant(sample_shell: Shell) -> None:
    line = opened(sample_shell)
    QTest.keyClicks(line.field, "@vers")
    QTest.keyClick(line.field, Qt.Key.Key_Tab)
    assert line.field.text() == "@A11 "
    QTest.keyClicks(line.field, "~dec")
    QTest.keyClick(line.field, Qt.Key.Key_Tab)
    assert line.field.text() == "@A11 ~6 "


@pytest.mark.parametrize(
    ("language", "typed", "marks"),
    [
        ("fr", "le planning #con", ["#controverse", "#conflit"]),
        ("en", "#dis", ["#dispute"]),
        ("fr", "@a0", ["@A07"]),
        ("fr", "@MAL", ["@A07"]),
        ("en", "~1", ["~1", "~10"]),
        ("fr", "le planning", []),
        ("fr", "", []),
    ],
)
def test_hints_are_of_the_word_one_types(language: str, typed: str, marks: list[str]) -> None:
    use_language(language)
    people = {"A07": "Tristan Malgouyres", "A11": "Hippolyte Versoir"}
    assert [hint.mark for hint in hints(typed, people)] == marks
