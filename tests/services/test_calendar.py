import datetime as dt

import pytest

from entente.domain.mission import MISSION
from entente.services.calendar import day_of
from entente.store.gate import Gate

TODAY = dt.date(2026, 6, 10)


def test_a_mission_without_dates_is_looked_at_today(gate: Gate) -> None:
    assert gate.read(day_of) == TODAY


@pytest.mark.parametrize(
    ("ends_on", "day"),
    [
        (None, TODAY),
        (dt.date(2026, 6, 30), TODAY),
        (dt.date(2026, 6, 10), TODAY),
        (dt.date(2026, 3, 1), dt.date(2026, 3, 1)),
    ],
)
def test_an_ended_mission_grows_no_older(gate: Gate, ends_on: dt.date | None, day: dt.date) -> None:
    gate.run("New", lambda s: s.insert(MISSION, {"name": "M", "ends_on": ends_on}))
    assert gate.read(day_of) == day
