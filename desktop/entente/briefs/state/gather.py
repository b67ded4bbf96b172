"""Takes from a mission what one reader may know of its state, all registers together."""

import datetime as dt
from collections import defaultdict
from typing import Final

from entente.briefs.climate_book import latest
from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.risk_book.gather import gather as gather_risks
from entente.briefs.searched import joined
from entente.briefs.state.values import Coming, State
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.coaching.records import COACHING_SESSION
from entente.domain.confidentiality import Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT
from entente.domain.interaction import INTERACTION
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.risk import RISK
from entente.domain.sprint import SPRINT
from entente.services import cooperation, follow_up_figures, icap, impact, on_site, sprints
from entente.services.calendar import day_of
from entente.services.disclosure import NO_TEXTS
from entente.store.session import Session

#: So many days to come are told.
_COMING: Final = 6
#: What a committee is not told of one by one: what somebody promised, who is supported.
_PERSONAL: Final = frozenset({COMMITMENT.name, COACHING_SESSION.name})
#: What is told only where it is of this sort: nobody meets the mediator alone there.
_TOGETHER: Final = {
    MEDIATION_SESSION.name: frozenset({"plenary"}),
    INTERACTION.name: frozenset({"meeting", "workshop"}),
}


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> State:
    """Return the state of the mission for one reader.

    Args:
        session: The open mission.
        audience: The reader; neither figure nor title holds what they may not know.
        on: The day whose state is shown; today if None.
    """
    day = on or session.today
    until = min(day, day_of(session))
    views = sprints.overview(session, audience, day if day < session.today else None)
    # Between two sprints it is the last one that counts.
    sprint = sprints.current(views) or next(reversed(views), None)
    gathering = Gathering(session, audience, day)
    gathering.read_all(DIFFICULTY)
    gathering.read(SPRINT, "id", [sprint.id] if sprint else [])
    subject = next(iter(gathering.entries(SPRINT)), None)
    coming = _coming(gathering, until)
    kinds = [kind for name in gathering.rows if (kind := RECORD_TYPES.get(name))]
    told = told_of(gathering, {kind.name: gathering.entries(kind) for kind in kinds})
    risks = gather_risks(session, audience, day)
    measured = latest.gathered(session, audience, day)
    waves = icap.icap(session, audience, day)
    return State(
        head=told.head,
        subject=subject,
        lists={**risks.lists, **told.lists, RISK.name: risks.of(RISK.name)},
        withheld=(*told.withheld, *risks.withheld),
        texts=joined(told.texts, risks.texts, measured.texts if measured else NO_TEXTS),
        climate=measured,
        totals=sprint.totals if sprint and subject else None,
        days_left=sum(each >= day for each in sprint.days) if sprint else 0,
        decided=follow_up_figures.of_decisions(session, until, audience),
        promised=follow_up_figures.of_commitments(session, until, audience),
        factors=cooperation.cooperation(session, audience, day).means,
        # What was studied has no day, so that nobody can tell what was known of it on another.
        change=impact.study(session, audience).whole if day >= session.today else None,
        icap=waves[-1].rates if waves else {},
        coming=coming,
    )


def _coming(gathering: Gathering, day: dt.date) -> tuple[Coming, ...]:
    """Return the next days a committee may be told of, and read what they are about."""
    ahead = on_site.ahead(gathering.session, gathering.audience, day)
    keys: dict[str, list[str]] = defaultdict(list)
    for each in ahead:
        if each.kind not in _PERSONAL:
            keys[each.kind].append(each.key)
    known: set[str] = set()
    for name, wanted in keys.items():
        kind = RECORD_TYPES[name]
        sorts = _TOGETHER.get(name)
        rows = gathering.select(name, "id", wanted)
        told = [row["id"] for row in rows if sorts is None or row["kind"] in sorts]
        gathering.read(kind, "id", set(told) - {row["id"] for row in gathering.rows.get(name, ())})
        known |= set(told)
    found = [Coming(each.kind, each.key, each.day) for each in ahead if each.key in known]
    return tuple(found[:_COMING])
