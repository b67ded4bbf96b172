"""Practice analyses on paper: what happened to the mediator, and nobody's name."""

import datetime as dt

from entente.briefs.kinds import KINDS
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import MEDIATOR, PUBLIC, Audience
from entente.domain.start.context import SUPERVISION
from entente.services import mission, records
from entente.services.nameless import Nameless
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import pages

ASKED = "Clémence ROSERAIE me coupe la parole devant Tom ; Roseraie rit. Logiprisme se tait."


def fill(session: Session) -> None:
    told = {"name": "ESTUAIRE", "mediator": "Ida Passe", "sponsor": "Odile Marne, DG"}
    mission.change(session, told)
    records.create(session, ORGANISATION, {"name": "Logiprisme"})
    for name, role in (("Clémence Roseraie", "Directrice chez Logiprisme"), ("Tom Sy", "")):
        records.create(session, ACTOR, {"name": name, "role": role})
    values = {
        "held_on": dt.date(2026, 6, 3),
        "with_whom": "Groupe de pairs",
        "question": ASKED,
        "answer": "Odile Marne n’est pas mon client dans ESTUAIRE, dit Ida Passe.",
        "notes": "Clémence avait peur.",
        "minutes": 45,
    }
    records.create(session, SUPERVISION, values)


def told(gate: Gate, reader: Audience) -> str:
    kind = KINDS["practice"]
    return " ".join(pages(kind.produce(gate.read(lambda s: kind.gather(s, "", reader)), "en")))


def test_names_become_roles_and_the_mission_is_not_named(gate: Gate) -> None:
    gate.run("Fill", fill)
    text = told(gate, MEDIATOR)
    for name in ("Roseraie", "ROSERAIE", "Clémence", "Tom", "Logiprisme", "Ida", "Marne", "ESTU"):
        assert name not in text
    assert "Directrice chez an organisation me coupe la parole devant TS" in text
    assert "the sponsor n’est pas mon client dans the mission, dit the mediator" in text
    assert "Groupe de pairs" in text
    assert "45 minutes" in text


def test_nobody_else_reads_it(gate: Gate) -> None:
    gate.run("Fill", fill)
    assert "No practice analysis may be told" in told(gate, PUBLIC)


def test_without_anybody_a_text_stays_as_it_is(gate: Gate) -> None:
    nameless = gate.read(Nameless)
    assert nameless.conceal("Rien à cacher.") == "Rien à cacher."
    assert nameless.names == ()
