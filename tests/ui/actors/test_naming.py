import pytest

from entente_ui.actors.naming import writings


def width(text: str) -> float:
    return 7.0 * len(text)


def test_a_person_is_written_in_full_or_with_one_initial() -> None:
    assert writings("Clémence Roseraie", width, 130) == (
        ("Clémence Roseraie",),
        ("Clémence R.",),
        ("Clémence",),
    )


def test_a_long_role_is_written_in_two_even_lines_before_it_is_shortened() -> None:
    ways = writings("Chargée de mission auprès du financeur", width, 150)
    assert ways[0] == ("Chargée de mission", "auprès du financeur")
    assert all(len(way) == 1 and way[0].endswith("…") for way in ways[1:])


def test_what_tells_two_of_one_role_apart_survives_shortening() -> None:
    ways = writings("Responsable du service informatique (CV)", width, 130)
    assert all(way[-1].endswith("(CV)") for way in ways)


@pytest.mark.parametrize("name", ["", "   ", "\n"])
def test_no_name_has_no_writing(name: str) -> None:
    assert writings(name, width, 100) == ()


@pytest.mark.parametrize(
    "name",
    ["A", "Anne(x)", "(", "x" * 5000, "<b>Zoé</b> & Cie", "مريم الحلو", "Jean\u00a0Luc 🙂 Pik"],
)
def test_no_writing_is_wider_than_asked_for(name: str) -> None:
    for way in writings(name, width, 120):
        assert all(width(line) <= 120 for line in way)
