"""How a cooperation stands, on the three establishments of the sample's method sheet."""

import datetime as dt

import pytest

from entente.domain.actor import ORGANISATION
from entente.domain.confidentiality import PUBLIC, Level
from entente.domain.cooperation.factors import FACTOR_LABELS
from entente.domain.cooperation.records import TRIGGER, TRIGGER_ACCEPTANCE
from entente.domain.risk import RISK
from entente.errors import InvalidValueError
from entente.services import cooperation, records
from entente.store.gate import Gate
from entente.store.session import Session

#: Sponsorship, perception, trigger, competence, security, in the order of the factors.
SCORES = {"T": (4, 3, 3, 3, 3), "L": (1, 1, 2, 1, 2), "P": (3, 2, 3, 2, 2)}
MATURITIES = {"T": 4, "L": 2, "P": 3}


@pytest.fixture
def keys(gate: Gate) -> dict[str, str]:
    found: dict[str, str] = {}

    def write(session: Session) -> None:
        for name, scores in SCORES.items():
            values = {"name": name, "membership": "member", "maturity": MATURITIES[name]}
            found[name] = records.create(session, ORGANISATION, values)
            rated = dict(zip(FACTOR_LABELS, scores, strict=True))
            records.rate(session, ORGANISATION, found[name], rated, fact="Vu en comité")
        records.create(session, ORGANISATION, {"name": "Fournisseur"})

    gate.run("Write", write)
    return found


def test_means_and_gaps_are_those_reckoned_by_hand(gate: Gate, keys: dict[str, str]) -> None:
    found = gate.read(cooperation.cooperation)
    assert [partner.name for partner in found.partners] == ["T", "L", "P"]
    # 8/3, 6/3, 8/3, 6/3, 7/3
    assert [round(found.means[name] or 0, 3) for name in FACTOR_LABELS] == [
        *(2.667, 2.0, 2.667, 2.0, 2.333),
    ]
    gaps = {gap.name: gap.size for gap in found.gaps}
    expected = {"sponsorship": 3, "perception": 2, "trigger": 1, "competence": 2, "security": 1}
    assert gaps == expected | {"maturity": 2}
    assert [gap.name for gap in found.gaps if gap.is_wide] == [
        *("sponsorship", "maturity", "perception", "competence"),
    ]
    assert found.gaps[0].at_lowest == (keys["L"],)
    assert found.gaps[0].at_highest == (keys["T"],)


def test_who_leaves_on_the_way_counts_no_more_and_is_still_told(
    gate: Gate, keys: dict[str, str]
) -> None:
    gone = {"membership": "left", "left_on": dt.date(2026, 5, 4)}
    gate.run("Leave", lambda s: records.change(s, ORGANISATION, keys["L"], gone))
    found = gate.read(cooperation.cooperation)
    assert [partner.name for partner in found.present] == ["T", "P"]
    assert found.means["sponsorship"] == pytest.approx(3.5)
    assert [partner.is_in for partner in found.partners] == [True, False, True]
    assert gate.read(cooperation.proposed) == ()


def test_what_nobody_judged_is_not_nought(gate: Gate) -> None:
    values = {"name": "Neuve", "membership": "joining"}
    gate.run("Write", lambda s: records.create(s, ORGANISATION, values))
    found = gate.read(cooperation.cooperation)
    assert set(found.means.values()) == {None}
    assert found.gaps == ()
    assert found.partners[0].weak == ()


def test_a_weak_factor_stands_for_a_risk_noted_once(gate: Gate, keys: dict[str, str]) -> None:
    assert keys
    proposed = gate.read(cooperation.proposed)
    assert [(each.factor, each.names) for each in proposed] == [
        ("sponsorship", ("L",)),
        ("perception", ("L",)),
        ("competence", ("L",)),
    ]
    gate.run("Note", lambda s: cooperation.note(s, "perception"))
    gate.run("Note again", lambda s: cooperation.note(s, "perception"))
    noted = gate.read(lambda s: records.list_rows(s, RISK)).dicts()
    assert [row["factor"] for row in noted] == ["perception"]
    assert [each.is_there for each in gate.read(cooperation.proposed)] == [False, True, False]
    gate.undo()
    assert not gate.read(cooperation.proposed)[1].is_there


def test_a_trigger_counts_who_accepts_it_without_reserve(gate: Gate, keys: dict[str, str]) -> None:
    def write(session: Session) -> None:
        trigger = records.create(session, TRIGGER, {"title": "Fin de maintenance"})
        for name, answer in (("T", "yes"), ("L", "reserved")):
            said = {"trigger_id": trigger, "organisation_id": keys[name], "answer": answer}
            records.create(session, TRIGGER_ACCEPTANCE, said)

    gate.run("Write", write)
    (trigger,) = gate.read(cooperation.cooperation).triggers
    assert trigger.coverage == pytest.approx(1 / 3)
    assert trigger.answers == {keys["T"]: "yes", keys["L"]: "reserved"}


def test_scores_have_a_past_and_a_reader(gate: Gate, keys: dict[str, str]) -> None:
    later = dt.date(2026, 6, 1)
    rated = {"perception": 3}
    gate.run("Rate", lambda s: records.rate(s, ORGANISATION, keys["L"], rated, on=later))
    found = gate.read(cooperation.cooperation)
    course = found.partners[1].course
    assert [(day, scores["perception"], scores["security"]) for day, scores in course] == [
        (later, 3, None),
        (dt.date(2026, 6, 10), 1, 2),
    ]
    told = [each.score for each in found.partners[1].history["perception"]]
    assert sorted(told) == [1, 3]
    assert gate.read(lambda s: cooperation.cooperation(s, PUBLIC)).partners == ()
    public = {"confidentiality": Level.PUBLIC.value}
    gate.run("Show", lambda s: records.change(s, ORGANISATION, keys["L"], public))
    (seen,) = gate.read(lambda s: cooperation.cooperation(s, PUBLIC)).partners
    assert set(seen.scores.values()) == {None}
    assert seen.history == {}


def test_a_factor_is_from_0_to_4(gate: Gate, keys: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError):
        gate.run("Rate", lambda s: records.rate(s, ORGANISATION, keys["L"], {"security": 5}))
