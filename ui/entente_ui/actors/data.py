"""What a lens shows, read from the mission in one go."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from entente.domain.actor import ACTOR, CAMP_LABELS, Camp
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.text import fold
from entente.i18n import _
from entente.services import actors, presentation, records
from entente.services.actors import GridToken
from entente.services.calendar import day_of
from entente.services.records import Rating
from entente.store.session import Session
from entente_ui.actors.frame import Score

if TYPE_CHECKING:  # a lens is made of what is here
    from entente_ui.actors.lens import Lens

_TOLD_APART: Final = re.compile(r"\((\w{1,3})\)$")

LOW: Final = "low"


@dataclass(frozen=True, slots=True)
class Marks:
    """What is known of an actor on a day; None for what was not judged."""

    power: float | None = None
    interest: float | None = None
    legitimacy: bool | None = None
    urgency: bool | None = None
    synergy: int | None = None
    antagonism: int | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What was known from a day on."""

    dated_on: dt.date
    marks: Marks


@dataclass(frozen=True, slots=True)
class Passed:
    """A place where an actor stood from a day on."""

    dated_on: dt.date
    score: Score


@dataclass(frozen=True, slots=True)
class Person:
    """An actor as a lens shows them.

    Attributes:
        token: Name and camp, as far as the viewer may know them.
        marks: What is known of the actor.
        past: The same on earlier days, oldest first.
        role: What the person does; empty where the role stands for the name.
        rating_id: Key of the assessment that holds now; empty if there is none to be seen.
        confidence: How sure it is; empty likewise.
        fact: What was seen or heard; empty while others look at the screen.
        is_old: Whether it has grown old.
        haystack: What a filter looks into, folded.
        score: The place through the lens in use; None for an actor who has none.
        trail: Earlier places, oldest first; none that repeats the one after it.
        where, kind: The place in words, and what it is called.
        short: The place in a word, for a narrow list.
    """

    token: GridToken
    marks: Marks = Marks()
    past: tuple[Past, ...] = ()
    role: str = ""
    rating_id: str = ""
    confidence: str = ""
    fact: str = ""
    is_old: bool = False
    haystack: str = ""
    score: Score | None = None
    trail: tuple[Passed, ...] = ()
    where: str = ""
    kind: str = ""
    short: str = ""

    @property
    def key(self) -> str:
        """Key of the actor."""
        return self.token.id

    @property
    def name(self) -> str:
        """Name of the person, or what stands for it."""
        return self.token.name

    @property
    def initials(self) -> str:
        """What stands in the token; of two of one role, what tells them apart."""
        told_apart = _TOLD_APART.search(self.name)
        return told_apart[1] if told_apart else self.token.initials

    @property
    def is_stale(self) -> bool:
        """Whether there is a place, and it rests on an old assessment."""
        return self.score is not None and self.is_old

    @property
    def is_uncertain(self) -> bool:
        """Whether the place is to be taken with care: old, or held with low confidence."""
        return self.is_stale or self.confidence == LOW


@dataclass(frozen=True, slots=True)
class GridData:
    """Everything a lens shows.

    Attributes:
        people: The actors the viewer may see, by reference.
        unprojected: How many of them have a place that is not projected.
    """

    people: tuple[Person, ...] = ()
    unprojected: int = 0

    @property
    def placed(self) -> tuple[Person, ...]:
        """Those who have a place."""
        return tuple(person for person in self.people if person.score is not None)

    @property
    def unplaced(self) -> tuple[Person, ...]:
        """Those who have none yet, or none to be seen."""
        return tuple(person for person in self.people if person.score is None)


def read_grid(
    session: Session, viewer: Audience, lens: "Lens", on: dt.date | None = None
) -> GridData:
    """Return what a lens shows to `viewer`.

    Args:
        session: The open mission.
        viewer: Who looks.
        lens: What they look through.
        on: The day whose ratings hold; None for now.
    """
    past = _past(records.ratings(session, ACTOR, audience=viewer), on)
    today = day_of(session)
    grows_old = min(on or today, today) - dt.timedelta(days=actors.STALE_DAYS)
    rows = presentation.table_for(session, ACTOR, viewer, on).dicts()
    roles = {row["id"]: str(row["role"] or "") for row in rows}
    people = tuple(
        lens.seen(_person(token, past.get(token.id, ()), roles[token.id], grows_old, viewer))
        for token in actors.grid_tokens(session, viewer, on)
    )
    if viewer == MEDIATOR:
        return GridData(people)
    unseen = {person.key for person in people if person.score is None}
    everything = _past(records.ratings(session, ACTOR), on)
    private = sum(
        key in unseen and lens.score(_marks(ratings[-1].values)) is not None
        for key, ratings in everything.items()
    )
    return GridData(people, private)


def camp_word(camp: Camp | None) -> str:
    """Return what a camp is called."""
    return _("no camp") if camp is None else _(CAMP_LABELS[camp])


def _person(
    token: GridToken,
    past: Sequence[Rating],
    role: str,
    grows_old: dt.date,
    viewer: Audience,
) -> Person:
    words = (token.ref, token.name, role, camp_word(token.camp))
    is_private = viewer == MEDIATOR
    rating = past[-1] if past else None
    return Person(
        token,
        _marks(rating.values) if rating else Marks(),
        tuple(Past(each.dated_on, _marks(each.values)) for each in past),
        role if is_private else "",
        rating_id=rating.id if rating else "",
        confidence=rating.confidence if rating else "",
        fact=rating.fact if rating and is_private else "",
        is_old=rating is not None and rating.dated_on <= grows_old,
        haystack=fold(" ".join(words)),
    )


def _marks(values: Mapping[str, Any]) -> Marks:
    return Marks(**{name: values[name] for name in Marks.__slots__})


def _past(ratings: Iterable[Rating], on: dt.date | None) -> Mapping[str, Sequence[Rating]]:
    found: dict[str, list[Rating]] = defaultdict(list)
    for rating in ratings:
        if on is None or rating.dated_on <= on:
            found[rating.record_id].append(rating)
    return found
