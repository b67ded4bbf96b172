"""Whether tools are useful, usable and used, by tool and group, and which of the three is weak."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import MARK_MAX, USAGE_CHECK
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.services import presentation
from entente.store.session import Session

#: The links of use, in the order in which they come about.
LINKS: Final = ("useful", "usable", "used")


@dataclass(frozen=True, slots=True)
class Use:
    """The last check of one tool by one group.

    Attributes:
        group: Name of the functional group; empty for all.
        marks: By link, 1 to 5; None where nobody said.
        measured: In percent, where it was measured.
        checks: How many there were.
    """

    id: str
    tool: str
    group: str
    day: dt.date
    marks: Mapping[str, int | None]
    measured: float | None
    checks: int

    @property
    def weakest(self) -> str | None:
        """The link with the lowest mark, the first of them; None where all are at the top."""
        return weakest_of(self.marks)


def weakest_of(marks: Mapping[str, int | None]) -> str | None:
    """Return the link with the lowest mark, the first of them; None where all are at the top."""
    known = [(mark, place) for place, name in enumerate(LINKS) if (mark := marks[name])]
    lowest = min(known, default=None)
    return None if lowest is None or lowest[0] == MARK_MAX else LINKS[lowest[1]]


def uses(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[Use, ...]:
    """Return how each tool is used, by tool and then group.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The last day whose checks count; None for all.
    """
    groups = presentation.labels_for(session, FUNCTIONAL_GROUP, audience)
    found: dict[tuple[str, str], Use] = {}
    rows = presentation.table_for(session, USAGE_CHECK, audience).dicts()
    for row in sorted(rows, key=lambda row: row["checked_on"]):
        if on is not None and row["checked_on"] > on:
            continue
        group = groups.get(row["group_id"] or "", "")
        before = found.get((row["tool"], group))
        found[row["tool"], group] = Use(
            row["id"],
            row["tool"],
            group,
            row["checked_on"],
            {name: row[name] for name in LINKS},
            row["measured"],
            before.checks + 1 if before else 1,
        )
    return tuple(found[key] for key in sorted(found))
