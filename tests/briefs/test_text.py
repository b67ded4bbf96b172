"""Whatever people type is set as they typed it: no markup, no breaks where none may be."""

import re
from pathlib import Path

import pytest
from reportlab.platypus import Paragraph

from entente.briefs import text
from entente.briefs import type as typeface

BRIEFS = Path(text.__file__).parent


def lines(words: str, width: float) -> list[str]:
    """Return the lines ReportLab makes of a text in a column."""
    found = []
    for paragraph in text.paragraphs(words, typeface.body()):
        paragraph.wrap(width, 10_000)
        for line in vars(paragraph)["blPara"].lines:
            words_ = line[1] if isinstance(line, tuple) else [word.text for word in line.words]
            found.append(" ".join(words_))
    return found


def test_only_one_module_builds_paragraphs() -> None:
    guilty = [
        path.name
        for path in BRIEFS.rglob("*.py")
        if re.search(r"\bParagraph\(", path.read_text("utf-8")) and path.name != "text.py"
    ]
    assert not guilty


@pytest.mark.parametrize(
    "words",
    [
        '<img src="/etc/passwd" width="8" height="8"/>',
        '<a href="javascript:app.alert(1)">x</a>',
        "<b>unclosed & co < 3",
        "&lt;&#0;&#x1F600;&amp;",
        "</para><para>",
        '<font size="100000">x</font>',
        "{mission} %s {0}",
    ],
)
def test_markup_is_just_characters(words: str) -> None:
    (paragraph,) = text.paragraphs(words, typeface.body())
    assert paragraph.getPlainText() == words


@pytest.mark.parametrize("width", range(90, 400, 7))
def test_french_signs_never_part_from_their_words(width: int) -> None:
    words = "Il dit « hors périmètre » : un avenant de 38 000 € ; est-ce vrai ? Oui ! À 14 h 30."
    for line in lines(words, width):
        assert not line.endswith("«")
        assert not re.match(r"[»:;!?€]", line)
        assert "38" not in line or "38\u00a0000\u00a0€" in line


@pytest.mark.parametrize("width", range(90, 200, 7))
def test_a_number_with_narrow_spaces_does_not_break(width: int) -> None:
    for line in lines("Le coût est de 1\u202f234\u202f567,50\u202f€ en tout.", width):
        assert "1" not in line or "1\u00a0234\u00a0567,50\u00a0€" in line


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\x00b\x0bc\x1f", "ab c"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("e\u0301te\u0301", "été"),
        ("\u202eevil\u202c", "evil"),
        ("soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("tabs\tand   spaces ", "tabs and spaces"),
        ("one\r\ntwo\u2028three", "one two three"),
        ("12 500 habitants", "12\u00a0500 habitants"),
        ("en 2026 il y eut 3 séances", "en 2026 il y eut 3 séances"),
        ("http://x?y", "http://x?y"),
        ("", ""),
    ],
)
def test_text_is_cleaned_for_print(typed: str, printed: str) -> None:
    assert text.one_line(typed) == printed


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Accord 😀 !", "Accord □\u00a0!"),
        ("Équipe 👩🏽\u200d🚀", "Équipe □"),
        ("محمد", "□□□□"),
        ("Łódź, Жанна, Ωμέγα", "Łódź, Жанна, Ωμέγα"),
        ("✓ ☐ ☑ ▲ ■ → ≥ œ € ●", "✓ ☐ ☑ ▲ ■ → ≥ œ €\u00a0●".replace("\u00a0●", " ●")),
    ],
)
def test_what_the_typeface_lacks_is_shown_as_an_empty_square(typed: str, drawn: str) -> None:
    assert text.drawable(typed).replace("≥ œ\u00a0€", "≥ œ €") == drawn
    assert text.has_substitutes([typed]) == ("□" in drawn)


def test_the_serif_borrows_what_only_the_sans_serif_has() -> None:
    paragraph = text.line("Titre ● 😀", typeface.title())
    assert paragraph.getPlainText() == "Titre ● □"


def test_a_word_without_end_is_broken() -> None:
    words = text.one_line("x" * 100_000).split()
    assert max(map(len, words)) <= 200
    assert "".join(words) == "x" * 100_000


def test_a_text_without_end_is_several_paragraphs() -> None:
    parts = text.paragraphs("mot " * 40_000, typeface.body())
    assert len(parts) == 80
    assert all(isinstance(part, Paragraph) for part in parts)


def test_a_title_without_end_is_shortened() -> None:
    shown = text.line("Titre " * 20_000, typeface.title()).getPlainText()
    assert len(shown) <= 300
    assert shown.endswith("…")


def test_a_line_is_fitted_to_its_room() -> None:
    fitted = text.fitted("Hippolyte Versoir, Logiprisme SAS", typeface.Face.SANS, 8.5, 60)
    assert fitted.endswith("…")
    assert typeface.width(fitted, typeface.Face.SANS, 8.5) <= 60


def test_words_in_a_sentence_of_ours_are_just_characters() -> None:
    phrase = text.phrase("{who} : {what}", typeface.body(), who="A & B", what="<i>")
    assert phrase.getPlainText() == "A & B\u00a0: <i>"
