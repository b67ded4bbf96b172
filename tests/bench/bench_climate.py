"""A million answers: 200 waves of 500 people and ten items, against numpy on the bare answers.

`python -m tests.bench.bench_climate`. Ours reads the counts of the file and tells every figure
of every wave and line; numpy has the answers in memory and reckons the same figures.
"""

import datetime as dt
import sys

import numpy as np

from entente.services import climate_series, surveys, waves
from entente.store.gate import Gate
from entente.store.session import Session
from tests.bench.ratio import compare, table
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


def bare(answers: np.ndarray) -> list[np.ndarray]:
    """Reckon with numpy alone what a series tells."""
    means = answers.mean(axis=1)
    deviations = answers.std(axis=1, ddof=1)
    found = [means, 1 - deviations**2 / 2, 1.965 * deviations / np.sqrt(PEOPLE)]
    found += [np.median(answers, axis=1), (answers >= 4).mean(axis=1), (answers <= 2).mean(axis=1)]
    lines = np.column_stack([means.mean(axis=1), means])
    ranges = np.abs(np.diff(lines, axis=0)).mean(axis=0)
    found += [lines.mean(axis=0) - 2.66 * ranges, lines.mean(axis=0) + 2.66 * ranges]
    first, later = np.triu_indices(WAVES, 1)
    for line in lines.T:
        differences = line[later] - line[first]
        found += [np.sign(differences).sum(), np.median(differences / (later - first))]
    return found


def main() -> int:
    """Print the ratio; 0 if it keeps to its goal."""
    answers = np.random.default_rng(1).integers(1, 6, (WAVES, PEOPLE, ITEMS), dtype=np.int8)
    gate = Gate(mission_engine())
    keys: list[str] = []
    gate.run("Fill", lambda session: keys.append(fill(session, answers)))
    found = gate.read(lambda session: climate_series.series(session, keys[0]))
    index = found.line(climate_series.INDEX)
    if index is None or not np.allclose(index.values, answers.mean(axis=(1, 2))):  # type: ignore[arg-type]  # none is missing here
        return 1
    ratio = compare(
        "every figure of 1,000,000 answers",
        lambda: gate.read(lambda session: climate_series.series(session, keys[0])),
        lambda: bare(answers),
        goal=2.0,
    )
    sys.stdout.write(f"{table([ratio])}\n")
    return int(ratio.ratio > ratio.goal)


if __name__ == "__main__":
    sys.exit(main())
