"""Reading a network and arranging it: `python -m tests.bench.bench_network`.

* Indices: betweenness, degree, harmonic closeness, articulation points and bridges of 1,000
  people with 3,000 ties, against rustworkx called alone for the same: betweenness,
  closeness, articulation points, bridges.
* How long another thread, such as the window's, is kept waiting meanwhile at the longest, with
  1,000 and 5,000 people: a tenth of a second is what nobody notices.
* Everything the page of the network tells: the same and groups, triads, dependence, who
  would be cut off; against the same limit, for information.
* Groups, against Louvain of networkx.
* Arranging 200 and 1,000 people, cards and names kept clear of each other, against the bare
  spring layout of rustworkx, which takes some 20 and 400 ms and lets them overlap: the first
  picture, which is shown at once, and for information the later, better ones.
"""

import math
import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice

import networkx as nx
import rustworkx as rx

from entente.domain.communities import communities
from entente.domain.figures import figures
from entente.domain.layouts import Ground, Layout, Link, Node, layout, refine
from entente.domain.network import Network, Tie, centralities, unite, weak_points
from tests.bench.ratio import Ratio, compare, table

PEOPLE = 1_000
MANY = 5_000
ROUNDS = 9
#: Milliseconds for which a window may stand still.
STILL = 100


def clustered(count: int) -> nx.Graph:
    """Return teams of a dozen with some ties across, three ties a person."""
    draw = random.Random(count)  # noqa: S311  # a repeatable crowd, not a secret
    graph = nx.empty_graph(count)
    while graph.number_of_edges() < 3 * count:
        one = draw.randrange(count)
        team = one // 12 * 12
        inside = draw.random() < 0.85
        other = team + draw.randrange(12) if inside else draw.randrange(count)
        if other < count and one != other:
            graph.add_edge(one, other)
    return graph


def network_of(graph: nx.Graph) -> Network:
    """Return the same as our values, every third tie bad."""
    ties = [Tie(str(a), str(b), -1 if (a + b) % 3 == 0 else 1) for a, b in graph.edges]
    return unite(map(str, graph), ties)


def reading() -> list[Ratio]:
    """Compare our figures with rustworkx called alone."""
    graph = clustered(PEOPLE)
    found = network_of(graph)

    def limit() -> None:
        made = bare(graph)
        rx.betweenness_centrality(made)
        rx.closeness_centrality(made)
        rx.articulation_points(made)
        rx.bridges(made)

    def indices() -> None:
        centralities(found)
        weak_points(found)

    return [
        compare("indices of 1,000 people, 3,000 ties", indices, limit, goal=1.2, rounds=ROUNDS),
        compare(
            "all that is told of them",
            lambda: figures(found),
            limit,
            goal=math.inf,
            rounds=ROUNDS,
        ),
        compare(
            "groups, against networkx",
            lambda: communities(found),
            lambda: nx.community.louvain_communities(graph, seed=1),
            goal=1.0,
            rounds=ROUNDS,
        ),
    ]


def waiting() -> list[Ratio]:
    """Compare the longest wait of another thread with what nobody notices."""
    found = []
    for count in (PEOPLE, MANY):
        longest = longest_wait(partial(figures, network_of(clustered(count))))
        name = f"longest wait of the window, {count:,} people"
        found.append(Ratio(name, longest, STILL, longest / STILL, 1.0))
    return found


def longest_wait(work: Callable[[], object]) -> float:
    """Return for how many milliseconds at the most this thread stands still during `work`."""
    longest, last = 0.0, time.perf_counter()
    with ThreadPoolExecutor(max_workers=1) as pool:
        under_way = pool.submit(work)
        while not under_way.done():
            time.sleep(0.001)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
    return 1000 * longest


def crowd(count: int) -> tuple[list[Node], list[Link]]:
    """Return so many people and their ties, to be arranged."""
    graph = clustered(count)
    nodes = [Node(str(key), str(key // 12 % 8), str(key // 12), key % 9 / 2) for key in graph]
    return nodes, [Link(str(a), str(b), is_above=a % 12 == 0) for a, b in graph.edges]


def arranging() -> list[Ratio]:
    """Compare the pictures with what a screen gives."""
    few, many = crowd(200), crowd(PEOPLE)

    bare_few, bare_many = bare(clustered(200)), bare(clustered(PEOPLE))

    def first(people: tuple[list[Node], list[Link]]) -> Callable[[], object]:
        return lambda: next(refine(*people, Ground()))

    def spring(graph: "rx.PyGraph") -> Callable[[], object]:
        return lambda: rx.spring_layout(graph, seed=1)

    ways: tuple[tuple[str, Callable[[], object], Callable[[], object], float], ...] = (
        ("200 people, first picture", first(few), spring(bare_few), 0.75),
        ("200 people, last", lambda: layout(Layout.FORCE, *few), spring(bare_few), math.inf),
        ("1,000 people, first picture", first(many), spring(bare_many), 0.25),
        (
            "1,000 people, first four",
            lambda: list(islice(refine(*many, Ground()), 4)),
            spring(bare_many),
            math.inf,
        ),
        *(
            (f"200 people, {kind.value}", partial(layout, kind, *few), spring(bare_few), 1.5)
            for kind in Layout
            if kind is not Layout.FORCE
        ),
    )
    return [
        compare(name, ours, limit, goal=goal, rounds=ROUNDS) for name, ours, limit, goal in ways
    ]


def bare(graph: nx.Graph) -> "rx.PyGraph":
    """Return the same as rustworkx knows it."""
    made = rx.PyGraph(multigraph=False)
    made.add_nodes_from(range(len(graph)))
    made.add_edges_from_no_data(list(graph.edges))
    return made


def main() -> None:
    """Print the table."""
    sys.stdout.write(table([*reading(), *waiting(), *arranging()]) + "\n")


if __name__ == "__main__":
    main()
