"""A ballot keyed in, digit by digit."""

import pytest

from entente_ui.climate.waves.keying import Field, Keying, Stroke

AGREE = [Field(f"q{n}", f"Q{n}", "", "agreement") for n in range(1, 4)]
JOIN = Field("r", "R", "", "recommendation")


def typed(keying: Keying, keys: str) -> list[Stroke]:
    """Type keys: digits, < for Backspace, a point for no answer."""
    does = {"<": keying.back, ".": keying.skip}
    return [does[key]() if key in does else keying.digit(int(key)) for key in keys]


@pytest.mark.parametrize(
    ("keys", "values", "place"),
    [
        ("352", [3, 5, 2, None, None], 3),
        ("3.2", [3, None, 2, None, None], 3),
        ("35<4", [3, 4, None, None, None], 2),
        ("<3", [3, None, None, None, None], 1),
        ("30962", [3, 2, None, None, None], 2),  # 0, 9 and 6 are no answers from 1 to 5
        ("352104", [3, 5, 2, 10, 4], 5),
        ("35214", [3, 5, 2, 1, 4], 5),
        ("3521.4", [3, 5, 2, 1, 4], 5),
        ("35204", [3, 5, 2, 0, 4], 5),
        ("3521<74", [3, 5, 2, 7, 4], 5),
        ("352104<<<", [3, 5, None, None, None], 2),
        ("3529455", [3, 5, 2, 9, 4], 5),
    ],
)
def test_digits_answer_one_question_after_the_other(
    keys: str, values: list[int | None], place: int
) -> None:
    keying = Keying([*AGREE, JOIN, Field("q5", "Q5", "", "weather")])
    typed(keying, keys)
    assert keying.values == values
    assert keying.place == place


def test_what_is_no_answer_is_refused_and_changes_nothing() -> None:
    keying = Keying(AGREE)
    assert typed(keying, "06<") == [Stroke.REFUSED] * 3
    assert keying.is_empty
    assert typed(keying, "1234") == [*[Stroke.TAKEN] * 3, Stroke.REFUSED]
    assert keying.answers == {"q1": 1, "q2": 2, "q3": 3}


def test_a_one_at_the_end_is_an_answer_though_it_waits() -> None:
    keying = Keying([JOIN])
    keying.digit(1)
    assert (keying.is_waiting, keying.answers) == (True, {"r": 1})
    keying.digit(0)
    assert (keying.is_full, keying.answers) == (True, {"r": 10})
    keying.clear()
    assert keying.is_empty
    assert keying.place == 0
