"""The impact study of one reader: groups with their sheets, reckoned from what may be read."""

from dataclasses import dataclass
from functools import cached_property

from entente.briefs.parts import EMPTY, Cell, Tone, Words
from entente.briefs.told import Entry, Told
from entente.domain.actor import ORGANISATION
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change import impact_figures
from entente.domain.change.impact import FUNCTIONAL_GROUP, IMPACT
from entente.domain.change.impact_figures import DIMENSIONS, Sheet, Whole
from entente.domain.records import RecordType
from entente.i18n import _


@dataclass(frozen=True, slots=True)
class Group:
    """One group and what is known of it."""

    entry: Entry
    impacts: dict[str, Entry]
    sheet: Sheet

    @property
    def name(self) -> str:
        """What it is called."""
        return self.entry.text("name")

    @property
    def depths(self) -> tuple[int | None, ...]:
        """How deeply each dimension is touched, in their order."""
        return tuple(self.sheet.depths[name] for name in DIMENSIONS)


class Book:
    """What the document is made from."""

    def __init__(self, told: Told) -> None:
        self.told = told

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups, in the order of their references."""
        return tuple(self._group(each) for each in self.told.of(FUNCTIONAL_GROUP.name))

    @cached_property
    def whole(self) -> Whole:
        """What all of them come to."""
        return impact_figures.whole([each.sheet for each in self.groups])

    def home(self, group: Group) -> str:
        """Return the organisation of a group; empty if the reader may not know it."""
        return self._named(ORGANISATION, group.entry.links["organisation_id"])

    def action(self, entry: Entry) -> Cell:
        """Return the card made of an impact or a gap; nothing without one."""
        card = self._named(BACKLOG_ITEM, entry.links["item_id"])
        return (Words(_("Action: {card}").format(card=card), Tone.SMALL),) if card else EMPTY

    def group_name(self, key: str) -> str:
        """Return what a group is called."""
        return next((each.name for each in self.groups if each.entry.key == key), "")

    def _named(self, kind: RecordType, key: str) -> str:
        found = (each for each in self.told.of(kind.name) if key and each.key == key)
        return next((each.text(kind.title) for each in found), "")

    def _group(self, entry: Entry) -> Group:
        impacts = {
            each.text("dimension"): each
            for each in self.told.of(IMPACT.name)
            if each.links["group_id"] == entry.key
        }
        depths = {
            name: _whole(impacts[name].number("depth")) if name in impacts else None
            for name in DIMENSIONS
        }
        sheet = Sheet(
            depths,
            _whole(entry.number("headcount")),
            _whole(entry.number("sites")),
            bool(entry.text("built_with") or entry.day("built_on")),
        )
        return Group(entry, impacts, sheet)


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)
