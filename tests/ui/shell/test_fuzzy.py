"""Letters typed in a hurry."""

import pytest

from entente.domain.text import fold
from entente_ui.shell.fuzzy import score, words_of


def fits(query: str, text: str) -> int:
    return score(words_of(query), fold(text))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ferrage", "A02 Anselme Ferrage"),
        ("FERR", "A02 Anselme Ferrage"),
        ("manoeuvre", "Manœuvre d’approche"),
        ("evitement", "Évitement"),
        ("ans fer", "A02 Anselme Ferrage"),
        ("a02", "A02 Anselme Ferrage"),
        ("hver", "Hippolyte Versoir"),
    ],
)
def test_accents_case_ligatures_and_gaps_do_not_matter(query: str, text: str) -> None:
    assert fits(query, text) > 0


@pytest.mark.parametrize(
    ("query", "text"),
    [("zz", "Anselme Ferrage"), ("ans zorro", "Anselme Ferrage"), ("s", "Anne"), ("ge", "ef gh")],
)
def test_what_does_not_fit_scores_nothing(query: str, text: str) -> None:
    assert fits(query, text) == 0


def test_the_beginning_beats_a_word_beats_the_inside_beats_scattered_letters() -> None:
    scores = [
        fits("ver", text) for text in ("Verrouiller", "Le verre", "Traverser", "Voir et rire")
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 4


def test_of_two_that_fit_alike_the_shorter_comes_first() -> None:
    assert fits("open", "Open…") > fits("open", "Open a file received from somebody…")


def test_nothing_typed_fits_everything() -> None:
    assert score((), "whatever") == 1
