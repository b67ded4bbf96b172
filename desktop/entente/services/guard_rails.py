"""What keeps a mediation within its bounds: safety, ties, the part played, how long to keep."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.acts import Act, hats_worn
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.guard_rails import DANGER_LABELS, DECLARATION, EXHIBIT, SAFETY_CHECK, Finding
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.mediation_session import ATTENDANCE, AWAY, MEDIATION_SESSION
from entente.domain.party import PARTY
from entente.domain.records import RecordType, Values
from entente.domain.retention import Retention
from entente.domain.retention import retention as until
from entente.i18n import language
from entente.services import mission, presentation, records
from entente.services.method_texts import read_file
from entente.services.presentation import rows_where
from entente.store.session import Session

_FILE: Final = "referrals.toml"
_OWNER: Final = "difficulty_id"
_ACTS: Final = ((MEDIATION_SESSION, "title"), (INTERACTION, "subject"))


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked for and found.

    Attributes:
        id: Key of the record; empty while nobody looked.
        finding: Empty while nobody looked.
    """

    danger: str
    id: str = ""
    finding: str = ""
    checked_on: dt.date | None = None
    fact: str = ""
    referred_to: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a mediation stops.

    Attributes:
        dangers: Those of which a check says stop, in the order of the list.
        since: The earliest day one of them was noted, None if no day was.
        referred_to: To whom, as far as it was noted.
    """

    dangers: tuple[str, ...]
    since: dt.date | None
    referred_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hats:
    """The acts that concern a difficulty, and what is to be said about the parts played.

    Attributes:
        acts: The latest first; those without a day before them.
        unsaid: How many of them say nothing of the part.
        several: Key of a party to the parts it met the mediator in, where they are several.
    """

    acts: tuple[Act, ...]
    unsaid: int
    several: Mapping[str, tuple[str, ...]]


def checklist(
    session: Session, difficulty: str, audience: Audience = MEDIATOR
) -> tuple[Check, ...]:
    """Return the checks of a difficulty, all there are to make, in their order."""
    rows = rows_where(session, SAFETY_CHECK, audience, difficulty_id=difficulty)
    noted = {row["danger"]: row for row in rows}
    return tuple(_check(danger, noted.get(danger)) for danger in DANGER_LABELS)


def note(session: Session, difficulty: str, danger: str, values: Values) -> str:
    """Note what was found about a danger, today unless a day is given; return its key.

    Raises:
        InvalidValueError: If a value is outside its field's range.
        RecordMissingError: If there is no such difficulty.
    """
    for check in checklist(session, difficulty):
        if check.danger == danger and check.id:
            if "finding" in values and values["finding"] != check.finding:
                values = {"checked_on": session.today, **values}
            records.change(session, SAFETY_CHECK, check.id, values)
            return check.id
    records.get(session, DIFFICULTY, difficulty)
    begun = {_OWNER: difficulty, "danger": danger, "checked_on": session.today}
    return records.create(session, SAFETY_CHECK, {**begun, **values})


def note_rest(session: Session, difficulty: str) -> int:
    """Note that nothing was seen of whatever nobody looked at yet; return how many."""
    left = [check.danger for check in checklist(session, difficulty) if not check.id]
    for danger in left:
        note(session, difficulty, danger, {"finding": Finding.NONE.value})
    return len(left)


def stop(session: Session, difficulty: str, audience: Audience = MEDIATOR) -> Stop | None:
    """Return why the mediation of a difficulty stops, None while nothing says so."""
    found = [
        each for each in checklist(session, difficulty, audience) if each.finding == Finding.STOP
    ]
    if not found:
        return None
    return Stop(
        tuple(check.danger for check in found),
        min((check.checked_on for check in found if check.checked_on), default=None),
        tuple(dict.fromkeys(check.referred_to for check in found if check.referred_to)),
    )


def guidance(danger: str) -> str:
    """Return whom to turn to about a danger, in the language in use."""
    return str(_referrals()[danger][language()])


def declarations(
    session: Session, difficulty: str, audience: Audience = MEDIATOR
) -> list[dict[str, Any]]:
    """Return the ties declared for a difficulty and for the whole mission, the latest first."""
    own = rows_where(session, DECLARATION, audience, difficulty_id=difficulty)
    of_all = rows_where(session, DECLARATION, audience, difficulty_id=None)
    return sorted((*own, *of_all), key=lambda row: row["declared_on"], reverse=True)


def papers(
    session: Session, difficulty: str, audience: Audience = MEDIATOR
) -> list[dict[str, Any]]:
    """Return the papers of a difficulty, in the order of their references."""
    return rows_where(session, EXHIBIT, audience, difficulty_id=difficulty)


def hats(session: Session, difficulty: str, audience: Audience = MEDIATOR) -> Hats:
    """Return the acts of a difficulty, and those in which one of its parties took part.

    A party is told to have met the mediator in several parts wherever in the mission that
    was, as long as the act is not of another difficulty.
    """
    parties = [
        row["actor_id"] for row in rows_where(session, PARTY, audience, difficulty_id=difficulty)
    ]
    concerned = [
        act
        for of, act in _acts(session, audience)
        if of == difficulty or (of is None and set(act.actors) & set(parties))
    ]
    concerned.sort(key=lambda act: (act.on is None, act.on or dt.date.min, act.ref), reverse=True)
    return Hats(
        tuple(concerned),
        sum(not act.hat for act in concerned),
        hats_worn(concerned, parties),
    )


def wear(session: Session, kind: RecordType, key: str, hat: str) -> None:
    """Note in which part an act took place.

    Raises:
        InvalidValueError: If there is no such part.
        RecordMissingError: If there is no such act.
    """
    records.change(session, kind, key, {"hat": hat or None})


def retention(session: Session) -> Retention:
    """Return until when the file of the mission may be kept."""
    values = mission.read(session)
    return until(values["ends_on"], values["retention_months"], session.today)


def _check(danger: str, row: Mapping[str, Any] | None) -> Check:
    if row is None:
        return Check(danger)
    return Check(
        danger,
        row["id"],
        row["finding"],
        row["checked_on"],
        row["fact"] or "",
        row["referred_to"] or "",
    )


def _acts(session: Session, audience: Audience) -> Iterable[tuple[str | None, Act]]:
    """Yield every act with the difficulty it is about, None for none."""
    known = {row[0] for row in presentation.table_for(session, ACTOR, audience).rows}
    for kind, title in _ACTS:
        people = _people(session, kind, audience)
        for row in presentation.table_for(session, kind, audience).dicts():
            actors = tuple(actor for actor in people[row["id"]] if actor in known)
            yield (
                row[_OWNER] or None,
                Act(
                    kind.name,
                    row["id"],
                    row["ref"],
                    row[title] or "",
                    row["held_on"],
                    row["hat"] or "",
                    actors,
                ),
            )


def _people(session: Session, kind: RecordType, audience: Audience) -> Mapping[str, Sequence[str]]:
    """Return who took part in each act of a kind; who was expected and did not come, did not."""
    found: dict[str, list[str]] = defaultdict(list)
    if kind is INTERACTION:
        for row in presentation.table_for(session, PRESENCE, audience).dicts():
            found[row["interaction_id"]].append(row["actor_id"])
        return found
    for row in presentation.table_for(session, ATTENDANCE, audience).dicts():
        if row["presence"] not in AWAY:
            found[row["session_id"]].append(row["actor_id"])
    return found


@cache
def _referrals() -> Mapping[str, Mapping[str, str]]:
    return read_file(_FILE)
