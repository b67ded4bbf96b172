"""A small mission on screen: three organisations, four actors, a difficulty with parts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.look.theme import Theme
from entente_ui.pane import Context
from entente_ui.registers.inspector import Inspector
from entente_ui.registers.register import Register


@dataclass
class Mission:
    """An open mission and what it told the shell."""

    context: Context
    toasts: list[str] = field(default_factory=list)
    revealed: list[tuple[str, str]] = field(default_factory=list)
    told: list[BaseException] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.context.document

    def key(self, record_type: RecordType, name: str) -> str:
        return self.document.read(lambda s: records.find(s, record_type, name))

    def get(self, record_type: RecordType, name: str) -> dict[str, object]:
        key = self.key(record_type, name)
        return self.document.read(lambda s: records.get(s, record_type, key))


def fill(session: Session) -> None:
    """Add the records every test here knows."""
    create = records.create
    clinic = create(session, ORGANISATION, {"name": "Clinique d’Ombrelle"})
    create(session, ORGANISATION, {"name": "Éditeur Logiprisme"})
    people = [
        ("Zoé Éclair", "Directrice", clinic, "direction", 5.0, "public"),
        ("Émile Dupont", None, None, "user", None, "mediator"),
        ("eva Œuvrard", "Infirmière", clinic, "business", 2.5, "parties"),
        ("Anatole Brun", "DSI", None, "digital", 4.0, "mediator"),
    ]
    keys = [
        create(
            session,
            ACTOR,
            {
                "name": name,
                "role": role,
                "organisation_id": organisation,
                "camp": camp,
                "power": power,
                "confidentiality": level,
            },
        )
        for name, role, organisation, camp, power, level in people
    ]
    create(session, RELATION, {"from_id": keys[0], "to_id": keys[3], "quality": -2})
    quarrel = create(session, DIFFICULTY, {"title": "Reprise des données", "stage": 3})
    create(session, PARTY, {"difficulty_id": quarrel, "actor_id": keys[3]})
    create(session, NOTE, {"difficulty_id": quarrel, "text": "Anatole Brun se tait."})


@pytest.fixture
def mission(
    qapp: QApplication,  # noqa: ARG001  # must be there before anything is shown
    look: Theme,  # noqa: ARG001  # as the program looks
    gate: Gate,
    tmp_path: Path,
) -> Iterator[Mission]:
    """The mission, in memory."""
    gate.run("Fill", fill)
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    toasts: list[str] = []
    revealed: list[tuple[str, str]] = []
    told: list[BaseException] = []
    background = Background()
    context = Context(
        Document(gate),
        background,
        settings,
        lambda text, _undo: toasts.append(text),
        lambda kind, key: revealed.append((kind, key)),
        told.append,
    )
    yield Mission(context, toasts, revealed, told)
    background.close()


@pytest.fixture
def make_register(qtbot: QtBot, mission: Mission) -> Callable[[RecordType], Register]:
    """Makes a register of a kind on screen."""

    def make(record_type: RecordType) -> Register:
        register = Register(mission.context, record_type)
        qtbot.addWidget(register)
        register.resize(1100, 600)
        register.show()
        return register

    return make


@pytest.fixture
def actors(make_register: Callable[[RecordType], Register]) -> Register:
    """The register of actors."""
    return make_register(ACTOR)


@pytest.fixture
def inspector(qtbot: QtBot, mission: Mission) -> Inspector:
    """The inspector, showing nothing yet."""
    made = Inspector(mission.context)
    qtbot.addWidget(made)
    made.resize(340, 700)
    made.show()
    return made
