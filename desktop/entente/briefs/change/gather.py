"""Takes from a mission what one reader may know of how far a change has come."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from entente.briefs.change.values import Change, Figure, Taken
from entente.briefs.gathering import Gathering
from entente.briefs.register import told_of
from entente.briefs.told import Entry
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import (
    ADKAR,
    ADOPTION,
    CHANGE_INDICATOR,
    KOTTER_STEP,
    USAGE_CHECK,
)
from entente.domain.confidentiality import Audience
from entente.domain.text import natural_key
from entente.services import icap, indicators
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Change:
    """Return how far a change has come, for one reader.

    Args:
        session: The open mission.
        audience: The reader; of people whose names they may not know nothing is told.
        on: The day whose state is shown; today if None.
    """
    day = on or session.today
    gathering = Gathering(session, audience, day)
    kinds = (KOTTER_STEP, ADKAR, FUNCTIONAL_GROUP, CHANGE_INDICATOR, USAGE_CHECK, ADOPTION)
    for kind in kinds:
        gathering.read_all(kind)
    lists = {kind.name: gathering.entries(kind) for kind in kinds}
    lists[FUNCTIONAL_GROUP.name] = tuple(map(_by_name, lists[FUNCTIONAL_GROUP.name]))
    groups = {each.key for each in lists[FUNCTIONAL_GROUP.name] if each.text("name")}
    lists[ADKAR.name] = _known(gathering, lists[ADKAR.name], groups)
    lists[USAGE_CHECK.name] = _last(lists[USAGE_CHECK.name], "checked_on", day)
    lists[ADOPTION.name] = _last(lists[ADOPTION.name], "read_on", day)
    told = told_of(gathering, lists)
    waves = icap.icap(session, audience, on=day)
    return Change(
        head=told.head,
        lists=told.lists,
        withheld=told.withheld,
        texts=told.texts,
        figures=_figures(session, audience, day),
        # What a wave is called are somebody's words; its day says the same.
        waves=tuple(replace(wave, name="", ref="") for wave in waves),
        taken=dict(_taken(session, audience, day, lists[ADOPTION.name])),
    )


def _known(gathering: Gathering, entries: tuple[Entry, ...], groups: set[str]) -> tuple[Entry, ...]:
    """Return people and groups the reader may know by name, people first."""
    people = [
        each
        for each in entries
        if each.links["actor_id"] and gathering.knows(each.links["actor_id"])
    ]
    people.sort(key=lambda each: natural_key(gathering.ref(each.links["actor_id"])))
    return (*people, *(each for each in entries if each.links["group_id"] in groups))


def _by_name(group: Entry) -> Entry:
    """Return a group with its name alone: the rest is in the impact study."""
    return replace(group, data=tuple(each for each in group.data if each.name == "name"))


def _last(entries: tuple[Entry, ...], day_field: str, on: dt.date) -> tuple[Entry, ...]:
    """Return the last of each tool and group up to a day."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        day, key = entry.day(day_field), (entry.text("tool"), entry.links["group_id"])
        if day is None or day > on:
            continue
        before = found.get(key)
        if before is None or (before.day(day_field) or day) <= day:
            found[key] = entry
    return tuple(found[key] for key in sorted(found))


def _figures(session: Session, audience: Audience, day: dt.date) -> dict[str, Figure]:
    return {
        each.id: Figure(each.value, each.points[-1].day if each.points else None, each.progress)
        for each in indicators.indicators(session, audience, day)
    }


def _taken(
    session: Session, audience: Audience, day: dt.date, last: tuple[Entry, ...]
) -> Iterator[tuple[str, Taken]]:
    keys = {(each.text("tool"), each.links["group_id"]): each.key for each in last}
    for each in indicators.adoptions(session, audience, day):
        if (each.tool, each.group) in keys:
            middle = each.curve.middle if each.curve else None
            yield keys[each.tool, each.group], Taken(each.half_on, middle)
