"""How a kind of record is described, once, for everything that handles records.

The table, the register, the form, import, export, search and history all read the same
`RecordType`. Adding a kind of record means describing it here and writing its migration.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final, TypeAlias

from entente.domain.confidentiality import LEVEL_LABELS, Level
from entente.domain.derived import Derived
from entente.i18n import N_

#: What a field can hold: text, number, truth, a date, or nothing.
Values: TypeAlias = Mapping[str, Any]

LEVEL_FIELD: Final = "confidentiality"


class FieldKind(Enum):
    """What a field holds and so how it is shown, edited, checked and stored."""

    TEXT = auto()  # one line
    LONG_TEXT = auto()  # paragraphs
    TAGS = auto()  # short words separated by commas, stored as one text
    INTEGER = auto()
    NUMBER = auto()
    FLAG = auto()  # yes or no
    CHOICE = auto()  # one of `choices`
    DATE = auto()
    REFERENCE = auto()  # key of a record of kind `target`


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a kind of record.

    Attributes:
        name: Name of the column and key of the value.
        label: What people see, in English; translated when shown.
        kind: What the field holds.
        help: One sentence on what to write here.
        headings: Further headings an imported file may give it, in any language; the
            label in French and English is understood without being listed.
        minimum, maximum, step: Range of a number and the step it snaps to.
        choices: Stored value to label, for a choice.
        target: Kind of record a reference points to.
        required: Whether a record without it is refused.
        dated: Whether the value is a rating: appended with a date, never overwritten.
        with_record: For a dated field: whoever reads the record reads the value, and only
            the fact behind it keeps the level of the rating.
        shown: Whether the register shows the column until told otherwise.
        level_field: Name of the field that says who may read this one; by default the
            level of the record.
        fixed_level: A level this field always has, whatever the record's.
        owned: For a reference: the record is a part of the one it points to, and goes
            when that goes; otherwise the reference is emptied.
        personal: Whether the value leads to a person and is never projected.
        in_half_days: Whether a number is an effort, which people also write in days and hours.
        arranged: Whether a number only says where the record stands among others: it is set by
            moving things about and never typed, though a list may bring it and take it along.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    help: str = ""
    headings: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    choices: Mapping[str, str] | None = None
    default: Any = None
    target: str = ""
    required: bool = False
    dated: bool = False
    with_record: bool = False
    shown: bool = True
    level_field: str = ""
    fixed_level: Level | None = None
    owned: bool = False
    personal: bool = False
    in_half_days: bool = False
    arranged: bool = False

    @property
    def is_text(self) -> bool:
        """Whether the field holds words a person wrote, and so is searched."""
        return self.kind in {FieldKind.TEXT, FieldKind.LONG_TEXT, FieldKind.TAGS}

    @property
    def is_numeric(self) -> bool:
        """Whether the field is right-aligned and sorted as a number."""
        return self.kind in {FieldKind.INTEGER, FieldKind.NUMBER}


@dataclass(frozen=True, slots=True)
class RecordType:
    """A kind of record.

    Attributes:
        name: Name of the table and of the kind, singular.
        label, plural: What people see, in English; translated when shown.
        fields: The fields in the order of form and register.
        title: Name of the field that names a record to a person.
        prefix: First letters of the short reference (`A` in A12); empty if it has none.
        digits: Fewest digits of its number (2 in A07).
        caucus_field: Name of the reference to the actor whose caucus a text of level
            `caucus` belongs to; empty if the kind has no caucus.
        rating_help: What to write as the fact behind a dated rating.
        sparse: Whether a rating holds only what was rated that day, each field having a
            history of its own; otherwise a rating repeats what the others were.
        since_field: Name of the date since when the record holds, which dates the ratings
            it begins with; empty if they are of the day it was written down.
        unique: Names of the fields no two records may share together.
        inner: Whether it only holds a drawing together: it has no page of its own and is
            not listed beneath what it points to.
        derived: Columns of its register that are worked out and never written.
        check: Refuses values that contradict each other with an `InvalidValueError`, if there
            can be such.
    """

    name: str
    label: str
    plural: str
    fields: tuple[Field, ...]
    title: str
    prefix: str = ""
    digits: int = 1
    caucus_field: str = ""
    rating_help: str = ""
    sparse: bool = False
    since_field: str = ""
    unique: tuple[str, ...] = ()
    inner: bool = False
    derived: tuple[Derived, ...] = ()
    check: Callable[[Values], None] | None = None

    @property
    def stored(self) -> tuple[Field, ...]:
        """Fields kept in the record's own row."""
        return tuple(field for field in self.fields if not field.dated)

    @property
    def dated(self) -> tuple[Field, ...]:
        """Fields whose values are dated ratings."""
        return tuple(field for field in self.fields if field.dated)

    @property
    def rating_name(self) -> str:
        """Name of the table of dated ratings."""
        return f"{self.name}_rating"

    @property
    def has_level(self) -> bool:
        """Whether each record carries its own confidentiality."""
        return any(field.name == LEVEL_FIELD for field in self.fields)

    @property
    def level_fields(self) -> tuple[Field, ...]:
        """Fields that say who may read."""
        known = {level.value for level in Level}
        return tuple(f for f in self.fields if f.choices and set(f.choices) <= known)

    def caucus_of(self, row: Mapping[Any, Any]) -> str:
        """Return the key of the actor whose caucus a record belongs to; empty for nobody's."""
        return str(row.get(self.caucus_field) or "") if self.caucus_field else ""

    def field(self, name: str) -> Field:
        """Return the field called `name`.

        Raises:
            KeyError: If there is none.
        """
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


def level_field(
    name: str = LEVEL_FIELD, label: str = N_("Confidentiality"), *, caucus: bool = False
) -> Field:
    """Return the field that says who may read; the most private level is the default."""
    choices = {
        level.value: text
        for level, text in LEVEL_LABELS.items()
        if caucus or level is not Level.CAUCUS
    }
    return Field(
        name,
        label,
        FieldKind.CHOICE,
        help=N_("Who may read this. The most private level is the default."),
        headings=("confidentialité", "niveau"),
        choices=choices,
        default=Level.MEDIATOR.value,
        required=True,
        shown=name == LEVEL_FIELD,
    )


def part_of(name: str, label: str, target: str) -> Field:
    """Return a reference to the record that one is a part of, and with which it goes."""
    return Field(name, label, FieldKind.REFERENCE, target=target, required=True, owned=True)


#: Fields every dated rating has beside the values rated.
RATING_FIELDS: Final = (
    Field("dated_on", N_("Date"), FieldKind.DATE, required=True),
    Field(
        "fact",
        N_("Observed fact"),
        FieldKind.LONG_TEXT,
        help=N_("What was seen or heard, not what is thought of it."),
    ),
    Field(
        "confidence",
        N_("Confidence"),
        FieldKind.CHOICE,
        choices={"low": N_("low"), "medium": N_("medium"), "high": N_("high")},
        default="medium",
        required=True,
    ),
    Field("author", N_("Said by")),
    level_field(),
)
