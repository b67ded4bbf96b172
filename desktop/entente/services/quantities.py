"""How many of each kind of activity were done, against how many were meant to be."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.services import presentation
from entente.store.session import Session


class Verdict(StrEnum):
    """How a quantity done compares with the band it was meant to fall in."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    OPEN = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A kind of activity, counted.

    Attributes:
        done: How many were done.
        planned: The same and those still to be done.
        minimum, maximum: How many there were to be; None where nothing is said.
    """

    activity_id: str
    name: str
    done: int
    planned: int
    minimum: int | None
    maximum: int | None

    @property
    def verdict(self) -> Verdict:
        """How what was done compares with what there was to be."""
        return verdict(self.done, self.minimum, self.maximum)


def verdict(done: int, minimum: int | None, maximum: int | None) -> Verdict:
    """Return how a quantity compares with a band, either end of which may be open."""
    if minimum is None and maximum is None:
        return Verdict.OPEN
    if minimum is not None and done < minimum:
        return Verdict.BELOW
    return Verdict.ABOVE if maximum is not None and done > maximum else Verdict.WITHIN


def quantities(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Quantity, ...]:
    """Return the activities that are counted, as far as `audience` may know, by their names.

    Those set aside or outside quantities are left out unless some were done; a card that does
    not say how many it stands for stands for one.
    """
    done: Counter[str] = Counter()
    planned: Counter[str] = Counter()
    for row in presentation.table_for(session, BACKLOG_ITEM, audience, on).dicts():
        late = on is not None and row["added_on"] is not None and row["added_on"] > on
        if row["activity_id"] is None or row["status"] == ItemStatus.DROPPED or late:
            continue
        count = 1 if row["quantity"] is None else row["quantity"]
        is_done = row["status"] == ItemStatus.DONE
        done[row["activity_id"]] += count if is_done else 0
        planned[row["activity_id"]] += count if is_done or row["archived_on"] is None else 0
    found = [
        Quantity(
            row["id"],
            row["name"] or "",
            done[row["id"]],
            planned[row["id"]],
            row["quantity_min"],
            row["quantity_max"],
        )
        for row in presentation.table_for(session, ACTIVITY_TYPE, audience).dicts()
        if done[row["id"]] or not (row["uncounted"] or row["set_aside"])
    ]
    return tuple(sorted(found, key=lambda each: each.name))
