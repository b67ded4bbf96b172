"""Whatever takes the focus says its name to those who do not see it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from entente.domain.actor import ACTOR
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW
from entente.domain.catalogue import RECORD_TYPES
from entente.services import records, sample
from entente.store.mission_file import MissionFile
from entente.store.session import Session
from entente_ui.shell.overlay import Overlay
from tests.proof.conftest import Opens
from tests.proof.screen import Program, settle, shown_in
from tests.store.conftest import fast_key

DIALOGS = ("new", "settings", "passphrase", "recovery", "about", "help", "keys", "changes")


@pytest.fixture(scope="module")
def program(open_window: Opens, home: Path) -> Program:
    file = MissionFile.create(home / "m.entente", fast_key())
    file.gate.run("Load", lambda session: sample.load(session, "en"))
    file.gate.run("Place", _place)
    return open_window(file)


def _place(session: Session) -> None:
    """Keep a view of the map with somebody and a note in it; the sample has none."""
    view = records.create(session, MAP_VIEW, {"name": "Before the workshop"})
    place = {"view_id": view, "actor_id": records.find(session, ACTOR, "A01"), "x": 0, "y": 0}
    records.create(session, MAP_PLACE, place)
    records.create(session, MAP_NOTE, {"view_id": view, "text": "Ask again", "x": 90, "y": 90})


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
    for place in program.visit():
        assert nameless(program.window) == [], place


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_beside_every_kind_of_record(program: Program, kind: str) -> None:
    key = next(iter(program.document.labels(RECORD_TYPES[kind])))
    program.shell.reveal(kind, key)
    settle()
    assert nameless(program.window) == []


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
