"""What holds people back, and Kotter's steps, against the marks of the source."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import ADKAR, ADKAR_LABELS, KOTTER_STEP
from entente.domain.confidentiality import PUBLIC
from entente.domain.kotter import KOTTER_LABELS
from entente.services import change_figures, records
from entente.services.change_figures import barrier
from entente.store.gate import Gate
from entente.store.session import Session


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((4, 2, 3, 3, 2), "desire"),
        ((5, 4, 4, 3, 2), "ability"),
        ((4, 4, 4, 4, 4), None),
        ((None, None, 5, 3, 1), "ability"),
        ((None,) * 5, None),
    ],
)
def test_what_holds_back_is_the_first_of_at_most_three(
    marks: tuple[int | None, ...], expected: str | None
) -> None:
    assert barrier(dict(zip(ADKAR_LABELS, marks, strict=True))) == expected


def test_people_and_groups_stand_as_of_a_day(gate: Gate) -> None:
    def write(session: Session) -> None:
        make = partial(records.create, session)
        actor = make(ACTOR, {"name": "Ada", "role": "Carer", "confidentiality": "public"})
        group = make(FUNCTIONAL_GROUP, {"name": "Carers"})
        person = make(ADKAR, {"actor_id": actor, "confidentiality": "public"})
        make(ADKAR, {"group_id": group, "awareness": 1})
        for day, desire in ((dt.date(2026, 3, 2), 2), (dt.date(2026, 5, 4), 4)):
            marks = {"awareness": 4, "desire": desire, "knowledge": 3}
            records.rate(session, ADKAR, person, marks, on=day)
        for step, score in (("vision", 3), ("urgency", 4)):
            make(KOTTER_STEP, {"step": step, "score": score})

    gate.run("Fill", write)
    found = gate.read(change_figures.changes)
    assert [(each.ref, each.is_group, each.barrier) for each in found] == [
        ("A01", False, "knowledge"),
        ("GF1", True, "awareness"),
    ]
    before = gate.read(partial(change_figures.changes, on=dt.date(2026, 4, 1)))
    assert [each.barrier for each in before] == ["desire", None]
    public = gate.read(partial(change_figures.changes, audience=PUBLIC))
    # The name is a role, and ratings are the mediator's until told otherwise.
    assert [(each.name, each.barrier) for each in public] == [("Carer", None)]
    scores = gate.read(change_figures.kotter)
    assert list(scores) == list(KOTTER_LABELS)
    assert list(scores.values()) == [4, None, 3, *[None] * 5]
