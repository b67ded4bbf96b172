"""Effort in the many ways people write it, a half-day being four hours."""

import pytest

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.efforts import read_effort
from entente.domain.values import parse
from entente.errors import InvalidValueError
from entente.i18n import use_language
from entente.messages import sentence

EFFORT = BACKLOG_ITEM.field("effort")


@pytest.mark.parametrize(
    ("text", "half_days"),
    [
        ("2", 2),
        ("1,5", 1.5),
        (".5", 0.5),
        ("½", 0.5),
        ("1/2", 0.5),
        ("1/2 j", 1),
        ("1/2j", 1),
        ("½ jour", 1),
        ("½ journée", 1),
        ("une demi-journée", 1),
        ("demi journée", 1),
        ("3 demi-journées", 3),
        ("3 demi\u2011journées", 3),  # with a hyphen that does not break
        ("3 half-days", 3),
        ("half a day", 1),
        ("1 j", 2),
        ("2 d", 4),
        ("2 jours", 4),
        ("1,5 j", 3),
        ("1½ j", 3),
        ("1 1/2 jour", 3),
        ("1 jour et demi", 3),
        ("deux jours et demi", 5),
        ("2 days", 4),
        ("une journée", 2),
        ("2h", 0.5),
        ("4 h", 1),
        ("8 heures", 2),
        ("2h30", 1),  # 0.625, and what is begun counts
        ("1 h", 0.5),
        ("30 min", 0.5),
        ("1 semaine", 10),
        ("2 weeks", 20),
        ("0 j", 0),
        ("-1 j", -2),
        ("−2", -2),
    ],
)
def test_an_effort_is_so_many_half_days(text: str, half_days: float) -> None:
    assert read_effort(text) == half_days


@pytest.mark.parametrize(
    "text",
    ["", "beaucoup", "2 points", "1/0", "2-3 j", "j", "1 mois", "2 j 3 h", "12345678 j", "½ ½ j"],
)
def test_what_is_no_effort_is_not_read(text: str) -> None:
    found = read_effort(text)
    # A unit alone is one of it.
    assert found == (2 if text == "j" else None)


@pytest.mark.parametrize("text", ["-1", "−1/2 j", "- 2h", "201", "101 jours"])
def test_less_than_nothing_or_too_much_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(InvalidValueError) as refusal:
        parse(EFFORT, text)
    assert sentence(refusal.value) == (
        f"“{text}” does not fit Effort (half-days): it takes half-days, or a time such as "
        "1/2 d or 2 h, between 0 and 200 half-days."
    )


def test_every_field_of_effort_takes_them_and_no_other_field_does() -> None:
    assert parse(EFFORT, "1/2 j") == 1
    assert parse(EFFORT, "1,5", "fr") == 1.5
    assert parse(EFFORT, 3) == 3
    with pytest.raises(InvalidValueError):
        parse(BACKLOG_ITEM.field("quantity"), "2 j")
    use_language("fr")
    assert parse(EFFORT, "3 demi-journées") == 3
