import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.domain.text import (
    FILE_NAME_MAX,
    clean,
    fold,
    heading_key,
    is_whole,
    natural_key,
    safe_file_name,
    shorten,
    sort_key,
)

FRENCH_ORDER = ["eau", "etc", "Été", "oeuf", "œuvre", "R2", "R10"]
any_text = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Été", "ete"),
        ("ŒUVRE", "oeuvre"),
        ("œuvre", "oeuvre"),
        ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("l’été", "l'ete"),
        ("« oui »", '" oui "'),
        ("Jean\u2011Luc", "jean-luc"),
        ("İstanbul", "istanbul"),
        ("e\u0301te\u0301", "ete"),
        ("ABC", "abc"),
        ("日本", "日本"),
        ("", ""),
    ],
)
def test_folding_is_blind_to_case_accents_and_ligatures(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(any_text)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folding_does_not_depend_on_the_normal_form(text: str) -> None:
    composed = fold(unicodedata.normalize("NFC", text))
    assert composed == fold(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize("heading", ["E-mail :", "e mail", "E_MAIL", "  É-Mail*"])
def test_a_heading_is_only_its_words(heading: str) -> None:
    assert heading_key(heading) == "e mail"


def test_words_sort_as_in_a_french_dictionary() -> None:
    backwards = FRENCH_ORDER[::-1]
    assert sorted(backwards, key=sort_key) == FRENCH_ORDER


@pytest.mark.parametrize(
    "ordered",
    [
        ["cote", "Cote", "coté", "côte", "côté"],
        ["A2", "A02b", "A10", "A100"],
        ["", "1", "2", "11", "a"],
        ["Saint-Amand", "Saint Benoît", "Saint-Cyr"],
        ["oeuf", "œuf", "oeuvre"],
        ["9" * 47, "1" + "0" * 47, "1" + "0" * 60],
    ],
)
def test_numbers_accents_and_capitals_decide_in_turn(ordered: list[str]) -> None:
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


@given(st.lists(st.integers(0, 10**60)))
def test_digits_sort_by_their_value(numbers: list[int]) -> None:
    texts = sorted((f"R{number}" for number in numbers), key=sort_key)
    assert [int(text[1:]) for text in texts] == sorted(numbers)


@given(any_text, any_text)
def test_different_texts_never_share_a_sort_key(left: str, right: str) -> None:
    assert (sort_key(left) == sort_key(right)) == (left == right)


def test_references_sort_by_number() -> None:
    assert sorted(["A10", "A2", "A02", "K1", "A2b"], key=natural_key) == [
        "A2",
        "A02",
        "A2b",
        "A10",
        "K1",
    ]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\0b", "ab"),
        ("a\x07\x1b[31mb", "a[31mb"),
        ("a\x85\x9fb", "ab"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("tab\there", "tab\there"),
        ("e\u0301", "é"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("a\uffffb\ufffec", "abc"),
        ("\u202eevil", "\u202eevil"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("\ufdd0 stays", "\ufdd0 stays"),
    ],
)
def test_only_what_cannot_be_stored_is_cleaned_away(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(any_text)
def test_clean_text_is_composed_storable_and_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert is_whole(cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)
    cleaned.encode()


@pytest.mark.parametrize(
    ("text", "whole"), [("a\r\nb", True), ("e\u0301", True), ("a\0", False), ("\ud800", False)]
)
def test_it_is_known_whether_cleaning_leaves_something_out(text: str, whole: bool) -> None:
    assert is_whole(text) is whole


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [
        ("short", 10, "short"),
        ("exactly ten", 11, "exactly ten"),
        ("a long sentence", 7, "a long…"),
        ("two\nlines", 20, "two lines"),
        ("  much   space ", 20, "much space"),
        ("\u202eevil\u2066", 20, "evil"),
        ("ae\u0301o", 10, "aéo"),
        ("🙂🙂🙂", 2, "🙂…"),
        ("👩\u200d👧", 2, "…"),
        ("x" * 100_000, 5, "xxxx…"),
        (" " * 500 + "x", 5, "…"),
        ("", 5, ""),
    ],
)
def test_a_text_is_shortened_to_one_line(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short


@given(any_text, st.integers(1, 80))
def test_a_shortened_text_is_never_longer(text: str, length: int) -> None:
    short = shorten(text, length)
    assert len(short) <= length
    assert "\n" not in short


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("K1 – Reprise des données", "K1 – Reprise des données"),
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("com1 .pdf", "_com1 .pdf"),
        ("console", "console"),
        (" .hidden. ", "hidden"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("a\nb\tc", "a b c"),
        ("../../etc/passwd", "-..-etc-passwd"),
    ],
)
def test_a_file_name_is_fit_for_windows(text: str, name: str) -> None:
    assert safe_file_name(text) == name


@pytest.mark.parametrize("text", ["", "  ", "...", "\0", "///", "\u202e"])
def test_a_file_name_is_never_empty(text: str) -> None:
    assert safe_file_name(text) == "untitled"


@given(any_text)
def test_any_text_makes_a_file_name(text: str) -> None:
    name = safe_file_name(text)
    assert 0 < len(name) <= FILE_NAME_MAX
    assert len(name.encode()) <= 250
    assert not set(name) & set('<>:"/\\|?*\0\n\r\t')
    assert name == name.strip(" .")
