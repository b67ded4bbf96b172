"""Resources that several share: what is asked of each in a sprint, and where it is too much."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.constraints import RESOURCE_DEMAND, SHARED_RESOURCE
from entente.domain.sprint import SPRINT
from entente.services import presentation
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Demand:
    """What one asks of a resource in a sprint."""

    id: str
    organisation: str
    item: str
    amount: float


@dataclass(frozen=True, slots=True)
class Use:
    """What is asked of a resource in a sprint.

    Attributes:
        demands: In the order they were written down.
        capacity: What there is; None where nobody said.
    """

    demands: tuple[Demand, ...]
    capacity: float | None

    @property
    def asked(self) -> float:
        """The sum of what is asked."""
        return sum(demand.amount for demand in self.demands)

    @property
    def excess(self) -> float:
        """What is asked beyond what there is; 0.0 where it suffices or nobody knows."""
        return max(self.asked - self.capacity, 0.0) if self.capacity is not None else 0.0

    @property
    def is_over(self) -> bool:
        """Whether more is asked than there is."""
        return self.excess > 0


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource, and what is asked of it by key of the sprint."""

    id: str
    ref: str
    name: str
    kind: str
    unit: str
    capacity: float | None
    uses: Mapping[str, Use]


@dataclass(frozen=True, slots=True)
class Allocation:
    """Who asks what of what they share.

    Attributes:
        sprints: Name of each sprint by key, by their start.
        resources: In the order of their references.
    """

    sprints: Mapping[str, str]
    resources: tuple[Resource, ...]

    @property
    def over(self) -> tuple[tuple[str, str], ...]:
        """Resource and sprint wherever more is asked than there is, sprint by sprint."""
        return tuple(
            (resource.id, sprint)
            for sprint in self.sprints
            for resource in self.resources
            if sprint in resource.uses and resource.uses[sprint].is_over
        )


def allocation(session: Session, audience: Audience = MEDIATOR) -> Allocation:
    """Return what is asked of each shared resource, as `audience` may know it."""
    sprints = presentation.table_for(session, SPRINT, audience).dicts()
    sprints.sort(key=lambda row: row["starts_on"])
    demands: defaultdict[tuple[str, str], list[Demand]] = defaultdict(list)
    for row in presentation.table_for(session, RESOURCE_DEMAND, audience).dicts():
        demands[row["resource_id"], row["sprint_id"]].append(
            Demand(row["id"], row["organisation_id"] or "", row["item_id"] or "", row["amount"])
        )
    names = {row["id"]: row["name"] or row["ref"] for row in sprints}
    return Allocation(
        names,
        tuple(
            Resource(
                id=row["id"],
                ref=row["ref"],
                name=row["name"],
                kind=row["kind"],
                unit=row["unit"] or "",
                capacity=row["capacity"],
                uses={
                    sprint: Use(tuple(demands[row["id"], sprint]), row["capacity"])
                    for sprint in names
                    if (row["id"], sprint) in demands
                },
            )
            for row in presentation.table_for(session, SHARED_RESOURCE, audience).dicts()
        ),
    )
