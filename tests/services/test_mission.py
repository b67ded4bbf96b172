"""The one mission of a file, and what a new one begins with."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mission import MISSION
from entente.domain.party import PARTY
from entente.domain.relation import RELATION
from entente.errors import InvalidValueError
from entente.i18n import speaking
from entente.services import mission, records, stages, summary
from entente.services.mission import TEMPLATES, Template
from entente.store.gate import Gate


def start(gate: Gate, template: Template, language: str = "fr") -> None:
    with speaking(language):
        gate.run("Start", lambda session: mission.start(session, {"name": "Mission"}, template))


def test_a_file_about_nothing_says_nothing(gate: Gate) -> None:
    values = gate.read(mission.read)
    assert set(values) == {"id", *(field.name for field in MISSION.fields)}
    assert not any(values.values())


def test_there_is_one_mission_however_often_it_changes(gate: Gate) -> None:
    gate.run("Name", lambda s: mission.change(s, {"name": "Un"}))
    gate.run(
        "Name", lambda s: mission.change(s, {"name": "Deux", "starts_on": dt.date(2026, 2, 16)})
    )
    assert gate.read(partial(records.count, record_type=MISSION)) == 1
    assert gate.read(mission.read)["name"] == "Deux"


def test_a_mission_has_a_name(gate: Gate) -> None:
    with pytest.raises(InvalidValueError):
        gate.run("Start", lambda session: mission.start(session, {"name": " "}))
    assert gate.read(mission.read)["id"] is None


def test_a_blank_mission_holds_its_name_alone(gate: Gate) -> None:
    start(gate, TEMPLATES[0])
    assert gate.read(mission.read)["name"] == "Mission"
    assert not any(gate.read(summary.counts).values())


def test_a_mediation_between_two_people_has_two_parties(gate: Gate) -> None:
    start(gate, TEMPLATES[1])
    counted = gate.read(summary.counts)
    assert (counted["actors"], counted["difficulties"], counted["parties"]) == (3, 1, 2)
    assert gate.read(partial(records.find, record_type=DIFFICULTY, text="K1"))
    names = set(gate.read(partial(records.titles, record_type=PARTY)).values())
    assert names == {"Première partie", "Seconde partie"}


def test_a_committee_has_its_functions_and_ties(gate: Gate) -> None:
    start(gate, TEMPLATES[2])
    people = gate.read(partial(records.list_rows, record_type=ACTOR)).dicts()
    assert len(people) == 9
    assert all(row["camp"] for row in people)
    assert gate.read(partial(records.count, record_type=RELATION)) == 11


def test_a_template_speaks_the_language_in_use(gate: Gate) -> None:
    start(gate, TEMPLATES[1], "en")
    assert gate.read(partial(records.find, record_type=ACTOR, text="First party"))


@pytest.mark.parametrize("template", [each for each in TEMPLATES if each.kind])
def test_a_template_brings_its_kind_and_the_checklists_that_go_with_it(
    gate: Gate, template: Template
) -> None:
    start(gate, template)
    assert gate.read(mission.read)["kind"] == template.kind
    with speaking("fr"):
        usual = stages.usual("fr", stages.PHASES, template.kind)
    held = gate.read(lambda s: stages.overview(s, checklist=stages.PHASES))
    assert {stage.name: tuple(step.title for step in stage.steps) for stage in held} == usual
