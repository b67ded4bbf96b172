"""The columns of a register: how the value of each is shown, sorted and found."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeAlias

from entente.domain import text as texts
from entente.domain.derived import Derived, Worked
from entente.domain.records import Field, FieldKind, RecordType
from entente.domain.values import show
from entente.i18n import N_, _, language
from entente_ui.formats import long_date

#: Names of the records a reference may point to, by the key of each.
Labels: TypeAlias = Mapping[str, str]
#: The same for every kind of record referred to, by the name of the kind.
LabelsByKind: TypeAlias = Mapping[str, Labels]

REF: Final = "ref"

#: Neither line ends and other controls, nor signs that turn the direction of writing.
_ONE_LINE: Final = re.compile("[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*")
#: Signs of a text that a cell shows or sorts by; nobody reads more in one line.
_SHOWN: Final = 300


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Name of the value in a row.
        place: Place of the value in a row.
        label: What people see, in English; translated when shown.
        field: The field shown, or None for the short reference and what is worked out.
        derived: What is worked out here, if anything.
    """

    name: str
    place: int
    label: str
    field: Field | None = None
    derived: Derived | None = None

    @property
    def described(self) -> Field | Derived | None:
        """What describes the values; nothing describes the short reference."""
        return self.field or self.derived

    @property
    def is_shown(self) -> bool:
        """Whether the column is there until told otherwise."""
        return self.described is None or self.described.shown

    @property
    def target(self) -> str:
        """Kind of record the values point to; empty if they are no references."""
        return self.field.target if self.field else ""

    @property
    def is_numeric(self) -> bool:
        """Whether the values stand on the right."""
        return self.kind in {FieldKind.INTEGER, FieldKind.NUMBER}

    @property
    def kind(self) -> FieldKind:
        """What the values are."""
        return self.described.kind if self.described else FieldKind.TEXT

    def filtered(self, value: Any) -> Any:  # noqa: ANN401  # a value of any kind of column
        """Return what a condition looks at in a value."""
        if not isinstance(value, Worked):
            return value
        return value.group if self.kind is FieldKind.CHOICE else value.rank


def columns_of(record_type: RecordType) -> tuple[Column, ...]:
    """Return the columns of a kind of record, from left to right.

    What only puts records in order is no column: it says nothing to anybody.
    """
    first = 1  # the key comes before what people see
    columns = []
    if record_type.prefix:
        columns.append(Column(REF, first, N_("Ref.")))
        first += 1
    columns += [
        Column(field.name, place, field.label, field)
        for place, field in enumerate(record_type.fields, first)
        if not field.arranged
    ]
    behind = {derived.after: 0 for derived in record_type.derived}
    for place, derived in enumerate(record_type.derived, first + len(record_type.fields)):
        column = Column(derived.name, place, derived.label, derived=derived)
        names = [other.name for other in columns]
        after = names.index(derived.after) + 1 if derived.after else len(columns)
        columns.insert(after + behind[derived.after], column)
        behind[derived.after] += 1 if derived.after else 0
    return tuple(columns)


def shower(column: Column, labels: Labels) -> Callable[[Any], str]:
    """Return what turns a value of a column into the text of a cell."""
    field = column.field
    if field is None:
        return _told if column.derived else str
    if field.is_text:
        return one_line
    match field.kind:
        case FieldKind.CHOICE:
            words = {value: _(label) for value, label in (field.choices or {}).items()}
            return partial(_look_up, words)
        case FieldKind.REFERENCE:
            return partial(_name_of, labels)
        case FieldKind.DATE:
            return long_date
        case _:
            return partial(_show, field, language())


def keyer(column: Column, labels: Labels) -> Callable[[Any], Any]:
    """Return what turns a value of a column into what it is sorted by; None sorts last."""
    field = column.field
    if field is None:
        return _rank if column.derived else texts.natural_key
    match field.kind:
        case FieldKind.TEXT | FieldKind.TAGS | FieldKind.LONG_TEXT:
            return _text_key
        case FieldKind.CHOICE:
            # Choices are described in an order that means something.
            return {value: place for place, value in enumerate(field.choices or {})}.get
        case FieldKind.REFERENCE:
            keys = {key: _text_key(label) for key, label in labels.items()}
            return keys.get
        case _:
            return _itself


def inside(label: str) -> str:
    """Return a translated label as it reads inside a sentence: `degré (Glasl)`, `IT maturity`."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def one_line(text: str | None) -> str:
    """Return a text as one line short enough for a cell."""
    return clipped(text, _SHOWN) if text else ""


def clipped(text: str, length: int) -> str:
    """Return a text on one line of `length` signs at most, with its no-break spaces."""
    if len(text) <= length and _ONE_LINE.fullmatch(text):
        return text
    return texts.shorten(text, length)


def _told(value: Worked | None) -> str:
    return value.text if value else ""


def _rank(value: Worked | None) -> Any:  # noqa: ANN401  # a figure, a date, a pair of them
    return value.rank if value else None


def _look_up(words: Mapping[str, str], value: str | None) -> str:
    return words.get(value or "", value or "")


def _name_of(labels: Labels, key: str | None) -> str:
    # What is not named is not for this viewer; its key says nothing to anybody.
    return one_line(labels.get(key or "", ""))


def _show(field: Field, code: str, value: object) -> str:
    text = show(field, value, code)
    if not field.is_numeric or not isinstance(value, int | float):
        return text
    # A scale with two sides always shows on which one a value is.
    is_signed = field.minimum is not None and field.minimum < 0 < value
    return f"+{text}" if is_signed else text.replace("-", "−")


def _text_key(text: str | None) -> str | None:
    return texts.sort_key(text[:_SHOWN]) if text else None


def _itself(value: object) -> object:
    return value
