"""What the page shows, gathered in one reading of the mission."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from entente.domain.confidentiality import PUBLIC, Audience
from entente.domain.party import PARTY, STATEMENTS
from entente.domain.start.arrangement import ARRANGEMENT

if TYPE_CHECKING:
    from entente.domain.retention import Retention
    from entente.services.actors import Assessment
    from entente.services.climate_signals import WeakSignal
    from entente.services.difficulties import NextStep, Overview
    from entente.services.follow_up_figures import Late
    from entente.services.on_site import Dated, Since
    from entente.services.risks import RiskView
    from entente.services.signals import Signal
    from entente.store.session import Session

#: Beyond so many actors nobody asks who was not assessed lately, and reading takes long.
_MANY: Final = 5_000


@dataclass(frozen=True, slots=True)
class Today:
    """What the page shows.

    Attributes:
        on: The day.
        mission: The values of the mission, as the viewer may see them; with its key.
        counts: Records of each register.
        stale: Actors whose last assessment is old, the oldest first.
        unassessed: Actors nobody has assessed yet.
        difficulties: Those not closed, the most escalated first.
        steps: Those not done, the nearest first.
        has_statements: Whether some party has said something.
        has_arrangement: Whether an arrangement is in place.
        retention: Until when the file may be kept; None while others look.
        late: Decisions and commitments whose day has passed, the longest overdue first.
        reviews: Risks whose review is past, the longest overdue first.
        ahead: What comes in the next days, the nearest first.
        waves: Waves that people answer now.
    """

    on: dt.date
    mission: Mapping[str, Any]
    counts: Mapping[str, int]
    stale: "tuple[Assessment, ...]"
    unassessed: "tuple[Assessment, ...]"
    difficulties: "tuple[Overview, ...]"
    steps: "tuple[NextStep, ...]"
    has_statements: bool
    has_arrangement: bool = False
    retention: "Retention | None" = None
    late: "tuple[Late, ...]" = ()
    reviews: "tuple[RiskView, ...]" = ()
    ahead: "tuple[Dated, ...]" = ()
    waves: "tuple[Dated, ...]" = ()


@dataclass(frozen=True, slots=True)
class News:
    """What is read once the rest is shown, for it takes longer.

    Attributes:
        since: What is new since one last met somebody.
        signals: What was promised or decided and not done, not noted as a difficulty yet.
        weak: What the climate says, likewise; nothing of both while others look.
    """

    since: "Since"
    signals: "tuple[Signal, ...]" = ()
    weak: "tuple[WeakSignal, ...]" = ()


def gather_news(session: "Session", viewer: Audience) -> News:
    """Read what is new, as `viewer` may see it."""
    from entente.services import (  # noqa: PLC0415  # after the first paint
        climate_signals,
        on_site,
        signals,
    )

    since = on_site.since_last_visit(session, viewer)
    if viewer == PUBLIC:
        return News(since)
    return News(since, signals.proposed(session), climate_signals.proposed(session))


def gather(session: "Session", viewer: Audience) -> Today:
    """Read what the page shows, as `viewer` may see it."""
    from entente.services import (  # noqa: PLC0415  # after the first paint
        actors,
        difficulties,
        follow_up_figures,
        guard_rails,
        on_site,
        records,
        risk_figures,
        summary,
    )
    from entente.services.calendar import day_of  # noqa: PLC0415  # after the first paint

    today = day_of(session)
    counts = summary.counts(session)
    few = counts["actors"] <= _MANY
    overview = difficulties.overview(session, viewer)
    open_ones = [each for each in overview if not each.is_closed]
    steps = [step for each in open_ones for step in each.steps]
    return Today(
        on=today,
        mission=_mission(session, viewer),
        counts=counts,
        stale=actors.stale(session, audience=viewer) if few else (),
        unassessed=actors.never_assessed(session, viewer) if few else (),
        difficulties=tuple(sorted(open_ones, key=lambda each: (-(each.stage or 0), each.ref))),
        steps=tuple(sorted(steps, key=lambda s: (s.due_on is None, s.due_on or today))),
        has_statements=_has_statements(session),
        has_arrangement=records.count(session, ARRANGEMENT) > 0,
        late=follow_up_figures.late(session, viewer),
        reviews=risk_figures.overdue(session, viewer),
        ahead=on_site.ahead(session, viewer),
        waves=on_site.open_waves(session, viewer),
        retention=None if viewer == PUBLIC else guard_rails.retention(session),
    )


def _mission(session: "Session", viewer: Audience) -> Mapping[str, Any]:
    """Return the values of the mission; its names are nobody's business in a presentation."""
    from entente.services import mission  # noqa: PLC0415  # after the first paint

    values = mission.read(session)
    if viewer != PUBLIC:
        return values
    kept = ("id", "phase", "starts_on", "ends_on")
    return {name: value if name in kept else None for name, value in values.items()}


def _has_statements(session: "Session") -> bool:
    from entente.services import records  # noqa: PLC0415  # after the first paint

    table = records.list_rows(session, PARTY)
    places = [table.column(name) for name in STATEMENTS]
    return any(row[place] for row in table.rows for place in places)
