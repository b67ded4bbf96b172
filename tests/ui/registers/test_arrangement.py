"""Rows sorted, filtered and patched without a screen; the oracle is Python's own sort."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.domain.records import Field, FieldKind, RecordType
from entente_ui.registers.arrangement import Arrangement, Sorting
from entente_ui.registers.columns import columns_of, inside, one_line, shower
from entente_ui.registers.filters import Between, Contains, Filter, OneOf
from entente_ui.registers.order import finish, sort_order

THING = RecordType(
    "thing",
    "Thing",
    "Things",
    (
        Field("name", "Name", required=True),
        Field("weight", "Weight", FieldKind.NUMBER),
        Field("colour", "Colour", FieldKind.CHOICE, choices={"r": "Rouge", "v": "Végétal"}),
        Field("owner_id", "Owner", FieldKind.REFERENCE, target="owner"),
    ),
    title="name",
    prefix="T",
)
ROWS: list[tuple[Any, ...]] = [
    ("k1", "T1", "Élan", 3.0, "v", "o2"),
    ("k2", "T2", "abricot", None, "r", None),
    ("k3", "T3", "Zèbre", 2.0, "r", "o1"),
    ("k4", "T10", "œuf", 1.5, None, "o1"),
]
LABELS = {"owner": {"o1": "Müller", "o2": "Äpfel"}}
NAME, WEIGHT, COLOUR, OWNER = 1, 2, 3, 4


AS_THEY_CAME = Sorting()
ALL = Filter()


def arranged(sorting: Sorting = AS_THEY_CAME, chosen: Filter = ALL) -> Arrangement:
    arrangement = Arrangement(columns_of(THING))
    arrangement.load(list(ROWS), LABELS)
    arrangement.sort_by(sorting)
    arrangement.filter = chosen
    arrangement.take(finish(arrangement.arrange(sort=True)))
    return arrangement


def names(arrangement: Arrangement) -> list[str]:
    return [arrangement.rows[place][2] for place in arrangement.shown]


@pytest.mark.parametrize(
    ("sorting", "expected"),
    [
        (Sorting(NAME), ["abricot", "Élan", "œuf", "Zèbre"]),
        (Sorting(NAME, descending=True), ["Zèbre", "œuf", "Élan", "abricot"]),
        (Sorting(WEIGHT), ["œuf", "Zèbre", "Élan", "abricot"]),
        (Sorting(WEIGHT, descending=True), ["Élan", "Zèbre", "œuf", "abricot"]),
        (Sorting(COLOUR), ["abricot", "Zèbre", "Élan", "œuf"]),
        (Sorting(OWNER), ["Élan", "Zèbre", "œuf", "abricot"]),
        (Sorting(0), ["Élan", "abricot", "Zèbre", "œuf"]),
    ],
)
def test_each_kind_of_column_has_its_own_order(sorting: Sorting, expected: list[str]) -> None:
    assert names(arranged(sorting)) == expected


def test_turning_the_order_round_keeps_blanks_last() -> None:
    arrangement = arranged(Sorting(WEIGHT))
    arrangement.sort_by(Sorting(WEIGHT, descending=True))
    arrangement.take(finish(arrangement.arrange(sort=True)))
    assert names(arrangement) == ["Élan", "Zèbre", "œuf", "abricot"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("oeuf", ["œuf"]),
        ("MULLER zebre", ["Zèbre"]),
        ("vegetal", ["Élan"]),
        ("t10", ["œuf"]),
        ("aucun", []),
        ("  ", ["Élan", "abricot", "Zèbre", "œuf"]),
    ],
)
def test_words_are_looked_for_in_all_that_a_person_reads(words: str, expected: list[str]) -> None:
    assert names(arranged(chosen=Filter(words))) == expected


@pytest.mark.parametrize(
    ("column", "condition", "expected"),
    [
        ("name", Contains("el"), ["Élan"]),
        ("weight", Between(2.0, None), ["Élan", "Zèbre"]),
        ("weight", Between(None, 2.0), ["Zèbre", "œuf"]),
        ("colour", OneOf(frozenset({"r", None})), ["abricot", "Zèbre", "œuf"]),
        ("owner_id", OneOf(frozenset({"o2"})), ["Élan"]),
    ],
)
def test_columns_have_conditions_of_their_kind(
    column: str, condition: Contains | Between | OneOf, expected: list[str]
) -> None:
    assert names(arranged(chosen=Filter().with_condition(column, condition))) == expected


def test_a_new_row_goes_where_it_belongs() -> None:
    arrangement = arranged(Sorting(NAME))
    assert arrangement.add(("k5", "T11", "fraise", 9.0, None, None)) == 2
    arrangement = arranged(Sorting(WEIGHT, descending=True))
    assert arrangement.add(("k5", "T11", "fraise", 2.5, None, None)) == 1
    arrangement = arranged()
    assert arrangement.add(("k5", "T04", "fraise", None, None, None)) == 3


def test_a_row_that_is_gone_is_neither_found_nor_counted() -> None:
    arrangement = arranged()
    place = arrangement.place_of("k2")
    assert place is not None
    arrangement.shown.remove(place)
    arrangement.drop(place)
    assert arrangement.total == 3
    assert arrangement.row_of("k2") == -1
    assert arrangement.row_of("k3") == 1


@settings(deadline=None)
@given(
    st.lists(st.none() | st.integers(0, 50), max_size=200),
    st.booleans(),
    st.integers(1, 20),
)
def test_sorting_in_slices_is_sorting(keys: list[int | None], descending: bool, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("entente_ui.registers.order.SORT_SLICE", size)
        order = finish(sort_order(range(len(keys)), keys, descending=descending))
    full = [(key, place) for place, key in enumerate(keys) if key is not None]
    full.sort(key=lambda pair: pair[0], reverse=descending)
    blank = [place for place, key in enumerate(keys) if key is None]
    assert order == [place for _key, place in full] + blank


def test_a_name_that_may_not_be_seen_shows_as_nothing() -> None:
    owner = columns_of(THING)[OWNER]
    show = shower(owner, {"o1": "Müller"})
    assert show("o1") == "Müller"
    assert show("o9") == ""
    assert show(None) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("deux\nlignes\tet plus", "deux lignes et plus"),
        ("no\u00a0break\u202f!", "no\u00a0break\u202f!"),
        ("a\u202eb", "ab"),
        (None, ""),
    ],
)
def test_a_cell_shows_one_line(text: str | None, expected: str) -> None:
    assert one_line(text) == expected


def test_a_hundred_thousand_signs_are_cut() -> None:
    assert len(one_line("é" * 100_000)) <= 300


@pytest.mark.parametrize(
    ("label", "expected"), [("Degré (Glasl)", "degré (Glasl)"), ("IT maturity", "IT maturity")]
)
def test_labels_read_well_inside_a_sentence(label: str, expected: str) -> None:
    assert inside(label) == expected
