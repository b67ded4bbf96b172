"""A card typed in one line."""

import datetime as dt

import pytest

from entente.domain.card_line import CardLine, read_card

TODAY = dt.date(2026, 6, 10)
PEOPLE = {"a02": "two", "clelie vasseur": "two", "clelie": "two", "a11": "eleven"}
SPRINTS = {"s03": "third", "s3": "third", "sprint": "third"}


def read(line: str) -> CardLine:
    return read_card(line, TODAY, PEOPLE, SPRINTS)


def test_a_line_says_everything_of_a_card() -> None:
    line = "!2 Préparer l'atelier @Clélie Vasseur #Recette #données ^S3 >12/06"
    assert read(line) == CardLine(
        "Préparer l'atelier",
        2.0,
        "two",
        ("Recette", "données"),
        "third",
        dt.date(2026, 6, 12),
    )


@pytest.mark.parametrize(
    ("mark", "half_days"),
    [("!2", 2.0), ("!1,5", 1.5), ("!1/2j", 1.0), ("!3j", 6.0), ("!2h", 0.5), ("!0", 0.0)],
)
def test_effort_is_counted_in_half_days(mark: str, half_days: float) -> None:
    assert read(f"Appeler {mark}").effort == half_days


@pytest.mark.parametrize("mark", ["!-2", "!201", "!beaucoup", "!1/0j", "!!", "!"])
def test_an_effort_that_cannot_be_stays_in_the_title(mark: str) -> None:
    found = read(f"Appeler {mark}")
    assert (found.title, found.effort) == (f"Appeler {mark}", None)


@pytest.mark.parametrize(
    ("mark", "day"),
    [
        (">12/06", dt.date(2026, 6, 12)),
        (">10/06", TODAY),
        (">09/06", dt.date(2027, 6, 9)),  # the next ninth of June
        (">2026-07-01", dt.date(2026, 7, 1)),
        (">29/02", dt.date(2028, 2, 29)),
        (">31/02", None),
        (">demain", None),
    ],
)
def test_a_day_without_a_year_is_the_next(mark: str, day: dt.date | None) -> None:
    assert read(f"Relire {mark}").due_on == day


def test_whoever_and_whatever_is_not_there_is_told_and_stays() -> None:
    found = read("Relire @Nobody ^S9 >demain")
    assert found.title == "Relire @Nobody ^S9 >demain"
    assert set(found.unknown) == {"@Nobody", "^S9"}
    assert found.unread == (">demain",)


def test_the_first_of_each_counts_but_all_labels_do() -> None:
    found = read("Relire !1 !2 @A02 #a #A #b")
    assert (found.effort, found.owner, found.labels) == (1.0, "two", ("a", "b"))
    assert found.title == "Relire !2"


def test_signs_inside_words_are_no_marks() -> None:
    line = "Écrire à jean@rive.example : fini ! C# ou 3>2"
    assert read(line).title == line


@pytest.mark.parametrize("line", ["", "   ", "!2", "#a @A02"])
def test_marks_alone_are_no_title(line: str) -> None:
    assert read(line).title == ""


def test_long_and_odd_lines_are_read_in_full() -> None:
    long = "mot " * 25_000 + "!2"
    assert read(long).effort == 2.0
    odd = "اجتماع 👩‍👩‍👧 #équipe"
    assert (read(odd).title, read(odd).labels) == ("اجتماع 👩‍👩‍👧", ("équipe",))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("@A11 @Clélie je relis ses écarts", "je relis ses écarts"),
        ("@A11 !2 @Clélie : je relis ses écarts", "je relis ses écarts"),
        ("@A11 je montre à @Clélie comment relire", "je montre à Clélie comment relire"),
        ("@A11 je montre les écarts à @Clélie.", "je montre les écarts à Clélie."),
        ("@A11 j'aide @Clélie Vasseur >12/06", "j'aide Clélie Vasseur"),
    ],
)
def test_whom_something_is_promised_to_stays_where_the_sentence_needs_the_name(
    line: str, title: str
) -> None:
    found = read_card(line, TODAY, PEOPLE, SPRINTS, keeps_named=True)
    assert (found.owner, found.other, found.title) == ("eleven", "two", title)
    # Of a card that is not said by anybody, only the mark of the first counts.
    assert read(line).owner == "eleven"
