"""What is done at a review: noted, voted on, promoted, and the next cycle drafted."""

from collections.abc import Sequence
from typing import Final

from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.card_line import CardLine
from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.records import LEVEL_FIELD
from entente.domain.review import (
    GAP_MAX,
    GAP_MIN,
    OBSERVATION,
    REVIEW_NOTE,
    SANDBOX,
    TENSION,
    NoteKind,
)
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.services import activity_library, board_edits, records, reviews, sprint_edits
from entente.services.reviews import Column, What
from entente.store.session import Session

_NOTES: Final = frozenset(kind.value for kind in NoteKind)


def add(session: Session, sprint: str, column: str, line: CardLine, level: str) -> str:
    """Note what was just said, and return the key of the record made of it.

    Args:
        session: The open mission.
        sprint: Key of the sprint looked back on.
        column: Of `Column`: under next, it becomes a card of the backlog.
        line: What was said; `@who` said it, `#label` is its theme.
        level: Who may read it.

    Raises:
        InvalidValueError: If it says nothing, or too much.
    """
    if column == Column.NEXT:
        following = reviews.review(session, sprint).next_sprint
        key = board_edits.add(session, line, {LEVEL_FIELD: level, "status": ItemStatus.READY.value})
        if following and not line.sprint:
            sprint_edits.take_in(session, [key], following)
        return key
    if column == Column.TENSION:
        values = {
            "title": line.title,
            "sprint_id": sprint,
            "owner_id": line.owner or None,
            "raised_on": session.today,
            LEVEL_FIELD: level,
        }
        return records.create(session, TENSION, values)
    values = {
        "sprint_id": sprint,
        "kind": column,
        "text": line.title,
        "author_id": line.owner or None,
        "theme": ", ".join(line.labels) or None,
        LEVEL_FIELD: level,
    }
    return records.create(session, REVIEW_NOTE, values)


def bring(session: Session, sprint: str, column: str, keys: Sequence[str]) -> list[str]:
    """Note what was observed in sandbox sessions, with whence it comes; return the keys.

    Args:
        session: The open mission.
        sprint: Key of the sprint looked back on.
        column: Under which of those of notes.
        keys: Of the observations.
    """
    made = []
    for key in keys:
        row = records.get(session, OBSERVATION, key)
        values = {
            "sprint_id": sprint,
            "kind": column,
            "text": row["text"],
            "theme": records.get(session, SANDBOX, row["sandbox_id"])["ref"],
            "item_id": row["item_id"],
            LEVEL_FIELD: row[LEVEL_FIELD],
        }
        made.append(records.create(session, REVIEW_NOTE, values))
    return made


def vote(session: Session, keys: Sequence[str], by: int) -> None:
    """Give notes votes, or take them back; there are never fewer than none."""
    for key in keys:
        held = records.get(session, REVIEW_NOTE, key)["votes"] or 0
        records.change(session, REVIEW_NOTE, key, {"votes": max(0, held + by)})


def widen(session: Session, keys: Sequence[str], by: int) -> None:
    """Say that the gap of tensions is wider, or narrower."""
    for key in keys:
        held = records.get(session, TENSION, key)["gap"]
        gap = GAP_MIN if held is None else min(GAP_MAX, max(GAP_MIN, held + by))
        records.change(session, TENSION, key, {"gap": gap})


def move(session: Session, keys: Sequence[str], column: str) -> None:
    """Put notes into another column of notes."""
    for key in keys:
        records.change(session, REVIEW_NOTE, key, {"kind": column})


def to_tension(session: Session, key: str) -> str:
    """Make a tension of what was noted, which stays; return its key."""
    note = records.get(session, REVIEW_NOTE, key)
    values = {
        "title": note["text"],
        "sprint_id": note["sprint_id"],
        "owner_id": note["author_id"],
        "raised_on": session.today,
        LEVEL_FIELD: note[LEVEL_FIELD],
    }
    return records.create(session, TENSION, values)


def to_action(session: Session, key: str) -> str:
    """Make a card of what is proposed against a tension, and return its key.

    It is taken into the sprint that follows, where there is one already.
    """
    tension = records.get(session, TENSION, key)
    line = CardLine(tension["proposal"] or tension["title"], owner=tension["owner_id"] or "")
    level = {LEVEL_FIELD: tension[LEVEL_FIELD], "status": ItemStatus.READY.value}
    made = board_edits.add(session, line, level)
    records.change(session, TENSION, key, {"item_id": made, "status": "acted"})
    following = reviews.review(session, tension["sprint_id"] or "").next_sprint
    if following:
        sprint_edits.take_in(session, [made], following)
    return made


def to_difficulty(session: Session, key: str) -> str:
    """Make a difficulty of a tension, with what is wanted, what is and its cause."""
    tension = records.get(session, TENSION, key)
    values = {
        "title": tension["title"],
        "nature": Nature.TENSION.value,
        "opened_on": tension["raised_on"] or session.today,
        "desired": tension["desired"],
        "actual": tension["actual"],
        "gap_level": tension[LEVEL_FIELD],
        LEVEL_FIELD: tension[LEVEL_FIELD],
    }
    made = records.create(session, DIFFICULTY, values)
    if tension["cause"]:
        cause = {
            "difficulty_id": made,
            "cause": tension["cause"],
            LEVEL_FIELD: tension[LEVEL_FIELD],
        }
        records.create(session, DIFFICULTY_CAUSE, cause)
    records.change(session, TENSION, key, {"difficulty_id": made, "status": "promoted"})
    return made


def take_advice(session: Session, sprint: str, activity_id: str, key: str) -> str:
    """Put an activity that would help into the backlog, and into the sprint that follows.

    Args:
        session: The open mission.
        sprint: Key of the sprint looked back on.
        activity_id: Of the activity; empty for one of ours the mission has not got yet.
        key: Which of ours it is, in that case.
    """
    made = activity_library.take(session, activity_id, key)
    records.change(session, BACKLOG_ITEM, made, {"status": ItemStatus.READY.value})
    following = reviews.review(session, sprint).next_sprint
    if following:
        sprint_edits.take_in(session, [made], following)
    return made


def draft(session: Session, sprint: str) -> str:
    """Make the next sprint of what stands under next, and return its key.

    Into one that is there already goes what is not in it yet.
    """
    found = reviews.review(session, sprint)
    keys = [
        each.key for each in found.of(Column.NEXT) if each.what is What.ITEM and each.mark != "done"
    ]
    following = found.next_sprint or sprint_edits.create(session)
    wanted = list(dict.fromkeys(keys))
    if wanted:
        sprint_edits.take_in(session, wanted, following)
    return following


def is_note(column: str) -> bool:
    """Return whether a column holds what people said, in their words."""
    return column in _NOTES


def remove(session: Session, said: Sequence[tuple[What, str]]) -> None:
    """Delete what was noted; pieces of work stay in the backlog."""
    kinds = {What.NOTE: REVIEW_NOTE, What.TENSION: TENSION}
    for what, key in said:
        if what in kinds:
            records.remove(session, kinds[what], key)


def reword(session: Session, what: What, key: str, words: str) -> None:
    """Give what was noted other words."""
    fields = {
        What.NOTE: (REVIEW_NOTE, "text"),
        What.TENSION: (TENSION, "title"),
        What.ITEM: (BACKLOG_ITEM, "title"),
    }
    if what in fields:
        kind, name = fields[what]
        records.change(session, kind, key, {name: words})
