import pytest

from entente.domain.confidentiality import Level, is_readable_by_all, joint_level


@pytest.mark.parametrize(
    ("level", "of", "expected"),
    [
        ("public", "public", True),
        ("public", "parties", True),
        ("parties", "public", False),
        ("parties", "sponsor", False),
        ("sponsor", "parties", False),
        ("parties", "caucus", True),
        ("caucus", "parties", False),
        ("caucus", "mediator", True),
        ("mediator", "mediator", True),
        ("mediator", "public", False),
        ("no level", "sponsor", False),
    ],
)
def test_a_text_quoted_in_another_is_one_all_its_readers_may_read(
    level: str, of: str, *, expected: bool
) -> None:
    assert is_readable_by_all(level, of) is expected


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        (("parties", "parties"), Level.PARTIES),
        (("parties", "public"), Level.MEDIATOR),
        (("caucus", "caucus"), Level.MEDIATOR),
        ((), Level.MEDIATOR),
    ],
)
def test_what_joins_records_is_as_private_as_both(levels: tuple[str, ...], expected: Level) -> None:
    assert joint_level(levels) is expected
