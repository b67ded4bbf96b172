import datetime as dt

import pytest

from entente.domain.difficulty import STAGES
from entente.domain.escalation import DatedStage
from entente.domain.stage_advice import STAGE_ADVICE, Threshold, crossings

Way = list[tuple[int, int]]


def history(way: Way) -> list[DatedStage]:
    return [DatedStage(dt.date(2026, 3, day), stage) for day, stage in way]


@pytest.mark.parametrize(
    ("way", "expected"),
    [
        ([], []),
        ([(1, 3)], []),
        ([(1, 2), (9, 4)], [(Threshold.COALITIONS, 9, True)]),
        # Began beyond: nobody saw it cross.
        ([(1, 4), (9, 5)], [(Threshold.COALITIONS, 1, False)]),
        # Back below, then beyond again: only the last crossing holds.
        ([(1, 2), (4, 5), (9, 3), (20, 4)], [(Threshold.COALITIONS, 20, True)]),
        ([(1, 2), (4, 5), (9, 3)], []),
        (
            [(1, 3), (5, 6), (9, 7)],
            [(Threshold.COALITIONS, 5, True), (Threshold.MANDATE, 9, True)],
        ),
        # Written down out of order.
        ([(9, 5), (1, 2)], [(Threshold.COALITIONS, 9, True)]),
    ],
)
def test_a_threshold_counts_while_it_is_not_crossed_back(
    way: Way, expected: list[tuple[Threshold, int, bool]]
) -> None:
    found = [(each.threshold, each.since.day, each.was_below) for each in crossings(history(way))]
    assert found == expected


def test_every_stage_has_its_advice_and_the_last_ones_are_for_authority() -> None:
    assert list(STAGE_ADVICE) == list(range(1, len(STAGES) + 1))
    assert all(STAGE_ADVICE[stage].roles for stage in STAGE_ADVICE)
    assert STAGE_ADVICE[9].roles == ("intervention of authority",)
