"""People named in comments: found however they are written, and not where nobody is meant."""

import pytest

from entente.domain.climate.words import names_in, without_names

PEOPLE = (
    "Clémence Roseraie",
    "Noémie LAVANDIER",
    "Jean-Pierre Le Goff",
    "Paul Petit",
    "Martin",
    "Ed",
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Clémence Roseraie décide seule", ["Clémence Roseraie"]),
        ("ROSERAIE clemence décide, lavandier suit", ["ROSERAIE clemence", "lavandier"]),
        ("C’est d’Noemie et de Jean Pierre", ["Noemie", "Jean Pierre"]),
        ("J.-P. Le Goff, ou Goff", ["Le Goff", "Goff"]),
        ("Rosalie’s, not Martin's", ["Martin"]),
        ("À cause de M. Petit ou de Paul petit", ["Petit", "Paul petit"]),
        ("No\u0301e\u0301mie", ["No\u0301e\u0301mie"]),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, found: list[str]) -> None:
    spans = names_in(text, PEOPLE)
    assert [span.word for span in spans] == found
    assert all(text[span.start : span.end] == span.word for span in spans)
    assert names_in(without_names(text, PEOPLE), PEOPLE) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("Un petit pas de plus", "La roseraies", "à Saint-Martin", "Martine", "Ed, le, clem"),
        *("", "M. Tout-le-monde"),
    ],
)
def test_nobody_is_named_by_a_word_that_only_looks_alike(text: str) -> None:
    assert names_in(text, PEOPLE) == ()
    assert without_names(text, PEOPLE) == text


def test_the_longest_comment_and_a_thousand_people_take_no_time_to_feel() -> None:
    crowd = [f"Prénom{n} Famille{n}" for n in range(1000)]
    text = "Tout dépend de famille7 ici. " * 3500
    assert len(names_in(text, crowd)) == 3500
