"""The backlog on paper: board, roadmap, cards to cut out, and the wall of commitments."""

import datetime as dt
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import MEDIATOR, PUBLIC, Audience
from entente.domain.follow_up import COMMITMENT
from entente.domain.records import RecordType
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import pages
from tests.conftest import FixedClock

ON = FixedClock().now.date()
PAPERS = ("board", "roadmap", "cards", "wall")


@pytest.fixture
def backlog(gate: Gate) -> Gate:
    gate.run("Write", _write)
    return gate


def _write(session: Session) -> None:
    def add(kind: RecordType, **values: Any) -> str:  # noqa: ANN401  # of any field
        return records.create(session, kind, {"confidentiality": "public"} | values)

    who = add(ACTOR, name="Lou Sénéchal")
    cause = add(COMMON_CAUSE, statement="Des mots communs")
    add(
        BACKLOG_ITEM,
        title="Rédiger la charte",
        status="ready",
        rank=2.0,
        effort=2,
        owner_id=who,
        due_on=dt.date(2026, 5, 4),
        horizon="now",
        cause_id=cause,
    )
    add(BACKLOG_ITEM, title="Relire le glossaire", status="ready", rank=1.0, effort=0.5)
    add(BACKLOG_ITEM, title="Rêver d'une plage", horizon="later")
    add(BACKLOG_ITEM, title="Tenir l'atelier", status="done", deliverable="Une carte")
    add(BACKLOG_ITEM, title="Louer un château", status="dropped")
    add(BACKLOG_ITEM, title="Vieille affaire", archived_on=dt.date(2026, 5, 1))
    add(BACKLOG_ITEM, title="Sonder en silence", confidentiality="mediator", status="doing")
    add(
        COMMITMENT,
        statement="Je relis tout",
        actor_id=who,
        in_public=True,
        made_on=dt.date(2026, 5, 2),
        due_on=dt.date(2026, 6, 1),
    )
    add(COMMITMENT, statement="Je le dis tout bas", actor_id=who)


def read(gate: Gate, name: str, audience: Audience = PUBLIC) -> str:
    told = gate.read(lambda s: KINDS[name].gather(s, "", audience, ON))
    return " ".join(" ".join(pages(KINDS[name].produce(told, "en"))).split())


def test_a_board_has_its_cards_in_columns_in_the_order_they_lie_in(backlog: Gate) -> None:
    text = read(backlog, "board")
    assert "Ready · 2 cards · 2.5 half-days" in text
    assert "In progress · 0 cards" in text
    assert text.index("Relire") < text.index("Rédiger")
    assert "Lou Sénéchal · late: 4 May 2026 · 2 half-days · Des mots communs" in text
    assert "1 dropped card is left out." in text
    assert "château" not in text
    assert "Vieille" not in text


def test_a_roadmap_says_what_it_does_not_place(backlog: Gate) -> None:
    text = read(backlog, "roadmap")
    assert text.index("Now · 1 card") < text.index("Next · 0 cards") < text.index("Later · 1 card")
    assert "Not placed: 1 card · 0.5 half-day" in text


def test_cards_to_stick_are_those_still_to_be_done(backlog: Gate) -> None:
    text = read(backlog, "cards")
    assert "Rédiger la charte" in text
    assert "Tenir l'atelier" not in text


def test_the_wall_shows_what_was_said_before_the_group_on_a3(backlog: Gate) -> None:
    text = read(backlog, "wall")
    assert "Je relis tout Lou Sénéchal by 1 June 2026 · under way" in text
    assert "tout bas" not in text
    told = backlog.read(lambda s: KINDS["wall"].gather(s, "", PUBLIC, ON))
    (sheet,) = pages_of(KINDS["wall"].produce(told, "en"))
    millimetres = tuple(round(float(side) * 25.4 / 72) for side in sheet)
    assert millimetres == (420, 297)


def pages_of(data: bytes) -> list[tuple[float, float]]:
    return [(p.mediabox.width, p.mediabox.height) for p in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("name", PAPERS)
def test_nobody_finds_on_the_wall_what_they_may_not_know(backlog: Gate, name: str) -> None:
    assert "Sonder" not in read(backlog, name)


def test_the_mediator_has_every_card(backlog: Gate) -> None:
    assert "In progress · 1 card" in read(backlog, "board", MEDIATOR)


@pytest.mark.parametrize("name", PAPERS)
def test_an_empty_mission_says_so_and_makes_a_word_file(gate: Gate, name: str) -> None:
    text = read(gate, name)
    assert any(words in text for words in ("no card", "Nothing was placed", "No commitment"))
    told = gate.read(lambda s: KINDS[name].gather(s, "", PUBLIC, ON))
    assert KINDS[name].produce(told, "fr", form=Form.DOCX).startswith(b"PK")
