"""Going back and forth in time."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from entente.domain.actor import ORGANISATION
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.document import Document
from entente_ui.shell.history import History


@pytest.fixture
def five(gate: Gate) -> Document:
    """A mission with five steps."""
    document = Document(gate)
    for number in range(1, 6):
        values = {"name": f"O{number}"}
        action = partial(records.create, record_type=ORGANISATION, values=values)
        document.run(f"Add O{number}", action)
    return document


def organisations(document: Document) -> list[str]:
    return sorted(document.labels(ORGANISATION).values())


def go_back(document: Document, count: int) -> None:
    for _step in range(abs(count)):
        (document.undo if count > 0 else document.redo)()


@pytest.fixture
def history(qtbot: QtBot, five: Document) -> History:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    history = History(host, five, partial(go_back, five))
    history.open()
    return history


def choose(history: History, title: str) -> None:
    assert history.current is not None
    places = [entry.title for entry in history.entries]
    for _ in range(places.index(title) - places.index(history.current.title)):
        QTest.keyClick(history.field, Qt.Key.Key_Down)
    QTest.keyClick(history.field, Qt.Key.Key_Return)


def test_the_newest_step_comes_first(history: History) -> None:
    assert [e.title for e in history.entries] == [f"Add O{number}" for number in (5, 4, 3, 2, 1)]


def test_a_step_can_be_gone_back_to_and_forward(history: History, five: Document) -> None:
    choose(history, "Add O2")
    assert organisations(five) == ["O1", "O2"]
    host = history.parentWidget()
    assert host is not None
    again = History(host, five, partial(go_back, five))
    again.open()
    assert [e.title for e in again.entries if e.is_faint] == ["Add O5", "Add O4", "Add O3"]
    choose(again, "Add O4")
    assert organisations(five) == ["O1", "O2", "O3", "O4"]


def test_the_present_step_changes_nothing(history: History, five: Document) -> None:
    choose(history, "Add O5")
    assert len(organisations(five)) == 5


def test_steps_can_be_looked_for(qtbot: QtBot, history: History) -> None:
    history.field.setText("o3")
    qtbot.waitUntil(lambda: [e.title for e in history.entries] == ["Add O3"])


@pytest.mark.usefixtures("look")
def test_others_do_not_read_what_was_done(qtbot: QtBot, five: Document) -> None:
    five.present(on=True)
    host = QWidget()
    qtbot.addWidget(host)
    history = History(host, five, partial(go_back, five))
    history.open()
    assert history.entries[0].title == "Step 5"


@pytest.mark.usefixtures("look")
def test_the_beginning_stands_and_can_be_gone_back_to(qtbot: QtBot, gate: Gate) -> None:
    for name in ("O1", "O2"):
        gate.found(f"Begin {name}", partial(_add, name=name))
    gate.run("Add O3", partial(_add, name="O3"))
    document = Document(gate)
    host = QWidget()
    qtbot.addWidget(host)
    history = History(host, document, partial(go_back, document))
    history.open()
    assert ["cannot be undone" in entry.hint for entry in history.entries] == [False, True, True]
    # Behind the newest beginning there is no way back.
    choose(history, "Begin O1")
    assert organisations(document) == ["O1", "O2", "O3"]
    again = History(host, document, partial(go_back, document))
    again.open()
    choose(again, "Begin O2")
    assert organisations(document) == ["O1", "O2"]
    assert document.undo_label == ""


def _add(session: Session, name: str) -> None:
    records.create(session, ORGANISATION, {"name": name})
