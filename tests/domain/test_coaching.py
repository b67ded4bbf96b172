"""What the support of a person comes to, worked out by hand, and words that ask for a referral."""

import math

import pytest

from entente.domain.coaching.figures import adherence, elements, progress, t_score
from entente.domain.coaching.mentions import Mention, mentions
from entente.services import guard_rails


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([], None),
        ([0], 50.0),
        ([-1], 40.0),
        ([1], 60.0),
        ([2], 70.0),
        # n = 2: 2 + 0.3 · 2 = 2.6, the root of which is 1.61245.
        ([1, 1], 62.4035),
        ([-2, -2], 25.1931),
        ([1, -1], 50.0),
        # n = 3: 3 + 0.3 · 6 = 4.8, the root of which is 2.19089.
        ([1, 0, 2], 63.6931),
    ],
)
def test_goals_come_to_what_kiresuk_and_sherman_have(
    scores: list[int], expected: float | None
) -> None:
    found = t_score(scores)
    assert found is expected is None or math.isclose(found or 0, expected or 0, abs_tol=1e-4)


def test_sessions_that_were_only_planned_are_neither_kept_nor_not() -> None:
    kept = adherence(["held", "held", "planned", "moved", "missed"])
    assert (kept.held, kept.due, kept.share) == (2, 4, 0.5)
    assert adherence(["planned"]).share is None


def test_what_is_not_rated_stands_in_the_middle_and_is_no_mark() -> None:
    shape = elements({"strengths": 4, "growth": None})
    assert [spoke.value for spoke in shape] == [4, 0, 0, 0, 0]
    assert [spoke.most for spoke in progress({})] == [5, 5, 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle dit être en BURN-OUT.", [Mention("health", "BURN-OUT")]),
        ("Il se sent harcelé\u00a0; arrêt  de travail.", ["harassment", "health"]),
        ("He says he was threatened physically.", ["danger"]),
        ("She is exhausted and bullied.", ["health", "harassment"]),
        ("Une menace sur le planning, un coup de fil.", []),
        ("Reformuler avant de répondre.", []),
    ],
)
def test_words_in_both_languages_propose_a_referral(
    text: str, expected: list[Mention | str]
) -> None:
    found = mentions(text)
    assert [
        m if isinstance(e, Mention) else m.danger for m, e in zip(found, expected, strict=True)
    ] == expected
    # Whoever is proposed can be told where to turn.
    assert all(guard_rails.guidance(each.danger) for each in found)


def test_a_word_is_told_once_however_often_it_stands() -> None:
    assert len(mentions("Insomnie, insomnie.", "INSOMNIE")) == 1
