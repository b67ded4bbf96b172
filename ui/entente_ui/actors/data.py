"""What the grid shows, read from the mission in one go."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from entente.domain.actor import ACTOR, CAMP_LABELS, Camp, snap
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.text import fold
from entente.i18n import _
from entente.services import actors, presentation, records
from entente.services.actors import GridToken
from entente.services.calendar import day_of
from entente.services.records import Rating
from entente.store.session import Session
from entente_ui.actors.frame import Score

_TOLD_APART: Final = re.compile(r"\((\w{1,3})\)$")

LOW: Final = "low"


@dataclass(frozen=True, slots=True)
class Person:
    """An actor as the grid shows it.

    Attributes:
        token: Name, camp, scores and earlier positions, as far as the viewer may know them.
        role: What the person does; empty where the role stands for the name.
        rating_id: Key of the assessment that holds now; empty if there is none to be seen.
        confidence: How sure it is; empty likewise.
        fact: What was seen or heard; empty while others look at the screen.
        is_stale: Whether it has grown old.
        haystack: What a filter looks into, folded.
    """

    token: GridToken
    role: str = ""
    rating_id: str = ""
    confidence: str = ""
    fact: str = ""
    is_stale: bool = False
    haystack: str = ""

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
    def score(self) -> Score | None:
        """The position, to the half point; None for an actor who has none yet."""
        power, interest = self.token.power, self.token.interest
        if power is None or interest is None:
            return None
        return Score(snap(power), snap(interest))

    @property
    def is_uncertain(self) -> bool:
        """Whether the position is to be taken with care: old, or held with low confidence."""
        return self.is_stale or self.confidence == LOW


@dataclass(frozen=True, slots=True)
class GridData:
    """Everything the grid shows.

    Attributes:
        people: The actors the viewer may see, by reference.
        unprojected: How many of them have a position that is not projected.
    """

    people: tuple[Person, ...] = ()
    unprojected: int = 0

    @property
    def placed(self) -> tuple[Person, ...]:
        """Those who have a position."""
        return tuple(person for person in self.people if person.score is not None)

    @property
    def unplaced(self) -> tuple[Person, ...]:
        """Those who have none yet, or none to be seen."""
        return tuple(person for person in self.people if person.score is None)


def read_grid(session: Session, viewer: Audience) -> GridData:
    """Return what the grid shows to `viewer`."""
    latest = _latest(records.ratings(session, ACTOR, audience=viewer))
    roles = _roles(session, viewer)
    tokens = actors.grid_tokens(session, viewer)
    grows_old = day_of(session) - dt.timedelta(days=actors.STALE_DAYS)
    people = tuple(
        _person(token, latest.get(token.id), roles.get(token.id, ""), grows_old, viewer)
        for token in tokens
    )
    if viewer == MEDIATOR:
        return GridData(people)
    seen = {token.id for token in tokens if not token.is_placed}
    private = sum(token.is_placed for token in actors.grid_tokens(session) if token.id in seen)
    return GridData(people, private)


def camp_word(camp: Camp | None) -> str:
    """Return what a camp is called."""
    return _("no camp") if camp is None else _(CAMP_LABELS[camp])


def _person(
    token: GridToken, rating: Rating | None, role: str, grows_old: dt.date, viewer: Audience
) -> Person:
    words = (token.ref, token.name, role, camp_word(token.camp))
    is_private = viewer == MEDIATOR
    return Person(
        token,
        role if is_private else "",
        rating_id=rating.id if rating else "",
        confidence=rating.confidence if rating else "",
        fact=rating.fact if rating and is_private else "",
        is_stale=token.is_placed and rating is not None and rating.dated_on <= grows_old,
        haystack=fold(" ".join(words)),
    )


def _latest(ratings: Iterable[Rating]) -> Mapping[str, Rating]:
    return {rating.record_id: rating for rating in ratings}


def _roles(session: Session, viewer: Audience) -> Mapping[str, str]:
    table = presentation.table_for(session, ACTOR, viewer)
    key, role = table.column("id"), table.column("role")
    return {row[key]: str(row[role] or "") for row in table.rows}
