"""Series to be drawn."""

import datetime as dt

from entente.domain.climate import control
from entente_ui.climate.charts.told import Point, Series
from entente_ui.formats import decimal

FIRST = dt.date(2026, 2, 25)


def many(count: int, gaps: frozenset[int]) -> Series:
    """A measure over many waves, some of which are missing."""
    values = [None if n in gaps else 3 + n % 7 / 10 for n in range(count)]
    limits = control.limits(values)
    assert limits is not None
    points = [
        Point(f"P{n + 1}", FIRST + dt.timedelta(days=14 * n), value)
        for n, value in enumerate(values)
    ]
    found = control.signals(values, limits)
    return Series("q", "Q1 Many", tuple(points), limits, found, lambda value: decimal(value, 2))
