"""Which column of somebody's list is which field of ours."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from entente.domain.records import LEVEL_FIELD, FieldKind, RecordType
from entente.domain.risk import RISK
from entente.domain.text import heading_key
from entente.exchange.heads import JOINT
from entente.exchange.risk_headings import targets as risk_targets
from entente.i18n import LANGUAGES, N_, in_language, language

#: Targets of a column that are no field: the short reference, and two halves of a name.
REF: Final = "ref"
FIRST_NAME: Final = "first_name"
LAST_NAME: Final = "last_name"

_OTHERS: Final = {
    REF: N_("Reference"),
    FIRST_NAME: N_("First name"),
    LAST_NAME: N_("Last name"),
}
_OTHER_HEADINGS: Final = {
    REF: ("ref", "réf", "réf.", "id", "n°", "no", "code", "identifiant"),
    FIRST_NAME: ("prénom", "prénom(s)", "given name", "forename", "firstname"),
    LAST_NAME: ("nom de famille", "nom d'usage", "surname", "family name", "lastname"),
}
#: Headings of the programs contacts come from, beside those a field lists itself.
_PROGRAMS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "name": (
            "nom",
            "display name",
            "nom affiché",
            "nom prénom",
            "prénom nom",
            "acteur",
            "actor",
        ),
        "role": ("organization title", "organization 1 title", "rôle", "emploi", "métier"),
        "organisation_id": (
            *("organization", "organization name", "organization 1 name", "organisme"),
            *("employeur", "institution"),
        ),
        "email": (
            *("email address", "e mail 1 value", "adresse électronique", "adresse mail"),
            *("adresse de messagerie", "adresse courriel", "courrier électronique"),
        ),
        "phone": (
            *("phone 1 value", "phone number", "mobile phone", "business phone", "numéro"),
            *("téléphone portable", "téléphone mobile", "téléphone fixe", "tél mobile", "tél fixe"),
            *("téléphone bureau", "numéro de téléphone", "gsm", "téléphone professionnel"),
        ),
        "power": ("pouvoir", "poids"),
        "interest": ("intérêt",),
        "notes": (
            *("note", "observations", "commentaire", "comment", "comments", "remarque"),
            "description",
        ),
        "short_name": ("nom court", "abréviation"),
    }
)
#: Fields of one line in which several columns may end up together.
_JOINED: Final = frozenset({"email", "phone"})
_BRACKETS: Final = re.compile(r"[(\[].*?[)\]]")


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What each column of a table becomes.

    Attributes:
        record_type: The kind of record the rows become.
        headings: The headings, as in the table.
        targets: For each of them the name of a field, `REF`, `FIRST_NAME`, `LAST_NAME`, or
            an empty text where the column is left out.
    """

    record_type: RecordType
    headings: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headings of the columns left out, but those of our own that only say what we know."""
        ours = {
            heading_key(heading)
            for code in LANGUAGES
            for heading in derived_headings(self.record_type, code).values()
        }
        return tuple(
            heading
            for heading, target in zip(self.headings, self.targets, strict=True)
            if not target and heading_key(heading) not in ours
        )

    def places(self, target: str) -> tuple[int, ...]:
        """Return the places of the columns that become `target`."""
        return tuple(place for place, name in enumerate(self.targets) if name == target)

    def assign(self, place: int, target: str) -> "ColumnMapping":
        """Return the mapping with a column given another target.

        A field that takes one column only is taken from the column that had it.
        """
        targets = list(self.targets)
        if target and not is_joined(self.record_type, target):
            targets = ["" if name == target else name for name in targets]
        targets[place] = target
        return replace(self, targets=tuple(targets))


def guess(record_type: RecordType, headings: Sequence[str]) -> ColumnMapping:
    """Return the most likely field for each heading, in French or English.

    A heading that says a field's own label comes before one that is only like it.
    """
    targets = risk_targets(headings) if record_type is RISK else [""] * len(headings)
    keys = [heading_key(heading) for heading in headings]
    bare = [heading_key(_BRACKETS.sub(" ", heading)) for heading in headings]
    # Under the heading of a group, the own heading of a column says what it is.
    own = [heading_key(heading.rpartition(JOINT)[2]) for heading in headings]
    for known in _known_headings(record_type):
        for words in (keys, bare, own):
            for place, key in enumerate(words):
                name = known.get(key, "")
                free = name not in targets or is_joined(record_type, name)
                if name and not targets[place] and free:
                    targets[place] = name
    _settle_names(record_type, targets)
    return ColumnMapping(record_type, tuple(headings), tuple(targets))


def vocabulary(record_type: RecordType) -> frozenset[str]:
    """Return every heading that a kind of record goes by, folded."""
    return frozenset(key for known in _known_headings(record_type) for key in known) - {""}


def target_labels(record_type: RecordType) -> dict[str, str]:
    """Return everything a column can become and how a person reads it."""
    found = headings(record_type, language())
    if _has_name(record_type):
        found |= {name: in_language(language(), _OTHERS[name]) for name in (FIRST_NAME, LAST_NAME)}
    return found


def headings(record_type: RecordType, code: str) -> dict[str, str]:
    """Return the heading of the reference and of every field, no two alike.

    Args:
        record_type: The kind of record.
        code: Language of the headings.
    """
    found = {REF: in_language(code, _OTHERS[REF])} if record_type.prefix else {}
    governed = {field.level_field: field for field in record_type.fields if field.level_field}
    for field in record_type.fields:
        label = in_language(code, field.label)
        if field.name in governed and field.name != LEVEL_FIELD:
            label = f"{label} ({in_language(code, governed[field.name].label)})"
        taken = {heading_key(heading) for heading in found.values()}
        found[field.name] = f"{label} ({field.name})" if heading_key(label) in taken else label
    return found


def derived_headings(record_type: RecordType, code: str) -> dict[str, str]:
    """Return the heading of every column that is worked out: written, and never read."""
    return {column.name: in_language(code, column.label) for column in record_type.derived}


def is_joined(record_type: RecordType, target: str) -> bool:
    """Whether several columns may become `target` together."""
    if target in {REF, FIRST_NAME, LAST_NAME, ""}:
        return False
    field = record_type.field(target)
    return field.kind in {FieldKind.TAGS, FieldKind.LONG_TEXT} or target in _JOINED


def _known_headings(record_type: RecordType) -> Iterable[dict[str, str]]:
    """Yield headings and what they mean, the surest first."""
    own: dict[str, str] = {}
    for code in LANGUAGES:
        for name, heading in headings(record_type, code).items():
            own.setdefault(heading_key(heading), name)
    for field in record_type.fields:
        own.setdefault(heading_key(field.name), field.name)
    yield own
    if _has_name(record_type):
        yield _of_others((FIRST_NAME, LAST_NAME))
    like: dict[str, str] = {}
    for field in record_type.fields:
        for heading in (*field.headings, *_PROGRAMS.get(field.name, ())):
            like.setdefault(heading_key(heading), field.name)
    yield like
    if record_type.prefix:
        yield _of_others((REF,))


def _of_others(names: Iterable[str]) -> dict[str, str]:
    return {
        heading_key(heading): name
        for name in names
        for heading in (
            *(in_language(code, _OTHERS[name]) for code in LANGUAGES),
            *_OTHER_HEADINGS[name],
        )
    }


def _has_name(record_type: RecordType) -> bool:
    return record_type.title == "name"


def _settle_names(record_type: RecordType, targets: list[str]) -> None:
    """Take `Nom` for the family name where the first name has a column of its own."""
    if not _has_name(record_type) or FIRST_NAME not in targets:
        return
    if "name" in targets and LAST_NAME not in targets:
        targets[targets.index("name")] = LAST_NAME
    elif "name" in targets:
        targets[:] = ["" if name in {FIRST_NAME, LAST_NAME} else name for name in targets]
