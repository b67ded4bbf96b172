"""What each kind of activity was worth, from the marks people gave and the ladder of connection."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.relation import RELATION
from entente.domain.review import APPRAISAL, ROTI_MAX
from entente.domain.worth import Meeting, Pair, Worth, effect
from entente.services import presentation
from entente.store.session import Session


def worths(session: Session, audience: Audience = MEDIATOR) -> Mapping[str, Worth]:
    """Return what the kinds of activities were worth, by key; none where nothing tells."""
    kind_of = {
        row["id"]: row["activity_id"]
        for row in presentation.table_for(session, BACKLOG_ITEM, audience).dicts()
        if row["activity_id"]
    }
    votes = _votes(session, audience, kind_of)
    meetings = _meetings(session, audience, kind_of)
    ladder = _ladder(session, audience) if meetings else {}
    return {
        kind: Worth(tuple(votes.get(kind, ())), *effect(meetings.get(kind, ()), ladder))
        for kind in {*votes, *meetings}
    }


def _votes(
    session: Session, audience: Audience, kind_of: Mapping[str, str]
) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in presentation.table_for(session, APPRAISAL, audience).dicts():
        if row["item_id"] in kind_of:
            counts = found.setdefault(kind_of[row["item_id"]], [0] * ROTI_MAX)
            for place in range(ROTI_MAX):
                counts[place] += row[f"roti_{place + 1}"] or 0
    return found


def _meetings(
    session: Session, audience: Audience, kind_of: Mapping[str, str]
) -> Mapping[str, list[Meeting]]:
    """Return who met when, by the kind of activity of the card they met for."""
    people: dict[str, set[str]] = defaultdict(set)
    for row in presentation.table_for(session, PRESENCE, audience).dicts():
        people[row["interaction_id"]].add(row["actor_id"])
    found: dict[str, list[Meeting]] = defaultdict(list)
    for row in presentation.table_for(session, INTERACTION, audience).dicts():
        if row["item_id"] in kind_of:
            meeting = Meeting(row["held_on"], frozenset(people[row["id"]]))
            found[kind_of[row["item_id"]]].append(meeting)
    return found


def _ladder(session: Session, audience: Audience) -> Mapping[Pair, list[tuple[dt.date, int]]]:
    """Return which step each pair was seen on, and when, as far as `audience` may know."""
    ends = {
        row["id"]: frozenset((row["from_id"], row["to_id"]))
        for row in presentation.table_for(session, RELATION, audience).dicts()
    }
    found: dict[Pair, list[tuple[dt.date, int]]] = defaultdict(list)
    for rating in presentation.ratings_for(session, RELATION, audience):
        step = rating.values["connection"]
        if rating.record_id in ends and step is not None:
            found[ends[rating.record_id]].append((rating.dated_on, step))
    for steps in found.values():
        steps.sort(key=lambda each: each[0])
    return found
