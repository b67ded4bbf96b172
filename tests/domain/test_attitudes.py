import copy
import tomllib
from typing import Any

import pytest

from entente.domain.attitudes import ADVICE, Attitude, balance, count, parse
from entente.errors import InvalidValueError
from entente_resources import resource

#: Fauvet's map as the literature draws it, synergy 4 above, antagonism 1 on the left.
LITERATURE = """
engaged golden  golden   torn
engaged golden  hesitant torn
passive hesitant opponent irreconcilable
passive grumbler opponent irreconcilable
"""


@pytest.fixture
def document() -> dict[str, Any]:
    return tomllib.loads(resource("attitudes.toml").read_text("utf-8"))


def test_the_data_file_is_the_map_of_the_literature(document: dict[str, Any]) -> None:
    chart = parse(document)
    drawn = [line.split() for line in LITERATURE.strip().splitlines()]
    for row, names in enumerate(drawn):
        for column, name in enumerate(names):
            assert chart.attitude(4 - row, column + 1) == name


def test_each_attitude_has_words_and_a_weight(document: dict[str, Any]) -> None:
    chart = parse(document)
    assert set(ADVICE) == set(Attitude) == set(chart.time)
    assert set(chart.cells.values()) == set(Attitude)


def test_an_ally_deserves_twice_the_time_of_an_opponent(document: dict[str, Any]) -> None:
    shares = parse(document).recommended({Attitude.GOLDEN: 1, Attitude.OPPONENT: 1})
    assert shares == {
        Attitude.GOLDEN: pytest.approx(2 / 3),
        Attitude.OPPONENT: pytest.approx(1 / 3),
    }


def test_nobody_deserves_no_time(document: dict[str, Any]) -> None:
    assert parse(document).recommended({Attitude.GOLDEN: 0}) == {}


def test_both_sides_are_counted_by_heads_or_by_power(document: dict[str, Any]) -> None:
    people = [
        (Attitude.ENGAGED, 5.0),
        (Attitude.GOLDEN, 2.0),
        (Attitude.HESITANT, 4.0),
        (Attitude.OPPONENT, 3.5),
    ]
    found = balance(parse(document), people)
    assert (found.allies, found.opponents, found.ratio) == (7.0, 3.5, 2.0)


def test_without_opponents_there_is_no_ratio(document: dict[str, Any]) -> None:
    assert balance(parse(document), [(Attitude.GOLDEN, 1)]).ratio is None


def test_every_attitude_is_counted_also_where_nobody_has_it() -> None:
    assert count([Attitude.TORN, Attitude.TORN]) == dict.fromkeys(Attitude, 0) | {Attitude.TORN: 2}


@pytest.mark.parametrize("energies", [(0, 1), (5, 1), (1, 0), (1, 5)])
def test_an_energy_outside_the_scale_is_refused(
    document: dict[str, Any], energies: tuple[int, int]
) -> None:
    with pytest.raises(InvalidValueError):
        parse(document).attitude(*energies)


@pytest.mark.parametrize("spoil", ["short row", "unknown attitude", "no weight", "unknown side"])
def test_a_data_file_that_is_not_whole_is_refused(document: dict[str, Any], spoil: str) -> None:
    broken = copy.deepcopy(document)
    match spoil:
        case "short row":
            broken["map"]["3"].pop()
        case "unknown attitude":
            broken["map"]["1"][0] = "zealot"
        case "no weight":
            del broken["time"]["torn"]
        case _:
            broken["sides"]["allies"].append("friends")
    with pytest.raises(InvalidValueError):
        parse(broken)
