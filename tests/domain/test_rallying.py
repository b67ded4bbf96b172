"""How far people converge, and who would carry a cause: worked out by hand."""

import pytest

from entente.domain.rallying import Candidate, Convergence, convergence, natural_champions


@pytest.mark.parametrize(
    ("strengths", "expected"),
    [
        ([], Convergence(0, 0, 0, 0, 0)),
        ([2, 1, 0, -1], Convergence(2, 8, 2, 1, 0)),
        ([None, -2, None], Convergence(-2, 2, 0, 1, 2)),
    ],
)
def test_strengths_add_up_and_what_nobody_said_counts_for_nothing(
    strengths: list[int | None], expected: Convergence
) -> None:
    assert convergence(strengths) == expected


#  ann — bob — cat, ann — cat, dan alone: 2 + 2 + 2 + 0 ties, 1.5 on average.
TIES = [("ann", "bob"), ("cat", "bob"), ("cat", "ann"), ("bob", "ann"), ("ann", "elsewhere")]


def champions(**changed: Candidate) -> list[str]:
    usual = {name: Candidate(name, 1, 3, legitimacy=True) for name in ("ann", "bob", "cat", "dan")}
    return [each.actor for each in natural_champions(list((usual | changed).values()), TIES)]


def test_the_best_connected_come_first_then_those_with_more_energy() -> None:
    assert champions(cat=Candidate("cat", 1, 4, legitimacy=True)) == ["cat", "ann", "bob"]


@pytest.mark.parametrize(
    "ann",
    [
        Candidate("ann", -1, 4, legitimacy=True),
        Candidate("ann", 0, 4, legitimacy=True),
        Candidate("ann", 2, 2, legitimacy=True),
        Candidate("ann", 2, None, legitimacy=True),
        Candidate("ann", 2, 4, legitimacy=False),
        Candidate("ann", 2, 4, legitimacy=None),
    ],
)
def test_who_is_not_for_it_has_no_energy_or_no_say_does_not_carry_it(ann: Candidate) -> None:
    assert champions(ann=ann) == ["bob", "cat"]


def test_who_has_fewer_ties_than_the_others_does_not_carry_it() -> None:
    # ann 2, bob 1, cat 1: 4/3 on average.
    people = [Candidate(name, 2, 4, legitimacy=True) for name in ("ann", "bob", "cat")]
    (natural,) = natural_champions(people, [("bob", "ann"), ("ann", "cat")])
    assert (natural.actor, natural.ties, natural.others) == ("ann", 2, 2)
    assert natural_champions(people, []) == ()
