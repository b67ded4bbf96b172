"""Which days the group of a mission works."""

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.mission import MISSION
from entente.domain.sprint import DAY_OFF
from entente.domain.working_days import WorkingCalendar
from entente.services import presentation
from entente.store.session import Session


def calendar_of(session: Session, audience: Audience = MEDIATOR) -> WorkingCalendar:
    """Return the calendar of a mission; what its days off are called as far as one may know."""
    mission = presentation.table_for(session, MISSION, audience).dicts()
    off = presentation.table_for(session, DAY_OFF, audience).dicts()
    return WorkingCalendar(
        alsace_moselle=bool(mission and mission[0]["alsace_moselle"]),
        days_off={row["day"]: row["name"] or "" for row in off},
    )
