"""The fields that many kinds of record have, each described once.

A kind says only what differs: whatever a `Field` takes may be given after what a helper asks for.
The level and the reference to an owner, which nearly all have, stand beside `Field` itself.
"""

from collections.abc import Mapping
from typing import Any, Final, TypedDict, TypeVar, Unpack

from entente.domain.confidentiality import Level
from entente.domain.efforts import STEP
from entente.domain.records import Field, FieldKind
from entente.i18n import N_

#: The last place that can be counted.
PLACE_MAX: Final = 999

_Name = TypeVar("_Name", bound=str)


class More(TypedDict, total=False):
    """What else may be said of a field, as in `Field`."""

    help: str
    headings: tuple[str, ...]
    default: Any
    required: bool
    dated: bool
    with_record: bool
    shown: bool
    level_field: str
    fixed_level: Level | None


def title_field(label: str = N_("Title"), **more: Unpack[More]) -> Field:
    """Return the one line that names a record."""
    more["required"] = True
    return Field("title", label, **more)


def notes_field(**more: Unpack[More]) -> Field:
    """Return the free text at the end of a form, left out of the register."""
    more.setdefault("shown", False)
    return Field("notes", N_("Notes"), FieldKind.LONG_TEXT, **more)


def place_field(**more: Unpack[More]) -> Field:
    """Return where a record stands among others of its kind, counted from the first."""
    more["shown"] = False
    return Field(
        "position",
        N_("Order"),
        FieldKind.INTEGER,
        minimum=0,
        maximum=PLACE_MAX,
        arranged=True,
        **more,
    )


def date_field(name: str, label: str, **more: Unpack[More]) -> Field:
    """Return a day."""
    return Field(name, label, FieldKind.DATE, **more)


def due_field(**more: Unpack[More]) -> Field:
    """Return the day by which something is to be done."""
    more.setdefault("headings", ("échéance",))
    return date_field("due_on", N_("Due"), **more)


def effort_field(name: str, label: str, maximum: float, **more: Unpack[More]) -> Field:
    """Return work in half-days, which may be written in days and hours."""
    return Field(
        name,
        label,
        FieldKind.NUMBER,
        minimum=0,
        maximum=maximum,
        step=STEP,
        in_half_days=True,
        **more,
    )


def choice_field(
    name: str, label: str, choices: Mapping[_Name, str], **more: Unpack[More]
) -> Field:
    """Return one of `choices`, which may have the members of a `StrEnum` as keys."""
    known = {str(value): said for value, said in choices.items()}
    return Field(name, label, FieldKind.CHOICE, choices=known, **more)


def first_choice_field(
    name: str, label: str, choices: Mapping[_Name, str], **more: Unpack[More]
) -> Field:
    """Return one of `choices`, never empty: the first, or `default`, until another is chosen."""
    more.setdefault("default", str(next(iter(choices))))
    more["required"] = True
    return choice_field(name, label, choices, **more)


def kind_field(choices: Mapping[_Name, str], **more: Unpack[More]) -> Field:
    """Return which kind of a thing it is; the first of `choices`, or `default`."""
    return first_choice_field("kind", N_("Kind"), choices, **more)


def status_field(choices: Mapping[_Name, str], **more: Unpack[More]) -> Field:
    """Return how far something has come; it begins with the first of `choices`."""
    return first_choice_field("status", N_("Status"), choices, **more)


def dated_status_field(
    choices: Mapping[_Name, str],
    name: str = "status",
    label: str = N_("Status"),
    **more: Unpack[More],
) -> Field:
    """Return how far something has come, with the day of every change.

    Whoever reads the record reads it. It begins with the first of `choices`.
    """
    more.setdefault("headings", ("statut", "état"))
    more.setdefault("default", str(next(iter(choices))))
    more["dated"] = more["with_record"] = True
    return choice_field(name, label, choices, **more)


def reference(name: str, label: str, target: str, **more: Unpack[More]) -> Field:
    """Return a reference that is emptied when the record it points to goes."""
    return Field(name, label, FieldKind.REFERENCE, target=target, **more)


def actor_field(name: str, label: str, **more: Unpack[More]) -> Field:
    """Return somebody who has a part in it: owner, author, other side."""
    return reference(name, label, "actor", **more)


def difficulty_field(**more: Unpack[More]) -> Field:
    """Return the difficulty a record has to do with, left out of the register."""
    more.setdefault("shown", False)
    return reference("difficulty_id", N_("Difficulty"), "difficulty", **more)


def risk_field(**more: Unpack[More]) -> Field:
    """Return the risk a record has to do with, left out of the register."""
    more.setdefault("shown", False)
    return reference("risk_id", N_("Risk"), "risk", **more)


def session_field(**more: Unpack[More]) -> Field:
    """Return the session of mediation in which it was said or decided."""
    return reference("session_id", N_("Session"), "mediation_session", **more)
