"""The review of a sprint: what was shipped, liked and not, what is tense, and what comes next."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.confidentiality import MEDIATOR, Audience, Level
from entente.domain.records import LEVEL_FIELD
from entente.domain.review import OBSERVATION, REVIEW_NOTE, SANDBOX, TENSION, NoteKind
from entente.domain.sprint import Outcome
from entente.services import presentation, recommender, sprints
from entente.services.actors import known_people
from entente.services.sprints import SprintState, SprintView
from entente.store.session import Session

#: How many activities are proposed for the next cycle.
_ADVISED: Final = 3
_OPEN: Final = "open"
#: Under which column an observation of a sandbox session comes, by its kind.
_OBSERVED: Final = {"worked": NoteKind.LIKE.value, "hindered": NoteKind.DISLIKE.value}


class Column(StrEnum):
    """Where something said at a review stands."""

    SHIPPED = "shipped"
    LIKE = "like"
    DISLIKE = "dislike"
    TENSION = "tension"
    NEXT = "next"


class What(StrEnum):
    """What a card of a review stands for; advice is no record."""

    ITEM = BACKLOG_ITEM.name
    NOTE = REVIEW_NOTE.name
    TENSION = TENSION.name
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Said:
    """One card of a review.

    Attributes:
        id: Which card it is; a piece of work may stand in more than one column.
        key: Of the record, or of the activity advised, which the mission may not have yet.
        beneath: Said below the text: what is wanted and what is, what an activity is good for.
        votes: Of a note.
        gap: Of a tension, from 1 to 5; None if nobody said.
        mark: Its status; of advice, which of our activities it is.
        level: Who may read it; empty for advice.
    """

    id: str
    what: What
    key: str
    column: str
    text: str
    ref: str = ""
    who: str = ""
    beneath: str = ""
    votes: int = 0
    gap: int | None = None
    mark: str = ""
    effort: float | None = None
    level: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A sprint looked back on, as far as its reader may know.

    Attributes:
        sprint: None where there is none, or not for this reader.
        said: In the order of their columns.
        next_sprint: Key of the first sprint after it that is not closed; empty if there is none.
        names: What people are called, by key.
        people: What a line may call whom: key by folded reference or name.
        observed: Keys of what was observed in sandbox sessions during the sprint and is not
            among the words yet, by the column it belongs to.
    """

    sprint: SprintView | None = None
    said: tuple[Said, ...] = ()
    next_sprint: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    today: dt.date = dt.date.min
    observed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, column: str) -> list[Said]:
        """Return the cards of a column."""
        return [each for each in self.said if each.column == column]


def reviewed(views: tuple[SprintView, ...]) -> SprintView | None:
    """Return the sprint whose review is due: the latest that has begun, else the first."""
    begun = [view for view in views if view.state is not SprintState.AHEAD]
    return begun[-1] if begun else next(iter(views), None)


def review(session: Session, key: str = "", viewer: Audience = MEDIATOR) -> Review:
    """Return the review of a sprint.

    Args:
        session: The open mission.
        key: Of the sprint; that of the one whose review is due if empty.
        viewer: Who looks.
    """
    views = sprints.overview(session, viewer)
    found = next((view for view in views if view.id == key), None)
    sprint = found or reviewed(views)
    people = known_people(session, viewer, by_first_name=True)
    people.pop("", None)
    names = presentation.labels_for(session, ACTOR, viewer)
    if sprint is None:
        return Review(names=names, people=people, today=session.today)
    following = [view for view in views if view.starts_on > sprint.ends_on]
    later = next(iter(following), None)
    still_open = (view.id for view in following if view.state is not SprintState.CLOSED)
    reader = _Reader(session, viewer, sprint, views, names)
    return Review(
        sprint,
        tuple(reader.said(later)),
        next(still_open, ""),
        names,
        people,
        session.today,
        reader.observed(),
    )


def heard_again(session: Session, found: Review, viewer: Audience = MEDIATOR) -> Review:
    """Return a review with its words and tensions read anew, and all else as it was.

    Votes come one after the other, and nobody waits for the backlog to be read after each.
    """
    if found.sprint is None:
        return found
    reader = _Reader(session, viewer, found.sprint, (), found.names)
    kept = {
        column: [each for each in found.of(column) if each.what in {What.ITEM, What.ADVICE}]
        for column in (Column.SHIPPED, Column.NEXT)
    }
    said = (*kept[Column.SHIPPED], *reader.heard(), *kept[Column.NEXT])
    return replace(found, said=said, today=session.today, observed=reader.observed())


class _Reader:
    """Reads what a review shows, each thing once."""

    def __init__(
        self,
        session: Session,
        viewer: Audience,
        sprint: SprintView,
        views: tuple[SprintView, ...],
        names: Mapping[str, str],
    ) -> None:
        self._session, self._viewer, self._sprint, self._names = session, viewer, sprint, names
        self._planned = {card.item_id for view in views for card in view.held}
        notes = presentation.table_for(session, REVIEW_NOTE, viewer).dicts()
        self._notes = [row for row in notes if row["sprint_id"] == sprint.id]
        tensions = presentation.table_for(session, TENSION, viewer).dicts()
        self._tensions = [row for row in tensions if row["sprint_id"] in {sprint.id, None}]

    @cached_property
    def _cards(self) -> Mapping[str, Mapping[str, Any]]:
        rows = presentation.table_for(self._session, BACKLOG_ITEM, self._viewer).dicts()
        return {row["id"]: row for row in rows}

    def said(self, later: SprintView | None) -> Iterator[Said]:
        """Yield every card, column by column."""
        done = [card for card in self._sprint.cards if card.outcome == Outcome.DONE]
        yield from (self._item(card.item_id, Column.SHIPPED, card.effort) for card in done)
        yield from self.heard()
        yield from self._next(later)

    def heard(self) -> Iterator[Said]:
        """Yield what people said, and what is tense."""
        # Where votes were given, the most wanted stand above.
        for kind in NoteKind:
            notes = [row for row in self._notes if row["kind"] == kind]
            notes.sort(key=lambda row: -(row["votes"] or 0))
            yield from map(self._note, notes)
        tensions = sorted(self._tensions, key=lambda row: -(row["gap"] or 0))
        yield from map(self._tension, tensions)

    def observed(self) -> Mapping[str, tuple[str, ...]]:
        """Return what sandbox sessions showed that nobody has said yet, by column."""
        first, last = self._sprint.starts_on, self._sprint.ends_on
        sessions = {
            row["id"]
            for row in presentation.table_for(self._session, SANDBOX, self._viewer).dicts()
            if row["held_on"] is not None and first <= row["held_on"] <= last
        }
        said = {row["text"] for row in self._notes}
        found: dict[str, tuple[str, ...]] = {}
        for row in presentation.table_for(self._session, OBSERVATION, self._viewer).dicts():
            column = _OBSERVED.get(row["kind"] or "")
            if column and row["sandbox_id"] in sessions and row["text"] not in said:
                found[column] = (*found.get(column, ()), row["id"])
        return found

    def _next(self, later: SprintView | None) -> Iterator[Said]:
        # A piece of work stands here once, whoever asks for it.
        efforts: dict[str, float | None] = {}
        if later is not None:
            efforts = {card.item_id: card.effort for card in later.held}
        else:
            gone = {Outcome.DONE, Outcome.DROPPED}
            left = (card for card in self._sprint.cards if card.outcome not in gone)
            efforts = {card.item_id: card.effort for card in left}
            efforts |= {
                row["id"]: row["effort"] for row in self._cards.values() if self._is_new(row)
            }
        for row in self._tensions:
            key = row["item_id"]
            if key in self._cards:
                efforts.setdefault(key, self._cards[key]["effort"])
        for key, effort in efforts.items():
            yield self._item(key, Column.NEXT, effort)
        taken = {self._cards[key]["activity_id"] for key in efforts}
        advice = recommender.recommend(self._session, self._viewer).ranked
        others = (each for each in advice if not each.activity_id or each.activity_id not in taken)
        for each in islice(others, _ADVISED):
            yield Said(
                f"advice:{each.activity_id or each.key}",
                What.ADVICE,
                each.activity_id,
                Column.NEXT.value,
                each.name,
                beneath=each.reason,
                mark=each.key,
                effort=each.effort,
            )

    def _is_new(self, row: Mapping[str, Any]) -> bool:
        """Return whether a piece of work was made ready since the sprint began, for none yet."""
        return (
            row["status"] == ItemStatus.READY
            and row["archived_on"] is None
            and row["added_on"] is not None
            and row["added_on"] >= self._sprint.starts_on
            and row["id"] not in self._planned
        )

    def _item(self, key: str, column: Column, effort: float | None) -> Said:
        row = self._cards[key]
        return Said(
            f"{column.value}:{key}",
            What.ITEM,
            key,
            column.value,
            row["title"] or "",
            ref=row["ref"],
            who=self._names.get(row["owner_id"] or "", ""),
            beneath=row["deliverable"] or "",
            mark=row["status"],
            effort=effort,
            level=row[LEVEL_FIELD],
        )

    def _note(self, row: Mapping[str, Any]) -> Said:
        return Said(
            f"note:{row['id']}",
            What.NOTE,
            row["id"],
            row["kind"],
            row["text"] or "",
            who=self._names.get(row["author_id"] or "", ""),
            beneath=row["theme"] or "",
            votes=row["votes"] or 0,
            level=row[LEVEL_FIELD],
        )

    def _tension(self, row: Mapping[str, Any]) -> Said:
        both = (row["desired"] or "", row["actual"] or "")
        return Said(
            f"tension:{row['id']}",
            What.TENSION,
            row["id"],
            Column.TENSION.value,
            row["title"] or "",
            ref=row["ref"],
            who=self._names.get(row["owner_id"] or "", ""),
            beneath=" → ".join(filter(None, reversed(both))),
            gap=row["gap"],
            mark=row["status"] or _OPEN,
            level=row[LEVEL_FIELD] or Level.MEDIATOR.value,
        )
