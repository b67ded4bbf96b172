"""A million answers: 200 waves of 500 people and ten items, against numpy on the bare answers.

`python -m tests.bench.bench_climate`. Ours has the counts that are kept, and at last reads them
from the file; numpy has the answers in memory and reckons the same figures.
"""

import datetime as dt
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from scipy import stats

from entente.domain.climate import control
from entente.domain.climate.answers import recommendation, summarise
from entente.domain.climate.trend import trend
from entente.services import climate_series, surveys, waves
from entente.store.gate import Gate
from entente.store.session import Session
from tests.bench.ratio import Ratio, compare, table
from tests.conftest import mission_engine

WAVES, PEOPLE, ITEMS = 200, 500, 10


def fill(session: Session, answers: np.ndarray) -> str:
    """Hold the waves and return the key of the questionnaire."""
    survey = surveys.load(session, "barometer", "en")
    for number, of_wave in enumerate(answers):
        day = dt.date(2010, 1, 1) + dt.timedelta(days=14 * number)
        key = waves.plan(session, survey, day, name=f"P{number + 1}", population=PEOPLE)
        counts = {
            f"Q{item + 1}": [int(n) for n in np.bincount(of_wave[:, item], minlength=6)[1:]]
            for item in range(ITEMS)
        }
        waves.load_counts(session, key, on=day, ballots=PEOPLE, counts=counts)
    return survey


def bare_items(answers: np.ndarray) -> list[np.ndarray]:
    """Reckon of every item of every wave what `answers.summarise` tells."""
    means = answers.mean(axis=1)
    deviations = answers.std(axis=1, ddof=1)
    reach = stats.t.ppf(0.975, PEOPLE - 1) * deviations / np.sqrt(PEOPLE)
    found = [means, deviations, 1 - deviations**2 / 2, means - reach, means + reach]
    found += [np.median(answers, axis=1), (answers >= 4).mean(axis=1), (answers <= 2).mean(axis=1)]
    return found


def bare_scores(scores: np.ndarray) -> list[np.ndarray]:
    """Reckon whether people would recommend it, with the margin."""
    up, down = (scores >= 9).mean(axis=1), (scores <= 6).mean(axis=1)
    return [100 * (up - down), 196 * np.sqrt((up + down - (up - down) ** 2) / PEOPLE)]


def bare_limits(lines: np.ndarray) -> list[np.ndarray]:
    """Reckon natural limits and what lies outside, eight on a side among it."""
    found = []
    for line in lines:
        ranges = np.abs(np.diff(line))
        reach = 2.66 * ranges[ranges <= 3.5 * ranges.mean()].mean()
        side = np.sign(line - line.mean())
        runs = np.abs(np.lib.stride_tricks.sliding_window_view(side, 8).sum(axis=1)) == 8
        found += [np.abs(line - line.mean()) > reach, ranges > 3.267 / 2.66 * reach, runs]
    return found


def bare_average(lines: np.ndarray) -> list[np.ndarray]:
    """Reckon the moving average of each line, and its limits."""
    found = []
    for line in lines:
        held, averages = line[:3].mean(), np.empty(WAVES)
        for place in range(WAVES):
            held = 0.2 * line[place] + 0.8 * held
            averages[place] = held
        factor = 0.2 / 1.8 * (1 - 0.8 ** (2 * np.arange(1, WAVES + 1)))
        reach = 3 * np.abs(np.diff(line)).mean() / 1.128 * np.sqrt(factor)
        found += [averages, np.abs(averages - line[:3].mean()) > reach]
    return found


def bare_trends(lines: np.ndarray) -> list[float]:
    """Reckon the trend of each line and its slope."""
    found = []
    for line in lines:
        first, later = np.triu_indices(WAVES, 1)
        differences = line[later] - line[first]
        found += [np.sign(differences).sum(), np.median(differences / (later - first))]
    return found


def bare(answers: np.ndarray) -> None:
    """Reckon with numpy alone what a series tells."""
    means = bare_items(answers)[0]
    lines = np.vstack([means.mean(axis=1), means.T])
    for reckon in (bare_limits, bare_average, bare_trends):
        reckon(lines)


def our_limits(lines: list[list[float]]) -> None:
    """Tell limits and signals of each line."""
    for line in lines:
        of = control.limits(line)
        if of is not None:
            control.signals(line, of)


def our_averages(lines: list[list[float]]) -> None:
    """Tell the moving average of each line."""
    for line in lines:
        of = control.limits(line)
        if of is not None:
            control.smoothed(line, sum(line[:3]) / 3, of.mean_range)


def ratios(gate: Gate, key: str, answers: np.ndarray) -> list[Ratio]:
    """Compare each statistic, then all of them with reading the file."""
    dice = np.random.default_rng(2)
    scores = dice.integers(0, 11, (WAVES, PEOPLE), dtype=np.int8)
    of_items = [
        [int(n) for n in np.bincount(of_wave[:, item], minlength=6)[1:]]
        for of_wave in answers
        for item in range(ITEMS)
    ]
    of_scores = [[int(n) for n in np.bincount(of_wave, minlength=11)] for of_wave in scores]
    means = answers.mean(axis=1)
    lines = np.vstack([means.mean(axis=1), means.T])
    ours = lines.tolist()
    told = (
        ("mean, sd, median, shares, r_wg, interval", partial(_each, summarise, of_items),
         partial(bare_items, answers)),
        ("recommendation and its margin", partial(_each, recommendation, of_scores),
         partial(bare_scores, scores)),
        ("natural limits and signals", partial(our_limits, ours), partial(bare_limits, lines)),
        ("moving average", partial(our_averages, ours), partial(bare_average, lines)),
        ("Mann-Kendall and Theil-Sen", partial(_each, trend, ours), partial(bare_trends, lines)),
        ("all of them, read from the file",
         lambda: gate.read(lambda session: climate_series.series(session, key)),
         partial(bare, answers)),
    )  # fmt: skip
    return [compare(name, one, other, goal=2.0) for name, one, other in told]


def _each(reckon: Callable[[Any], object], of: list[Any]) -> None:
    for each in of:
        reckon(each)


def main() -> int:
    """Print the ratios; 0 if each keeps to its goal."""
    answers = np.random.default_rng(1).integers(1, 6, (WAVES, PEOPLE, ITEMS), dtype=np.int8)
    gate = Gate(mission_engine())
    keys: list[str] = []
    gate.run("Fill", lambda session: keys.append(fill(session, answers)))
    found = gate.read(lambda session: climate_series.series(session, keys[0]))
    index = found.line(climate_series.INDEX)
    if index is None or not np.allclose(index.values, answers.mean(axis=(1, 2))):  # type: ignore[arg-type]  # none is missing here
        return 1
    made = ratios(gate, keys[0], answers)
    sys.stdout.write(f"{table(made)}\n")
    return int(any(ratio.ratio > ratio.goal for ratio in made))


if __name__ == "__main__":
    sys.exit(main())
