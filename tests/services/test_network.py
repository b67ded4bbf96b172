"""The network of the sample mission, reckoned again with networkx."""

import datetime as dt
from functools import partial

import networkx as nx
import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC
from entente.domain.follow_up import COMMITMENT
from entente.domain.relation import RELATION
from entente.domain.sides import crossing
from entente.services import network, records
from entente.services.network import Reading
from entente.store.gate import Gate
from entente.store.session import Session

IT_SIDE = {"A02", "A09", "A10", "A11", "A12"}


@pytest.fixture(scope="module")
def graph(confluent: Gate) -> nx.Graph:
    found = nx.Graph()
    refs = {}
    for row in confluent.read(partial(records.list_rows, record_type=ACTOR)).dicts():
        refs[row["id"]] = row["ref"]
        found.add_node(row["ref"])
    for row in confluent.read(partial(records.list_rows, record_type=RELATION)).dicts():
        found.add_edge(refs[row["from_id"]], refs[row["to_id"]], quality=row["quality"])
    return found


@pytest.fixture(scope="module")
def reading(confluent: Gate) -> Reading:
    return confluent.read(network.read)


def refs(reading: Reading, keys: object) -> set[str]:
    assert isinstance(keys, tuple | frozenset)
    return {reading.situation.people[key].ref for key in keys}


def positive(graph: nx.Graph) -> nx.Graph:
    good = nx.create_empty_copy(graph)
    good.add_edges_from((a, b) for a, b, q in graph.edges.data("quality") if q > 0)
    return good


def test_the_sample_has_the_figures_of_its_description(reading: Reading, graph: nx.Graph) -> None:
    assert (len(graph), graph.number_of_edges()) == (18, 38)
    assert (
        reading.figures.density
        == pytest.approx(nx.density(graph))
        == pytest.approx(0.2484, abs=5e-5)
    )
    by_ref = {
        person.ref: reading.figures.actors[key] for key, person in reading.situation.people.items()
    }
    between, near = nx.betweenness_centrality(graph), nx.harmonic_centrality(graph)
    for ref, one in by_ref.items():
        assert one.betweenness == pytest.approx(between[ref])
        assert one.harmonic == pytest.approx(near[ref] / 17)
        assert one.degree == pytest.approx(graph.degree[ref] / 17)
    said = {
        "A01": 0.2664,
        "A02": 0.1257,
        "A03": 0.1213,
        "A06": 0.1068,
        "A09": 0.0876,
        "A11": 0.0738,
    }
    first = sorted(by_ref, key=lambda ref: -by_ref[ref].betweenness)[:6]
    assert first == list(said)
    assert [round(by_ref[ref].betweenness, 4) for ref in first] == list(said.values())
    assert round(by_ref["A01"].degree, 4) == 0.4706
    assert round(by_ref["A01"].harmonic, 4) == 0.7353


def test_its_points_of_rupture_are_those_of_its_description(
    reading: Reading, graph: nx.Graph
) -> None:
    weak, good = reading.figures.weak_points, reading.figures.positive_weak_points
    assert refs(reading, weak.actors) == set(nx.articulation_points(graph)) == {"A01"}
    assert [refs(reading, bridge) for bridge in weak.bridges] == [{"A01", "A17"}]
    assert {frozenset(b) for b in nx.bridges(graph)} == {frozenset({"A01", "A17"})}
    expected = set(nx.articulation_points(positive(graph)))
    assert refs(reading, good.actors) == expected == {"A01", "A07", "A12"}
    cut = {
        reading.situation.people[key].ref: [refs(reading, group) for group in groups]
        for key, groups in reading.figures.positive_cut_off.items()
    }
    assert cut["A07"] == [{"A04"}]
    assert cut["A12"] == [{"A11"}]


def test_its_sides_are_those_of_its_description(reading: Reading, graph: nx.Graph) -> None:
    side = reading.situation.of_camps()
    assert refs(reading, side) == IT_SIDE
    found = crossing(reading.situation.network, side)
    across = [q for a, b, q in graph.edges.data("quality") if (a in IT_SIDE) != (b in IT_SIDE)]
    inside = [q for a, b, q in graph.edges.data("quality") if (a in IT_SIDE) == (b in IT_SIDE)]
    assert (found.across.ties, found.inside.ties) == (len(across), len(inside)) == (11, 27)
    assert (found.across.good, found.inside.good) == (4, 23)
    assert found.index == pytest.approx(-0.4211, abs=5e-5)
    assert found.positive_index == pytest.approx(-0.7037, abs=5e-5)
    assert found.across.quality == pytest.approx(sum(across) / 11)
    assert found.inside.quality == pytest.approx(sum(inside) / 27)
    assert found.across.quality == pytest.approx(-0.364, abs=5e-4)
    assert found.inside.quality == pytest.approx(0.963, abs=5e-4)


def test_its_loyalty_alerts_are_those_of_its_description(reading: Reading) -> None:
    found = reading.figures.triads
    assert (len(found.balanced), len(found.unbalanced)) == (9, 2)
    threes = {frozenset(refs(reading, triad.actors)) for triad in found.unbalanced}
    assert threes == {frozenset({"A01", "A02", "A03"}), frozenset({"A06", "A08", "A12"})}
    pressed = [reading.situation.people[triad.pressed].ref for triad in found.unbalanced]
    assert pressed == ["A01", "A06"]


def test_ties_stay_and_their_quality_is_that_of_the_day(confluent: Gate) -> None:
    early = confluent.read(lambda s: network.situation(s, on=dt.date(2026, 3, 1)))
    now = confluent.read(network.situation)
    assert len(early.network.ties) == len(now.network.ties) == 38
    people = {person.ref: key for key, person in now.people.items()}
    pair = (people["A01"], people["A04"])
    quality = {tie.pair: tie.quality for tie in early.network.ties}
    assert quality[pair] == 1
    assert {tie.pair: tie.quality for tie in now.network.ties}[pair] == -1
    assert None in quality.values()


def test_who_looks_on_sees_roles_and_no_private_relation(confluent: Gate) -> None:
    shown = confluent.read(lambda s: network.situation(s, PUBLIC))
    names = {person.name for person in shown.people.values()}
    assert "Clémence Roseraie" not in names
    assert 0 < len(shown.network.ties) < 38
    assert set(shown.relations) == {tie.pair for tie in shown.network.ties}


def test_relations_are_found_by_the_pair_however_they_were_written(own_confluent: Gate) -> None:
    def add(session: Session) -> None:
        one, other = (records.find(session, ACTOR, ref) for ref in ("A02", "A01"))
        records.create(session, RELATION, {"from_id": one, "to_id": other, "quality": -1})
        records.create(session, RELATION, {"from_id": one, "to_id": one, "quality": 2})

    own_confluent.run("Add", add)
    found = own_confluent.read(network.situation)
    keys = {person.ref: key for key, person in found.people.items()}
    pair = (keys["A01"], keys["A02"])
    assert len(found.relations[pair]) == 2
    assert {tie.pair: tie.quality for tie in found.network.ties}[pair] == 0.0
    assert len(found.network.ties) == 38


def test_what_was_promised_counts_in_the_ladder_as_far_as_one_may_know(
    own_confluent: Gate,
) -> None:
    keys: dict[str, str] = {}

    def promise(session: Session) -> None:
        for number, level in (("A01", "public"), ("A04", "mediator")):
            keys[number] = records.find(session, ACTOR, number)
            values = {
                "statement": "Je relis vos écarts.",
                "actor_id": keys[number],
                "to_id": records.find(session, ACTOR, "A06"),
                "made_on": session.today,
                "confidentiality": level,
            }
            keys[level] = records.create(session, COMMITMENT, values)

    before = own_confluent.read(network.situation).steps
    own_confluent.run("Promise", promise)
    keep = {"state": "kept"}
    own_confluent.run("Keep", lambda s: records.change(s, COMMITMENT, keys["mediator"], keep))
    steps = own_confluent.read(network.situation).steps
    other = own_confluent.read(lambda s: records.find(s, ACTOR, "A06"))
    more = {frozenset(pair): step for pair, step in steps.items() if before.get(pair) != step}
    assert more == {frozenset({keys["A01"], other}): 4, frozenset({keys["A04"], other}): 5}
    # What is the mediator's alone raises nobody on a projected screen.
    shown = own_confluent.read(lambda s: network.situation(s, PUBLIC)).steps
    assert frozenset({keys["A04"], other}) not in {frozenset(p) for p, n in shown.items() if n == 5}
    # The day before, neither had been promised.
    day = own_confluent.read(lambda s: s.today) - dt.timedelta(days=1)
    assert own_confluent.read(lambda s: network.situation(s, on=day)).steps == before
