import time

import pytest

from entente.domain.lint import Doubt, lint


def found(text: str, *, is_feeling: bool = False) -> list[tuple[str, Doubt]]:
    return [(each.word, each.doubt) for each in lint(text, is_feeling=is_feeling)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il arrive TOUJOURS après l’heure.", [("TOUJOURS", Doubt.GENERAL)]),
        ("C’est trop tard, il faut décider.", [("trop", Doubt.MEASURE), ("il faut", Doubt.DUTY)]),
        ("Il\u00a0  faut", [("Il\u00a0  faut", Doubt.DUTY)]),
        ("Elle l’a fait exprès", [("exprès", Doubt.INTENT)]),
        ("une équipe INCOMPÉTENTE", [("INCOMPÉTENTE", Doubt.PERSON)]),
        ("She never answers", [("never", Doubt.GENERAL)]),
        ("depuis son arrêt maladie", [("arrêt maladie", Doubt.PRIVATE)]),
        ("Il aurait dû prévenir", [("aurait dû", Doubt.DUTY)]),
        ("Personne n’écoute", [("Personne n’écoute", Doubt.GENERAL)]),
    ],
)
def test_words_that_judge_are_told_as_they_were_written(
    text: str, expected: list[tuple[str, Doubt]]
) -> None:
    assert found(text) == expected
    for finding in lint(text):
        assert text[finding.start : finding.end] == finding.word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le 22 avril, trois courriels sont restés sans réponse.",
        "Le trophée est au mur, la retropédale aussi.",
        "Il y aurait du retard.",
        "Cela ne figure nulle part.",
        "The whenever clause",
        "<b>rien</b>",
    ],
)
def test_plain_facts_and_parts_of_words_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_feeling_that_holds_a_reproach_is_doubted_only_as_a_feeling() -> None:
    assert found("trahie et inquiète") == []
    assert found("trahie et inquiète", is_feeling=True) == [("trahie", Doubt.BLAME)]


def test_signs_that_fold_into_several_do_not_move_what_is_marked() -> None:
    # œ and ﬁ count as two letters, a lone accent as none.
    text = "œuvre ﬁnie e\u0301crite : toujours 🙂 trop"
    assert [each.word for each in lint(text)] == ["toujours", "trop"]


def test_a_long_text_is_read_at_once() -> None:
    begun = time.perf_counter()
    assert len(lint("Il faut voir. " * 5_000)) == 5_000
    assert time.perf_counter() - begun < 2
