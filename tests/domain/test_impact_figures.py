"""What an impact study comes to, against figures added up by hand."""

import pytest

from entente.domain.change.impact_figures import DIMENSIONS, Sheet, Size, mean, size, whole

CARERS = Sheet(dict(zip(DIMENSIONS, (3, 3, 1, 1, 2, 2, 4, 2, 3, 1), strict=True)), 46, 1, True)
TUTORS = Sheet(dict(zip(DIMENSIONS, (3, 4, 2, 1, 2, 3, 4, 4, 3, 3), strict=True)), 18, 1, True)
NURSES = Sheet(dict(zip(DIMENSIONS, (3, 3, 1, 1, 2, 2, 4, 2, 3, 1), strict=True)), 22, 1, True)
IT = Sheet(dict(zip(DIMENSIONS, (2, 3, 2, 2, 2, 2, 3, 2, 2, 3), strict=True)), 6, 1)


def test_means_are_those_of_the_source() -> None:
    # 22, 29, 22 and 23 over ten.
    assert [each.mean for each in (CARERS, TUTORS, NURSES, IT)] == [2.2, 2.9, 2.2, 2.3]


def test_what_was_not_looked_at_is_not_zero() -> None:
    assert mean([3, None, 4, None]) == 3.5
    assert mean([None, None]) is None
    assert Sheet({"skills": 4}, 5).mean == 4.0


@pytest.mark.parametrize(
    ("extent", "depth", "expected"),
    [
        # Steps 0 + 0, 0 + 1, 1 + 1, 1 + 2, 2 + 2, 3 + 2, 3 + 3; each bound belongs above.
        (19, 1.7, Size.SMALL),
        (19, 1.75, Size.SMALL),
        (20, 1.75, Size.MEDIUM),
        (99, 2.5, Size.MEDIUM),
        (100, 2.5, Size.LARGE),
        (1000, 2.5, Size.HUGE),
        (1_000_000, 4.0, Size.HUGE),
        # Nine people whose job is another one, and a thousand who hardly notice.
        (9, 3.25, Size.MEDIUM),
        (1000, 1.0, Size.MEDIUM),
        (None, 3.0, None),
        (30, None, None),
    ],
)
def test_size_comes_of_extent_and_depth(
    extent: int | None, depth: float | None, expected: Size | None
) -> None:
    assert size(extent, depth) == expected


def test_the_mission_is_sized_as_one() -> None:
    found = whole([CARERS, TUTORS, NURSES, IT])
    # (46 · 2.2 + 18 · 2.9 + 22 · 2.2 + 6 · 2.3) / 92 = 215.6 / 92.
    assert found.depth == pytest.approx(215.6 / 92)
    assert (found.headcount, found.groups, found.sites) == (92, 4, 4)
    assert found.extent == 92 * 4 * 4
    assert [each.size for each in (CARERS, TUTORS, NURSES, IT)] == ["M", "M", "M", "S"]
    assert found.size is Size.LARGE
    assert (found.built, found.built_share) == (3, 0.75)


def test_a_dimension_is_told_over_groups_both_ways() -> None:
    found = whole([CARERS, TUTORS, NURSES, IT]).dimensions
    # Posts and jobs: 1, 2, 1, 2, with 46, 18, 22 and 6 people.
    assert found["jobs"].plain == 1.5
    assert found["jobs"].weighted == pytest.approx((46 + 36 + 22 + 12) / 92)
    some = whole([Sheet({"power": 4}, 10), Sheet({"power": None}, 90), Sheet({"power": 1})])
    assert (some.dimensions["power"].plain, some.dimensions["power"].weighted) == (2.5, 4.0)
    assert some.dimensions["power"].groups == 2
    assert some.dimensions["skills"] == type(some.dimensions["skills"])(None, None, 0)


def test_a_group_of_nobody_has_no_size_and_weighs_nothing() -> None:
    nobody = Sheet({"skills": 4}, 0, 3)
    assert (nobody.size, nobody.mean) == (None, 4.0)
    found = whole([nobody, IT, Sheet({}, 12)])
    assert (found.groups, found.unsized, found.extent) == (1, 2, 6)
    assert found.depth == pytest.approx(2.3)
    empty = whole([])
    assert (empty.size, empty.depth, empty.built_share) == (None, None, None)


def test_who_works_nowhere_in_particular_works_somewhere() -> None:
    assert [Sheet({}, 30, sites).extent for sites in (None, 0, 1, 4)] == [30, 30, 30, 120]
