"""What a view of the change needs around it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from entente.i18n import use_language
from entente.store.gate import Gate
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.look.theme import Mode, apply
from entente_ui.pane import Context
from tests.conftest import FixedClock, confluent_gate, mission_engine


@dataclass
class Mission:
    """A mission, open, and what the shell was told."""

    context: Context
    toasts: list[str] = field(default_factory=list)
    revealed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.context.document


@pytest.fixture(scope="module")
def open_mission(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Gate], Mission]]:
    """Open missions for all the tests of a module, in our look."""
    use_language("en")
    apply(qapp, Mode.LIGHT, 100, reduced_motion=True)
    backgrounds: list[Background] = []

    def make(gate: Gate) -> Mission:
        backgrounds.append(Background())
        folder = tmp_path_factory.mktemp("settings")
        toasts: list[str] = []
        revealed: list[tuple[str, str]] = []
        context = Context(
            document=Document(gate),
            background=backgrounds[-1],
            settings=QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat),
            toast=lambda text, _undo: toasts.append(text),
            reveal=lambda kind, key: revealed.append((kind, key)),
            tell=lambda error: pytest.fail(repr(error)),
        )
        return Mission(context, toasts, revealed)

    yield make
    for each in backgrounds:
        each.close()


@pytest.fixture(scope="module")
def sample_mission(open_mission: Callable[[Gate], Mission]) -> Mission:
    """The sample mission, shared by the tests of a module."""
    return open_mission(confluent_gate(FixedClock()))


@pytest.fixture(scope="module")
def empty_mission(open_mission: Callable[[Gate], Mission]) -> Mission:
    """A mission without anything in it, shared by the tests of a module."""
    return open_mission(Gate(mission_engine(), clock=FixedClock()))
