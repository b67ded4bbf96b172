"""Takes from a mission what one reader may know of how organisations cooperate."""

import datetime as dt

from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Entry, Told
from entente.domain.actor import ORGANISATION
from entente.domain.confidentiality import Audience
from entente.domain.cooperation.factors import FACTOR_LABELS
from entente.domain.cooperation.records import FEAR, TRIGGER, TRIGGER_ACCEPTANCE
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return how organisations cooperate, for one reader.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown; today if None.
    """
    gathering = Gathering(session, audience, on or session.today)
    for kind in (ORGANISATION, TRIGGER, TRIGGER_ACCEPTANCE, FEAR):
        gathering.read_all(kind)
    partners = tuple(each for each in gathering.entries(ORGANISATION) if _takes_part(each))
    known = {each.key for each in partners}
    triggers = gathering.entries(TRIGGER)
    asked = {each.key for each in triggers}
    answers = tuple(
        each
        for each in gathering.entries(TRIGGER_ACCEPTANCE)
        if each.links["organisation_id"] in known and each.links["trigger_id"] in asked
    )
    lists = {
        ORGANISATION.name: partners,
        TRIGGER.name: triggers,
        TRIGGER_ACCEPTANCE.name: answers,
        FEAR.name: gathering.entries(FEAR),
    }
    return told_of(gathering, lists)


def _takes_part(organisation: Entry) -> bool:
    judged = any(organisation.number(name) is not None for name in FACTOR_LABELS)
    return judged or bool(organisation.text("membership"))
