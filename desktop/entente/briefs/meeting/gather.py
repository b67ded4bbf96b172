"""Takes from a mission what one reader may know of a meeting of two."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from entente.briefs.meeting.values import Fact, Guest, Known, MeetingSheet
from entente.briefs.meeting.withheld import concerned_texts
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import Audience, AudienceKind, may_read
from entente.domain.difficulty import DIFFICULTY
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD, RecordType
from entente.domain.relation import RELATION
from entente.errors import InvalidValueError
from entente.i18n import N_, _
from entente.services import matchmaking, records
from entente.services.disclosure import head_of
from entente.services.matchmaking import OVER
from entente.store.session import Session

#: What happened before these is told better in conversation.
_FACTS_MAX = 4
_PAIR = N_("Pair")
_READER = N_("Reader")


@dataclass(frozen=True, slots=True)
class _Case:
    """The two and who reads about them, on which day."""

    session: Session
    pair: tuple[str, str]
    audience: Audience
    on: dt.date

    @property
    def is_for_guest(self) -> bool:
        return self.audience.kind is AudienceKind.PARTY

    def rows(self, record_type: RecordType) -> list[dict[str, Any]]:
        """Return what the reader may read of a kind, on the day."""
        return records.list_rows(self.session, record_type, self.audience, self.on).dicts()

    def both(self, rows: list[dict[str, Any]], owner: str) -> set[str]:
        """Return the keys of what both are noted in."""
        one, other = (
            {row[owner] for row in rows if row["actor_id"] == actor_id} for actor_id in self.pair
        )
        return one & other


def gather(
    session: Session,
    pair: tuple[str, str],
    audience: Audience,
    on: dt.date | None = None,
) -> MeetingSheet:
    """Return the sheet of a meeting for one reader.

    The two know each other's names, roles and organisations; for the rest each text goes by
    its own level. Nobody but the mediator is told how they get on.

    Args:
        session: The open mission.
        pair: Keys of the two actors.
        audience: The reader.
        on: The day whose state is shown; what is dated later is left out. Today if None.

    Raises:
        InvalidValueError: If it is one actor twice, or the reader is a third one.
        RecordMissingError: If there is no such actor.
    """
    if pair[0] == pair[1]:
        raise InvalidValueError(_PAIR, "", _("two different actors"))
    if audience.kind is AudienceKind.PARTY and audience.actor_id not in pair:
        reader = records.get(session, ACTOR, audience.actor_id)["ref"]
        raise InvalidValueError(_READER, reader, _("one of the two who meet"))
    case = _Case(session, pair, audience, on or session.today)
    match, shared = matchmaking.between(session, *pair, audience, case.on)
    guests = tuple(_guest(case, actor_id) for actor_id in pair)
    ties = [row for row in case.rows(RELATION) if {row["from_id"], row["to_id"]} == set(pair)]
    head = head_of(session, audience, case.on, _recipient(case, guests))
    is_mediator = audience.kind is AudienceKind.MEDIATOR
    return MeetingSheet(
        head=head,
        first=guests[0],
        second=guests[1],
        match=match,
        shared=shared,
        need=next((row["need"] for row in ties if row["need"]), ""),
        connection=next((row["connection"] for row in ties), None) if is_mediator else None,
        facts=_facts(case, [row["id"] for row in ties]) if is_mediator else (),
        difficulties=_difficulties(case),
        last_met=_last_met(case),
        texts=concerned_texts(session, pair, audience, head),
    )


def _guest(case: _Case, actor_id: str) -> Guest:
    actor = records.get(case.session, ACTOR, actor_id)
    if not case.is_for_guest and not may_read(case.audience, actor[LEVEL_FIELD]):
        return Guest(actor["ref"], actor["ref"])
    return Guest(actor["ref"], actor["name"], actor["role"] or "", _home(case, actor))


def _home(case: _Case, actor: Mapping[str, Any]) -> str:
    if not actor["organisation_id"]:
        return ""
    home = records.get(case.session, ORGANISATION, actor["organisation_id"])
    known = case.is_for_guest or may_read(case.audience, home[LEVEL_FIELD])
    return str(home["name"]) if known else ""


def _recipient(case: _Case, guests: tuple[Guest, ...]) -> str:
    if not case.is_for_guest:
        return ""
    guest = guests[case.pair.index(case.audience.actor_id)]
    known = ", ".join(part for part in (guest.name, guest.home) if part)
    return f"{known} ({guest.ref})"


def _facts(case: _Case, relations: list[str]) -> tuple[Fact, ...]:
    found = chain.from_iterable(
        records.ratings(case.session, RELATION, key, case.audience) for key in relations
    )
    facts = (
        Fact(rating.dated_on, rating.values["quality"], rating.fact)
        for rating in found
        if rating.fact and rating.dated_on <= case.on
    )
    return tuple(sorted(facts, key=lambda fact: fact.dated_on))[-_FACTS_MAX:]


def _difficulties(case: _Case) -> tuple[Known, ...]:
    concerned = case.both(case.rows(PARTY), "difficulty_id")
    return tuple(
        Known(row["ref"], row["title"])
        for row in case.rows(DIFFICULTY)
        if row["id"] in concerned and row["status"] not in OVER
    )


def _last_met(case: _Case) -> dt.date | None:
    concerned = case.both(case.rows(PRESENCE), "interaction_id")
    days = (row["held_on"] for row in case.rows(INTERACTION) if row["id"] in concerned)
    return max((day for day in days if day and day <= case.on), default=None)
