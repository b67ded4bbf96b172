"""What the sample mission must say, reckoned by other means than the program's own."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from functools import partial
from itertools import combinations
from typing import Any

import networkx as nx
import pytest

from entente.domain.actor import ACTOR, ORGANISATION, Quadrant, quadrant
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import Level, may_read, party
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mission import MISSION
from entente.domain.note import NOTE, STEP
from entente.domain.objective import INFLUENCE, OBJECTIVE, STANCE
from entente.domain.option import OPTION
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.services import mission, records
from entente.services.records import Rating
from entente.store.gate import Gate

#: The people on the IT side of the project, the vendor's among them.
IT_SIDE = {"A02", "A09", "A10", "A11", "A12"}
CAUCUS_OF_A11 = "au-delà de 15\u00a0k€ offerts je dois remonter au siège"
#: The day the mission of the source was described on.
DESCRIBED_ON = dt.date(2026, 4, 22)
ENDS_ON = dt.date(2026, 6, 10)


def rows(gate: Gate, kind: RecordType) -> list[dict[str, Any]]:
    return gate.read(partial(records.list_rows, record_type=kind)).dicts()


def ratings(gate: Gate, kind: RecordType, key: str | None = None) -> list[Rating]:
    return gate.read(partial(records.ratings, record_type=kind, key=key))


def count(gate: Gate, kind: RecordType) -> int:
    return gate.read(partial(records.count, record_type=kind))


def by_ref(gate: Gate, kind: RecordType) -> dict[str, dict[str, Any]]:
    return {row["ref"]: row for row in rows(gate, kind)}


def refs(gate: Gate) -> dict[str, str]:
    return {row["id"]: ref for ref, row in by_ref(gate, ACTOR).items()}


@pytest.fixture
def graph(confluent: Gate) -> nx.Graph:
    ref = refs(confluent)
    ties = nx.Graph()
    ties.add_nodes_from(ref.values())
    for relation in by_ref(confluent, RELATION).values():
        ties.add_edge(ref[relation["from_id"]], ref[relation["to_id"]], quality=relation["quality"])
    return ties


def positive(graph: nx.Graph) -> nx.Graph:
    ties = [(a, b) for a, b, quality in graph.edges.data("quality") if quality > 0]
    return nx.Graph(ties)


def attitudes(gate: Gate, day: dt.date) -> Counter[str]:
    """Fauvet's attitudes as they stood on a day: synergy down, antagonism across."""
    grid = {
        4: ("engaged", "golden", "golden", "torn"),
        3: ("engaged", "golden", "hesitant", "torn"),
        2: ("passive", "hesitant", "opponent", "irreconcilable"),
        1: ("passive", "grumbler", "opponent", "irreconcilable"),
    }
    latest: dict[str, Any] = {}
    for rating in ratings(gate, ACTOR):
        if rating.dated_on <= day:
            latest[rating.record_id] = rating.values
    return Counter(grid[v["synergy"]][v["antagonism"] - 1] for v in latest.values())


def test_it_holds_the_whole_mission(confluent: Gate) -> None:
    counted = {
        kind.name: count(confluent, kind)
        for kind in (
            *(MISSION, ORGANISATION, ACTOR, RELATION, DIFFICULTY, PARTY),
            *(COMMON_CAUSE, OBJECTIVE, INFLUENCE, STANCE),
        )
    }
    assert counted == {
        "mission": 1,
        "organisation": 7,
        "actor": 18,
        "relation": 38,
        "difficulty": 6,
        "party": 16,
        "common_cause": 4,
        "objective": 5,
        # Seven actors: each on the six others, and on the five objectives.
        "influence": 7 * 6,
        "stance": 7 * 5,
    }
    assert list(by_ref(confluent, ACTOR)) == [f"A{number:02d}" for number in range(1, 19)]
    assert list(by_ref(confluent, ORGANISATION)) == [f"ORG{number}" for number in range(1, 8)]
    assert list(by_ref(confluent, DIFFICULTY)) == [f"K{number}" for number in range(1, 7)]


def test_it_is_one_step_and_goes_in_one_undo(own_confluent: Gate) -> None:
    assert len(own_confluent.steps()) == 1
    own_confluent.undo()
    for kind in RECORD_TYPES.values():
        assert count(own_confluent, kind) == 0


def test_what_is_added_later_takes_the_next_reference(own_confluent: Gate) -> None:
    own_confluent.run("Add", lambda s: records.create(s, ACTOR, {"name": "Blanche Orvet"}))
    own_confluent.run("Add", lambda s: records.create(s, DIFFICULTY, {"title": "Horaires"}))
    assert "A19" in by_ref(own_confluent, ACTOR)
    assert "K7" in by_ref(own_confluent, DIFFICULTY)


def test_the_network_has_the_figures_of_the_source(graph: nx.Graph) -> None:
    qualities = [quality for _, _, quality in graph.edges.data("quality")]
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (18, 38)
    assert nx.density(graph) == pytest.approx(0.2484, abs=5e-5)
    assert (sum(q > 0 for q in qualities), sum(q < 0 for q in qualities)) == (27, 11)
    assert set(nx.articulation_points(graph)) == {"A01"}
    assert [set(bridge) for bridge in nx.bridges(graph)] == [{"A01", "A17"}]
    assert set(nx.articulation_points(positive(graph))) == {"A01", "A07", "A12"}


def test_the_relays_are_those_of_the_source(graph: nx.Graph) -> None:
    relays = nx.betweenness_centrality(graph)
    highest = sorted(relays, key=lambda ref: -relays[ref])[:6]
    assert highest == ["A01", "A02", "A03", "A06", "A09", "A11"]
    assert [relays[ref] for ref in highest] == pytest.approx(
        [0.2664, 0.1257, 0.1213, 0.1068, 0.0876, 0.0738], abs=5e-5
    )
    assert graph.degree("A01") / 17 == pytest.approx(0.4706, abs=5e-5)
    assert nx.harmonic_centrality(graph)["A01"] / 17 == pytest.approx(0.7353, abs=5e-5)


@pytest.mark.parametrize(
    ("only_positive", "across", "inside", "index"),
    [(False, 11, 27, -0.4211), (True, 4, 23, -0.7037)],
)
def test_business_and_it_keep_to_themselves(
    graph: nx.Graph, only_positive: bool, across: int, inside: int, index: float
) -> None:
    ties = positive(graph) if only_positive else graph
    crossing = sum((a in IT_SIDE) != (b in IT_SIDE) for a, b in ties.edges)
    assert (crossing, ties.number_of_edges() - crossing) == (across, inside)
    assert (across - inside) / (across + inside) == pytest.approx(index, abs=5e-5)


def test_two_triads_are_out_of_balance(graph: nx.Graph) -> None:
    triads = [
        trio
        for trio in combinations(sorted(graph), 3)
        if all(graph.has_edge(a, b) for a, b in combinations(trio, 2))
    ]
    strained = [
        trio
        for trio in triads
        if sum(graph[a][b]["quality"] < 0 for a, b in combinations(trio, 2)) % 2
    ]
    assert len(triads) == 11
    assert strained == [("A01", "A02", "A03"), ("A06", "A08", "A12")]


def test_each_actor_stands_in_the_quadrant_of_the_source(confluent: Gate) -> None:
    found: dict[Quadrant, set[str]] = {kind: set() for kind in Quadrant}
    for ref, row in by_ref(confluent, ACTOR).items():
        found[quadrant(row["power"], row["interest"])].add(ref)
    assert found == {
        Quadrant.COLLABORATE: {"A01", "A02", "A03", "A11"},
        Quadrant.SATISFY: {"A04", "A17"},
        Quadrant.INFORM: {"A05", "A06", "A07", "A08", "A09", "A12", "A13", "A18"},
        Quadrant.MONITOR: {"A10", "A14", "A15", "A16"},
    }


def test_attitudes_count_as_in_the_source_on_the_day_it_describes(confluent: Gate) -> None:
    assert attitudes(confluent, DESCRIBED_ON) == {
        "golden": 5,
        "hesitant": 4,
        "passive": 3,
        "engaged": 2,
        "opponent": 2,
        "torn": 1,
        "irreconcilable": 1,
    }


def test_three_attitudes_have_moved_by_the_end(confluent: Gate) -> None:
    assert attitudes(confluent, ENDS_ON) == {
        "golden": 6,
        "hesitant": 5,
        "passive": 3,
        "engaged": 2,
        "opponent": 2,
    }


@pytest.mark.parametrize(
    ("ref", "trajectory"),
    [
        ("A04", [(2, 2), (1, 3)]),
        ("A07", [(2, 3), (2, 3), (3, 2)]),
        ("A11", [(3, 2), (3, 4), (3, 3)]),
        ("A15", [(1, 4), (1, 4), (2, 3)]),
    ],
)
def test_trajectories_are_those_of_the_source(
    confluent: Gate, ref: str, trajectory: list[tuple[int, int]]
) -> None:
    key = by_ref(confluent, ACTOR)[ref]["id"]
    found = ratings(confluent, ACTOR, key)
    moved = [(rating.values["synergy"], rating.values["antagonism"]) for rating in found]
    assert moved == trajectory


def test_every_score_has_a_date_and_a_fact_behind_it(confluent: Gate) -> None:
    for kind in (ACTOR, RELATION, DIFFICULTY):
        owners = set()
        for rating in ratings(confluent, kind):
            owners.add(rating.record_id)
            assert rating.fact
            assert rating.author
            assert dt.date(2026, 2, 16) <= rating.dated_on <= ENDS_ON
            assert rating.dated_on.weekday() < 5, f"{rating.dated_on} is not a working day"
        assert owners == {row["id"] for row in by_ref(confluent, kind).values()}


@pytest.mark.parametrize(
    ("ref", "history"),
    [
        ("K1", [("03-04", 2), ("03-25", 4), ("04-08", 5), ("05-06", 3), ("05-20", 2)]),
        ("K2", [("03-11", 2), ("04-03", 1)]),
        ("K3", [("03-13", 3), ("04-07", 4), ("05-12", 3)]),
        ("K4", [("03-20", 3), ("05-18", 2)]),
        ("K5", [("03-27", 4), ("04-22", 2)]),
        ("K6", [("03-24", 4), ("04-14", 6), ("05-20", 4)]),
    ],
)
def test_each_difficulty_climbs_and_comes_down(
    confluent: Gate, ref: str, history: list[tuple[str, int]]
) -> None:
    key = by_ref(confluent, DIFFICULTY)[ref]["id"]
    found = ratings(confluent, DIFFICULTY, key)
    stages = [(f"{r.dated_on:%m-%d}", r.values["stage"]) for r in found]
    assert [rated for rated in stages if rated[1]] == history


def texts_of(gate: Gate, kind: RecordType, key: str) -> Iterator[tuple[str, str, str]]:
    """Level, party and text of whatever is written about a difficulty."""
    for row in rows(gate, kind):
        if row["difficulty_id"] != key:
            continue
        actor = row["actor_id"] or ""
        if kind is not PARTY:
            yield row["confidentiality"], actor, row["text"]
            continue
        for name in ("position", "interests", "needs", "fears", "mesore"):
            yield row[f"{name}_level"], actor, row[name]


@pytest.mark.parametrize("number", range(1, 7))
def test_each_difficulty_has_something_for_every_reader(confluent: Gate, number: int) -> None:
    key = by_ref(confluent, DIFFICULTY)[f"K{number}"]["id"]
    written = [
        text for kind in (PARTY, NOTE, OPTION, STEP) for text in texts_of(confluent, kind, key)
    ]
    assert {level for level, _, _ in written} == {level.value for level in Level}
    assert all(text for _, _, text in written)
    parties = {actor for _, actor, _ in texts_of(confluent, PARTY, key)}
    confided = {actor for level, actor, _ in written if level == "caucus"}
    assert confided == parties


def test_the_confidence_of_the_vendor_is_his_and_the_mediator_s(confluent: Gate) -> None:
    notes = rows(confluent, NOTE)
    (note,) = (row for row in notes if CAUCUS_OF_A11 in row["text"])
    readers = {
        ref
        for key, ref in refs(confluent).items()
        if may_read(party(key), note["confidentiality"], note["actor_id"])
    }
    assert readers == {"A11"}


def test_an_elected_representative_is_for_the_mediator_alone(confluent: Gate) -> None:
    private = {
        ref for ref, row in by_ref(confluent, ACTOR).items() if row["confidentiality"] == "mediator"
    }
    assert private == {"A15"}


def test_addresses_and_numbers_can_reach_nobody(confluent: Gate) -> None:
    for row in by_ref(confluent, ACTOR).values():
        assert row["email"].endswith(".example")
        # The French numbering plan keeps 04 65 71 for fiction.
        assert row["phone"] is None or re.fullmatch(r"04 65 71 \d\d \d\d", row["phone"])


def test_french_signs_have_their_spaces(confluent: Gate) -> None:
    for kind in RECORD_TYPES.values():
        for row in rows(confluent, kind):
            for name, value in row.items():
                text = str(value or "")
                assert not re.search(r"(^|[^\u202f])[;!?](\s|$)", text), (name, text)
                assert not re.search(r" :|« | »|'", text), (name, text)


def test_the_mission_says_who_mediates(confluent: Gate) -> None:
    values = confluent.read(mission.read)
    assert values["name"] == "Mission CONFLUENT"
    assert values["mediator"] == "Isaure Passerelle"
    assert values["starts_on"] == dt.date(2026, 2, 16)
