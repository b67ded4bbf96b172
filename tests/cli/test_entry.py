"""What `entente` starts: a command, or the window."""

import sys
from collections.abc import Sequence
from types import SimpleNamespace

import pytest

from entente_ui.command import main


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """What the window was asked to open, in place of a window."""
    asked: list[Sequence[str]] = []

    def window(arguments: Sequence[str]) -> int:
        asked.append(arguments)
        return 0

    monkeypatch.setitem(sys.modules, "entente_ui.app", SimpleNamespace(main=window))
    return asked


@pytest.mark.parametrize("arguments", [[], ["mission.entente"], ["./info"]])
def test_without_a_command_the_window_opens(
    arguments: list[str], opened: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["entente", *arguments])
    assert main() == 0
    assert opened == [arguments]


def test_a_command_is_carried_out_without_a_window(
    opened: list[Sequence[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["entente", "--version"])
    assert main() == 0
    assert opened == []
    assert capsys.readouterr().out.startswith("Entente ")
