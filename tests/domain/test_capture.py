"""One line about a difficulty, in the words people type."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.domain.capture import Capture, read_capture
from entente.domain.difficulty import Nature
from entente.domain.line_words import known_names
from entente.domain.ten_causes import TenCause

TODAY = dt.date(2026, 6, 10)
PEOPLE = known_names(
    (
        ("k07", "A07", "Tristan Malgouyres"),
        ("k11", "A11", "Hippolyte Versoir"),
        ("k20", "A20", "Berthe Martin"),
        ("k21", "A21", "Paul Martin"),
    )
)


def read(line: str) -> Capture:
    return read_capture(line, TODAY, PEOPLE)


def test_the_line_of_the_help() -> None:
    assert read("#tension @A07 @Versoir ne répond plus aux messages ~c2 !3") == Capture(
        "Ne répond plus aux messages",
        TODAY,
        Nature.TENSION,
        ("k07", "k11"),
        {TenCause.TERMS: 1},
        3,
    )


def test_a_sentence_alone_is_a_weak_signal_of_today() -> None:
    assert read("On ne se dit plus bonjour") == Capture("On ne se dit plus bonjour", TODAY)


@pytest.mark.parametrize(
    ("word", "nature"),
    [
        ("#signal", Nature.SIGNAL),
        ("#Controverse", Nature.CONTROVERSY),
        ("#controversy,", Nature.CONTROVERSY),
        ("#TENSION", Nature.TENSION),
        ("#conflit", Nature.CONFLICT),
        ("#conflict", Nature.CONFLICT),
        ("#litige", Nature.DISPUTE),
        ("#dis", Nature.DISPUTE),
        ("#conf", Nature.CONFLICT),
    ],
)
def test_a_nature_is_read_in_both_languages_and_by_its_beginning(word: str, nature: Nature) -> None:
    assert read(f"le planning {word} glisse").nature is nature
    assert read(f"le planning {word} glisse").title == "Le planning glisse"


@pytest.mark.parametrize(
    ("word", "cause"),
    [
        ("~c1", TenCause.CONSTRAINTS),
        ("~10", TenCause.MONEY),
        ("~mots", TenCause.TERMS),
        ("~Décisions", TenCause.DECISIONS),
        ("~aléas", TenCause.HAZARDS),
        ("~délais.", TenCause.TIME),
        ("~res", TenCause.RESOURCES),
    ],
)
def test_a_cause_is_a_number_or_a_word(word: str, cause: TenCause) -> None:
    assert read(f"Le planning glisse {word}").causes == {cause: 1}


def test_causes_may_be_weighed() -> None:
    found = read("Le planning glisse ~c6:3 ~temps:2 ~argent")
    assert found.causes == {TenCause.DECISIONS: 3, TenCause.TIME: 2, TenCause.MONEY: 1}


def test_the_day_is_that_of_the_line_and_not_of_its_sentence() -> None:
    assert read("22/04 le planning glisse").noticed_on == dt.date(2026, 4, 22)
    assert read("le planning glisse hier").noticed_on == dt.date(2026, 6, 9)
    said = read("Sans nouvelles depuis le 22/04")
    assert (said.title, said.noticed_on) == ("Sans nouvelles depuis le 22/04", TODAY)


def test_what_nobody_knows_is_told_and_nothing_is_noted() -> None:
    found = read("#dispute @A99 @Martin #bagarre glisse ~c0 ~zzz !7")
    assert found.unknown == ("#bagarre", "@A99", "@Martin", "~c0", "~zzz", "!7")
    assert not found.is_whole


def test_what_only_looks_like_a_mark_stays_in_the_title() -> None:
    line = "Ticket #42 : ~20 dossiers à voir ! @ midi, écrire à a@b.fr C#"
    found = read(line)
    assert found.unknown == ()
    assert found.title == line


def test_marks_alone_say_nothing_to_be_noted() -> None:
    found = read("#conflit @A07 !4")
    assert (found.title, found.is_whole, found.parties) == ("", False, ("k07",))


def test_a_party_named_twice_is_one() -> None:
    assert read("@A07 @Malgouyres @tristan malgouyres se tait").parties == ("k07",)


@given(st.text())
def test_no_line_is_too_strange(line: str) -> None:
    found = read(line)
    assert len(found.title) <= 2 * len(line)
    assert found.noticed_on.year > 0
