"""Nobody's answers can be reckoned from a mission: an attacker with all of it tries.

The attacker has the file itself, its history, every figure of screens, papers and shells, and
knows of each item who answered it. What was answered is one unknown for each item, group and
answer of a wave; all that is told is a linear equation.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, combinations
from random import Random
from typing import Any, Final, TypeAlias

import numpy as np
import pytest
from sqlalchemy import Engine, text

from entente.briefs.kinds import KINDS
from entente.cli import climate as shell
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Level
from entente.services import climate, climate_series, surveys, waves
from entente.services.ballots import RANGES
from entente.services.climate import WaveFigures
from entente.services.waves import Ballot
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock, mission_engine

#: An item, the group of whoever answered it, and the answer.
Cell: TypeAlias = tuple[str, str, int]
Equation: TypeAlias = dict[Cell, float]

ITEMS: Final = ("Q1", "Q2", "Q3", "R")
#: The group of those who belong to none.
NOBODYS: Final = ""


@dataclass
class Held:
    """One wave that was answered and closed.

    Attributes:
        truth: How many gave each answer: what the attacker is after.
        items, groups: Code of each question, name of each group, by their keys.
    """

    key: str
    name: str
    threshold: int
    truth: Counter[Cell] = field(default_factory=Counter)
    items: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    scales: dict[str, range] = field(default_factory=dict)

    def cells(self, item: str, group: str | None) -> Iterator[Cell]:
        """Yield the unknowns of an item, of all or of a group, from the lowest answer on."""
        for name in [group] if group is not None else [*self.groups.values(), NOBODYS]:
            for answer in self.scales[item]:
                yield item, name, answer

    def told(self, item: str, group: str | None, answer: int) -> Equation:
        """Return what somebody knows who was told how many gave an answer."""
        return dict.fromkeys((c for c in self.cells(item, group) if c[2] == answer), 1.0)

    def mean(self, item: str, group: str | None) -> Equation:
        """Return what somebody knows who was told a mean, and knows of how many."""
        return {cell: float(cell[2]) for cell in self.cells(item, group)}

    def index(self, group: str | None) -> Equation:
        """Return what somebody knows who was told the mean of the means."""
        found: Equation = {}
        for item in ITEMS[:-1]:
            n = sum(self.truth[cell] for cell in self.cells(item, group))
            found |= {cell: cell[2] / n for cell in self.cells(item, group) if n}
        return found


@dataclass
class Mission:
    """Waves in one file, one after the other, each answered by nearly the same people."""

    gate: Gate
    engine: Engine
    survey: str = ""
    held: list[Held] = field(default_factory=list)


def mission(seed: int) -> Mission:
    """Open waves, let people answer by the dice, close them."""
    dice = Random(seed)  # noqa: S311  # dice, not keys
    engine = mission_engine()
    made = Mission(Gate(engine, clock=FixedClock()), engine)
    threshold = dice.choice([3, 5, 8])
    sizes = {f"Gang{n}": dice.randint(0, 14) for n in range(dice.randint(1, 5))}
    for number in range(1, 4):
        made.gate.run("Hold", partial(_hold, made, dice, f"P{number}", threshold, sizes))
        sizes = {name: max(0, n + dice.choice([-2, -1, 0, 0, 1])) for name, n in sizes.items()}
    return made


def _hold(
    made: Mission,
    dice: Random,
    name: str,
    threshold: int,
    sizes: Mapping[str, int],
    session: Session,
) -> None:
    made.survey = surveys.load(session, "barometer", "en")
    key = waves.plan(
        session, made.survey, session.today, name=name, threshold=threshold,
        attribute="Trade", groups=dict.fromkeys(sizes), level=Level.PUBLIC,
    )  # fmt: skip
    waves.open_wave(session, key)
    form = waves.form(session, key)
    asked = {each.code: each for each in form.questions if each.code in ITEMS}
    held = Held(key, name, threshold, groups=dict(form.groups))
    held.items = {each.id: code for code, each in asked.items()}
    for code, each in asked.items():
        low, high = RANGES[each.scale]
        held.scales[code] = range(low, high + 1)
    # Of some items everybody in a group says the same, of some nearly nobody answers.
    agreed = {(c, g): dice.random() < 0.15 for c in ITEMS for g in [*sizes, NOBODYS]}
    ballots = []
    for group_id, group in form.groups.items():
        for _person in range(sizes[group]):
            own = (group_id, group) if dice.random() < 0.9 else ("", NOBODYS)
            said = {
                code: 3 if agreed[code, own[1]] else dice.choice(held.scales[code])
                for code in ITEMS
                if dice.random() < 0.9
            } or {"Q1": 1}
            held.truth.update((code, own[1], answer) for code, answer in said.items())
            answers: dict[str, int | str | None] = {asked[c].id: a for c, a in said.items()}
            ballots.append(Ballot(answers, own[0]))
    if ballots:
        waves.cast_many(session, key, ballots)
    waves.close(session, key)
    made.held.append(held)


def in_the_file(made: Mission) -> dict[str, list[tuple[str, str | None, int, int]]]:
    """Return by wave what tables and history say was answered; nothing else may say anything."""
    found: dict[str, list[tuple[str, str | None, int, int]]] = {}
    with made.engine.connect() as opened:
        rows = [dict(row) for row in opened.execute(text("SELECT * FROM answer_count")).mappings()]
        past = opened.execute(text("SELECT table_name, before, after FROM journal_change")).all()
        for table in ("urn", "urn_source"):
            assert opened.execute(text(f"SELECT count(*) FROM {table}")).scalar_one() == 0  # noqa: S608  # ours
        indexed = opened.execute(text("SELECT DISTINCT table_name FROM search_map")).scalars().all()
    assert {"urn", "urn_source", "answer_count"}.isdisjoint(indexed)
    assert {"urn", "urn_source"}.isdisjoint(name for name, *_images in past)
    for name, *images in past:
        rows += [json.loads(image) for image in images if image and name == "answer_count"]
    for row in rows:
        cell = (row["question_id"], row["group_id"], row["answer"], row["count"])
        found.setdefault(row["wave_id"], []).append(cell)
    return found


def of_file(held: Held, rows: list[tuple[str, str | None, int, int]]) -> Iterator[Equation]:
    """Yield what the rows of a file tell; an answer without a row was given by nobody."""
    for question, group in {(q, g) for q, g, _answer, count in rows if count}:
        name = None if group is None else held.groups[group]
        for answer in held.scales[held.items[question]]:
            yield held.told(held.items[question], name, answer)


def of_figures(held: Held, figures: WaveFigures, group: str | None) -> Iterator[Equation]:
    """Yield what the figures of a wave tell on a screen."""
    for item in figures.items:
        if item.code not in ITEMS:
            assert item.counts is None
            continue
        if item.counts is not None:
            yield from (held.told(item.code, group, a) for a in held.scales[item.code])
        if item.summary is not None:
            yield held.mean(item.code, group)
    if figures.index is not None:
        yield held.index(group)


def of_shell(held: Held, told: Mapping[str, Any], group: str | None) -> Iterator[Equation]:
    """Yield what a program is answered."""
    for code, item in told["items"].items():
        if item is not None:
            yield from (held.told(code, group, answer) for answer in held.scales[code])
    if told["index"] is not None:
        yield held.index(group)
    for name, figures in told.get("by", {}).items():
        assert (figures is None) is (name in told["withheld"])
        if figures is not None:
            yield from of_shell(held, figures, name)


def of_paper(held: Held, told: Any) -> Iterator[Equation]:  # noqa: ANN401  # what the wave paper holds
    """Yield what the report of a wave is drawn from."""
    wave = told.wave
    for item in wave.items:
        if item.counts is not None:
            code = held.items[item.key]
            yield from (held.told(code, None, answer) for answer in held.scales[code])
    if wave.index is not None:
        yield held.index(None)
    for group in wave.groups:
        name = held.groups[group.key]
        yield from (held.mean(held.items[key], name) for key in group.means)
        if group.index is not None:
            yield held.index(name)


def everything(made: Mission, held: Held) -> list[Equation]:
    """Return all that is told of a wave to anybody, by any way."""
    read = made.gate.read
    known = [*of_file(held, in_the_file(made).get(held.key, []))]
    for group in (None, *held.groups.values()):
        figures = read(partial(climate.of_wave, wave_id=held.key, group=group or ""))
        known += of_figures(held, figures, group)
    told = read(lambda s: shell.analyse(s, None, by="Trade")).figures
    known += of_shell(held, told["waves"][held.name], None)
    for reader in (MEDIATOR, SPONSOR, PUBLIC):
        told_to = partial(KINDS["wave"].gather, key=held.key, audience=reader)
        known += of_paper(held, read(told_to))
    # And who answered what item.
    every = [[*held.cells(item, g)] for item in ITEMS for g in [*held.groups.values(), NOBODYS]]
    return known + [dict.fromkeys(cells, 1.0) for cells in every]


def sensitive(held: Held) -> Iterator[Equation]:
    """Yield what must not be known: answers and means of fewer than k, or of people all alike."""
    for item in ITEMS:
        there = list(dict.fromkeys(g for i, g, _a in held.truth if i == item))
        unions = chain.from_iterable(combinations(there, n) for n in range(1, len(there) + 1))
        for union in unions:
            told = [sum(held.truth[item, g, a] for g in union) for a in held.scales[item]]
            if sum(told) >= held.threshold and sum(map(bool, told)) > 1:
                continue
            for answer in held.scales[item]:
                yield {(item, g, answer): 1.0 for g in union}
            yield {(item, g, a): float(a) for g in union for a in held.scales[item]}


@pytest.mark.parametrize("seed", range(8))
def test_no_attacker_reckons_what_a_small_group_answered(seed: int) -> None:
    made = mission(seed)
    for held in made.held:
        cells = [c for item in ITEMS for c in held.cells(item, None)]
        places = {cell: place for place, cell in enumerate(cells)}

        def matrix(of: list[Equation], places: dict[Cell, int] = places) -> np.ndarray:
            rows = np.zeros((len(of), len(places)))
            for row, equation in zip(rows, of, strict=True):
                for cell, weight in equation.items():
                    row[places[cell]] = weight
            return rows

        targets = [*sensitive(held)]
        if not targets:
            continue
        _left, sizes, right = np.linalg.svd(matrix(everything(made, held)), full_matrices=False)
        span = right[sizes > 1e-9 * sizes[0]]
        wanted = matrix(targets)
        left = wanted - wanted @ span.T @ span
        closest = int(np.argmin(np.linalg.norm(left, axis=1)))
        assert np.linalg.norm(left[closest]) > 1e-6, targets[closest]


@pytest.mark.parametrize("seed", range(8))
def test_no_change_is_told_between_waves_that_differ_by_one(seed: int) -> None:
    made = mission(seed)
    told = 0
    for group in ("", *made.held[0].groups.values()):
        of_group = partial(climate_series.series, questionnaire_id=made.survey, group=group)
        series = made.gate.read(of_group)
        for before, after in zip(series.waves, series.waves[1:], strict=False):
            for item in after.items:
                old = before.item(item.id)
                if item.change is None or old is None or old.summary is None:
                    continue
                assert item.summary is not None
                told += 1
                assert abs(item.summary.n - old.summary.n) >= 2
                assert abs((after.n or 0) - (before.n or 0)) >= 2
    papers: Any = made.gate.read(lambda s: KINDS["climate"].gather(s, made.survey, MEDIATOR))
    changed = [item for wave in papers.waves for item in wave.items if item.change is not None]
    assert len(changed) <= told
