"""Common causes: who carries each, who supports it how strongly, and what serves it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.cause import COMMON_CAUSE, STRENGTH_MAX, SUPPORTER, is_carried
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.follow_up import COMMITMENT
from entente.domain.rallying import (
    Candidate,
    Convergence,
    Natural,
    convergence,
    natural_champions,
)
from entente.domain.records import LEVEL_FIELD, RecordType, Values
from entente.domain.text import fold
from entente.services import network, presentation, records
from entente.store.session import Session

#: What somebody who comes to support a cause is taken to feel, until more is known.
USUAL_STRENGTH: Final = 1


@dataclass(frozen=True, slots=True)
class Support:
    """One supporter of a cause.

    Attributes:
        id: Key of the support.
        actor: Key of who it is.
        strength: From −2, strongly against, to +2, strongly for; None where nobody said it.
    """

    id: str
    actor: str
    name: str
    strength: int | None


@dataclass(frozen=True, slots=True)
class Serving:
    """A card or a commitment that serves a cause.

    Attributes:
        state: A value of its status or state.
    """

    record_type: RecordType
    id: str
    ref: str
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class CauseView:
    """A common cause as its reader sees it.

    Attributes:
        row: Its fields.
        champion: Name of who carries it, or is thought of; empty if nobody, or nobody's business.
        supports: Its supporters whom the reader may know, by name.
        converging: How far these pull the same way.
        serving: Cards, then commitments.
        naturals: Who would carry it by nature; for the mediator alone, and none once it is
            carried.
    """

    row: Values
    champion: str
    supports: tuple[Support, ...]
    converging: Convergence
    serving: tuple[Serving, ...] = ()
    naturals: tuple[Natural, ...] = ()

    @property
    def id(self) -> str:
        """Its key."""
        return str(self.row["id"])

    @property
    def is_carried(self) -> bool:
        """Whether somebody carries it whom the reader may know."""
        return bool(self.champion) and is_carried(self.row)


@dataclass(frozen=True, slots=True)
class Causes:
    """Every common cause one may know of.

    Attributes:
        views: By reference.
        people: Names of the actors, by key.
    """

    views: tuple[CauseView, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)


def overview(session: Session, viewer: Audience = MEDIATOR) -> Causes:
    """Return the common causes `viewer` may know of, as they stand now."""
    people = presentation.labels_for(session, ACTOR, viewer)
    supports: dict[str, list[Support]] = defaultdict(list)
    for row in presentation.table_for(session, SUPPORTER, viewer).dicts():
        if row["actor_id"] in people:
            name = people[row["actor_id"]]
            one = Support(row["id"], row["actor_id"], name, row["strength"])
            supports[row["cause_id"]].append(one)
    serving = _serving(session, viewer)
    natural = _Nature(session) if viewer == MEDIATOR else None
    views = []
    for row in presentation.table_for(session, COMMON_CAUSE, viewer).dicts():
        held = sorted(supports[row["id"]], key=lambda one: fold(one.name))
        views.append(
            CauseView(
                row,
                people.get(row["champion_id"] or "", ""),
                tuple(held),
                convergence(one.strength for one in held),
                tuple(serving[row["id"]]),
                natural.champions(held) if natural and not is_carried(row) else (),
            )
        )
    return Causes(tuple(views), people)


class _Nature:
    """Knows what makes somebody carry others along."""

    def __init__(self, session: Session) -> None:
        self._actors = {row["id"]: row for row in records.list_rows(session, ACTOR).dicts()}
        self._ties = [tie.pair for tie in network.situation(session).network.ties]

    def champions(self, supports: Iterable[Support]) -> tuple[Natural, ...]:
        """Return who of the supporters of a cause would carry it."""
        candidates = [
            Candidate(
                each.actor,
                each.strength,
                self._actors[each.actor]["synergy"],
                self._actors[each.actor]["legitimacy"],
            )
            for each in supports
        ]
        return natural_champions(candidates, self._ties)


def _serving(session: Session, viewer: Audience) -> Mapping[str, list[Serving]]:
    found: dict[str, list[Serving]] = defaultdict(list)
    for kind, name in ((BACKLOG_ITEM, "status"), (COMMITMENT, "state")):
        for row in presentation.table_for(session, kind, viewer).dicts():
            if row["cause_id"] and not row.get("archived_on"):
                one = Serving(kind, row["id"], row["ref"], row[kind.title] or "", row[name] or "")
                found[row["cause_id"]].append(one)
    return found


def support(
    session: Session, cause: str, actors: Iterable[str], strength: int = USUAL_STRENGTH
) -> int:
    """Let actors support a cause, as private as it is; return how many did not yet.

    Raises:
        RecordMissingError: If one of them, or the cause, is not in the mission.
    """
    level = records.get(session, COMMON_CAUSE, cause)[LEVEL_FIELD]
    rows = records.list_rows(session, SUPPORTER, where={"cause_id": cause}).dicts()
    held = {row["actor_id"] for row in rows}
    wanted = [actor for actor in dict.fromkeys(actors) if actor not in held]
    for actor in wanted:
        records.get(session, ACTOR, actor)
        values = {"cause_id": cause, "actor_id": actor, "strength": strength, LEVEL_FIELD: level}
        records.create(session, SUPPORTER, values)
    return len(wanted)


def strengthen(session: Session, support_id: str, by: int) -> None:
    """Say that somebody is more for a cause, or less; from −2 to +2."""
    held = records.get(session, SUPPORTER, support_id)["strength"] or 0
    set_strength(session, support_id, max(-STRENGTH_MAX, min(STRENGTH_MAX, held + by)))


def set_strength(session: Session, support_id: str, strength: int | None) -> None:
    """Say how strongly somebody is for a cause, or against it."""
    records.change(session, SUPPORTER, support_id, {"strength": strength})


def suggest(session: Session, cause: str, actor: str) -> None:
    """Think of somebody who could carry a cause; nobody has been asked yet. Empty for nobody."""
    values: dict[str, Any] = {
        "champion_id": actor or None,
        "champion_state": "suggested" if actor else None,
        "solicited_on": None,
        "answered_on": None,
    }
    records.change(session, COMMON_CAUSE, cause, values)


def solicit(session: Session, cause: str) -> None:
    """Note that whoever was thought of has been asked today."""
    values = {"champion_state": "solicited", "solicited_on": session.today, "answered_on": None}
    records.change(session, COMMON_CAUSE, cause, values)


def answer(session: Session, cause: str, *, accepted: bool) -> None:
    """Note what whoever was asked has answered today."""
    state = "accepted" if accepted else "declined"
    values = {"champion_state": state, "answered_on": session.today}
    records.change(session, COMMON_CAUSE, cause, values)
