"""Figures of networks, against networkx."""

import datetime as dt
import itertools
from collections.abc import Iterable
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.domain.communities import communities, modularity
from entente.domain.dependence import dependence
from entente.domain.distances import distances
from entente.domain.figures import figures
from entente.domain.ladder import ladder, shown_by, steps_of
from entente.domain.network import (
    Network,
    Tie,
    Triad,
    centralities,
    cut_off,
    density,
    triads,
    unite,
    weak_points,
)
from entente.domain.sides import crossing


def network(graph: nx.Graph) -> Network:
    ties = [Tie(str(a), str(b), graph.edges[a, b].get("quality")) for a, b in graph.edges]
    return unite(map(str, graph), ties)


def pairs(edges: Iterable[tuple[object, object]]) -> set[frozenset[str]]:
    return {frozenset(map(str, edge)) for edge in edges}


def assert_as_networkx_says(graph: nx.Graph) -> None:
    found = network(graph)
    others = max(len(graph) - 1, 1)
    between, near = nx.betweenness_centrality(graph), nx.harmonic_centrality(graph)
    standing = centralities(found)
    for key in graph:
        mine = standing[str(key)]
        assert mine.betweenness == pytest.approx(between[key], abs=1e-12)
        assert mine.harmonic == pytest.approx(near[key] / others, abs=1e-12)
        assert mine.degree == pytest.approx(graph.degree[key] / others)
        assert mine.ties == graph.degree[key]
    assert density(found) == pytest.approx(nx.density(graph))
    weak = weak_points(found)
    assert set(weak.actors) == set(map(str, nx.articulation_points(graph)))
    assert pairs(weak.bridges) == pairs(nx.bridges(graph))
    groups = communities(found)
    assert sorted(itertools.chain(*groups)) == sorted(map(str, graph))
    if graph.number_of_edges():
        back = {str(key): key for key in graph}
        named = [{back[key] for key in group} for group in groups]
        said = nx.community.modularity(graph, named, weight=None)
        assert modularity(found, groups) == pytest.approx(said)


@st.composite
def graphs(draw: st.DrawFn) -> nx.Graph:
    count = draw(st.integers(0, 16))
    places = st.integers(0, max(count - 1, 0))
    edges = draw(st.lists(st.tuples(places, places), max_size=30)) if count else []
    graph = nx.empty_graph(count)
    graph.add_edges_from((a, b) for a, b in edges if a != b)
    for a, b in graph.edges:
        quality = draw(st.one_of(st.none(), st.integers(-2, 2)))
        graph.edges[a, b]["quality"] = quality
    return graph


@settings(max_examples=80, deadline=None)
@given(graphs())
def test_figures_are_those_of_networkx(graph: nx.Graph) -> None:
    assert_as_networkx_says(graph)


@pytest.mark.parametrize(
    "graph",
    [
        nx.karate_club_graph(),
        nx.empty_graph(0),
        nx.empty_graph(1),
        nx.empty_graph(2),
        nx.path_graph(2),
        nx.path_graph(40),
        nx.star_graph(12),
        nx.complete_graph(9),
        nx.disjoint_union(nx.cycle_graph(5), nx.barbell_graph(4, 1)),
        nx.gnm_random_graph(150, 400, seed=9),
    ],
    ids=str,
)
def test_known_shapes_are_as_networkx_says(graph: nx.Graph) -> None:
    assert_as_networkx_says(graph)


def test_the_karate_club_parts_without_its_instructor() -> None:
    club = network(nx.karate_club_graph())
    assert (len(club.actors), len(club.ties)) == (34, 78)
    assert weak_points(club).actors == ("0",)
    assert cut_off(club, "0") == (("11",), ("4", "5", "6", "10", "16"))


def test_groups_of_the_karate_club_are_as_good_as_those_of_networkx() -> None:
    graph = nx.karate_club_graph()
    theirs = max(
        nx.community.modularity(
            graph, nx.community.louvain_communities(graph, None, seed=seed), None
        )
        for seed in range(5)
    )
    club = network(graph)
    assert modularity(club, communities(club)) >= theirs - 0.005


def test_cliques_joined_by_one_tie_each_are_groups() -> None:
    ring = network(nx.ring_of_cliques(6, 5))
    assert len(communities(ring)) == 6
    assert all(len(group) == 5 for group in communities(ring))


@given(graphs())
@settings(max_examples=40, deadline=None)
def test_steps_are_those_of_networkx(graph: nx.Graph) -> None:
    steps = distances(len(graph), network(graph).pairs, range(len(graph)))
    said = dict(nx.all_pairs_shortest_path_length(graph))
    for one, other in itertools.product(graph, graph):
        assert steps[one, other] == said[one].get(other, float("inf"))


def test_steps_are_followed_in_blocks_where_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = nx.gnm_random_graph(200, 300, seed=1)
    whole = distances(200, network(graph).pairs, range(200))
    near = centralities(network(graph))
    monkeypatch.setattr("entente.domain.distances._BLOCK", 1)
    assert (distances(200, network(graph).pairs, range(200)) == whole).all()
    again = centralities(network(graph))
    assert all(again[key].harmonic == pytest.approx(near[key].harmonic) for key in near)


@pytest.mark.parametrize(
    "graph",
    [
        nx.path_graph(200),
        nx.star_graph(150),
        nx.barabasi_albert_graph(150, 2, seed=3),
        nx.disjoint_union(nx.complete_graph(40), nx.gnm_random_graph(120, 110, seed=4)),
    ],
    ids=str,
)
def test_ways_are_followed_in_blocks_where_there_are_many(graph: nx.Graph) -> None:
    assert_as_networkx_says(graph)


def test_loops_strangers_and_duplicates_make_one_tie_a_pair() -> None:
    ties = [
        Tie("a", "a", 2),
        Tie("a", "nobody", 2),
        Tie("b", "a", -2, needs=1, needed=2, connection=3),
        Tie("a", "b", 1, needs=0, needed=2),
        Tie("a", "b", None, connection=1),
    ]
    found = unite(["a", "b", "c", "a"], ties)
    assert found.actors == ("a", "b", "c")
    assert found.ties == (Tie("a", "b", -0.5, needs=2, needed=2, connection=3),)


@given(graphs())
@settings(max_examples=60, deadline=None)
def test_triads_are_counted_as_by_hand(graph: nx.Graph) -> None:
    signed = nx.Graph()
    for a, b, quality in graph.edges.data("quality"):
        if quality:
            signed.add_edge(a, b, sign=1 if quality > 0 else -1)
    products = []
    for three in nx.enumerate_all_cliques(signed):
        if len(three) == 3:
            signs = [signed.edges[pair]["sign"] for pair in itertools.combinations(three, 2)]
            products.append(signs[0] * signs[1] * signs[2])
    found = triads(network(graph))
    assert len(found.balanced) == products.count(1)
    assert len(found.unbalanced) == products.count(-1)


def test_whoever_gets_on_with_two_who_do_not_is_pressed() -> None:
    ties = [Tie("a", "b", 1), Tie("b", "c", 2), Tie("c", "a", -1)]
    assert triads(unite("abc", ties)).unbalanced == (Triad(("a", "b", "c"), "b"),)
    at_odds = [Tie("a", "b", -1), Tie("b", "c", -2), Tie("c", "a", -1)]
    assert triads(unite("abc", at_odds)).unbalanced == (Triad(("a", "b", "c"), ""),)


def test_a_neutral_relation_closes_no_triad() -> None:
    ties = [Tie("a", "b", 1), Tie("b", "c", 2), Tie("c", "a", 0)]
    found = triads(unite("abc", ties))
    assert (found.balanced, found.unbalanced) == ((), ())


def test_ties_across_and_inside_are_told_apart() -> None:
    ties = [Tie("a", "b", 2), Tie("a", "c", -1), Tie("b", "c", 1), Tie("c", "d", None)]
    found = crossing(unite("abcd", ties), {"a", "b", "somebody else"})
    assert (found.across.ties, found.inside.ties) == (2, 2)
    assert found.index == 0.0
    assert found.positive_index == 0.0
    assert (found.across.quality, found.inside.quality) == (0.0, 2.0)
    assert (found.inside.good, found.inside.bad, found.inside.others) == (1, 0, 1)


def test_without_ties_there_is_no_index() -> None:
    found = crossing(unite("ab", []), {"a"})
    assert found.index is None
    assert found.positive_index is None
    assert found.across.quality is None


def test_whom_several_need_is_a_single_point_of_failure() -> None:
    ties = [
        Tie("a", "b", -1, needs=2),
        Tie("b", "c", 1, needed=2),
        Tie("c", "d", 1, needs=1, needed=1),
        Tie("d", "b", None, needs=2),
        Tie("d", "f", None, needs=2),
        Tie("a", "f", None, needs=2),
    ]
    found = dependence(unite("abcdef", ties))
    assert found.cells == {
        ("a", "b"): 2,
        ("c", "b"): 2,
        ("c", "d"): 1,
        ("d", "c"): 1,
        ("d", "b"): 2,
        ("d", "f"): 2,
        ("a", "f"): 2,
    }
    assert found.actors == ("a", "b", "c", "d", "f")
    assert found.single_points == ("b",)
    assert found.strained == (("a", "b"),)


def test_the_ladder_counts_who_has_come_as_far_and_how_many_more_than_before() -> None:
    now = unite("abcd", [Tie("a", "b", connection=4), Tie("b", "c", connection=1), Tie("c", "d")])
    before = unite("abcd", [Tie("a", "b", connection=2)])
    rungs = ladder(steps_of(now, {}), steps_of(before, {}))
    assert [rung.reached for rung in rungs] == [2, 2, 1, 1, 1, 0, 0]
    assert [rung.growth for rung in rungs] == [1, 1, 0, 1, 1, 0, 0]
    assert rungs[4].pairs == (("a", "b"),)
    assert ladder(steps_of(now, {}))[0].growth is None


def test_what_one_promised_the_other_counts_in_the_ladder_by_itself() -> None:
    day = dt.date(2026, 6, 10)

    def promise(pair: str, state: str | None, made_on: dt.date = day) -> dict[str, Any]:
        one, other = pair[0], pair[1:] or None
        return {"actor_id": one, "to_id": other, "state": state, "made_on": made_on}

    promised = [
        promise("ab", "kept"),  # noted as 6: stays there
        promise("bc", "kept"),  # noted as 1
        promise("cd", "open"),
        promise("da", None),  # no state is under way
        promise("db", "broken"),
        promise("ca", "dropped"),
        promise("a", "kept"),  # to the whole group
        promise("bb", "kept"),  # to oneself
        promise("ad", "kept", day + dt.timedelta(days=1)),  # of the day after
        promise("az", "kept"),  # somebody the reader does not know
    ]
    noted = unite("abcd", [Tie("a", "b", connection=6), Tie("b", "c", connection=1), Tie("c", "d")])
    steps = steps_of(noted, shown_by(promised, day))
    assert steps == {("a", "b"): 6, ("b", "c"): 5, ("c", "d"): 4, ("a", "d"): 4}
    assert [rung.reached for rung in ladder(steps)] == [4, 4, 4, 4, 4, 2, 1]
    # A day later the two who promised each other have come further; nobody goes down.
    assert steps_of(noted, shown_by(promised))["a", "d"] == 5


def test_nobody_has_no_good_tie_while_one_has_not_been_judged() -> None:
    ties = [Tie("a", "b", -1), Tie("b", "c", None), Tie("c", "d", 0), Tie("d", "e", 1)]
    found = figures(unite("abcdef", ties))
    assert found.without_good == ("a",)
    assert found.isolated == ("f",)
    assert found.hanging == ("a", "e")


@given(graphs())
@settings(max_examples=30, deadline=None)
def test_anything_can_be_read_and_reads_the_same_again(graph: nx.Graph) -> None:
    found = network(graph)
    assert figures(found) == figures(found)


def test_an_empty_mission_can_be_read() -> None:
    found = figures(unite([], []))
    assert (found.density, found.groups, found.relays, dict(found.actors)) == (0.0, (), (), {})


def test_who_would_be_cut_off_is_told_smallest_group_first() -> None:
    graph = nx.Graph([("hub", "alone"), ("hub", "b"), ("b", "c"), ("hub", "d"), ("d", "e")])
    graph.add_edge("e", "f")
    assert cut_off(network(graph), "hub") == (("alone",), ("b", "c"))


def test_a_thousand_people_are_read_in_seconds() -> None:
    graph = nx.gnm_random_graph(1_000, 3_000, seed=1)
    started = dt.datetime.now(dt.UTC)
    figures(network(graph))
    assert dt.datetime.now(dt.UTC) - started < dt.timedelta(seconds=20)
