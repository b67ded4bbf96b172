"""Whatever takes the focus says its name; words have the height they need."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from entente.domain.actor import ACTOR
from entente.domain.agreement import CLAUSE_TEMPLATE
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import DECISION, ORIGIN
from entente.domain.note import NOTE, NOTE_LINK
from entente.domain.risk_scales import RISK_BAND, RISK_CELL
from entente.domain.sprint import DAY_OFF
from entente.services import records, sample
from entente.store.mission_file import MissionFile
from entente.store.session import Session
from entente_ui.look.theme import Mode, apply
from entente_ui.shell.overlay import Overlay
from tests.proof.conftest import Opens
from tests.proof.room import squeezed_in
from tests.proof.screen import Program, assert_everywhere, settle, shown_in
from tests.store.conftest import fast_key

DIALOGS = ("new", "settings", "passphrase", "recovery", "about", "help", "keys", "changes")


@pytest.fixture(scope="module")
def program(open_window: Opens, home: Path) -> Program:
    file = MissionFile.create(home / "m.entente", fast_key())
    file.gate.run("Load", lambda session: sample.load(session, "en"))
    file.gate.run("Add the rest", _add_the_rest)
    program = open_window(file)
    # Large in a small window, where words are the first to lose their room.
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply(app, Mode.LIGHT, 150, reduced_motion=True)
    program.window.resize(1280, 800)
    settle()
    return program


def _add_the_rest(session: Session) -> None:
    """Add, of each kind the sample has nothing of, something to look at."""
    view = records.create(session, MAP_VIEW, {"name": "Before the workshop"})
    place = {"view_id": view, "actor_id": records.find(session, ACTOR, "A01"), "x": 0, "y": 0}
    records.create(session, MAP_PLACE, place)
    records.create(session, MAP_NOTE, {"view_id": view, "text": "Ask again", "x": 90, "y": 90})
    first, second = list(records.titles(session, NOTE))[:2]
    if not records.titles(session, NOTE_LINK):
        records.create(session, NOTE_LINK, {"from_id": first, "to_id": second})
    if not records.titles(session, CLAUSE_TEMPLATE):
        clause = {"kind": "settlement", "position": 90, "heading": "Tests"}
        records.create(session, CLAUSE_TEMPLATE, clause)
    born = {
        "difficulty_id": records.find(session, DIFFICULTY, "K6"),
        "decision_id": records.find(session, DECISION, "D8"),
    }
    records.create(session, ORIGIN, born)
    if not records.titles(session, DAY_OFF):
        records.create(session, DAY_OFF, {"day": dt.date(2026, 5, 25), "name": "Whit Monday"})
    band = records.create(session, RISK_BAND, {"name": "High", "from_score": 15})
    records.create(session, RISK_CELL, {"probability": 2, "impact": 5, "band_id": band})


def nameless(root: QWidget) -> list[str]:
    """Return every widget that takes the focus without a name."""
    return [_path(widget) for widget in _focusable(root) if not _spoken(widget)]


def _focusable(root: QWidget) -> Iterator[QWidget]:
    for widget in shown_in(root):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # Whatever hands the focus on never has it; what it hands it to speaks for the whole.
        if takes and widget.isEnabled() and widget.focusProxy() is None:
            yield widget


def _spoken(widget: QWidget) -> str:
    """Return what is said when the focus comes: its name, or that of the field it is part of."""
    whole: QWidget | None = widget.parentWidget()
    if _name(widget) or whole is None or whole.focusProxy() is not widget:
        return _name(widget)
    return _name(whole)


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _path(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None:
        names.append(f"{type(at).__name__}({at.objectName()})")
        at = at.parentWidget()
    return " < ".join(names[:5])


def test_at_every_place(program: Program) -> None:
    places = []
    for place in program.visit():
        places.append(place)
        assert nameless(program.window) == [], place
        assert squeezed_in(program.window) == [], place
    assert_everywhere(places)


def test_beside_every_document(program: Program) -> None:
    for kind in program.order_each():
        assert nameless(program.window) == [], kind


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_beside_every_kind_of_record(program: Program, kind: str) -> None:
    key = next(iter(program.document.labels(RECORD_TYPES[kind])))
    program.shell.reveal(kind, key)
    settle()
    assert nameless(program.window) == []
    assert squeezed_in(program.window) == []


@pytest.mark.parametrize("command", ["palette", "search", "history"])
def test_over_the_window(program: Program, command: str) -> None:
    program.shell.actions[command].trigger()
    (overlay,) = program.window.findChildren(Overlay)
    settle()
    assert nameless(overlay) == []
    overlay.leave()
    settle()


@pytest.mark.parametrize("command", DIALOGS)
def test_in_every_dialog(program: Program, command: str) -> None:
    program.shell.actions[command].trigger()
    settle()
    dialogs = [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window is not program.window
    ]
    found = [name for dialog in dialogs for name in nameless(dialog)]
    for dialog in program.window.findChildren(QDialog):
        dialog.close()
    settle()
    assert len(dialogs) == 1
    assert found == []
