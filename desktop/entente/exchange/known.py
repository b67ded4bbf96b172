"""What the mission already holds, as an import needs to know it: by reference and name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from entente.domain.records import FieldKind, RecordType, Values
from entente.domain.text import fold, heading_key

#: What makes two records of a kind the same for a person, capitals and accents apart.
Identity: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The records of one kind.

    Attributes:
        record_type: The kind.
        values: Their values by key.
        refs: Their keys by `ref_key`.
        names: Keys by the words of a name (or short name), in any order.
        identities: Keys by what makes them the same.
        emails: Keys by folded address.
    """

    record_type: RecordType
    values: Mapping[str, Values]
    refs: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    identities: Mapping[Identity, tuple[str, ...]]
    emails: Mapping[str, tuple[str, ...]]

    def describe(self, key: str) -> str:
        """Return what a person recognises a record by."""
        record = self.values[key]
        title = record.get(self.record_type.title) or ""
        return " ".join(filter(None, (str(record.get("ref") or ""), str(title))))


#: By the name of the kind: the records imported into, and those they refer to.
Existing: TypeAlias = Mapping[str, Known]


def know(record_type: RecordType, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Known:
    """Return the records of a kind, made findable.

    Args:
        record_type: The kind.
        columns: Names of the values in each row, `id` among them.
        rows: One sequence of values a record.
    """
    values = {}
    refs: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    identities: dict[Identity, list[str]] = {}
    emails: dict[str, list[str]] = {}
    for row in rows:
        record = dict(zip(columns, row, strict=True))
        key = record["id"]
        values[key] = record
        if record.get("ref"):
            refs[ref_key(record_type, record["ref"])] = key
        for name in {name_key(record.get(field)) for field in (record_type.title, "short_name")}:
            if name:
                names.setdefault(name, []).append(key)
        if same := identity(record_type, record):
            identities.setdefault(same, []).append(key)
        for address in addresses(record):
            emails.setdefault(address, []).append(key)
    return Known(record_type, values, refs, _frozen(names), _frozen(identities), _frozen(emails))


def ref_key(record_type: RecordType, ref: str) -> str:
    """Return a reference as we write it: `a5` is A05. Another program's is only folded."""
    prefix, digits = ref[: len(record_type.prefix)], ref[len(record_type.prefix) :]
    own = record_type.prefix and fold(prefix) == fold(record_type.prefix)
    if not own or not digits.isascii() or not digits.isdecimal() or len(digits) > 9:
        return fold(ref)
    return f"{record_type.prefix}{int(digits):0{record_type.digits}d}"


def name_key(name: object) -> str:
    """Return the words of a name in a fixed order: `VERSOIR, Hippolyte` is no other person."""
    return " ".join(sorted(heading_key(name).split())) if isinstance(name, str) else ""


def identity(record_type: RecordType, values: Values) -> Identity:
    """Return what makes a record the same as another, or nothing if too little is known.

    It is what the record is a part of, together with its title.
    """
    owners = [
        values.get(field.name)
        for field in record_type.fields
        if field.kind is FieldKind.REFERENCE and field.required
    ]
    title = record_type.field(record_type.title)
    value = values.get(title.name)
    word = name_key(value) if title.is_text else str(value or "")
    if not all(isinstance(owner, str) and owner for owner in owners) or not (word or owners):
        return ()
    return (*(str(owner) for owner in owners), word)


def addresses(values: Values) -> list[str]:
    """Return the email addresses of a record, folded."""
    return [fold(part.strip()) for part in str(values.get("email") or "").split(",") if "@" in part]


def _frozen(found: Mapping[Any, Sequence[str]]) -> dict[Any, tuple[str, ...]]:
    return {key: tuple(keys) for key, keys in found.items()}
