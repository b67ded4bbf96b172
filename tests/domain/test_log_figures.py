"""The log of difficulties in figures, against those worked out by hand."""

import datetime as dt

import pytest

from entente.domain.cause_figures import Caused, Cell, by_month, by_scope, pareto, weights
from entente.domain.difficulty import Nature, Response, Scope
from entente.domain.natures import DatedNature, demoted, nature_steps, promoted
from entente.domain.proportion import PROPORTION, proposed_response, response_gap
from entente.domain.ten_causes import TenCause

INTER, INTRA, BETWEEN = Scope.INTER_ORGANISATION, Scope.INTRA_ORGANISATION, Scope.INTERPERSONAL
MARCH, APRIL, JUNE = (dt.date(2026, month, 14) for month in (3, 4, 6))

CAUSED = (
    Caused("K1", TenCause.MONEY, 3, INTER, MARCH),
    Caused("K1", TenCause.HAZARDS, 1, INTER, MARCH),
    Caused("K2", TenCause.TERMS, 3, BETWEEN, APRIL),
    Caused("K3", TenCause.TERMS, 1, INTER, JUNE),
    Caused("K3", TenCause.HAZARDS, 1, INTER, JUNE),
    Caused("K4", TenCause.HAZARDS, 1, None, None),
)


def test_the_heaviest_cause_comes_first_and_shares_add_up() -> None:
    bars = pareto(CAUSED)
    assert [(bar.cause, bar.weight) for bar in bars] == [
        (TenCause.TERMS, 4),
        (TenCause.HAZARDS, 3),  # before money: of equals, in the order of the ten
        (TenCause.MONEY, 3),
    ]
    assert [bar.share for bar in bars] == [4 / 10, 3 / 10, 3 / 10]
    assert [bar.cumulative for bar in bars] == [4 / 10, 7 / 10, 1.0]
    assert bars[1].difficulties == ("K1", "K3", "K4")


def test_every_one_of_the_ten_has_a_weight() -> None:
    found = weights(CAUSED)
    assert list(found) == list(TenCause)
    assert sum(found.values()) == 10
    assert found[TenCause.TIME] == 0


def test_each_cause_weighs_where_it_was_named() -> None:
    assert by_scope(CAUSED) == {
        (TenCause.MONEY, INTER): Cell(3, ("K1",)),
        (TenCause.HAZARDS, INTER): Cell(2, ("K1", "K3")),
        (TenCause.HAZARDS, None): Cell(1, ("K4",)),
        (TenCause.TERMS, BETWEEN): Cell(3, ("K2",)),
        (TenCause.TERMS, INTER): Cell(1, ("K3",)),
    }


def test_months_without_a_difficulty_are_there_and_empty() -> None:
    months = by_month(CAUSED)
    assert [month.first_day.month for month in months] == [3, 4, 5, 6]
    assert [month.total for month in months] == [4, 3, 0, 2]
    assert months[0].weights == {TenCause.MONEY: 3, TenCause.HAZARDS: 1}


def test_nothing_named_gives_nothing() -> None:
    assert (pareto(()), by_scope(()), by_month(())) == ((), {}, ())


def test_the_calendar_may_end() -> None:
    assert len(by_month([Caused("K1", TenCause.TIME, 1, None, dt.date.max)])) == 1


@pytest.mark.parametrize(
    ("stake", "scope", "stage", "expected"),
    [
        (1, BETWEEN, None, Response.WATCH),
        (1, INTRA, 2, Response.WATCH),
        (2, INTRA, 2, Response.REFRAME),
        (3, BETWEEN, 1, Response.REFRAME),
        (3, INTRA, 3, Response.MEETING),
        (1, INTER, 4, Response.MEDIATION),  # weighs like 2
        (1, BETWEEN, 4, Response.MEETING),
        (5, INTER, 2, Response.MEETING),  # there is no stake above 5
        (4, INTER, 6, Response.AUTHORITY),
        (4, None, 6, Response.MEDIATION),
        (1, None, 7, Response.AUTHORITY),
        (None, INTER, 3, None),
        (None, INTER, None, None),
        (None, None, 5, Response.MEDIATION),  # whatever is at stake
        (None, None, 8, Response.AUTHORITY),
    ],
)
def test_the_response_is_in_proportion(
    stake: int | None, scope: Scope | None, stage: int | None, expected: Response | None
) -> None:
    assert proposed_response(stake, scope, stage) is expected


def test_nothing_calls_for_less_when_it_grows() -> None:
    order = list(Response)
    rows = [[order.index(each) for each in row] for row in PROPORTION.values()]
    assert len(rows) == 10
    assert all(row == sorted(row) for row in rows)
    assert all(list(column) == sorted(column) for column in zip(*rows, strict=True))


def test_the_gap_is_counted_in_steps() -> None:
    assert response_gap(Response.MEDIATION, Response.WATCH) == -3
    assert response_gap(Response.WATCH, Response.REFRAME) == 1
    assert response_gap(Response.WATCH, Response.WATCH) == 0
    assert response_gap(None, Response.WATCH) is None
    assert response_gap(Response.WATCH, None) is None


def test_changes_of_nature_are_told_with_their_day_and_reason() -> None:
    steps = nature_steps(
        [
            DatedNature(MARCH, Nature.SIGNAL, "une remarque"),
            DatedNature(MARCH, Nature.SIGNAL, "encore une"),
            DatedNature(APRIL, Nature.CONFLICT, "les personnes sont mises en cause"),
            DatedNature(JUNE, Nature.TENSION),
        ]
    )
    assert [(step.before, step.after) for step in steps] == [
        (None, Nature.SIGNAL),
        (Nature.SIGNAL, Nature.CONFLICT),
        (Nature.CONFLICT, Nature.TENSION),
    ]
    assert [step.reason for step in steps] == [
        "une remarque",
        "les personnes sont mises en cause",
        "",
    ]


def test_the_way_of_natures_has_two_ends() -> None:
    assert promoted(Nature.SIGNAL) is Nature.CONTROVERSY
    assert promoted(Nature.DISPUTE) is None
    assert demoted(Nature.CONFLICT) is Nature.TENSION
    assert demoted(Nature.SIGNAL) is None
