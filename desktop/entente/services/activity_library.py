"""The library of activities: ours to begin with, then the mission's own."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import func, select

from entente.domain.activity import ACTIVITY_TYPE, DIMENSION_LABELS
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD, Values
from entente.domain.text import heading_key
from entente.errors import RecordMissingError
from entente.i18n import LANGUAGES, language
from entente.services import records
from entente.services.method_texts import read_file
from entente.store.schema import TABLES
from entente.store.session import Session

_FOLDER: Final = "activities"
_TEXTS: Final = ("name", "purpose", "people", "time", "materials")


@dataclass(frozen=True, slots=True)
class Shipped:
    """An activity as the program brings it.

    Attributes:
        key: The same in every language.
        values: Its fields, in the language in use.
        is_there: Whether the mission has it, under its name or with its steps.
    """

    key: str
    values: Values
    is_there: bool = False

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.values["name"])

    @property
    def is_counted(self) -> bool:
        """Whether it is an activity, and not work that goes with the rest."""
        return not self.values["uncounted"]


def library(session: Session, code: str = "") -> tuple[Shipped, ...]:
    """Return every activity of ours, and whether the mission has it already.

    Args:
        session: The open mission.
        code: The language of its words; the one in use if empty.
    """
    held = held_keys(session)
    return tuple(
        Shipped(key, values, key in held) for key, values in _shipped(code or language()).items()
    )


def load(session: Session, keys: Collection[str] | None = None, code: str = "") -> list[str]:
    """Put activities of ours into the mission and return the keys of the records added.

    One the mission has already is left as it is. Everybody may read them: they are method,
    and hold nothing of the mission.

    Args:
        session: The open mission.
        keys: Which of ours; all of them if None.
        code: The language of their words; the one in use if empty.
    """
    return [
        records.create(session, ACTIVITY_TYPE, {**each.values, LEVEL_FIELD: Level.PUBLIC.value})
        for each in library(session, code)
        if not each.is_there and (keys is None or each.key in keys)
    ]


def held_keys(session: Session) -> dict[str, str]:
    """Return the records of the mission that come from the library, by their key there."""
    found: dict[str, str] = {}
    for row in records.list_rows(session, ACTIVITY_TYPE).dicts():
        if key := shipped_key(row):
            found.setdefault(key, row["id"])
    return found


def shipped_key(row: Mapping[str, Any]) -> str:
    """Return which activity of ours a record comes from; empty if from none.

    It is known by its name in any language, or by its steps once it was renamed.
    """
    by_name, by_steps = _marks()
    steps = heading_key(row["steps"] or "")
    return by_name.get(heading_key(row["name"] or "")) or by_steps.get(steps) or ""


def reset(session: Session, activity_id: str) -> None:
    """Give an activity its original words, grades, quantities and effort again.

    Raises:
        RecordMissingError: If there is no such activity, or none of ours it comes from.
    """
    key = shipped_key(records.get(session, ACTIVITY_TYPE, activity_id))
    if not key:
        raise RecordMissingError(ACTIVITY_TYPE.name, activity_id)
    records.change(session, ACTIVITY_TYPE, activity_id, _shipped(language())[key])


def uses(session: Session) -> dict[str, int]:
    """Return how many cards are of each kind of activity, by its key; none where there is none."""
    kind = TABLES[BACKLOG_ITEM.name].c.activity_id
    counted = select(kind, func.count()).where(kind.is_not(None)).group_by(kind)
    return dict(session.rows(counted))


def set_aside(session: Session, activity_ids: Iterable[str], *, on: bool = True) -> None:
    """Put kinds of activities out of sight without losing what was done of them, or back."""
    for key in activity_ids:
        records.change(session, ACTIVITY_TYPE, key, {"set_aside": on})


def take(session: Session, activity_id: str, key: str = "") -> str:
    """Put an activity into the backlog, as an idea of today, and return the key of the card.

    Args:
        session: The open mission.
        activity_id: Of the record; empty for one of ours the mission has not got yet.
        key: Which of ours it is, in that case.

    Raises:
        RecordMissingError: If there is no such activity.
    """
    if not activity_id:
        load(session, {key})
        activity_id = held_keys(session).get(key, "")
    row = records.get(session, ACTIVITY_TYPE, activity_id)
    card = {
        "title": row["name"],
        "activity_id": activity_id,
        "quantity": 1,
        "effort": row["unit_effort"],
        "phase": phase_of(row),
        "added_on": session.today,
    }
    return records.create(session, BACKLOG_ITEM, card)


def phase_of(row: Mapping[str, Any]) -> str:
    """Return what an activity is first of all for: to connect people, or to commit them.

    To act is what the group does afterwards, and not a matter of format.
    """
    connects = max(row["connects_number"] or 0, row["connects_quality"] or 0)
    empowers = row["empowers"] or 0
    return "engage" if empowers and empowers >= connects else "connect"


@cache
def _shipped(code: str) -> Mapping[str, Values]:
    words = read_file(f"{_FOLDER}/{code}.toml")
    return {
        key: _values(words[key], grades)
        for key, grades in read_file(f"{_FOLDER}/grades.toml").items()
    }


def _values(words: Mapping[str, Any], given: Mapping[str, Any]) -> Values:
    grades = given.get("grades", (None,) * len(DIMENSION_LABELS))
    least, most = given.get("quantity", (None, None))
    steps = [f"{number}. {step}" for number, step in enumerate(words.get("steps", ()), 1)]
    return {
        **{name: words.get(name) for name in _TEXTS},
        **dict(zip(DIMENSION_LABELS, grades, strict=True)),
        "steps": "\n".join(steps) or None,
        "quantity_min": least,
        "quantity_max": most,
        "unit_effort": given["effort"],
        "uncounted": given.get("uncounted", False),
    }


@cache
def _marks() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what an activity of ours is known by, in any language: names, and steps."""
    names: dict[str, str] = {}
    steps: dict[str, str] = {}
    for code in LANGUAGES:
        for key, values in _shipped(code).items():
            names[heading_key(values["name"])] = key
            if values["steps"]:
                steps[heading_key(values["steps"])] = key
    return names, steps
