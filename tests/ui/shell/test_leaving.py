"""What a locked program is told, and what it is not."""

import sys
from pathlib import Path

import pytest

from entente_ui.arguments import parse
from entente_ui.shell import leaving


def test_a_fresh_program_finds_back_to_file_and_place() -> None:
    state = {"place": "actors", "pane": {"tab": 1, "selected": ["ab12"]}, "presenting": True}
    path = Path("/missions/-été %20 «x».entente")
    words = leaving.command(path, state)
    asked = parse(words[words.index(leaving.LOCKED) :])
    assert asked.file == path
    assert asked.locked
    assert asked.state == state


def test_the_folder_one_happens_to_be_in_provides_no_module() -> None:
    assert leaving.command(Path("m.entente"), {})[:4] == [sys.executable, "-P", "-m", "entente_ui"]


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert leaving.command(Path("m.entente"), {})[:2] == [sys.executable, leaving.LOCKED]


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", '"x"'])
def test_a_state_that_is_none_is_left_aside(text: str) -> None:
    assert leaving.parse_state(text) == {}


def test_a_file_alone_is_opened_unlocked() -> None:
    asked = parse(["m.entente"])
    assert (asked.file, asked.locked, asked.state) == (Path("m.entente"), False, {})


def test_nothing_asked_for_is_the_welcome_page() -> None:
    assert parse([]).file is None


def test_what_a_desktop_adds_is_left_aside() -> None:
    assert parse(["--platform-thing", "-x", "m.entente"]).file == Path("m.entente")
