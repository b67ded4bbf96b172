"""Figures as ratios: two ways of doing the same work, in turn, in one run.

The speed of a machine drifts; a ratio measured pair by pair does not. Each benchmark here
is a script: `python -m tests.bench.bench_store` prints its table.
"""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """What one comparison gave.

    Attributes:
        ours, limit: Medians, in milliseconds.
        ratio: Median of the ratios pair by pair.
        goal: The ratio not to exceed.
    """

    name: str
    ours: float
    limit: float
    ratio: float
    goal: float


def compare(
    name: str,
    ours: Callable[[], object],
    limit: Callable[[], object],
    *,
    goal: float,
    rounds: int = 7,
) -> Ratio:
    """Time two ways in turn, after one round that does not count."""
    ours(), limit()
    pairs = [(_time(ours), _time(limit)) for _ in range(rounds)]
    return Ratio(
        name,
        1000 * statistics.median(pair[0] for pair in pairs),
        1000 * statistics.median(pair[1] for pair in pairs),
        statistics.median(pair[0] / pair[1] for pair in pairs),
        goal,
    )


def table(ratios: list[Ratio]) -> str:
    """Return the figures as text, a line each."""
    lines = [f"{'':44}{'ours ms':>10}{'limit ms':>10}{'ratio':>8}{'goal':>7}"]
    lines += [
        f"{r.name:44}{r.ours:>10.2f}{r.limit:>10.2f}{r.ratio:>8.2f}{r.goal:>7.2f}"
        + ("" if r.ratio <= r.goal else "  over")
        for r in ratios
    ]
    return "\n".join(lines)


def _time(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
