"""Takes from a mission what is told on paper of the support of one person.

There are two readers, the mediator and that person: for anybody else no such paper is made.
"""

import datetime as dt
from collections.abc import Sequence

from entente.briefs import searched
from entente.briefs.gathering import Gathering, require
from entente.briefs.leftover import left_out
from entente.briefs.told import Entry, Told
from entente.domain.actor import ACTOR
from entente.domain.coaching.records import COACHING_GOAL, COACHING_TRACK, GOAL_READING
from entente.domain.confidentiality import Audience, AudienceKind
from entente.domain.records import RecordType
from entente.errors import InvalidValueError
from entente.i18n import N_, _
from entente.services.disclosure import head_of
from entente.store.session import Session


def gather_with(
    session: Session,
    key: str,
    audience: Audience,
    on: dt.date | None,
    parts: Sequence[RecordType],
) -> Told:
    """Return the support of a person with some of its parts, for one of its two readers.

    Args:
        session: The open mission.
        key: Of the support.
        audience: The reader.
        on: The day whose state is shown; today if None.
        parts: Kinds that hang on a support; readings come with goals.

    Raises:
        InvalidValueError: If the reader is anybody else.
        RecordMissingError: If there is no such support.
    """
    track = require(session, COACHING_TRACK, key)
    reads = audience.kind is AudienceKind.PARTY and audience.actor_id == track["actor_id"]
    if audience.kind is not AudienceKind.MEDIATOR and not reads:
        allowed = _("the mediator or the person supported")
        raise InvalidValueError(N_("Reader"), audience.kind.value, allowed)
    gathering = Gathering(session, audience, on or session.today, (track["actor_id"],))
    gathering.read(COACHING_TRACK, "id", [key])
    for kind in parts:
        rows = gathering.read(kind, "track_id", [key])
        if kind is COACHING_GOAL:
            gathering.read(GOAL_READING, "goal_id", [row["id"] for row in rows])
    head = head_of(session, audience, gathering.on, gathering.recipient())
    kinds = (*parts, *((GOAL_READING,) if COACHING_GOAL in parts else ()))
    lists = {kind.name: gathering.entries(kind) for kind in kinds}
    return Told(
        head=head,
        subject=next(iter(gathering.entries(COACHING_TRACK)), None),
        lists=lists | {ACTOR.name: (_person(gathering, track["actor_id"]),)},
        withheld=tuple(left_out(gathering)),
        texts=searched.texts_of(gathering, head.texts()),
    )


def person_of(told: Told) -> Entry:
    """Return the person supported, named to both readers."""
    return next(iter(told.of(ACTOR.name)), Entry(ACTOR.name))


def _person(gathering: Gathering, actor: str) -> Entry:
    name, home = gathering.name(actor), gathering.home(actor)
    return Entry(ACTOR.name, ref=gathering.ref(actor), name=name, standing=home)
