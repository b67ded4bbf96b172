import itertools

import pytest

from entente.domain.salience import (
    LABELS,
    NEUTRAL_LABELS,
    Attributes,
    Salience,
    attributes,
    attributes_of,
    power_for,
)

#: Letters of the attributes and the class, as Mitchell, Agle and Wood name it.
CLASSES = {
    "P": "dormant",
    "L": "discretionary",
    "U": "demanding",
    "PL": "dominant",
    "PU": "dangerous",
    "LU": "dependent",
    "PLU": "definitive",
    "": "none",
}


@pytest.mark.parametrize(("letters", "name"), CLASSES.items())
def test_the_attributes_make_the_class(letters: str, name: str) -> None:
    made = Attributes("P" in letters, "L" in letters, "U" in letters)
    assert made.salience == name
    assert attributes_of(Salience(name)) == made
    assert len(made) == len(letters)


def test_every_class_has_a_word_of_the_method_and_a_neutral_one() -> None:
    assert set(LABELS) == set(NEUTRAL_LABELS) == set(Salience)
    assert NEUTRAL_LABELS[Salience.DANGEROUS] == "strong leverage"


@pytest.mark.parametrize(
    ("power", "inside"), [(3.5, False), (4.0, True), (5.0, True), (None, False)]
)
def test_power_of_four_and_above_counts(power: float | None, inside: bool) -> None:
    found = attributes(power, True, False)
    assert found is not None
    assert found.power is inside


def test_who_was_never_judged_on_say_and_urgency_has_no_class() -> None:
    assert attributes(5.0, None, None) is None
    assert attributes(None, None, False) == Attributes()


@pytest.mark.parametrize(
    ("power", "wanted", "made"),
    [
        (2.0, True, 4.0),
        (5.0, True, 5.0),
        (5.0, False, 3.5),
        (2.0, False, 2.0),
        (None, True, 4.0),
        (None, False, 3.5),
    ],
)
def test_power_changes_only_as_far_as_it_must(
    power: float | None, wanted: bool, made: float
) -> None:
    assert power_for(wanted, power) == made


def test_the_eight_combinations_are_eight_classes() -> None:
    made = {Attributes(*each).salience for each in itertools.product((False, True), repeat=3)}
    assert made == set(Salience)
