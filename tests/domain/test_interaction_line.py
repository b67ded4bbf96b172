"""One line about a call or a meeting, in the words people type."""

import datetime as dt

import pytest

from entente.domain.interaction_line import InteractionLine, Known, read_interaction
from entente.domain.line_words import known_names

TODAY = dt.date(2026, 6, 10)
ACTORS = (
    ("k02", "A02", "Anselme Ferrage"),
    ("k06", "A06", "Rosalie Pâquerin"),
    ("k11", "A11", "Hippolyte Versoir"),
    ("k20", "A20", "Berthe Martin"),
    ("k21", "A21", "Paul Martin"),
)
KNOWN = Known(known_names(ACTORS), {"k1": "d1", "k3": "d3"})


def read(line: str) -> InteractionLine:
    return read_interaction(line, TODAY, KNOWN)


def test_the_line_of_the_handbook() -> None:
    assert read("22/04 appel A02 30 min reprise") == InteractionLine(
        dt.date(2026, 4, 22), "call", ("k02",), 30, "", "reprise"
    )


def test_the_order_does_not_matter_and_more_than_one_may_take_part() -> None:
    assert read(
        "réunion reprise des données a11, A02 le protocole 1h30 K1 06/05/2026"
    ) == InteractionLine(
        dt.date(2026, 5, 6),
        "meeting",
        ("k11", "k02"),
        90,
        "d1",
        "reprise des données le protocole",
    )


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("30 min", 30),
        ("30min", 30),
        ("45mn", 45),
        ("1h", 60),
        ("1 h 30", 90),
        ("1h05", 65),
        ("2 h 30 min", 150),
        ("90 minutes", 90),
        ("9999 min", None),
        ("", None),
    ],
)
def test_how_long_it_took(typed: str, minutes: int | None) -> None:
    assert read(f"appel A02 {typed} budget").minutes == minutes


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("22/04", dt.date(2026, 4, 22)),
        ("22.04", dt.date(2026, 4, 22)),
        ("10/06", TODAY),
        ("11/06", dt.date(2025, 6, 11)),
        ("24/12", dt.date(2025, 12, 24)),
        ("29/02", dt.date(2024, 2, 29)),
        ("2026-05-06", dt.date(2026, 5, 6)),
        ("06/05/26", dt.date(2026, 5, 6)),
        ("hier", dt.date(2026, 6, 9)),
        ("Yesterday", dt.date(2026, 6, 9)),
        ("aujourd’hui", TODAY),
        ("", TODAY),
        ("31/02", TODAY),
    ],
)
def test_the_day_is_the_last_of_that_name(typed: str, day: dt.date) -> None:
    assert read(f"{typed} appel A02").held_on == day


@pytest.mark.parametrize(
    ("typed", "actors"),
    [
        ("Anselme Ferrage", ("k02",)),
        ("ferrage", ("k02",)),
        ("Paquerin", ("k06",)),
        ("Ferrage, Versoir", ("k02", "k11")),
        ("A02 ferrage", ("k02",)),
        ("Martin", ()),
        ("Paul Martin", ("k21",)),
    ],
)
def test_people_may_be_called_by_name_where_it_is_theirs_alone(
    typed: str, actors: tuple[str, ...]
) -> None:
    assert read(f"café {typed} 20 min").actors == actors


def test_a_reference_nobody_has_is_said_and_not_taken_for_the_subject() -> None:
    found = read("appel A99 K7 budget")
    assert (found.unknown, found.subject, found.is_whole) == (("A99", "K7"), "budget", False)


def test_a_line_without_people_is_not_whole() -> None:
    assert not read("22/04 appel 30 min").is_whole


def test_an_empty_line_says_nothing() -> None:
    assert read("   ") == InteractionLine(TODAY)


def test_only_the_first_kind_and_the_first_day_are_taken() -> None:
    found = read("22/04 appel A02 avant la réunion du 06/05")
    assert (found.kind, found.held_on) == ("call", dt.date(2026, 4, 22))
    assert found.subject == "avant la réunion du 06/05"


def test_a_first_name_will_do_where_it_is_asked_for_and_nobody_else_is_called_so() -> None:
    actors = [
        ("ana", "A01", "Ana Perez"),
        ("bruno", "A02", "Bruno Leroy"),
        ("bruno2", "A03", "Bruno Martin"),
        ("martin", "A04", "Martin Roux"),
    ]
    known = known_names(actors, by_first_name=True)
    assert known["ana"] == "ana"
    assert "bruno" not in known
    assert known["martin"] == "bruno2"
    assert "ana" not in known_names(actors)
