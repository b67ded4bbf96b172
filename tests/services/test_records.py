"""Reading and changing records of any kind: what is checked, dated, found and carried along."""

import datetime as dt
from typing import Any

import pytest

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience, party
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mediation_session import AGENDA_ITEM, MEDIATION_SESSION
from entente.domain.note import NOTE, STEP
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.errors import InvalidValueError, RecordMissingError
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock


def add(gate: Gate, record_type: RecordType, **values: Any) -> str:  # noqa: ANN401  # of any kind
    made: list[str] = []
    gate.run("Add", lambda s: made.append(records.create(s, record_type, values)))
    return made[0]


def change(gate: Gate, record_type: RecordType, key: str, **values: Any) -> None:  # noqa: ANN401  # of any kind
    gate.run("Change", lambda s: records.change(s, record_type, key, values))


def get(gate: Gate, record_type: RecordType, key: str) -> dict[str, Any]:
    return gate.read(lambda s: records.get(s, record_type, key))


def column(gate: Gate, record_type: RecordType, name: str, audience: Audience) -> list[Any]:
    table = gate.read(lambda s: records.list_rows(s, record_type, audience))
    return [row[table.column(name)] for row in table.rows]


def test_a_record_gets_a_reference_and_the_defaults_of_its_kind(gate: Gate) -> None:
    key = add(gate, ACTOR, name="Odile Tisserine")
    record = get(gate, ACTOR, key)
    assert record["ref"] == "A01"
    assert record["confidentiality"] == "mediator"
    assert record["power"] is None


def test_a_reference_is_never_given_twice(gate: Gate) -> None:
    first = add(gate, ACTOR, name="A")
    gate.run("Remove", lambda s: records.remove(s, ACTOR, first))
    assert get(gate, ACTOR, add(gate, ACTOR, name="B"))["ref"] == "A02"


def test_records_are_listed_in_the_order_of_their_references(gate: Gate) -> None:
    for number in range(11):
        add(gate, DIFFICULTY, title=f"Difficulté {number}")
    refs = column(gate, DIFFICULTY, "ref", MEDIATOR)
    assert refs[:2] == ["K1", "K2"]
    assert refs[-2:] == ["K10", "K11"]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"name": "   "},
        {"name": "A", "power": 6},
        {"name": "A", "power": "beaucoup"},
        {"name": "A", "camp": "unknown"},
        {"name": "A", "confidentiality": None},
        {"name": "x" * 1_001},
        {"name": 12},
    ],
)
def test_what_a_field_does_not_take_is_refused(gate: Gate, values: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        add(gate, ACTOR, **values)
    assert gate.steps() == []


def test_text_is_cleaned_and_scores_snap_to_half_points(gate: Gate) -> None:
    key = add(
        gate, ACTOR, name=" Odile\tTisserine\x00 ", expertise="soins ; soins, RGPD", power=3.3
    )
    record = get(gate, ACTOR, key)
    assert record["name"] == "Odile Tisserine"
    assert record["expertise"] == "soins, RGPD"
    assert record["power"] == 3.5


def test_a_required_field_cannot_be_emptied(gate: Gate) -> None:
    key = add(gate, ACTOR, name="Odile Tisserine")
    with pytest.raises(InvalidValueError) as refused:
        change(gate, ACTOR, key, name=None)
    assert refused.value.field == "Name"


def test_a_caucus_needs_somebody_it_belongs_to(gate: Gate) -> None:
    quarrel = add(gate, DIFFICULTY, title="Reprise")
    with pytest.raises(InvalidValueError):
        add(gate, NOTE, difficulty_id=quarrel, text="…", confidentiality="caucus")
    actor = add(gate, ACTOR, name="Odile")
    key = add(gate, NOTE, difficulty_id=quarrel, text="…", confidentiality="caucus", actor_id=actor)
    with pytest.raises(InvalidValueError):
        change(gate, NOTE, key, actor_id=None)


def test_a_changed_score_is_appended_and_the_latest_counts(gate: Gate, clock: FixedClock) -> None:
    key = add(gate, ACTOR, name="Odile", power=3, interest=4)
    clock.now += dt.timedelta(days=30)
    change(gate, ACTOR, key, power=5)
    assert get(gate, ACTOR, key)["power"] == 5.0
    assert get(gate, ACTOR, key)["interest"] == 4.0
    ratings = gate.read(lambda s: records.ratings(s, ACTOR, key))
    assert [(r.dated_on, r.values["power"]) for r in ratings] == [
        (dt.date(2026, 6, 10), 3.0),
        (dt.date(2026, 7, 10), 5.0),
    ]


def test_the_same_score_again_is_no_new_rating(gate: Gate) -> None:
    key = add(gate, ACTOR, name="Odile", power=3)
    steps = len(gate.steps())
    change(gate, ACTOR, key, power=3)
    assert len(gate.read(lambda s: records.ratings(s, ACTOR, key))) == 1
    assert len(gate.steps()) == steps


def test_a_rating_of_the_past_does_not_change_the_present(gate: Gate) -> None:
    key = add(gate, ACTOR, name="Odile", power=3)
    past = dt.date(2026, 1, 15)
    gate.run("Rate", lambda s: s.rate(ACTOR, key, {"power": 1.0}, dated_on=past))
    assert get(gate, ACTOR, key)["power"] == 3.0


def test_a_rating_can_be_explained_later(gate: Gate) -> None:
    key = add(gate, ACTOR, name="Odile", power=3)
    (rating,) = gate.read(lambda s: records.ratings(s, ACTOR, key))
    said = {"fact": " Présente à tous les comités. ", "confidence": "high"}
    gate.run("Explain", lambda s: records.annotate(s, ACTOR, rating.id, said))
    (rating,) = gate.read(lambda s: records.ratings(s, ACTOR, key))
    assert (rating.fact, rating.confidence) == ("Présente à tous les comités.", "high")
    with pytest.raises(InvalidValueError):
        gate.run("Explain", lambda s: records.annotate(s, ACTOR, rating.id, {"confidence": "?"}))


def test_what_is_not_there_cannot_be_changed(gate: Gate) -> None:
    for action in (
        lambda s: records.get(s, ACTOR, "none"),
        lambda s: records.change(s, ACTOR, "none", {"name": "A"}),
        lambda s: records.change(s, ACTOR, "none", {"power": 3}),
    ):
        with pytest.raises(RecordMissingError):
            gate.run("Nothing", action)


@pytest.mark.parametrize("text", ["A01", "a01", "émile dupont", "EMILE DUPONT", " Émile Dupont "])
def test_a_record_is_found_by_reference_or_name(gate: Gate, text: str) -> None:
    key = add(gate, ACTOR, name="Émile Dupont")
    add(gate, ACTOR, name="Zoé Éclair")
    assert gate.read(lambda s: records.find(s, ACTOR, text)) == key


def test_a_name_that_two_bear_finds_neither(gate: Gate) -> None:
    add(gate, ACTOR, name="Odile")
    add(gate, ACTOR, name="odile")
    with pytest.raises(RecordMissingError):
        gate.read(lambda s: records.find(s, ACTOR, "Odile"))


def test_a_party_is_called_as_its_actor(gate: Gate) -> None:
    actor = add(gate, ACTOR, name="Odile")
    key = add(gate, PARTY, difficulty_id=add(gate, DIFFICULTY, title="Reprise"), actor_id=actor)
    assert gate.read(lambda s: records.titles(s, PARTY)) == {key: "Odile"}
    assert gate.read(lambda s: records.labels(s, ACTOR)) == {actor: "A01 Odile"}


def test_each_reader_sees_the_levels_that_name_them(gate: Gate) -> None:
    quarrel = add(gate, DIFFICULTY, title="Reprise", confidentiality="public")
    mine, other = add(gate, ACTOR, name="Odile"), add(gate, ACTOR, name="Anselme")
    for level in ("mediator", "caucus", "parties", "sponsor", "public"):
        add(gate, NOTE, difficulty_id=quarrel, text=level, confidentiality=level, actor_id=mine)
    assert column(gate, NOTE, "text", MEDIATOR) == [
        "mediator",
        "caucus",
        "parties",
        "sponsor",
        "public",
    ]
    assert column(gate, NOTE, "text", party(mine)) == ["caucus", "parties", "public"]
    assert column(gate, NOTE, "text", party(other)) == ["parties", "public"]
    assert column(gate, NOTE, "text", SPONSOR) == ["sponsor", "public"]
    assert column(gate, NOTE, "text", PUBLIC) == ["public"]


def test_a_field_with_a_level_of_its_own_is_blanked_alone(gate: Gate) -> None:
    add(
        gate,
        DIFFICULTY,
        title="Reprise",
        summary="Pour le commanditaire.",
        summary_level="sponsor",
        confidentiality="public",
    )
    assert column(gate, DIFFICULTY, "summary", SPONSOR) == ["Pour le commanditaire."]
    assert column(gate, DIFFICULTY, "summary", PUBLIC) == [None]


def test_a_rating_that_may_not_be_read_does_not_count_for_that_reader(gate: Gate) -> None:
    key = add(gate, ACTOR, name="Odile", confidentiality="public")
    gate.run(
        "Rate",
        lambda s: [
            s.rate(ACTOR, key, {"power": 2.0}, confidentiality="public"),
            s.rate(ACTOR, key, {"power": 5.0}),
        ],
    )
    assert column(gate, ACTOR, "power", MEDIATOR) == [5.0]
    assert column(gate, ACTOR, "power", PUBLIC) == [2.0]


def test_parts_go_with_what_they_belong_to_and_come_back_with_it(gate: Gate) -> None:
    quarrel = add(gate, DIFFICULTY, title="Reprise", stage=3)
    actor = add(gate, ACTOR, name="Odile", power=3)
    add(gate, PARTY, difficulty_id=quarrel, actor_id=actor)
    add(gate, NOTE, difficulty_id=quarrel, text="Une note")
    add(gate, STEP, difficulty_id=quarrel, text="Une étape")
    before = everything(gate)
    gate.run("Remove", lambda s: records.remove(s, DIFFICULTY, quarrel))
    assert everything(gate) == [0, 1, 0, 0, 0, 0]
    gate.undo()
    assert everything(gate) == before


def everything(gate: Gate) -> list[int]:
    def count(session: Session) -> list[int]:
        kinds = (DIFFICULTY, ACTOR, PARTY, NOTE, STEP)
        counts = [records.count(session, kind) for kind in kinds]
        return [*counts, len(records.ratings(session, DIFFICULTY))]

    return gate.read(count)


def test_who_only_mentions_a_record_stays_when_it_goes(gate: Gate) -> None:
    clinic = add(gate, ORGANISATION, name="Clinique")
    actor = add(gate, ACTOR, name="Odile", organisation_id=clinic)
    gate.run("Remove", lambda s: records.remove(s, ORGANISATION, clinic))
    assert get(gate, ACTOR, actor)["organisation_id"] is None


def test_an_actor_takes_relations_and_parties_along(gate: Gate) -> None:
    odile, anselme = add(gate, ACTOR, name="Odile"), add(gate, ACTOR, name="Anselme")
    add(gate, RELATION, from_id=odile, to_id=anselme, quality=-1)
    add(gate, RELATION, from_id=anselme, to_id=odile, quality=2)
    gate.run("Remove", lambda s: records.remove(s, ACTOR, odile))
    assert gate.read(lambda s: records.count(s, RELATION)) == 0
    assert gate.read(lambda s: records.ratings(s, RELATION)) == []


def test_a_copy_has_the_fields_but_not_the_ratings(gate: Gate) -> None:
    key = add(gate, ACTOR, name="Odile", role="Directrice", power=4)
    made: list[str] = []
    gate.run("Duplicate", lambda s: made.append(records.duplicate(s, ACTOR, key)))
    copy = get(gate, ACTOR, made[0])
    assert (copy["ref"], copy["name"], copy["role"]) == ("A02", "Odile", "Directrice")
    assert copy["power"] is None


def test_a_list_shows_the_ratings_of_a_day(gate: Gate) -> None:
    def fill(session: Session) -> None:
        key = records.create(session, ACTOR, {"name": "Odile"})
        for day, power in ((2, 2.0), (20, 4.0)):
            session.rate(ACTOR, key, {"power": power}, dated_on=dt.date(2026, 4, day))

    gate.run("Fill", fill)

    def power_on(day: dt.date | None) -> float | None:
        (row,) = gate.read(lambda s: records.list_rows(s, ACTOR, on=day)).dicts()
        power: float | None = row["power"]
        return power

    assert power_on(dt.date(2026, 4, 1)) is None
    assert power_on(dt.date(2026, 4, 2)) == 2.0
    assert power_on(dt.date(2026, 4, 19)) == 2.0
    assert power_on(None) == 4.0


def test_what_is_put_in_order_by_hand_goes_behind_all_others_of_its_whole(gate: Gate) -> None:
    first, second = (add(gate, MEDIATION_SESSION, title=word) for word in "AB")
    given = [
        (first, {"position": 7}, 7),
        (second, {}, 0),
        (first, {}, 8),
        (second, {}, 1),
        (second, {"position": 999}, 999),
        (second, {}, 999),
    ]
    for whole, values, expected in given:
        key = add(gate, AGENDA_ITEM, session_id=whole, text="Point", **values)
        assert get(gate, AGENDA_ITEM, key)["position"] == expected
    assert get(gate, BACKLOG_ITEM, add(gate, BACKLOG_ITEM, title="Carte"))["rank"] is None
