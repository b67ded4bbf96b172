"""What the tabs of the sprints stand on in tests, and what they tell the shell."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from entente.store.gate import Gate
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.pane import Context


@dataclass(frozen=True, slots=True)
class Desk:
    """A mission as a view sees it.

    Attributes:
        toasts: The sentences the view had shown.
        shown: Kind and key of each record it led to.
    """

    context: Context
    toasts: list[str]
    shown: list[tuple[str, str]]


@pytest.fixture
def desk_of(tmp_path: Path) -> Iterator[Callable[[Gate], Desk]]:
    """Makes the desk of a mission; an error that is told fails the test."""
    background = Background()

    def make(gate: Gate) -> Desk:
        toasts: list[str] = []
        shown: list[tuple[str, str]] = []
        context = Context(
            document=Document(gate),
            background=background,
            settings=QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat),
            toast=lambda text, _undo: toasts.append(text),
            reveal=lambda kind, key: shown.append((kind, key)),
            tell=lambda error: pytest.fail(repr(error)),
        )
        return Desk(context, toasts, shown)

    yield make
    background.close()
