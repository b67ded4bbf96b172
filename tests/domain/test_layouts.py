"""Arrangements of people on the map."""

import itertools
import math
import random
from collections.abc import Iterable, Mapping

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.domain.layouts import ROOM, Ground, Layout, Link, Node, Point, layout, refine
from entente.domain.layouts.rings import neighbours_of, uncrossed

KEYS = [f"A{number:02}" for number in range(1, 19)]
EVERY = pytest.mark.parametrize("kind", list(Layout))


def crowd(graph: nx.Graph) -> tuple[list[Node], list[Link]]:
    camps = itertools.cycle(["direction", "digital", "business", ""])
    powers = itertools.cycle([5.0, 4.0, 3.0, 3.0, 2.0, 1.5, None])
    nodes = [Node(str(key), next(camps), str(key)[-1:], next(powers)) for key in graph]
    links = [Link(str(a), str(b), is_above=a % 3 == 0) for a, b in graph.edges]
    return nodes, links


def overlapping(places: Mapping[str, Point], but: Iterable[str] = ()) -> list[tuple[str, str]]:
    left_out = set(but)
    return [
        (one, other)
        for one, other in itertools.combinations(places, 2)
        if abs(places[one][0] - places[other][0]) < ROOM[0] - 0.01
        and abs(places[one][1] - places[other][1]) < ROOM[1] - 0.01
        and not {one, other} <= left_out
    ]


@EVERY
@pytest.mark.parametrize("count", [0, 1, 2, 3, 18, 200])
def test_nobody_covers_anybody_and_nobody_is_left_out(kind: Layout, count: int) -> None:
    nodes, links = crowd(nx.gnm_random_graph(count, 2 * count, seed=4))
    places = layout(kind, nodes, links)
    assert set(places) == {node.key for node in nodes}
    assert overlapping(places) == []


@EVERY
def test_whoever_is_pinned_stays(kind: Layout) -> None:
    nodes, links = crowd(nx.gnm_random_graph(40, 90, seed=5))
    pinned = {"3": (-400.0, 120.0), "11": (640.0, -80.0), "12": (640.0, -70.0)}
    places = layout(kind, nodes, links, pinned=pinned)
    assert {key: places[key] for key in pinned} == pinned
    assert overlapping(places, but=pinned) == []


@EVERY
def test_the_same_mission_gives_the_same_picture(kind: Layout) -> None:
    nodes, links = crowd(nx.gnm_random_graph(60, 150, seed=6))
    assert layout(kind, nodes, links) == layout(kind, nodes, links)


@EVERY
def test_ties_that_lead_nowhere_are_passed_over(kind: Layout) -> None:
    nodes = [Node("A01"), Node("A02")]
    links = [
        Link("A01", "A01", is_above=True),
        Link("A01", "gone", is_above=True),
        Link("A02", "A01"),
    ]
    assert set(layout(kind, nodes, links, pinned={"gone": (0.0, 0.0)})) == {"A01", "A02"}


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 25).flatmap(
        lambda count: st.tuples(
            st.just(count),
            st.lists(st.tuples(st.integers(0, count), st.integers(0, count)), max_size=60),
            st.dictionaries(
                st.integers(0, count),
                st.tuples(st.floats(-3000, 3000), st.floats(-3000, 3000)),
                max_size=4,
            ),
        )
    ),
    st.sampled_from(list(Layout)),
)
def test_whatever_is_drawn_nobody_covers_anybody(
    drawn: tuple[int, list[tuple[int, int]], dict[int, Point]], kind: Layout
) -> None:
    count, pairs, pins = drawn
    nodes = [Node(str(number), str(number % 3), "", number % 6) for number in range(count)]
    links = [Link(str(a), str(b), is_above=True) for a, b in pairs]
    pinned = {str(number): place for number, place in pins.items() if number < count}
    places = layout(kind, nodes, links, pinned=pinned)
    assert {key: places[key] for key in pinned} == pinned
    assert overlapping(places, but=pinned) == []
    assert all(map(math.isfinite, itertools.chain(*places.values())))


def stress(graph: nx.Graph, places: Mapping[str, Point]) -> float:
    """Kruskal's normalised stress in units of the room, best scale."""
    steps = dict(nx.all_pairs_shortest_path_length(graph))
    pairs = [
        (
            math.hypot(
                (places[str(a)][0] - places[str(b)][0]) / (ROOM[0] * 1.25),
                (places[str(a)][1] - places[str(b)][1]) / (ROOM[1] * 1.9),
            ),
            steps[a][b],
        )
        for a, b in itertools.combinations(graph, 2)
    ]
    scale = sum(d / s for d, s in pairs) / sum((d / s) ** 2 for d, s in pairs)
    return float(sum((scale * d / s - 1) ** 2 for d, s in pairs) / len(pairs))


def test_each_picture_of_a_crowd_is_shown_and_the_last_is_the_best() -> None:
    graph = nx.connected_watts_strogatz_graph(80, 4, 0.1, seed=2)
    pictures = list(refine(*crowd(graph), Ground()))
    assert len(pictures) > 2
    stresses = [stress(graph, picture) for picture in pictures]
    assert stresses[-1] < stresses[0]
    assert stresses[-1] < 0.12


def test_who_is_close_in_the_network_stands_close() -> None:
    graph = nx.path_graph(9)
    places = layout(Layout.FORCE, *crowd(graph))
    across = [places[str(key)][0] for key in graph]
    assert across in (sorted(across), sorted(across, reverse=True))


def test_those_without_any_tie_stand_beside_the_others() -> None:
    graph = nx.complete_graph(6)
    graph.add_nodes_from(range(6, 20))
    places = layout(Layout.FORCE, *crowd(graph))
    together = [places[str(key)] for key in range(6)]
    lowest = max(y for _, y in together)
    assert all(places[str(key)][1] > lowest for key in range(6, 20))


def crossings(order: list[str], links: Iterable[Link]) -> int:
    place = {key: number for number, key in enumerate(order)}
    chords = [sorted((place[link.one], place[link.other])) for link in links]
    return sum(
        a < c < b < d or c < a < d < b for (a, b), (c, d) in itertools.combinations(chords, 2)
    )


def test_the_circle_is_ordered_so_that_fewer_ties_cross() -> None:
    graph = nx.connected_watts_strogatz_graph(30, 4, 0.2, seed=3)
    nodes, links = crowd(graph)
    keys = [node.key for node in nodes]
    random.Random(8).shuffle(keys)  # noqa: S311  # a repeatable order, not a secret
    ordered = uncrossed(keys, neighbours_of(nodes, links))
    assert sorted(ordered) == sorted(keys)
    assert crossings(ordered, links) < 0.6 * crossings(keys, links)


def test_a_ring_of_ties_is_drawn_without_any_crossing() -> None:
    nodes, links = crowd(nx.cycle_graph(12))
    keys = [node.key for node in nodes]
    assert crossings(uncrossed(keys, neighbours_of(nodes, links)), links) == 0


def test_superiors_stand_above_those_they_lead() -> None:
    nodes = [Node(key) for key in KEYS[:7]]
    led = [("A01", "A02"), ("A01", "A03"), ("A02", "A04"), ("A02", "A05"), ("A06", "A07")]
    links = [Link(one, other, is_above=True) for one, other in led]
    places = layout(Layout.HIERARCHY, nodes, links)
    assert all(places[one][1] < places[other][1] for one, other in led)
    assert places["A01"][1] == places["A06"][1]
    assert places["A02"][0] == (places["A04"][0] + places["A05"][0]) / 2


def test_two_who_lead_each_other_are_drawn_all_the_same() -> None:
    nodes = [Node("A01"), Node("A02"), Node("A03")]
    pairs = [("A01", "A02"), ("A02", "A03"), ("A03", "A01")]
    links = [Link(a, b, is_above=True) for a, b in pairs]
    places = layout(Layout.HIERARCHY, nodes, links)
    assert places["A01"][1] < places["A02"][1] < places["A03"][1]


def test_a_line_of_command_longer_than_the_stack_is_drawn() -> None:
    nodes = [Node(str(number)) for number in range(1_500)]
    links = [Link(str(n), str(n + 1), is_above=True) for n in range(1_499)]
    places = layout(Layout.HIERARCHY, nodes, links)
    assert places["0"][1] < places["1499"][1]


def test_the_most_influential_stand_in_the_middle() -> None:
    scores = [5.0, 4.0, 4.5, 2.0, 2.0, 1.0, None]
    nodes = [Node(str(number), influence=score) for number, score in enumerate(scores)]
    places = layout(Layout.INFLUENCE, nodes, [])
    out = {key: math.hypot(x / 1.5, y) for key, (x, y) in places.items()}
    assert places["0"] == (0.0, 0.0)
    assert max(out["1"], out["2"]) < min(out["3"], out["4"])
    assert max(out["3"], out["4"]) < out["5"] < out["6"]


@pytest.mark.parametrize("kind", [Layout.CAMP, Layout.ORGANISATION])
def test_those_who_belong_together_stand_together(kind: Layout) -> None:
    nodes = [Node(str(n), camp="abc"[n % 3], organisation="abc"[n % 3]) for n in range(30)]
    places = layout(kind, nodes, [])
    boxes = []
    for letter in "abc":
        mine = [places[node.key] for node in nodes if node.camp == letter]
        boxes.append(
            (
                min(x for x, _ in mine),
                min(y for _, y in mine),
                max(x for x, _ in mine),
                max(y for _, y in mine),
            )
        )
    for (l1, t1, r1, b1), (l2, t2, r2, b2) in itertools.combinations(boxes, 2):
        assert r1 < l2 or r2 < l1 or b1 < t2 or b2 < t1
