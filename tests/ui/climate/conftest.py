"""What a view of the climate needs around it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings

from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.pane import Context

T = TypeVar("T")


@dataclass
class Mission:
    """An empty mission, open, and what the shell was told."""

    context: Context
    toasts: list[str] = field(default_factory=list)
    revealed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.context.document

    def do(self, action: Callable[[Session], T]) -> T:
        """Run a step and return what it returns."""
        found: list[T] = []
        self.document.run("Act", lambda session: found.append(action(session)))
        return found[0]


@pytest.fixture
def mission(gate: Gate, tmp_path: Path) -> Iterator[Mission]:
    """An empty mission in memory."""
    background = Background()
    toasts: list[str] = []
    revealed: list[tuple[str, str]] = []
    context = Context(
        document=Document(gate),
        background=background,
        settings=QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat),
        toast=lambda text, _undo: toasts.append(text),
        reveal=lambda kind, key: revealed.append((kind, key)),
        tell=lambda error: pytest.fail(repr(error)),
    )
    yield Mission(context, toasts, revealed)
    background.close()
