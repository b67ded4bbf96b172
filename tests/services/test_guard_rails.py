import datetime as dt

import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.guard_rails import DANGER_LABELS, DECLARATION, EXHIBIT, SAFETY_CHECK
from entente.domain.interaction import INTERACTION
from entente.domain.mediation_session import ATTENDANCE, MEDIATION_SESSION
from entente.domain.party import PARTY
from entente.errors import InvalidValueError, RecordMissingError
from entente.i18n import LANGUAGES, speaking
from entente.services import guard_rails, interactions, mission, records
from entente.services.guard_rails import Stop
from entente.store.gate import Gate
from entente.store.session import Session


@pytest.fixture
def keys(gate: Gate) -> dict[str, str]:
    """Two difficulties; Odile and Anselme are parties of the first."""
    made: dict[str, str] = {}

    def fill(session: Session) -> None:
        for name in ("Odile", "Anselme", "Sidonie"):
            made[name] = records.create(session, ACTOR, {"name": name})
        for ref in ("K1", "K2"):
            made[ref] = records.create(session, DIFFICULTY, {"title": ref})
        for name in ("Odile", "Anselme"):
            party = {"difficulty_id": made["K1"], "actor_id": made[name]}
            records.create(session, PARTY, party)

    gate.run("Fill", fill)
    return made


def note(gate: Gate, key: str, danger: str, **values: object) -> None:
    gate.run("Note", lambda s: guard_rails.note(s, key, danger, values))


def test_seven_dangers_are_looked_for_and_one_stop_is_enough(
    gate: Gate, keys: dict[str, str]
) -> None:
    key = keys["K1"]
    assert len(gate.read(lambda s: guard_rails.checklist(s, key))) == 7
    assert gate.read(lambda s: guard_rails.stop(s, key)) is None
    note(gate, key, "health", finding="watch")
    assert gate.read(lambda s: guard_rails.stop(s, key)) is None
    note(gate, key, "harassment", finding="stop", referred_to="Médecine du travail")
    assert gate.read(lambda s: guard_rails.stop(s, key)) == Stop(
        ("harassment",), dt.date(2026, 6, 10), ("Médecine du travail",)
    )
    assert gate.read(lambda s: guard_rails.stop(s, keys["K2"])) is None
    note(gate, key, "harassment", finding="none")
    assert gate.read(lambda s: guard_rails.stop(s, key)) is None


def test_another_finding_is_of_the_day_it_was_made(gate: Gate, keys: dict[str, str]) -> None:
    note(gate, keys["K1"], "health", finding="watch", checked_on=dt.date(2026, 5, 1))
    note(gate, keys["K1"], "health", fact="Arrêt de travail évoqué")
    checks = {
        check.danger: check for check in gate.read(lambda s: guard_rails.checklist(s, keys["K1"]))
    }
    assert checks["health"].checked_on == dt.date(2026, 5, 1)
    note(gate, keys["K1"], "health", finding="stop")
    checks = {
        check.danger: check for check in gate.read(lambda s: guard_rails.checklist(s, keys["K1"]))
    }
    assert checks["health"].checked_on == dt.date(2026, 6, 10)
    assert len(gate.read(lambda s: records.list_rows(s, SAFETY_CHECK)).rows) == 1


def test_the_rest_is_looked_at_in_one_go(gate: Gate, keys: dict[str, str]) -> None:
    note(gate, keys["K1"], "health", finding="watch")
    gate.run("Rest", lambda s: guard_rails.note_rest(s, keys["K1"]))
    checks = gate.read(lambda s: guard_rails.checklist(s, keys["K1"]))
    assert sorted(check.finding for check in checks) == [*["none"] * 6, "watch"]


def test_what_is_no_danger_or_no_difficulty_is_refused(gate: Gate, keys: dict[str, str]) -> None:
    with pytest.raises(InvalidValueError):
        note(gate, keys["K1"], "weather", finding="stop")
    with pytest.raises(RecordMissingError):
        note(gate, "none", "health", finding="stop")


def test_a_projected_screen_knows_of_no_stop_that_is_private(
    gate: Gate, keys: dict[str, str]
) -> None:
    note(gate, keys["K1"], "health", finding="stop")
    assert gate.read(lambda s: guard_rails.stop(s, keys["K1"], PUBLIC)) is None


def test_it_is_said_whom_to_turn_to_in_both_languages() -> None:
    for code in LANGUAGES:
        with speaking(code):
            assert all(len(guard_rails.guidance(danger)) > 40 for danger in DANGER_LABELS)
    with speaking("fr"):
        assert "médecine du travail" in guard_rails.guidance("harassment")


def test_ties_of_the_mission_hold_for_each_difficulty(gate: Gate, keys: dict[str, str]) -> None:
    def declare(session: Session) -> None:
        for day, key in ((1, None), (2, keys["K1"]), (3, keys["K2"])):
            values = {"declared_on": dt.date(2026, 6, day), "tie": "none", "difficulty_id": key}
            records.create(session, DECLARATION, values)
        paper = {"title": "Courriel", "origin": "brought", "difficulty_id": keys["K1"]}
        records.create(session, EXHIBIT, paper)

    gate.run("Declare", declare)
    found = gate.read(lambda s: guard_rails.declarations(s, keys["K1"]))
    assert [row["declared_on"].day for row in found] == [2, 1]
    assert [row["ref"] for row in gate.read(lambda s: guard_rails.papers(s, keys["K1"]))] == ["P01"]
    assert gate.read(lambda s: guard_rails.papers(s, keys["K2"])) == []


def meet(session: Session, keys: dict[str, str], hat: str, difficulty: str, *names: str) -> None:
    values = {
        "subject": f"Rencontre {hat}",
        "held_on": dt.date(2026, 6, 1),
        "hat": hat or None,
        "difficulty_id": keys.get(difficulty),
    }
    interactions.add(session, values, [keys[name] for name in names])


def test_two_parts_before_one_party_are_told(gate: Gate, keys: dict[str, str]) -> None:
    def act(session: Session) -> None:
        meet(session, keys, "adviser", "", "Odile")  # of no difficulty: concerns each of hers
        meet(session, keys, "", "K1", "Anselme")
        meet(session, keys, "facilitation", "K2", "Odile", "Anselme")
        meet(session, keys, "adviser", "", "Sidonie")
        values = {"title": "Séance", "difficulty_id": keys["K1"], "hat": "mediation"}
        key = records.create(session, MEDIATION_SESSION, values)
        for name, presence in (("Odile", "present"), ("Anselme", "absent")):
            there = {"session_id": key, "actor_id": keys[name], "presence": presence}
            records.create(session, ATTENDANCE, there)

    gate.run("Act", act)
    found = gate.read(lambda s: guard_rails.hats(s, keys["K1"]))
    assert [(one.kind, one.hat) for one in found.acts] == [
        ("mediation_session", "mediation"),
        ("interaction", ""),
        ("interaction", "adviser"),
    ]
    assert found.unsaid == 1
    assert found.several == {keys["Odile"]: ("adviser", "mediation")}

    silent = found.acts[1]
    gate.run("Wear", lambda s: guard_rails.wear(s, INTERACTION, silent.key, "mediation"))
    assert gate.read(lambda s: guard_rails.hats(s, keys["K1"])).unsaid == 0


def test_the_file_is_to_be_erased_so_long_after_the_end(gate: Gate) -> None:
    assert gate.read(guard_rails.retention).erase_on is None
    values = {"name": "M", "ends_on": dt.date(2026, 5, 31), "retention_months": 1}
    gate.run("Begin", lambda s: mission.start(s, values))
    found = gate.read(guard_rails.retention)
    assert (found.erase_on, found.days) == (dt.date(2026, 6, 30), 20)
