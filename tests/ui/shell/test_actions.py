"""The commands and their keys."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from entente.i18n import use_language
from entente_ui.actions import COMMANDS, MENUS, Actions, words_of
from entente_ui.shell.places import PLACES


def bound_keys() -> list[str]:
    keys = [key for command in COMMANDS.values() for key in command.keys]
    return keys + [f"Ctrl+{key}" for place in PLACES for key in place.key if key]


def test_no_key_means_two_things() -> None:
    counted = Counter(QKeySequence(key).toString() for key in bound_keys())
    assert [key for key, count in counted.items() if count > 1] == []


def test_every_key_is_one_that_exists() -> None:
    for key in bound_keys():
        sequence = QKeySequence(key)
        assert sequence.count() == 1, key
        assert "Unknown" not in sequence.toString()


def test_no_key_needs_what_french_keyboards_lack() -> None:
    for key in bound_keys():
        assert "Ctrl+Alt" not in key  # AltGr
        assert key[-1] not in "[]{}\\|/.", key


def test_every_command_stands_in_a_menu_once() -> None:
    listed = Counter(entry for _title, entries in MENUS for entry in entries)
    assert {name for name in COMMANDS if listed[name] != 1} == set()


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("palette", {"Ctrl+K", "Ctrl+Shift+P"}),
        ("search", {"Ctrl+Shift+F"}),
        ("filter", {"Ctrl+F"}),
        ("next_result", {"F3"}),
        ("undo", {"Ctrl+Z"}),
        ("redo", {"Ctrl+Y", "Ctrl+Shift+Z"}),
        ("add", {"Ctrl+N"}),
        ("new", {"Ctrl+Shift+N"}),
        ("open", {"Ctrl+O"}),
        ("save_copy", {"Ctrl+Shift+S"}),
        ("close", {"Ctrl+W"}),
        ("quit", {"Ctrl+Q"}),
        ("save", {"Ctrl+S"}),
        ("print", {"Ctrl+P"}),
        ("larger", {"Ctrl++", "Ctrl+="}),
        ("smaller", {"Ctrl+-"}),
        ("zoom_fit", {"Ctrl+Shift+H"}),
        ("next_region", {"F6"}),
        ("previous_region", {"Shift+F6"}),
        ("rail", {"F9"}),
        ("help", {"F1"}),
        ("keys", {"Ctrl+F1"}),
        ("settings", {"Ctrl+,"}),
    ],
)
def test_the_keys_people_know_do_what_they_expect(name: str, keys: set[str]) -> None:
    assert set(COMMANDS[name].keys) == keys


def test_places_answer_to_digits_on_both_keyboards() -> None:
    keys = [("1", "&"), ("2", "É"), ("3", '"'), ("4", "'"), ("5", "("), ("6", "")]
    keys += [("7", "È"), ("8", "_"), ("9", "Ç")]
    assert [place.key for place in PLACES] == keys


@pytest.mark.usefixtures("qapp")
def test_commands_follow_the_language() -> None:
    actions = Actions()
    assert words_of(actions["undo"]) == "Undo"
    use_language("fr")
    actions.retranslate()
    assert words_of(actions["undo"]) != ""


@pytest.mark.usefixtures("qapp")
def test_what_needs_a_mission_is_offered_with_one_only() -> None:
    actions = Actions()
    actions.offer(has_mission=False, is_writable=False)
    assert actions["open"].isEnabled()
    assert not actions["lock"].isEnabled()
    actions.offer(has_mission=True, is_writable=False)
    assert actions["lock"].isEnabled()
    assert not actions["add"].isEnabled()
    actions.offer(has_mission=True, is_writable=True)
    assert actions["add"].isEnabled()
