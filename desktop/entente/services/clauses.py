"""The clauses of an agreement: models to begin with, and their fields filled in."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from entente.domain.agreement import AGREEMENT, CLAUSE, CLAUSE_TEMPLATE, AgreementStatus
from entente.domain.clauses import Blank, Filled, blanks_of, fill
from entente.domain.confidentiality import Audience, may_read
from entente.domain.records import LEVEL_FIELD, Values
from entente.domain.text import fold
from entente.i18n import _, language
from entente.services import records
from entente.services.clause_values import filling, readers
from entente.services.method_texts import read_file
from entente.services.presentation import rows_where
from entente.store.session import Session

_OWNER: Final = "agreement_id"
_DIFFICULTY: Final = "difficulty_id"
_UNTITLED: Final = "…"


@dataclass(frozen=True, slots=True)
class Model:
    """A clause to begin with.

    Attributes:
        key: Of the record, where it is the mediator's own; empty for one of ours.
        usual: Whether a new agreement begins with it.
    """

    key: str
    kind: str
    heading: str
    text: str
    usual: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A clause as it will be read.

    Attributes:
        key: Of the clause; empty for what is added though no clause asks for it.
        to_review: Whether it is to be proof-read by counsel.
        filled: Its text, filled in.
    """

    key: str
    heading: str
    filled: Filled
    to_review: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole agreement as it will be read."""

    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        """Title, headings and texts one below the other, the clauses numbered."""
        parts, number = [self.title], 0
        for each in self.paragraphs:
            number += bool(each.key)
            heading = f"{number}. {each.heading}" if each.key else each.heading
            parts.append(f"{heading}\n\n{each.filled.text}".strip())
        return "\n\n".join(filter(None, parts))


#: What somebody reads who may not read the agreement.
NOTHING: Final = Reading("", ())


def library(session: Session, kind: str) -> tuple[Model, ...]:
    """Return the models for a kind of agreement, in the language in use.

    One of the mediator's own stands in the place of ours with the same heading, the others
    come after.
    """
    own = _own(session, kind)
    mine = {
        fold(row["heading"]): Model(
            row["id"], kind, row["heading"], row["text"] or "", bool(row["usual"])
        )
        for row in own
    }
    ours = [
        Model("", kind, each["heading"], each["text"].strip(), each.get("usual", True))
        for each in read_file(f"clauses/{language()}.toml")[kind]
    ]
    headings = {fold(model.heading) for model in ours}
    return (
        *(mine.get(fold(model.heading), model) for model in ours),
        *(model for heading, model in mine.items() if heading not in headings),
    )


def _own(session: Session, kind: str) -> list[dict[str, Any]]:
    mine = rows_where(session, CLAUSE_TEMPLATE, kind=kind)
    return sorted(mine, key=lambda row: row["position"])


def save_model(session: Session, clause: str) -> str:
    """Keep a clause as a model of the mediator's own, in the place of one with its heading.

    Raises:
        RecordMissingError: If there is no such clause.
    """
    record = records.get(session, CLAUSE, clause)
    kind = records.get(session, AGREEMENT, record[_OWNER])["kind"]
    return keep_model(session, kind, {"heading": record["heading"], "text": record["text"]})


def keep_model(session: Session, kind: str, values: Values, key: str = "") -> str:
    """Write a model of the mediator's own and return its key.

    Args:
        session: The open mission.
        kind: Of agreement.
        values: Its heading, its text, whether it is usual.
        key: Of the one to write over; by default one with that heading, or a new one.

    Raises:
        InvalidValueError: If it has no heading.
    """
    own = _own(session, kind)
    heading = fold(str(values.get("heading") or ""))
    named = [row["id"] for row in own if fold(row["heading"]) == heading]
    there = key or next(iter(named), "")
    if there:
        records.change(session, CLAUSE_TEMPLATE, there, values)
        return there
    position = 1 + max((row["position"] for row in own), default=0)
    return records.create(session, CLAUSE_TEMPLATE, {**values, "kind": kind, "position": position})


def clauses_of(session: Session, agreement: str) -> list[dict[str, Any]]:
    """Return the clauses of an agreement in their order."""
    mine = rows_where(session, CLAUSE, agreement_id=agreement)
    return sorted(mine, key=lambda row: row["position"])


def add(
    session: Session, agreement: str, models: Sequence[Model], at: int | None = None
) -> list[str]:
    """Add clauses to an agreement, as private as it is; return their keys.

    Args:
        session: The open mission.
        agreement: Its key.
        models: What they begin with; one of ours is marked as to be proof-read.
        at: Place of the first among the clauses, from 0; the end by default.
    """
    level = records.get(session, AGREEMENT, agreement)[LEVEL_FIELD]
    there = [row["id"] for row in clauses_of(session, agreement)]
    place = len(there) if at is None else at
    made = [
        records.create(
            session,
            CLAUSE,
            {
                _OWNER: agreement,
                "position": len(there) + number,
                "heading": model.heading,
                "text": model.text,
                LEVEL_FIELD: level,
            },
        )
        for number, model in enumerate(models, 1)
    ]
    arrange(session, [*there[:place], *made, *there[place:]])
    return made


def arrange(session: Session, clauses: Sequence[str]) -> None:
    """Number the clauses of an agreement in the order given."""
    for position, key in enumerate(clauses, 1):
        records.change(session, CLAUSE, key, {"position": position})


def reading(session: Session, agreement: str, audience: Audience | None = None) -> Reading:
    """Return an agreement as it will be read, its fields filled in.

    Args:
        session: The open mission.
        agreement: Its key.
        audience: The reader, who reads the clauses and commitments that are for such readers,
            and nothing of an agreement that is not; by default whoever may read the agreement.

    Raises:
        RecordMissingError: If there is no such agreement.
    """
    record = records.get(session, AGREEMENT, agreement)
    reads = partial(may_read, audience) if audience else readers(record[LEVEL_FIELD])
    if not reads(record[LEVEL_FIELD]):
        return NOTHING
    rows = [row for row in clauses_of(session, agreement) if reads(row[LEVEL_FIELD])]
    values = filling(session, agreement, reads)
    paragraphs = [
        Paragraph(
            row["id"], row["heading"], fill(row["text"] or "", values), bool(row["to_review"])
        )
        for row in rows
    ]
    asked = blanks_of(row["text"] or "" for row in rows)
    is_due = values[Blank.STATEMENT] or record["status"] == AgreementStatus.DRAFT
    if is_due and Blank.STATEMENT not in asked:
        told = fill(f"{{{Blank.STATEMENT.value}}}", values)
        paragraphs.insert(0, Paragraph("", _("Statement of the facts"), told))
    if values[Blank.COMMITMENTS] and Blank.COMMITMENTS not in asked:
        paragraphs.append(Paragraph("", _("Commitments"), Filled(values[Blank.COMMITMENTS])))
    return Reading(record["title"] or _UNTITLED, tuple(paragraphs))
