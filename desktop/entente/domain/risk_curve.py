"""The exposure only on the days it changes, for as long as a mission lasts and as many risks."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from entente.domain.risk_exposure import Exposure, History


def turning_points(histories: Iterable[History], last: dt.date) -> tuple[Exposure, ...]:
    """Return the exposure at the end of each day on which it changes, and of the last day.

    Between two of them it stays as it is: what is returned says as much as one value a day, and
    costs as much as there are ratings, not as there are days.
    """
    scores: Counter[dt.date] = Counter()
    opened: Counter[dt.date] = Counter()
    unrated: Counter[dt.date] = Counter()
    for history in histories:
        before: int | None = None
        for day in _days_of(history, last):
            now = history.score_on(day)
            scores[day] += (now or 0) - (before or 0)
            opened[day] += (now is not None) - (before is not None)
            unrated[day] += (now == 0) - (before == 0)
            before = now
    # A day on which something is said and nothing changes is no turning point.
    days = {day for each in (scores, opened, unrated) for day, by in each.items() if by}
    found: list[Exposure] = []
    score = count = blank = 0
    for day in sorted(days):
        score, count, blank = score + scores[day], count + opened[day], blank + unrated[day]
        found.append(Exposure(day, score, count, blank))
    if found and found[-1].on < last:
        found.append(Exposure(last, score, count, blank))
    return tuple(found)


def _days_of(history: History, last: dt.date) -> list[dt.date]:
    days = {rated.on for rated in history.ratings}
    days |= {day for day in (history.opened_on, history.closed_on) if day}
    return sorted(day for day in days if day <= last)
