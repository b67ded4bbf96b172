"""Clauses with fields to be filled in."""

from hypothesis import given
from hypothesis import strategies as st

from entente.domain.clauses import DOTTED, Blank, blanks_of, fill

VALUES = {Blank.PARTIES: "Anselme Ferrage et Hippolyte Versoir", Blank.PLACE: "Val-d’Ombrelle"}


def test_fields_are_filled_in_and_unknown_facts_left_to_be_written_by_hand() -> None:
    found = fill("Entre {parties}, à { place }, le {date}.", VALUES)
    assert found.text == (
        f"Entre Anselme Ferrage et Hippolyte Versoir, à Val-d’Ombrelle, le {DOTTED}."
    )
    assert found.missing == (Blank.DATE,)
    assert not found.is_broken


def test_a_field_nobody_knows_leaves_the_text_as_it_is() -> None:
    found = fill("Entre {partes} et {parties} et {partes} {}", VALUES)
    assert found.text == "Entre {partes} et {parties} et {partes} {}"
    assert found.unknown == ("partes", "")


def test_braces_that_do_not_match_leave_the_text_as_it_is() -> None:
    for text in ("Entre {parties", "Entre parties}", "{{parties}}", "{par\nties}", "}{"):
        found = fill(text, VALUES)
        assert found.text == text
        assert found.is_unbalanced


def test_what_somebody_is_called_is_not_read_for_fields() -> None:
    assert fill("{mediator}", {Blank.MEDIATOR: "{parties} {0.__class__}"}).text == (
        "{parties} {0.__class__}"
    )


@given(st.text(alphabet="{}ab \npartes%s$", max_size=60))
def test_no_text_whatever_breaks_it(text: str) -> None:
    found = fill(text, VALUES)
    if found.is_broken:
        assert found.text == text


def test_the_fields_some_clauses_ask_for() -> None:
    assert blanks_of(["{parties} {partes}", "{ date }"]) == {Blank.PARTIES, Blank.DATE}
