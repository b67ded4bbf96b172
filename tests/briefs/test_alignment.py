"""What papers say of who sees the project alike and of what binds people, and to whom."""

import datetime as dt

import pytest

from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.briefs.told import Told
from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, AudienceKind
from entente.domain.constraints import CONSTRAINT
from entente.services import alignment, constraints, records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import pages
from tests.conftest import FixedClock, confluent_gate

DAY = dt.date(2026, 6, 10)
PARTIES = Audience(AudienceKind.PARTY)


@pytest.fixture(scope="module")
def confluent() -> Gate:
    """The sample mission, for reading alone."""
    return confluent_gate(FixedClock())


def told(gate: Gate, kind: str, who: Audience = MEDIATOR, on: dt.date = DAY) -> Told:
    return gate.read(lambda s: KINDS[kind].gather(s, "", who, on))


def leaves(gate: Gate, kind: str, who: Audience = MEDIATOR, on: dt.date = DAY) -> list[str]:
    found = pages(KINDS[kind].produce(told(gate, kind, who, on), "en"))
    return [" ".join(page.split()) for page in found]


def test_the_matrix_stands_on_a_page_with_spread_and_pairs(confluent: Gate) -> None:
    (said,) = leaves(confluent, "alignment")
    assert "10 people were asked." in said
    assert "10 pairs are far apart." in said
    assert "Mean 3.7 3.8 3.1 Spread 3 3 4 Asked 10 10 9" in said
    assert "Clémence Roseraie and Gaspard Ormeval 3.0 apart on average; most on the vision" in said
    assert "Je vois ce que cela change pour les familles" in said
    assert "Le projet du siège" not in said


def test_pairs_are_those_the_reader_may_know_of(confluent: Gate) -> None:
    (said,) = leaves(confluent, "alignment", SPONSOR)
    # Clémence Roseraie 5 5 4, Odile Tisserine 5 4 4 and Tancrède Boulonnier 4 5 5 are for the
    # sponsor; Mireille Campanule 4 4 is for everybody.
    assert "4 people were asked." in said
    assert "Spread 1 1 1" in said
    assert "Ormeval" not in said
    assert "Furthest apart" not in said
    (said,) = leaves(confluent, "alignment", PUBLIC)
    assert "1 person was asked." in said


def test_it_is_told_as_of_a_day(confluent: Gate) -> None:
    (said,) = leaves(confluent, "alignment", on=dt.date(2026, 4, 30))
    assert "Le projet du siège" in said
    assert "pour les familles" not in said
    (said,) = leaves(confluent, "alignment", on=dt.date(2026, 1, 5))
    assert "There is nothing on the alignment" in said


def test_the_map_tells_clashes_and_what_nobody_else_knows(confluent: Gate) -> None:
    said = " ".join(leaves(confluent, "constraints"))
    assert "1 clash is not seen from both sides." in said
    assert "Nobody else knows of: CT5 Pas de réseau dans quatre communes de la vallée" in said
    assert "Odile Tisserine, Noémie Lavandier" in said
    assert said.index("Toilettes") < said.index("Deux environnements")
    for_parties = " ".join(leaves(confluent, "constraints", PARTIES))
    assert "CT5" not in for_parties
    assert "Le serveur s’arrête" in for_parties
    for_all = " ".join(leaves(confluent, "constraints", PUBLIC))
    assert "CT2" not in for_all
    assert "No clash was noted." in for_all


def test_the_form_for_the_room_is_blank_and_wide(confluent: Gate) -> None:
    (said,) = leaves(confluent, "constraint-form")
    assert "What I cannot move" in said
    assert "CT1" not in said


@pytest.mark.parametrize("kind", ["alignment", "constraints", "constraint-form"])
def test_word_files_say_the_same_in_french(confluent: Gate, kind: str) -> None:
    made = KINDS[kind].produce(told(confluent, kind), "fr", form=Form.DOCX)
    assert made[:2] == b"PK"


def test_texts_of_any_length_fill_pages_and_break_nothing(gate: Gate) -> None:
    assert leaves(gate, "constraints")
    long = "word " * 3_000

    def write(session: Session) -> None:
        keys = [records.create(session, ACTOR, {"name": f"{n} " + "N" * 500}) for n in range(40)]
        bound = [
            records.create(
                session, CONSTRAINT, {"title": "x" * 900, "actor_id": key, "notes": long}
            )
            for key in keys[:3]
        ]
        constraints.oppose(session, bound[0], bound[1], long)
        for place, key in enumerate(keys):
            constraints.tell(session, bound[0], key, knows=True)
            alignment.say(session, key, "vision", 1 + place % 5, words="y" * 700)

    gate.run("Write", write)
    assert " ".join(leaves(gate, "constraints")).count("word") >= 6_000
    assert "40 people were asked." in leaves(gate, "alignment")[0]
