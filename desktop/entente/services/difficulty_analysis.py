"""The figures of the difficulties of a mission, as of a day."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.cause_figures import weights
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import Nature, Scope
from entente.domain.follow_up_figures import CommitmentFigures, DecisionFigures
from entente.domain.ten_causes import TenCause
from entente.services import causes, difficulties, follow_up_figures
from entente.services.difficulties import Overview
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Opportunity:
    """How many difficulties brought something that was not there before.

    Attributes:
        difficulties: How many there are.
        solved: How many a solution was born of.
    """

    difficulties: int
    solved: int

    @property
    def rate(self) -> float | None:
        """The share of those with a solution, 0.0 to 1.0; None without any difficulty."""
        return self.solved / self.difficulties if self.difficulties else None


@dataclass(frozen=True, slots=True)
class DifficultyFigures:
    """What the difficulties of a mission come to.

    Attributes:
        by_nature: How many there are of each nature.
        by_scope: And of each scope; those whose scope is not known count under None.
        causes: Weight of each of the ten causes over all of them.
        lighter, heavier: References of those treated with less, or with more, than would
            be in proportion.
    """

    by_nature: Mapping[Nature, int]
    by_scope: Mapping[Scope | None, int]
    causes: Mapping[TenCause, int]
    decisions: DecisionFigures
    commitments: CommitmentFigures
    opportunity: Opportunity
    lighter: tuple[str, ...]
    heavier: tuple[str, ...]


def figures(
    session: Session, on: dt.date | None = None, audience: Audience = MEDIATOR
) -> DifficultyFigures:
    """Return the figures as `audience` may know them, as of a day or today."""
    found = difficulties.overview(session, audience, on)
    natures = Counter(Nature(each.nature) for each in found)
    scopes = Counter(each.scope for each in found)
    under_way = [each for each in found if not each.is_ended]
    return DifficultyFigures(
        by_nature={nature: natures[nature] for nature in Nature},
        by_scope={scope: scopes[scope] for scope in (*Scope, None)},
        causes=weights(causes.read(session, audience, on).caused),
        decisions=follow_up_figures.of_decisions(session, on, audience),
        commitments=follow_up_figures.of_commitments(session, on, audience),
        opportunity=opportunity(found),
        lighter=tuple(each.ref for each in under_way if (each.response_gap or 0) < 0),
        heavier=tuple(each.ref for each in under_way if (each.response_gap or 0) > 0),
    )


def opportunity(found: tuple[Overview, ...]) -> Opportunity:
    """Return how many of these difficulties brought a solution."""
    return Opportunity(len(found), sum(each.yields_solution for each in found))
