"""Working groups: who is in them, who came to which meeting, and what each sees ahead."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.records import LEVEL_FIELD, Values
from entente.domain.text import fold
from entente.domain.working_group import GROUP_MEMBER, WORKING_GROUP
from entente.services import interactions, presentation, records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is, or was, in a group.

    Attributes:
        actor: Key of who it is.
        role: Part in the group; may be empty.
        joined_on, left_on: None where nobody wrote it down, or where they are still in it.
        keywords: Of the vision, as they were written.
    """

    id: str
    actor: str
    name: str
    role: str
    joined_on: dt.date | None
    left_on: dt.date | None
    keywords: tuple[str, ...]
    level: str

    def is_in(self, day: dt.date) -> bool:
        """Return whether somebody was a member on a day."""
        begun = self.joined_on is None or self.joined_on <= day
        return begun and (self.left_on is None or day <= self.left_on)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a group.

    Attributes:
        present: Keys of the actors who came, whom the reader may know.
    """

    id: str
    ref: str
    subject: str
    held_on: dt.date
    present: frozenset[str]
    level: str


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a member came.

    Attributes:
        times: To how many meetings.
        held: How many there were while they were a member.
    """

    times: int
    held: int

    @property
    def share(self) -> float | None:
        """From 0.0 to 1.0; None while there was no meeting."""
        return self.times / self.held if self.held else None


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word several visions have in common, or one has alone.

    Attributes:
        members: Keys of the members who wrote it.
    """

    word: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A working group as its reader sees it.

    Attributes:
        row: Its fields.
        members: In the order of their names.
        meetings: The earliest first.
        guests: Names of those who came and are no members, by the key of the actor. Of whom
            the reader may not know that they are is not said that they are not.
        today: A meeting after it has not taken place.
    """

    row: Values
    members: tuple[Member, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    guests: Mapping[str, str] | None = None
    today: dt.date = dt.date.max

    @property
    def id(self) -> str:
        """Its key."""
        return str(self.row["id"])

    def rate(self, member: Member) -> Rate:
        """Return how often a member came to the meetings held while they were one."""
        held = [m for m in self.meetings if m.held_on <= self.today and member.is_in(m.held_on)]
        return Rate(sum(member.actor in meeting.present for meeting in held), len(held))

    def turnout(self, meeting: Meeting) -> Rate:
        """Return how many of those who were members on its day came to a meeting."""
        members = [member for member in self.members if member.is_in(meeting.held_on)]
        return Rate(sum(member.actor in meeting.present for member in members), len(members))

    @property
    def overall(self) -> Rate:
        """How often all members together came."""
        rates = [self.rate(member) for member in self.members]
        return Rate(sum(rate.times for rate in rates), sum(rate.held for rate in rates))

    @property
    def keywords(self) -> tuple[Keyword, ...]:
        """What the visions speak of, what most have in common first."""
        words: dict[str, str] = {}
        found: dict[str, list[str]] = defaultdict(list)
        for member in self.members:
            for word in member.keywords:
                words.setdefault(fold(word), word)
                if member.id not in found[fold(word)]:
                    found[fold(word)].append(member.id)
        ordered = sorted(found, key=lambda each: (-len(found[each]), each))
        return tuple(Keyword(words[each], tuple(found[each])) for each in ordered)


def overview(session: Session, viewer: Audience = MEDIATOR) -> tuple[Group, ...]:
    """Return the groups `viewer` may know of, by reference, as far as they may know them."""
    names = presentation.labels_for(session, ACTOR, viewer)
    present: dict[str, set[str]] = defaultdict(set)
    for row in presentation.table_for(session, PRESENCE, viewer).dicts():
        if row["actor_id"] in names:
            present[row["interaction_id"]].add(row["actor_id"])
    meetings: dict[str, list[Meeting]] = defaultdict(list)
    for row in presentation.table_for(session, INTERACTION, viewer).dicts():
        if row["group_id"]:
            meetings[row["group_id"]].append(_meeting(row, present[row["id"]]))
    members: dict[str, list[Member]] = defaultdict(list)
    for row in presentation.table_for(session, GROUP_MEMBER, viewer).dicts():
        if row["actor_id"] in names:
            members[row["group_id"]].append(_member(row, names[row["actor_id"]]))
    inside: dict[str, set[str]] = defaultdict(set)
    for row in records.list_rows(session, GROUP_MEMBER).dicts():
        inside[row["group_id"]].add(row["actor_id"])
    return tuple(
        _group(
            row,
            members[row["id"]],
            meetings[row["id"]],
            {actor: name for actor, name in names.items() if actor not in inside[row["id"]]},
            session.today,
        )
        for row in presentation.table_for(session, WORKING_GROUP, viewer).dicts()
    )


def _group(
    row: Values,
    members: list[Member],
    meetings: list[Meeting],
    strangers: Mapping[str, str],
    today: dt.date,
) -> Group:
    members.sort(key=lambda member: fold(member.name))
    meetings.sort(key=lambda meeting: meeting.held_on)
    came = {actor for meeting in meetings for actor in meeting.present}
    guests = {actor: name for actor, name in strangers.items() if actor in came}
    return Group(row, tuple(members), tuple(meetings), guests, today)


def _meeting(row: Mapping[str, Any], present: Iterable[str]) -> Meeting:
    return Meeting(
        row["id"],
        row["ref"],
        row["subject"] or "",
        row["held_on"],
        frozenset(present),
        row[LEVEL_FIELD],
    )


def _member(row: Mapping[str, Any], name: str) -> Member:
    keywords = row["keywords"] or ""
    return Member(
        id=row["id"],
        actor=row["actor_id"],
        name=name,
        role=row["role"] or "",
        joined_on=row["joined_on"],
        left_on=row["left_on"],
        keywords=tuple(word for word in keywords.split(", ") if word),
        level=row[LEVEL_FIELD],
    )


def found_group(session: Session, name: str) -> str:
    """Found a group today and return its key."""
    return records.create(session, WORKING_GROUP, {"name": name, "since": session.today})


def add_members(session: Session, group: str, actors: Iterable[str]) -> list[str]:
    """Take actors into a group from today on; return the keys of those who were not in it."""
    rows = records.list_rows(session, GROUP_MEMBER, where={"group_id": group}).dicts()
    held = {row["actor_id"] for row in rows}
    made = []
    for actor in dict.fromkeys(actors):
        if actor not in held:
            records.get(session, ACTOR, actor)
            values = {"group_id": group, "actor_id": actor, "joined_on": session.today}
            made.append(records.create(session, GROUP_MEMBER, values))
    return made


def leave(session: Session, members: Iterable[str], day: dt.date | None) -> None:
    """Note the day members left; None for those who are still in the group."""
    for key in members:
        records.change(session, GROUP_MEMBER, key, {"left_on": day})


def add_meeting(session: Session, group: str, subject: str, day: dt.date) -> str:
    """Note a meeting of a group, to which nobody has come yet, and return its key."""
    values = {"subject": subject, "held_on": day, "kind": "meeting", "group_id": group}
    return interactions.add(session, values, ())


def attend(session: Session, cells: Sequence[tuple[str, str]], *, came: bool) -> None:
    """Say of meetings and actors, by their keys, that these came to those, or did not."""
    for meeting, actor in dict.fromkeys(cells):
        where = {"interaction_id": meeting, "actor_id": actor}
        rows = records.list_rows(session, PRESENCE, where=where).dicts()
        if came and not rows:
            records.create(session, PRESENCE, where)
        elif not came:
            for row in rows:
                records.remove(session, PRESENCE, row["id"])
