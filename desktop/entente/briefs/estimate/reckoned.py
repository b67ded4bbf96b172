"""The figures of the estimate, worked out of what its reader is told."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from entente.briefs.activity_book.words import band, is_flat
from entente.briefs.told import Entry, Told
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.effort import EffortTable, Line
from entente.domain.mission import MISSION

_CURRENCY: Final = "€"


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the estimate comes to.

    Attributes:
        entries: The activities by their keys.
    """

    table: EffortTable
    entries: Mapping[str, Entry]

    @property
    def tells_done(self) -> bool:
        """Whether anything was done that this reader may know of."""
        return any(line.done for line in self.table.lines)


def reckon(told: Told) -> Estimate:
    """Return the figures of what a reader is told."""
    done: dict[str, list[Entry]] = defaultdict(list)
    for card in told.of(BACKLOG_ITEM.name):
        if card.text("status") == ItemStatus.DONE:
            done[card.links["activity_id"]].append(card)
    activities = told.of(ACTIVITY_TYPE.name)
    mission = next(iter(told.of(MISSION.name)), None)
    table = EffortTable(
        lines=tuple(_line(each, done[each.key]) for each in activities),
        day_rate=mission.number("day_rate") if mission else None,
        currency=(mission.text("currency") if mission else "") or _CURRENCY,
    )
    return Estimate(table, {each.key: each for each in activities})


def _line(activity: Entry, cards: Sequence[Entry]) -> Line:
    least, most = band(activity)
    return Line(
        key=activity.key,
        name=activity.text("name"),
        least=least,
        most=most,
        unit=activity.number("unit_effort"),
        done=sum(_quantity(card) for card in cards),
        effort=sum(card.number("effort") or 0 for card in cards),
        is_flat=is_flat(activity),
    )


def _quantity(card: Entry) -> int:
    number = card.number("quantity")
    return 1 if number is None else int(number)
