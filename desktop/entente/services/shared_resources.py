"""Resources that several share: what is asked of each in a sprint, and where it is too much."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.constraints import RESOURCE_DEMAND, SHARED_RESOURCE
from entente.domain.records import LEVEL_FIELD, Values
from entente.domain.review import TENSION
from entente.domain.sprint import SPRINT
from entente.domain.text import fold
from entente.domain.values import number_text
from entente.i18n import _, language
from entente.services import presentation, records
from entente.store.session import Session

#: A tension in one of these is over.
_OVER: Final = frozenset({"settled"})


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


def ask(session: Session, resource: str, sprint: str, values: Values) -> str:
    """Note what somebody asks of a resource in a sprint, as private as the resource.

    Raises:
        InvalidValueError: If the amount is wanting or off the scale.
        RecordMissingError: If there is no such resource.
    """
    level = records.get(session, SHARED_RESOURCE, resource)[LEVEL_FIELD]
    owned = {"resource_id": resource, "sprint_id": sprint, LEVEL_FIELD: level}
    return records.create(session, RESOURCE_DEMAND, owned | dict(values))


def tensions(session: Session) -> Mapping[tuple[str, str], str]:
    """Return the open tension that tells of each resource and sprint with too much asked."""
    found = allocation(session)
    names = {each.id: fold(each.name) for each in found.resources}
    rows = [
        row
        for row in records.list_rows(session, TENSION).dicts()
        if row["status"] not in _OVER and row["sprint_id"]
    ]
    told = {}
    for resource, sprint in found.over:
        for row in rows:
            if row["sprint_id"] == sprint and names[resource] in fold(row["title"]):
                told[resource, sprint] = row["id"]
                break
    return told


def to_tension(session: Session, resource: str, sprint: str) -> str:
    """Note what is asked beyond what there is as a tension; return its key.

    While one is open that names the resource, for the same sprint, it stays the only one.

    Raises:
        RecordMissingError: If there is no such resource.
    """
    known = tensions(session).get((resource, sprint))
    if known:
        return known
    row = records.get(session, SHARED_RESOURCE, resource)
    found = allocation(session)
    use = next(each for each in found.resources if each.id == resource).uses[sprint]
    unit = row["unit"] or ""
    there, asked = (
        f"{number_text(each, language())} {unit}".strip() for each in (use.capacity or 0, use.asked)
    )
    values = {
        "title": _("{resource}: more is asked than there is").format(resource=row["name"]),
        "sprint_id": sprint,
        "desired": _("{amount} available").format(amount=there),
        "actual": _("{amount} asked").format(amount=asked),
        "raised_on": session.today,
        LEVEL_FIELD: row[LEVEL_FIELD],
    }
    return records.create(session, TENSION, values)
