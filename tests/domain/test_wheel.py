import pytest

from entente.domain.wheel import Lack, Question, Treatment, Unsaid, Voice, Wheel, wheel

ALL = frozenset({"account", "position", "interests", "needs", "fears", "recognition"})


def voice(name: str, *told: str) -> Voice:
    return Voice(name.lower(), name, frozenset(told))


def shares(found: Wheel) -> list[float]:
    return [round(found.share(question), 3) for question in Question]


def test_nothing_known_is_an_empty_wheel_that_lacks_two_parties() -> None:
    found = wheel([], Treatment())
    assert shares(found) == [0, 0, 0, 0, 0]
    assert found.sectors[Question.WHAT].lacks == (Lack.PARTIES, Lack.FACTS)
    assert found.sectors[Question.FINALLY].lacks == (
        Lack.AGREEMENT,
        Lack.SIGNATURE,
        Lack.COMMITMENT,
    )
    assert found.current is Question.WHAT


def test_two_parties_half_heard() -> None:
    # Quoi: 3 of 4 statements and a fact of 1 = 4/5. Pourquoi: 2 of 6. Pivot: 1 of 2.
    found = wheel(
        [
            voice("DSI", "account", "position", "interests", "needs", "recognition"),
            voice("Éditeur", "account", "mesore"),
        ],
        Treatment(facts=7, options=1, agreements=1),
    )
    assert shares(found) == [0.8, 0.333, 0.5, 0.5, 0.333]
    assert found.sectors[Question.WHAT].unsaid == (Unsaid("éditeur", "Éditeur", ("position",)),)
    assert found.sectors[Question.WHY].unsaid == (
        Unsaid("dsi", "DSI", ("fears",)),
        Unsaid("éditeur", "Éditeur", ("interests", "needs", "fears")),
    )
    assert found.sectors[Question.HOW].lacks == (Lack.SECOND_OPTION,)
    assert found.sectors[Question.FINALLY].lacks == (Lack.SIGNATURE, Lack.COMMITMENT)


def test_one_party_that_told_all_is_half_of_a_mediation() -> None:
    found = wheel([Voice("a", "A", ALL)], Treatment(facts=1))
    # Quoi: 2 of 4 statements and the fact = 3/5.
    assert shares(found)[:3] == [0.6, 0.5, 0.5]
    assert not found.sectors[Question.PIVOT].is_whole


def test_a_wheel_gone_round_lacks_nothing() -> None:
    found = wheel([Voice("a", "A", ALL), Voice("b", "B", ALL)], Treatment(3, 2, 1, True, 2))
    assert shares(found) == [1, 1, 1, 1, 1]
    assert found.current is None


@pytest.mark.parametrize(
    ("options", "told", "early"),
    [
        (0, (), ()),
        (1, (), ("Éditeur",)),
        (3, ("account", "position", "mesore"), ("Éditeur",)),
        (3, ("fears",), ()),
    ],
)
def test_options_before_everybody_s_why_are_early(
    options: int, told: tuple[str, ...], early: tuple[str, ...]
) -> None:
    found = wheel([voice("DSI", "needs"), voice("Éditeur", *told)], Treatment(options=options))
    assert found.early_for == early


def test_many_parties_are_counted_as_what_they_are() -> None:
    many = [voice(f"P{n}", *(("recognition",) if n < 50 else ())) for n in range(200)]
    assert wheel(many, Treatment()).share(Question.PIVOT) == 0.25
