"""Which activities would help now, by hand: score = s·v − fatigue − effort/capacity."""

import pytest

from entente.domain.recommender import (
    DIMENSIONS,
    Candidate,
    Facts,
    Scored,
    needs,
    rank,
    spread,
)

SURVEY = Candidate("survey", "Survey", (0, 3, 0, 1, 0), effort=2)
MEETING = Candidate("meeting", "Matchmaking", (-2, 1, 2, 0, 3), effort=1.5)
CALL = Candidate("call", "Consultation", (2, 2, 1, 3, 0), effort=3, is_recent=True)


def scores(found: tuple[Scored, ...]) -> dict[str, float]:
    return {one.candidate.key: one.score for one in found}


def test_each_need_is_drawn_from_the_state() -> None:
    facts = Facts(
        ideas=4,
        causes=1,
        spread=0.2,
        days_unmeasured=45,
        keep_rate=0.8,
        people=20,
        isolated=5,
        key_pairs=8,
        weak_pairs=6,
    )
    assert needs(facts) == pytest.approx(
        {
            "divergence": 1,  # four ideas and one cause
            "measures": 45 / 60,
            "empowers": 0.2,
            "connects_number": 0.25,
            "connects_quality": 0.75,
        }
    )


def test_what_nobody_can_know_is_not_taken_for_nought() -> None:
    unknown = needs(Facts(ideas=9, causes=3))
    assert unknown == {
        "divergence": None,
        "measures": 1,  # nobody ever measured: that is what is needed first
        "empowers": None,
        "connects_number": None,
        "connects_quality": None,
    }


@pytest.mark.parametrize(
    ("ideas", "causes", "apart", "expected"),
    [
        (4, 1, None, 1),
        (5, 1, None, None),
        (4, 2, None, None),
        (9, 9, 0.5, -1),
        (9, 9, 0.49, 0),
        (0, 0, 0.5, 0),
    ],
)
def test_ideas_or_agreement_may_be_wanting(
    ideas: int, causes: int, apart: float | None, expected: float | None
) -> None:
    facts = Facts(ideas=ideas, causes=causes, spread=apart)
    assert needs(facts)["divergence"] == expected


@pytest.mark.parametrize(("days", "expected"), [(0, 0), (30, 0.5), (60, 1), (400, 1), (-3, 0)])
def test_the_need_to_measure_grows_for_sixty_days(days: int, expected: float) -> None:
    assert needs(Facts(days_unmeasured=days))["measures"] == expected


def test_people_are_as_far_apart_as_their_stances() -> None:
    assert spread([[1, 1, -1, -1]]) == 1
    assert spread([[0.5, 0.5, 0.5]]) == 0
    # Two questions of spread 1 and 0, and one on which two have spoken.
    assert spread([[1, -1, 1, -1], [1, 1, 1], [1, -1]]) == 0.5
    assert spread([[1, -1]]) is None


def test_scores_are_the_formula_by_hand() -> None:
    state = dict(zip(DIMENSIONS, (-1, 0.5, 0.2, 0.1, 0.4), strict=True))
    found = rank(state, [SURVEY, MEETING, CALL], capacity=20)
    # Survey: 0.5·3 + 0.1·1 − 2/20 = 1.5
    # Matchmaking: −1·−2 + 0.5·1 + 0.2·2 + 0.4·3 − 1.5/20 = 4.025
    # Consultation: −1·2 + 0.5·2 + 0.2·1 + 0.1·3 − 0.5 − 3/20 = −1.15
    assert scores(found) == {"meeting": 4.025, "survey": 1.5, "call": -1.15}
    assert [one.candidate.key for one in found] == ["meeting", "survey", "call"]
    assert found[0].gains == pytest.approx((2, 0.5, 0.4, 0, 1.2))


def test_an_unknown_need_and_an_unknown_capacity_count_for_nothing() -> None:
    state = {**dict.fromkeys(DIMENSIONS), "measures": 1.0}
    assert scores(rank(state, [SURVEY, CALL])) == {"survey": 3, "call": 1.5}


def test_of_equals_the_lighter_comes_first_then_the_name() -> None:
    wanted = dict.fromkeys(DIMENSIONS, 0.0)
    heavy = Candidate("a", "A", (0,) * 5, effort=3)
    light = Candidate("b", "Élan", (0,) * 5, effort=1)
    same = Candidate("c", "Départ", (0,) * 5, effort=1)
    assert [one.candidate.key for one in rank(wanted, [heavy, light, same])] == ["c", "b", "a"]
