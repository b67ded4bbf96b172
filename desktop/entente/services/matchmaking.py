"""Which meetings would help, each with its reason in one sentence."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.aim_figures import APART, pairs
from entente.domain.aims import ALIGNMENT, TOPIC_PHRASES
from entente.domain.cause import COMMON_CAUSE, SUPPORTER, is_carried
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.escalation import MandateAlert, mandate_alert
from entente.domain.follow_up import COMMITMENT
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.ladder import higher, shown_by
from entente.domain.matchmaking import Ground, GroundKind, Match, Tie, compare, matches
from entente.domain.objective import OBJECTIVE, STANCE
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.i18n import _
from entente.services import presentation
from entente.services.meeting_words import Shared, reason
from entente.services.records import RecordTable
from entente.store.session import Session

#: A difficulty in one of these is over.
OVER: Final = frozenset({"settled", "closed"})
#: What speaks for a meeting, or against it.
_RECKONED_WITH: Final = (
    *(ACTOR, RELATION, SUPPORTER, COMMON_CAUSE, STANCE, OBJECTIVE),
    *(PARTY, DIFFICULTY, PRESENCE, INTERACTION, COMMITMENT, ALIGNMENT),
)


@dataclass(frozen=True, slots=True)
class Person:
    """An actor as the viewer may know them."""

    id: str
    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that would help.

    Attributes:
        match: The two, what is wanting between them, and the score with its parts.
        shared: What they have in common, common causes first.
        need: What one needs from the other, as the relation says.
        difficulties: References of the open difficulties both are parties of.
        last_met: The last day the mediator saw them together.
    """

    match: Match
    first: Person
    second: Person
    shared: tuple[Shared, ...]
    need: str = ""
    difficulties: tuple[str, ...] = ()
    last_met: dt.date | None = None

    @property
    def reason(self) -> str:
        """Why they had better meet, in one sentence, in the language in use."""
        return reason(self.match, self.first.name, self.second.name, self.shared)


@dataclass(frozen=True, slots=True)
class Situation:
    """What one viewer may know of a mission on a day, as far as it is reckoned with.

    Attributes:
        tables: The records they see, by the name of the kind.
        on: The day; None for now.
    """

    tables: Mapping[str, RecordTable]
    on: dt.date | None = None


def meetings(
    session: Session,
    audience: Audience = MEDIATOR,
    on: dt.date | None = None,
    most: int | None = None,
) -> tuple[Meeting, ...]:
    """Return the meetings that would help, by falling score.

    Two who are parties of an open difficulty beyond the limit of the mandate are left out:
    bringing them together is for others to do.

    Args:
        session: The open mission.
        audience: Who is told; only what they may read is reckoned with.
        on: The day whose ratings hold; None for now.
        most: How many to return at most; None for all.
    """
    return helpful(situation(session, audience, on), most)


def situation(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> Situation:
    """Return what is reckoned with; quick, for the thread of the window.

    Args:
        session: The open mission.
        audience: Who is told; only what they may read is reckoned with.
        on: The day whose ratings hold; None for now.
    """
    tables = {
        kind.name: presentation.table_for(session, kind, audience, on) for kind in _RECKONED_WITH
    }
    return Situation(tables, on)


def helpful(known: Situation, most: int | None = None) -> tuple[Meeting, ...]:
    """Return the meetings that would help, by falling score; takes its time where many are.

    Args:
        known: What is reckoned with.
        most: How many to return at most; None for all.
    """
    reading = _Reading(known)
    people = reading.people()
    names = dict(reading.grounds())
    open_ones, barred = reading.difficulties()
    needs, met = reading.needs(), reading.last_met()
    result = []
    for match in matches(tuple(people), reading.ties(), names, barred, most):
        pair = frozenset({match.first, match.second})
        meeting = Meeting(
            match,
            people[match.first],
            people[match.second],
            tuple(Shared(each.kind, each.key, names[each]) for each in match.grounds),
            needs.get(pair, ""),
            tuple(open_ones.get(pair, ())),
            met.get(pair),
        )
        result.append(meeting)
    return tuple(result)


def between(
    session: Session,
    first: str,
    second: str,
    audience: Audience = MEDIATOR,
    on: dt.date | None = None,
) -> tuple[Match, tuple[Shared, ...]]:
    """Return what lies between two actors as far as `audience` may know, and what they share."""
    reading = _Reading(situation(session, audience, on))
    names = dict(reading.grounds())
    match = compare(first, second, reading.ties(), names)
    return match, tuple(Shared(each.kind, each.key, names[each]) for each in match.grounds)


class _Reading:
    """A situation as matchmaking needs it."""

    def __init__(self, known: Situation) -> None:
        self._known = known
        self._read: dict[str, list[dict[str, Any]]] = {}

    def people(self) -> dict[str, Person]:
        return {
            row["id"]: Person(row["id"], row["ref"], row["name"] or row["ref"])
            for row in self._rows(ACTOR)
        }

    def ties(self) -> Iterator[Tie]:
        shown = shown_by(self._rows(COMMITMENT), self._known.on)
        for row in self._rows(RELATION):
            pair = frozenset({row["from_id"], row["to_id"]})
            yield Tie(
                row["from_id"],
                row["to_id"],
                row["quality"],
                higher(row["connection"], shown.get(pair)),
                row["dependence"],
                row["dependence_back"],
            )

    def needs(self) -> dict[frozenset[str], str]:
        return {
            frozenset({row["from_id"], row["to_id"]}): row["need"]
            for row in self._rows(RELATION)
            if row["need"]
        }

    def grounds(self) -> Iterator[tuple[Ground, str]]:
        """Yield what several have in common or have to speak of, and its name."""
        carried: dict[str, set[str]] = defaultdict(set)
        for row in self._rows(SUPPORTER):
            carried[row["cause_id"]].add(row["actor_id"])
        for row in self._rows(COMMON_CAUSE):
            people = carried[row["id"]] | ({row["champion_id"]} if is_carried(row) else set())
            yield Ground(GroundKind.CAUSE, row["id"], frozenset(people)), row["statement"]
        sides: dict[tuple[str, bool], set[str]] = defaultdict(set)
        for row in self._rows(STANCE):
            if row["weight"]:
                sides[row["objective_id"], row["weight"] > 0].add(row["actor_id"])
        for row in self._rows(OBJECTIVE):
            for is_for, kind in ((True, GroundKind.FOR), (False, GroundKind.AGAINST)):
                people = sides[row["id"], is_for]
                yield Ground(kind, row["id"], frozenset(people)), row["name"]
        yield from self._far_apart()

    def _far_apart(self) -> Iterator[tuple[Ground, str]]:
        """Yield each pair that sees something else, and what they had better speak of."""
        order = list(TOPIC_PHRASES)
        scores: dict[str, dict[str, int]] = defaultdict(dict)
        for row in sorted(self._rows(ALIGNMENT), key=lambda row: order.index(row["topic"])):
            if row["score"] is not None:
                scores[row["actor_id"]][row["topic"]] = row["score"]
        for pair in pairs(scores):
            if pair.gap >= APART:
                people = frozenset({pair.one, pair.other})
                ground = Ground(GroundKind.APART, pair.widest, people)
                yield ground, _(TOPIC_PHRASES[pair.widest])

    def difficulties(self) -> tuple[dict[frozenset[str], list[str]], set[frozenset[str]]]:
        """Return the open difficulties of each pair, and the pairs not to bring together."""
        parties: dict[str, set[str]] = defaultdict(set)
        for row in self._rows(PARTY):
            parties[row["difficulty_id"]].add(row["actor_id"])
        pairs: dict[frozenset[str], list[str]] = defaultdict(list)
        barred: set[frozenset[str]] = set()
        for row in self._rows(DIFFICULTY):
            if row["status"] in OVER:
                continue
            beyond = mandate_alert(row["stage"]) is MandateAlert.BEYOND
            for pair in map(frozenset, combinations(sorted(parties[row["id"]]), 2)):
                pairs[pair].append(row["ref"])
                if beyond:
                    barred.add(pair)
        return pairs, barred

    def last_met(self) -> dict[frozenset[str], dt.date]:
        present: dict[str, set[str]] = defaultdict(set)
        for row in self._rows(PRESENCE):
            present[row["interaction_id"]].add(row["actor_id"])
        met: dict[frozenset[str], dt.date] = {}
        on = self._known.on
        for row in self._rows(INTERACTION):
            day = row["held_on"]
            if day is None or (on is not None and day > on):
                continue
            for pair in map(frozenset, combinations(sorted(present[row["id"]]), 2)):
                met[pair] = max(day, met.get(pair, day))
        return met

    def _rows(self, record_type: RecordType) -> list[dict[str, Any]]:
        name = record_type.name
        if name not in self._read:
            self._read[name] = self._known.tables[name].dicts()
        return self._read[name]
