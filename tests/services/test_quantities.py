"""Activities counted against the band they were meant to fall in."""

import datetime as dt
from typing import Any

import pytest

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.services import records
from entente.services.quantities import Verdict, quantities, verdict
from entente.store.gate import Gate
from entente.store.session import Session


@pytest.mark.parametrize(
    ("done", "band", "expected"),
    [
        (9, (10, 15), Verdict.BELOW),
        (10, (10, 15), Verdict.WITHIN),
        (16, (10, 15), Verdict.ABOVE),
        (1, (None, 1), Verdict.WITHIN),
        (0, (1, None), Verdict.BELOW),
        (5, (None, None), Verdict.OPEN),
    ],
)
def test_a_quantity_falls_within_its_band_or_not(
    done: int, band: tuple[int | None, int | None], expected: Verdict
) -> None:
    assert verdict(done, *band) is expected


def test_cards_count_for_as_many_as_they_say_and_only_once_done(gate: Gate) -> None:
    def write(session: Session) -> None:
        band = {"quantity_min": 2, "quantity_max": 3, "confidentiality": "public"}
        kind = records.create(session, ACTIVITY_TYPE, {"name": "Post", **band})
        for name, more in (("Reading", {"uncounted": True}), ("Old", {"set_aside": True})):
            records.create(session, ACTIVITY_TYPE, {"name": name, **more})
        cards: tuple[tuple[str, dict[str, Any]], ...] = (
            ("done", {"quantity": 3, "confidentiality": "public"}),
            ("done", {}),  # one, where nothing is said
            ("done", {"quantity": 0}),
            ("done", {"quantity": 4, "archived_on": session.today}),
            ("dropped", {"quantity": 8}),
            ("ready", {"quantity": 2}),
            ("ready", {"quantity": 16, "archived_on": session.today}),
        )
        for status, more in cards:
            values = {"title": "Posts", "activity_id": kind, "added_on": dt.date(2026, 3, 2)}
            key = records.create(session, BACKLOG_ITEM, values | more)
            records.rate(session, BACKLOG_ITEM, key, {"status": status}, on=dt.date(2026, 3, 9))

    gate.run("Write", write)
    (found,) = gate.read(quantities)
    assert (found.done, found.planned, found.verdict) == (3 + 1 + 4, 8 + 2, Verdict.ABOVE)
    (public,) = gate.read(lambda s: quantities(s, PUBLIC))
    assert (public.done, public.verdict) == (3, Verdict.WITHIN)
    # On 6 March all were ideas: 3 + 1 + 0 + 8 + 2 of those in sight; what was archived is not.
    (early,) = gate.read(lambda s: quantities(s, on=dt.date(2026, 3, 6)))
    assert (early.done, early.planned) == (0, 14)
