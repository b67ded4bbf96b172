"""While others look at the screen it shows public words, roles for names, and nothing else.

On the way there, and with them looking: whatever is written in a mission, the window shows it as
it is. Every visible widget at each place is looked at, with each record also those made for it and
not visible, and all there are in the end: a label or a tooltip that read its text as HTML would
open files and other computers named in it.
"""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog, QPlainTextEdit

from entente.briefs.kinds import KINDS
from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD
from entente.errors import InvalidValueError
from entente.services import records
from entente.store.mission_file import MissionFile
from entente.store.session import Session
from entente_ui.kit import Popover, ask_beside
from entente_ui.registers.import_dialog import import_file
from entente_ui.shell import leaving
from entente_ui.shell.history import History
from entente_ui.shell.overlay import Overlay
from entente_ui.shell.palette import Palette
from entente_ui.shell.search import Search
from tests.proof.conftest import Opens
from tests.proof.filling import fill
from tests.proof.markup import CHOSEN, TEXTS, faults, marked_in, new_faults, visible_faults
from tests.proof.planting import Planted, plant
from tests.proof.screen import (
    Program,
    assert_everywhere,
    seen_in,
    settle,
    shown_in,
    told_by_action,
    told_by_model,
    told_in,
)
from tests.store.conftest import fast_key

#: Of these each is to be seen somewhere as it was written.
LIKE_HTML = {"<img src=", "</para>", "%n %s", "{0} {name}", "R&D"}
NAMES = ("Aline Bord", "Benoît Cale")


@dataclass
class Alone:
    """What there was to see while nobody else looked, and what of it Qt could read as HTML."""

    places: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    told: dict[str, str] = field(default_factory=dict)
    faults: dict[str, list[str]] = field(default_factory=dict)
    marked: dict[str, list[str]] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)

    @property
    def places_at_fault(self) -> dict[str, list[str]]:
        return {place: found for place in self.places if (found := self.faults[place])}


@pytest.fixture(scope="module")
def file(home: Path) -> MissionFile:
    return MissionFile.create(home / "<b>R&D %n [*] é.entente", fast_key())


@pytest.fixture(scope="module")
def mission(file: MissionFile) -> Planted:
    """A word in every place, and beside it in private ones, or alone, texts like HTML."""
    planted = plant(file.gate)
    fill(file.gate, TEXTS)
    file.gate.run("Mark up", lambda session: _mark_up(session, planted))
    return planted


def _mark_up(session: Session, mission: Planted) -> None:
    """Set what looks like HTML before the words of one record of each kind."""
    for kind in RECORD_TYPES.values():
        key = _private_key(mission, kind.name)
        row = records.get(session, kind, key)
        for one in kind.stored:
            if one.is_text and row[one.name]:
                with suppress(InvalidValueError):  # there is no room, as in a telephone number
                    values = {one.name: f"{TEXTS[CHOSEN[0]]} {row[one.name]}"}
                    records.change(session, kind, key, values)


@pytest.fixture(scope="module")
def opened(open_window: Opens, file: MissionFile, mission: Planted) -> Program:
    assert mission.secrets
    opened = open_window(file)
    opened.shell.preferences.remember(file.path)
    return opened


@pytest.fixture(scope="module")
def alone(opened: Program, mission: Planted) -> Alone:
    """What the window shows whoever is alone with it, everywhere, and of every kind."""
    alone, window = Alone(), opened.window
    for place in opened.visit():
        alone.places.append(place)
        alone.faults[place] = visible_faults(window)
        alone.marked[place] = marked_in(window)
        seen = seen_in(window)
        alone.seen |= {text for text in LIKE_HTML if text in seen}
    for kind in opened.order_each():
        alone.faults[f"document: {kind}"] = new_faults(window)
        alone.told[kind] = "\n".join(told_in(window))
    for kind in RECORD_TYPES:
        opened.shell.reveal(kind, _private_key(mission, kind))
        settle()
        alone.faults[f"record: {kind}"] = new_faults(window)
    alone.left = faults(window)
    return alone


@pytest.fixture(scope="module")
def program(opened: Program, alone: Alone, mission: Planted) -> Program:
    """The window after some private work, with others looking from now on."""
    program = opened
    assert alone.places
    for name in ("Aline Bord", "Alice Bord"):
        _rename(program, mission, name)
    program.document.undo()
    program.shell.failed.emit(InvalidValueError("Name", _private(mission), "a text"))
    program.shell.actions["search"].trigger()
    (search,) = program.window.findChildren(Search)
    search.look_for(_private(mission))
    assert search.entries
    ask_beside(program.window, QRect(9, 9, 9, 9), _private(mission), str)
    assert _private(mission) in "".join(told_in(program.window))
    program.shell.actions["present"].trigger()
    settle()
    return program


def _rename(program: Program, mission: Planted, name: str) -> None:
    """Change a name in a step that is called after it, and after a word of the mediator's."""
    change = partial(
        records.change, record_type=ACTOR, key=mission.parties["A"], values={"name": name}
    )
    assert program.document.run(f"Rename Aline Bord ({_private(mission)})", change)


def _private(mission: Planted) -> str:
    """Return a word of the mediator's that only words of the program's can give away."""
    return next(s.word for s in mission.secrets if (s.kind, s.level) == ("note", "mediator"))


def _can_be_public(kind: str) -> bool:
    """Return whether a record of a kind can be there for all to read."""
    told = RECORD_TYPES[kind]
    return not told.has_level or Level.PUBLIC in (told.field(LEVEL_FIELD).choices or {})


def _private_key(mission: Planted, kind: str) -> str:
    """Return a record of the mediator's; of a kind without levels, the one there is."""
    return mission.keys.get((kind, "mediator")) or mission.keys[kind, "public"]


def _assert_public(mission: Planted, told: str) -> None:
    names = {secret.word for secret in mission.secrets if secret.names_a_person}
    assert mission.found_in(told) - (mission.words("public") - names) == set()
    assert not [name for name in (*NAMES, "Alice") if name in told]


def _everything(program: Program) -> str:
    return "\n".join((seen_in(program.window), *told_in(program.window)))


def test_no_place_reads_a_text_as_html(alone: Alone) -> None:
    assert alone.places_at_fault == {}
    assert {place: texts for place, texts in alone.marked.items() if texts} == {}
    assert alone.seen == LIKE_HTML
    assert_everywhere(alone.places)


@pytest.mark.parametrize("kind", KINDS)
def test_no_document_on_offer_reads_a_text_as_html(alone: Alone, kind: str) -> None:
    assert alone.faults[f"document: {kind}"] == []
    assert "<img src=" in alone.told[kind]


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_no_record_revealed_reads_a_text_as_html(alone: Alone, kind: str) -> None:
    assert alone.faults[f"record: {kind}"] == []


def test_nothing_made_and_hidden_on_the_way_reads_a_text_as_html(alone: Alone) -> None:
    assert alone.left == []


def test_what_was_on_screen_before_is_gone(program: Program, mission: Planted) -> None:
    _assert_public(mission, _everything(program))
    assert not program.window.findChildren(Overlay)
    assert not program.window.findChildren(Popover)
    assert program.workspace.toaster.texts == []


def test_no_place_shows_what_is_not_public(program: Program, mission: Planted) -> None:
    seen, places = set[str](), list[str]()
    for place in program.visit():
        places.append(place)
        told = _everything(program)
        _assert_public(mission, told)
        seen |= mission.found_in(told)
        assert visible_faults(program.window) == [], place
        assert marked_in(program.window) == [], place
    assert len(seen) > 10  # what is public is shown
    assert_everywhere(places)
    assert faults(program.window) == []


def test_no_document_on_offer_shows_what_is_not_public(program: Program, mission: Planted) -> None:
    for _kind in program.order_each():
        _assert_public(mission, _everything(program))


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_no_record_revealed_shows_what_is_not_public(
    program: Program, mission: Planted, kind: str
) -> None:
    # Of what is between two people nothing is ever public.
    of_all = [mission.keys[kind, "public"]] if _can_be_public(kind) else []
    for key in {_private_key(mission, kind), *of_all}:
        program.shell.reveal(kind, key)
        settle()
        _assert_public(mission, _everything(program))


def test_menus_and_title_name_no_step_and_no_mission(program: Program, mission: Planted) -> None:
    told = [text for action in program.shell.actions for text in told_by_action(action)]
    told += [action.text() for action in program.shell.pane_commands()]
    told.append(program.window.windowTitle())
    _assert_public(mission, "\n".join(told))
    assert program.window.windowTitle() == "Entente"


def test_undo_and_redo_do_not_say_what_they_did(program: Program, mission: Planted) -> None:
    program.shell.actions["redo"].trigger()
    settle()
    program.shell.actions["undo"].trigger()
    settle()
    assert program.workspace.toaster.texts
    _assert_public(mission, _everything(program))
    program.workspace.toaster.clear()


@pytest.mark.parametrize(("command", "kind"), [("history", History), ("palette", Palette)])
def test_what_floats_over_the_window_tells_nothing(
    program: Program, mission: Planted, command: str, kind: type[Overlay]
) -> None:
    program.shell.actions[command].trigger()
    (overlay,) = program.window.findChildren(kind)
    _assert_public(mission, _everything(program))
    for secret in mission.secrets[:: len(mission.secrets) // 20]:
        overlay.look_for(secret.word)
        assert secret.level == "public" or not [
            entry for entry in overlay.entries if secret.word in entry.spoken
        ]
    overlay.leave()
    settle()


def test_a_search_finds_public_words_alone(program: Program, mission: Planted) -> None:
    program.shell.actions["search"].trigger()
    (search,) = program.window.findChildren(Search)
    for secret in mission.secrets:
        search.look_for(secret.word)
        assert not search.entries or "public" in secret.readers, secret
        told = "\n".join(told_by_model(search.list.model()))
        _assert_public(mission, told)
    search.leave()
    settle()


def test_settings_and_the_way_back_hold_no_word(
    program: Program, mission: Planted, home: Path
) -> None:
    program.workspace.remember()
    store = program.shell.preferences.store
    store.sync()
    written = Path(store.fileName()).read_text(encoding="utf-8")
    state = program.shell.state()
    told = [written, json.dumps(state), *leaving.command(program.file.path, state)]
    told += [str(store.value(key)) for key in store.allKeys()]
    told += [path.name for path in home.rglob("*")]
    assert mission.found_in("\n".join(told)) == set()
    assert not [name for name in NAMES if name in "\n".join(told)]


def test_neither_the_key_nor_a_list_comes_on_screen(program: Program, tmp_path: Path) -> None:
    """The recovery sheet opens the file; an import shows what the mission says now."""
    path = tmp_path / "list.csv"
    path.write_text("Name\nAline Bord\n", encoding="utf-8")
    assert import_file(program.workspace.context, ACTOR, path) is None
    program.shell.actions["recovery"].trigger()
    settle()
    assert program.window.findChildren(QDialog) == []
    assert program.workspace.toaster.texts[-1] == "Hidden during a presentation."
    program.workspace.toaster.clear()


def test_what_is_being_typed_is_kept_and_not_shown(program: Program, mission: Planted) -> None:
    key, present = _private_key(mission, "actor"), program.shell.actions["present"]
    present.trigger()
    program.shell.reveal("actor", key)
    settle()
    typed = next(
        one
        for one in shown_in(program.workspace.side)
        if isinstance(one, QPlainTextEdit) and one.document().toRawText()
    )
    typed.setFocus()
    typed.insertPlainText("à demi frappé")
    assert "à demi frappé" in _everything(program)
    present.trigger()
    settle()
    assert "à demi frappé" not in _everything(program)
    kept = program.document.read(partial(records.get, record_type=ACTOR, key=key))
    assert "à demi frappé" in " ".join(str(value) for value in kept.values())
