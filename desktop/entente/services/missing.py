"""What is not known yet, or was known too long ago: a short list, each item with its record."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.cause import COMMON_CAUSE, is_carried
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.i18n import N_
from entente.services import presentation
from entente.services.calendar import day_of
from entente.store.session import Session

#: Days after which a rating is worth another look.
STALE_DAYS: Final = 60


class Lack(StrEnum):
    """What is wanting, in the order it is worth asking for."""

    NO_SCORES = "no scores"
    NO_QUALITY = "no quality"
    STALE_ACTOR = "stale actor"
    STALE_RELATION = "stale relation"
    NO_CAMP = "no camp"
    NO_ORGANISATION = "no organisation"
    NO_RELATION = "no relation"
    NO_CHAMPION = "no champion"


LACK_LABELS: Final = {
    Lack.NO_SCORES: N_("Power and interest are not rated"),
    Lack.NO_QUALITY: N_("The quality of the relation is not rated"),
    Lack.STALE_ACTOR: N_("Rated long ago"),
    Lack.STALE_RELATION: N_("Relation rated long ago"),
    Lack.NO_CAMP: N_("No camp"),
    Lack.NO_ORGANISATION: N_("No organisation"),
    Lack.NO_RELATION: N_("No relation to anybody is noted"),
    Lack.NO_CHAMPION: N_("Nobody carries this cause yet"),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to find out.

    Attributes:
        table, key: The record it is missing from.
        name: What a person recognises the record by.
        days: For something stale, how many days ago it was rated.
    """

    lack: Lack
    table: str
    key: str
    ref: str
    name: str
    days: int | None = None


def missing(
    session: Session,
    audience: Audience = MEDIATOR,
    stale_days: int = STALE_DAYS,
    on: dt.date | None = None,
) -> tuple[Missing, ...]:
    """Return what there is to find out, kind by kind and the longest unknown first.

    Args:
        session: The open mission.
        audience: Who looks.
        stale_days: A rating older than this is worth another look.
        on: The day it is asked on; if None, the one `day_of` says.
    """
    asked = _Asked(session, audience, stale_days, on or day_of(session))
    kinds = list(Lack)
    found = (*asked.of_actors(), *asked.of_relations(), *asked.of_causes())
    return tuple(sorted(found, key=lambda each: (kinds.index(each.lack), -(each.days or 0))))


class _Asked:
    """The records looked through."""

    def __init__(self, session: Session, audience: Audience, stale_days: int, day: dt.date) -> None:
        self._session = session
        self._audience = audience
        self._stale_days = stale_days
        self._day = day
        self._actors = self._rows(ACTOR)
        self._relations = self._rows(RELATION)

    def of_actors(self) -> Iterator[Missing]:
        rated = self._rated(ACTOR)
        tied = {row[end] for row in self._relations for end in ("from_id", "to_id")}
        for row in self._actors:
            if row["power"] is None or row["interest"] is None:
                yield self._missing(Lack.NO_SCORES, ACTOR, row)
            elif days := self._stale(rated.get(row["id"])):
                yield self._missing(Lack.STALE_ACTOR, ACTOR, row, days=days)
            if not row["camp"]:
                yield self._missing(Lack.NO_CAMP, ACTOR, row)
            if not row["organisation_id"]:
                yield self._missing(Lack.NO_ORGANISATION, ACTOR, row)
            if row["id"] not in tied:
                yield self._missing(Lack.NO_RELATION, ACTOR, row)

    def of_relations(self) -> Iterator[Missing]:
        rated = self._rated(RELATION)
        names = {row["id"]: row["name"] or row["ref"] for row in self._actors}
        for row in self._relations:
            name = " – ".join(names.get(row[end], "…") for end in ("from_id", "to_id"))
            if row["quality"] is None:
                yield self._missing(Lack.NO_QUALITY, RELATION, row, name)
            elif days := self._stale(rated.get(row["id"])):
                yield self._missing(Lack.STALE_RELATION, RELATION, row, name, days)

    def of_causes(self) -> Iterator[Missing]:
        for row in self._rows(COMMON_CAUSE):
            if not is_carried(row):
                yield self._missing(Lack.NO_CHAMPION, COMMON_CAUSE, row, row["statement"])

    def _missing(
        self,
        lack: Lack,
        kind: RecordType,
        row: Mapping[str, Any],
        name: str = "",
        days: int | None = None,
    ) -> Missing:
        return Missing(lack, kind.name, row["id"], row["ref"], name or row["name"] or "", days)

    def _stale(self, rated_on: dt.date | None) -> int | None:
        """Return how many days ago something was rated if that is too long ago."""
        days = (self._day - rated_on).days if rated_on else 0
        return days if days > self._stale_days else None

    def _rated(self, kind: RecordType) -> dict[str, dt.date]:
        """Return the day of the last rating of each record."""
        found = presentation.ratings_for(self._session, kind, self._audience)
        return {each.record_id: each.dated_on for each in found if each.dated_on <= self._day}

    def _rows(self, kind: RecordType) -> list[dict[str, Any]]:
        table = presentation.table_for(self._session, kind, self._audience, self._day)
        return table.dicts()
