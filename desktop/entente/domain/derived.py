"""Columns nobody fills in: what they are worked out from, how they read and how they sort."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:  # a kind of record names its own columns of this sort
    from entente.domain.records import FieldKind

#: Rows of other records, as the reader may know them, by the name of their kind.
Tables: TypeAlias = Mapping[str, tuple[Mapping[str, Any], ...]]
#: Turns the values of the sources, in their order, into what the column says.
Work: TypeAlias = "Callable[..., Worked | None]"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a value is worked out on beside its record.

    Attributes:
        day: The day that is today for the mission.
        tables: The records the column says it reads.
    """

    day: dt.date
    tables: Tables


@dataclass(frozen=True, slots=True)
class Badge:
    """The coloured plate a value is shown on.

    Attributes:
        share: How grave it is, from 0 to 1; None where nobody defined it, shown hatched.
    """

    share: float | None


@dataclass(frozen=True, slots=True)
class Worked:
    """A value that was worked out.

    Attributes:
        rank: What it is sorted by; a figure or a date is filtered and written as such too.
        text: What a person reads.
        group: The words under which a filter offers it, with others of the same kind.
        badge: The plate it stands on, if any.
    """

    rank: Any
    text: str
    group: str = ""
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """A column that is worked out from the fields of its record and never written.

    Whoever may not read a source gets a value worked out without it, as there is nothing
    there for them.

    Attributes:
        name: Name of the column; no field of the kind is called so.
        label: What people see, in English; translated when shown.
        kind: CHOICE is filtered by ticking groups, figures and dates by a range.
        sources: Names of the fields it is worked out from.
        prepare: Returns what works out one value, given what all of them need.
        reads: Names of the other kinds of records it depends on.
        after: Name of the field it stands behind; at the end by default.
        help: One sentence on what it says.
        shown: Whether a register shows it until told otherwise.
    """

    name: str
    label: str
    kind: "FieldKind"
    sources: tuple[str, ...]
    prepare: Callable[[Ground], Work]
    reads: tuple[str, ...] = ()
    after: str = ""
    help: str = ""
    shown: bool = True
