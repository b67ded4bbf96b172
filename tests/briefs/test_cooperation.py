"""What papers say of a cooperation, to whom; the convention waits for its signatures."""

import datetime as dt

import pytest

from entente.briefs.kinds import KINDS
from entente.briefs.told import Told
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience
from entente.domain.cooperation.records import CONVENTION
from entente.services import records
from entente.store.gate import Gate
from tests.briefs.conftest import pages
from tests.conftest import FixedClock, confluent_gate

DAY = dt.date(2026, 6, 10)


@pytest.fixture(scope="module")
def confluent() -> Gate:
    """The sample mission, for reading alone."""
    return confluent_gate(FixedClock(), "en")


def text(found: Told, kind: str) -> str:
    return " ".join(" ".join(pages(KINDS[kind].produce(found, "en"))).split())


def state(gate: Gate, who: Audience, on: dt.date = DAY) -> str:
    return text(gate.read(lambda s: KINDS["cooperation"].gather(s, "", who, on)), "cooperation")


def test_the_sponsor_reads_where_the_cooperation_is_weak_and_what_shows_it(confluent: Gate) -> None:
    said = state(confluent, SPONSOR)
    assert "strong strategic sponsorship (" in said
    # The means of domain's three: 8/3, 2, 8/3, 2 and 7/3.
    assert "Mean 2.7 2 2.7 2 2.3" in said
    assert "Somebody was named to stand in" in said
    assert "Signed without us" not in said
    assert "no network on the round" not in said


def test_a_score_of_later_is_not_told_of_a_day_before(confluent: Gate) -> None:
    # Sponsorship was 4, 1 and 2 then.
    assert "Mean 2.3 2 2.3 2 1.7" in state(confluent, SPONSOR, dt.date(2026, 4, 30))


def test_the_public_reads_of_triggers_and_answered_fears_alone(confluent: Gate) -> None:
    said = state(confluent, PUBLIC)
    assert "No factor was judged yet." in said
    assert "End of support of the present software" in said
    assert "Contract of objectives" not in said
    assert "Nobody sat for the home" not in said


def test_a_convention_has_its_clauses_and_a_field_for_each_signature(confluent: Gate) -> None:
    key = confluent.read(lambda s: records.find(s, CONVENTION, "CV1"))
    kind = KINDS["cooperation-convention"]

    def told(who: Audience) -> str:
        found = confluent.read(lambda s: kind.gather(s, key, who, DAY))
        return text(found, "cooperation-convention")

    said = told(MEDIATOR)
    assert "8. Difficulties and mediation The mediator is seized before any proceedings" in said
    assert said.count("missing") == 2
    assert "28 May 2026" in said.replace("\N{NO-BREAK SPACE}", " ")
    assert "Nothing of this convention may be told to this reader." in told(PUBLIC)
    assert "Governance" not in told(PUBLIC)
