"""What the tab on ambassadors shows, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.change.spreading import (
    AMBASSADOR,
    RELAY,
    SHARING,
    SKILL_TRANSFER,
    TESTIMONY,
)
from entente.domain.confidentiality import Audience
from entente.services import learning, presentation
from entente.services.ambassadors import Spreading, spreading
from entente.services.learning import Community
from entente.services.skills import Skills, skills
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Read:
    """Everything.

    Attributes:
        people: Names of the actors, by key.
        rows: The records themselves, by their kind.
    """

    found: Spreading
    skills: Skills
    communities: tuple[Community, ...]
    people: Mapping[str, str]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet that this tab is about."""
        return not any((*self.rows.values(), self.communities, self.found.groups))

    @property
    def missed(self) -> list[tuple[str, str]]:
        """Keys and names of the actors nobody reaches."""
        return [each for each in self.people.items() if each[0] not in self.found.reached]


def read(session: Session, viewer: Audience) -> Read:
    """Return what `viewer` may see."""
    rows = partial(presentation.rows_where, session)
    kinds = (AMBASSADOR, RELAY, SHARING, SKILL_TRANSFER, TESTIMONY)
    return Read(
        spreading(session, viewer),
        skills(session, viewer),
        learning.communities(session, viewer),
        presentation.labels_for(session, ACTOR, viewer),
        {kind.name: rows(kind, viewer) for kind in kinds},
    )
