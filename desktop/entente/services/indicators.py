"""The indicators of a change: typed readings, and those the other registers work out."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from entente.domain.change.adoption import Count, Curve, fit, half_day
from entente.domain.change.progress import ADOPTION, CHANGE_INDICATOR, INDICATOR_READING
from entente.domain.change.spreading import SKILL_TRANSFER
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.recommender import CONNECTED
from entente.domain.records import Values
from entente.services import (
    ambassadors,
    follow_up_figures,
    glossary,
    impact,
    network,
    presentation,
)
from entente.services.ambassadors import Spreading
from entente.services.calendar import day_of
from entente.services.sprints import overview
from entente.store.session import Session

#: Of a skill that was handed over: alone, or able to teach it.
ALONE: Final = 3
_PERCENT: Final = "%"


@dataclass(frozen=True, slots=True)
class Point:
    """What an indicator said on a day."""

    day: dt.date
    value: float


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with what it said.

    Attributes:
        built_in: A key of `progress.BUILT_IN_LABELS`; empty for one that is typed.
        points: In the order of their days.
    """

    id: str
    ref: str
    name: str
    built_in: str
    unit: str
    baseline: float | None
    target: float | None
    target_on: dt.date | None
    frequency: str
    points: tuple[Point, ...]

    @property
    def value(self) -> float | None:
        """What it said last; None while it said nothing."""
        return self.points[-1].value if self.points else None

    @property
    def progress(self) -> float | None:
        """How far from the baseline to the target it has come; None where one is not known.

        0.0 is the baseline, 1.0 the target, whether it is above or below; it may be beyond both.
        """
        if self.value is None or self.baseline is None or self.target is None:
            return None
        way = self.target - self.baseline
        return (self.value - self.baseline) / way if way else None


@dataclass(frozen=True, slots=True)
class Adoption:
    """How a tool is taken up in one group, or by all.

    Attributes:
        group: Key of the functional group; empty for all.
        counts: In the order of their days.
        half_on: The first day on which half used it; None while fewer do.
        curve: Through the counts; None where they tell none.
    """

    tool: str
    group: str
    counts: tuple[Count, ...]
    half_on: dt.date | None
    curve: Curve | None


def indicators(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Indicator, ...]:
    """Return the indicators `audience` may see, in the order of their references.

    One that is worked out says what it was at the end of each sprint and what it is on the day;
    where its register keeps no past, only the latter. Its values are in percent.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The last day that counts; today, or the mission's last day, if None.
    """
    day = on or day_of(session)
    typed: defaultdict[str, list[Point]] = defaultdict(list)
    for row in presentation.table_for(session, INDICATOR_READING, audience).dicts():
        if row["read_on"] <= day:
            typed[row["indicator_id"]].append(Point(row["read_on"], row["value"]))
    rows = presentation.table_for(session, CHANGE_INDICATOR, audience).dicts()
    days = _days(session, audience, day) if any(row["built_in"] for row in rows) else ()
    worked = _Worked(session, audience, days)
    return tuple(
        _indicator(
            row,
            worked.points(row["built_in"])
            if row["built_in"]
            else sorted(typed[row["id"]], key=lambda point: point.day),
        )
        for row in rows
    )


def adoptions(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Adoption, ...]:
    """Return how each tool is taken up, by tool and group in the order they were counted."""
    found: defaultdict[tuple[str, str], list[Count]] = defaultdict(list)
    for row in presentation.table_for(session, ADOPTION, audience).dicts():
        if on is None or row["read_on"] <= on:
            count = Count(row["read_on"], row["users"], row["population"])
            found[row["tool"], row["group_id"] or ""].append(count)
    return tuple(
        Adoption(tool, group, tuple(counts), half_day(counts), fit(counts))
        for (tool, group), unsorted in found.items()
        for counts in [sorted(unsorted, key=lambda count: count.day)]
    )


def _indicator(row: Values, points: Sequence[Point]) -> Indicator:
    return Indicator(
        id=row["id"],
        ref=row["ref"],
        name=row["name"],
        built_in=row["built_in"] or "",
        unit=_PERCENT if row["built_in"] else row["unit"] or "",
        baseline=row["baseline"],
        target=row["target"],
        target_on=row["target_on"],
        frequency=row["frequency"] or "",
        points=tuple(points),
    )


def _days(session: Session, audience: Audience, day: dt.date) -> tuple[dt.date, ...]:
    """Return the ends of the sprints that are over, and the day itself."""
    ends = {view.ends_on for view in overview(session, audience, on=day)}
    return (*sorted(end for end in ends if end < day), day)


class _Worked:
    """What the registers of a mission come to, each figure worked out once for each day."""

    def __init__(self, session: Session, audience: Audience, days: Sequence[dt.date]) -> None:
        self._session = session
        self._audience = audience
        self._days = days
        self._known: dict[str, tuple[Point, ...]] = {}

    def points(self, name: str) -> tuple[Point, ...]:
        """Return what an indicator said on each day it said something, in percent."""
        if name not in self._known:
            self._known[name] = tuple(self._points(name))
        return self._known[name]

    def _points(self, name: str) -> Iterator[Point]:
        past, now = self._dated.get(name), self._undated.get(name)
        for day in self._days if past else self._days[-1:]:
            share = past(day) if past else now() if now else None
            if share is not None:
                yield Point(day, share * 100)

    @property
    def _dated(self) -> Mapping[str, Callable[[dt.date], float | None]]:
        return {
            "decisions_executed": self._decisions,
            "commitments_kept": self._commitments,
            "skills_acquired": self._skills,
            "adoption": self._adoption,
            "connections": self._connections,
        }

    @property
    def _undated(self) -> Mapping[str, Callable[[], float | None]]:
        return {
            "ambassadors_active": self._active,
            "groups_covered": self._covered,
            "impact_built": self._built,
            "terms_shared": self._terms,
        }

    def _decisions(self, day: dt.date) -> float | None:
        return follow_up_figures.of_decisions(self._session, day, self._audience).rate

    def _commitments(self, day: dt.date) -> float | None:
        return follow_up_figures.of_commitments(self._session, day, self._audience).keep_rate

    def _skills(self, day: dt.date) -> float | None:
        rows = presentation.table_for(self._session, SKILL_TRANSFER, self._audience, day).dicts()
        return _share(sum((row["level"] or 0) >= ALONE for row in rows), len(rows))

    def _adoption(self, day: dt.date) -> float | None:
        last = [each.counts[-1] for each in adoptions(self._session, self._audience, day)]
        return _share(sum(each.users for each in last), sum(each.population for each in last))

    def _connections(self, day: dt.date) -> float | None:
        steps = network.situation(self._session, self._audience, day).steps.values()
        return _share(sum(step >= CONNECTED for step in steps), len(steps))

    @cached_property
    def _spread(self) -> Spreading:
        return ambassadors.spreading(self._session, self._audience)

    def _active(self) -> float | None:
        return _share(len(self._spread.active), len(self._spread.ambassadors))

    def _covered(self) -> float | None:
        return self._spread.coverage

    def _built(self) -> float | None:
        return impact.study(self._session, self._audience).whole.built_share

    def _terms(self) -> float | None:
        lines = glossary.cross_glossary(self._session, self._audience)
        return _share(lines.shared, len(lines.lines))


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
