"""Notes typed in one line, in French, in English, and in whatever people paste."""

import datetime as dt
import time

import pytest

from entente.domain.confidentiality import Level
from entente.domain.line_words import known_names
from entente.domain.note import NoteKind
from entente.domain.note_line import NoteLine, Wanting, read_note

TODAY = dt.date(2026, 6, 10)
PEOPLE = known_names([("anselme", "A02", "Anselme Ferrage"), ("logi", "A11", "Clélie de la Combe")])


def read(line: str) -> NoteLine:
    return read_note(line, TODAY, PEOPLE)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("#fait", NoteKind.FACT),
        ("#FAIT", NoteKind.FACT),
        ("#fact", NoteKind.FACT),
        ("#intérêt", NoteKind.INTEREST),
        ("#interet", NoteKind.INTEREST),
        ("#inte\u0301re\u0302t", NoteKind.INTEREST),
        ("#option", NoteKind.OPTION),
        ("#émotion", NoteKind.EMOTION),
        ("#accord", NoteKind.AGREED),
        ("#agreed", NoteKind.AGREED),
        ("#litige", NoteKind.DISPUTED),
        ("#dispute", NoteKind.DISPUTED),
        ("#besoin", NoteKind.NEED),
        ("#crainte", NoteKind.FEAR),
        ("#question", NoteKind.QUESTION),
        ("#position", NoteKind.POSITION),
    ],
)
def test_each_kind_has_its_words_in_both_languages(word: str, kind: NoteKind) -> None:
    for line in (f"{word} la marge", f"la marge {word}", f"{word}: la marge"):
        assert read(line) == NoteLine("la marge", kind)


@pytest.mark.parametrize(
    ("line", "level", "actor"),
    [
        ("la marge", Level.MEDIATOR, ""),
        ("@A11 la marge", Level.MEDIATOR, "logi"),
        ("#aparté @A11 la marge", Level.CAUCUS, "logi"),
        ("@a11! la marge", Level.CAUCUS, "logi"),
        ("#caucus @Clélie de la Combe la marge", Level.CAUCUS, "logi"),
        ("@combe la marge #parties", Level.PARTIES, "logi"),
        ("#commanditaire la marge", Level.SPONSOR, ""),
        ("#médiateur @A11 la marge", Level.MEDIATOR, "logi"),
        ("la marge #public", Level.PUBLIC, ""),
        ("#médiateur @A11! la marge", Level.MEDIATOR, "logi"),
    ],
)
def test_the_level_is_the_most_private_unless_the_line_says_otherwise(
    line: str, level: Level, actor: str
) -> None:
    assert read(line) == NoteLine("la marge", level=level, actor=actor)


@pytest.mark.parametrize(
    ("line", "text", "day"),
    [
        ("#fait 12/03 livraison refusée", "livraison refusée", dt.date(2026, 3, 12)),
        ("#fait le 12/03/2025 : refus", "refus", dt.date(2025, 3, 12)),
        ("#fait @A02 hier, refus", "refus", dt.date(2026, 6, 9)),
        ("#accord 2026-03-12 refus", "refus", dt.date(2026, 3, 12)),
        ("#fait 31/12 bilan", "bilan", dt.date(2025, 12, 31)),
        ("#fait 3.5 jours de retard", "3.5 jours de retard", None),
        ("#fait 1/2 journée perdue", "1/2 journée perdue", None),
        ("#fait 31/02 livraison", "31/02 livraison", None),
        ("#besoin 12/03 livraison", "12/03 livraison", None),
        ("#fait le lot 1 est livré", "le lot 1 est livré", None),
    ],
)
def test_a_fact_may_begin_with_its_day(line: str, text: str, day: dt.date | None) -> None:
    card = read(line)
    assert (card.text, card.happened_on) == (text, day)


@pytest.mark.parametrize(
    ("line", "wanting"),
    [
        ("#fait @A02", Wanting.TEXT),
        ("   ", Wanting.TEXT),
        ("#aparté la marge", Wanting.PARTY),
        ("#fait! la marge", Wanting.PARTY),
        ("@A99 la marge", Wanting.SOMEBODY),
        ("@chez-nous la marge", None),
        ("la marge", None),
    ],
)
def test_what_is_wanting_is_said(line: str, wanting: Wanting | None) -> None:
    assert read(line).wanting is wanting


def test_what_means_nothing_stays_in_the_text() -> None:
    card = read("#fait ticket #1234 : #urgent @personne écrire à jean@rive.example #besoin")
    expected = "ticket #1234 : #urgent @personne écrire à jean@rive.example #besoin"
    assert card.text == expected
    assert card.unread == ("#urgent", "#besoin")
    assert card.unknown == ("@personne",)


def test_the_words_themselves_are_kept_as_they_are() -> None:
    text = "«\u00a0La reprise\u00a0» : 38\u202f000\u00a0€ !"
    assert read(f"#position @A11 {text}").text == text
    assert read("#fait -3 % en mai").text == "-3 % en mai"


@pytest.mark.parametrize(
    "text",
    [
        "<img src='file:///etc/passwd'>",
        '=cmd|" /C calc"!A0',
        "'; DROP TABLE note; --",
        "{name} %s \\n",
        "👩\u200d👩\u200d👧 é",
    ],
)
def test_hostile_text_is_only_text(text: str) -> None:
    assert read(f"#option {text} @A02") == NoteLine(text, NoteKind.OPTION, actor="anselme")


def test_marks_are_found_in_lines_written_from_right_to_left() -> None:
    assert read("\u200f#fait @A02 العقد واضح") == NoteLine(
        "العقد واضح", NoteKind.FACT, actor="anselme"
    )
    assert read("\u202e@A02\u202c \u2067#besoin\u2069 שקט").actor == "anselme"


@pytest.mark.parametrize(
    "line",
    [
        "a" * 100_000,
        "mot " * 25_000,
        "#fait " * 16_000,
        "@A02 " * 20_000,
        "@" * 100_000,
        "# @ " * 25_000,
        "@a b c d e " * 9_000,
        "\u200f" * 100_000 + "#fait",
    ],
    ids=["word", "words", "kinds", "people", "signs", "bare", "names", "turns"],
)
def test_a_hundred_thousand_characters_are_read_at_once(line: str) -> None:
    start = time.process_time()
    read(line)
    assert time.process_time() - start < 1.0
