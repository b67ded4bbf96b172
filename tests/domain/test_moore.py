import pytest

from entente.domain.family import Family
from entente.domain.moore import parse
from entente.errors import InvalidValueError

WHOLE = {
    family.value: {"fr": {"questions": ["Qui ?"], "interventions": ["Dire."]}} for family in Family
}


def test_families_are_read_in_their_order_whatever_that_of_the_file() -> None:
    guides = parse(dict(reversed(WHOLE.items())), "fr")
    assert [guide.family for guide in guides] == list(Family)
    assert guides[0].questions == ("Qui ?",)


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"fr": {"questions": ["Qui ?"]}},
        {"fr": {"questions": [" "], "interventions": ["Dire."]}},
        {"fr": {"questions": [7], "interventions": ["Dire."]}},
        {"en": WHOLE["data"]["fr"]},
    ],
)
def test_a_family_without_questions_or_interventions_is_refused(broken: dict[str, object]) -> None:
    with pytest.raises(InvalidValueError, match=r"data\.fr"):
        parse({**WHOLE, "data": broken}, "fr")
