"""What a page of a difficulty needs around it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from entente.store.gate import Gate
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.pane import Context


@pytest.fixture
def toasts() -> list[str]:
    """What was said in passing."""
    return []


@pytest.fixture
def revealed() -> list[tuple[str, str]]:
    """Where the shell was asked to go: kind and key."""
    return []


@pytest.fixture
def context(
    gate: Gate, tmp_path: Path, toasts: list[str], revealed: list[tuple[str, str]]
) -> Iterator[Context]:
    """An open mission, and a shell that only remembers what it was told."""
    background = Background()
    yield Context(
        document=Document(gate),
        background=background,
        settings=QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat),
        toast=lambda text, _undo: toasts.append(text),
        reveal=lambda kind, key: revealed.append((kind, key)),
        tell=lambda error: pytest.fail(repr(error)),
    )
    background.close()
