"""Carrying out an import in a mission: the one place here that touches one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.mission import MISSION
from entente.domain.record_values import checked, split
from entente.domain.records import RATING_FIELDS, FieldKind, RecordType, Values
from entente.domain.relation import RELATION
from entente.domain.risk import RISK
from entente.domain.risk_scales import RISK_STEP
from entente.exchange.graph_plan import GraphPlan, new_key
from entente.exchange.known import Existing, Known, know, name_key
from entente.exchange.mapping import REF
from entente.exchange.plan import Decision, NewReference, Plan, PlannedRow
from entente.exchange.rating_plan import Rated, sign_of
from entente.services import records
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import did.

    Attributes:
        created, updated, skipped: Rows of the file by what became of them.
        related: Records made because rows refer to them, such as organisations.
        ratings: Dated ratings taken over beside the rows.
    """

    created: int = 0
    updated: int = 0
    skipped: int = 0
    related: int = 0
    ratings: int = 0


def gather(session: Session, record_type: RecordType) -> Existing:
    """Return what `prepare` needs to know of a mission to import a kind of record."""
    targets = {field.target for field in record_type.fields if field.kind is FieldKind.REFERENCE}
    if record_type is RISK:
        # What its steps are called, and what its amounts are in.
        targets |= {RISK_STEP.name, MISSION.name}
    return {name: _known(session, name) for name in sorted({record_type.name, *targets})}


def rated(session: Session, record_type: RecordType) -> Rated:
    """Return what `with_ratings` needs to know of the ratings there are."""
    found: dict[str, Counter[tuple[Any, ...]]] = {}
    for rating in records.ratings(session, record_type):
        sign = sign_of(record_type, {"dated_on": rating.dated_on, **rating.values})
        found.setdefault(rating.record_id, Counter())[sign] += 1
    return found


def gather_graph(session: Session) -> Existing:
    """Return what `prepare_graph` needs to know of a mission."""
    return {**gather(session, RELATION), **gather(session, ACTOR)}


def reference_texts(
    session: Session, record_type: RecordType, audience: Audience = MEDIATOR
) -> dict[str, str]:
    """Return how an export writes references of a kind of record, by key.

    It is the name, which a person reads and another mission understands, or the short
    reference where two records are called alike or the audience may not read the name.
    """
    texts: dict[str, str] = {}
    targets = {field.target for field in record_type.fields if field.kind is FieldKind.REFERENCE}
    for name in targets:
        known = _known(session, name, audience)
        for key, record in known.values.items():
            title = str(record.get(known.record_type.title) or "")
            alone = known.names.get(name_key(title)) == (key,)
            texts[key] = title if alone and title else str(record.get(REF) or title)
    return texts


def apply(session: Session, plan: Plan) -> Counts:
    """Carry out a plan, all of it or nothing.

    Raises:
        ImportRefusedError: If the plan has problems.
    """
    plan.check()
    return _carry_out(session, plan, {})[0]


def apply_graph(session: Session, plan: GraphPlan) -> tuple[Counts, Counts]:
    """Carry out a plan of actors and relations, all of it or nothing; return what became of each.

    Raises:
        ImportRefusedError: If the plan has problems.
    """
    plan.check()
    actors, keys = (Counts(), {}) if plan.actors is None else _carry_out(session, plan.actors, {})
    if plan.relations is None:
        return actors, Counts()
    stand_ins = {new_key(number): key for number, key in keys.items()}
    return actors, _carry_out(session, plan.relations, stand_ins)[0]


def _carry_out(
    session: Session, plan: Plan, known: Mapping[Any, str]
) -> tuple[Counts, dict[int, str]]:
    """Do what a plan says; return it counted, and the keys of new records by their row."""
    made = _make_references(session, plan.new_references)
    keys: dict[Any, str] = {**known, **made}
    new = [row for row in plan.rows if row.decision is Decision.CREATE]
    rows = [_whole(plan.record_type, row.values, keys) for row in new]
    created = _create(session, plan.record_type, rows)
    owners = {row.number: key for row, key in zip(new, created, strict=True)}
    _add_ratings(session, plan, {row.number: row.key for row in plan.rows} | owners)
    changed = [row for row in plan.rows if row.decision is Decision.UPDATE and not row.does_nothing]
    for row in changed:
        values = _whole(plan.record_type, _new_values(row), keys)
        records.change(session, plan.record_type, row.key, values)
    counts = Counts(
        created=len(new),
        updated=len(changed),
        skipped=len(plan.rows) - len(new) - len(changed),
        related=len(made),
        ratings=len(plan.new_ratings),
    )
    return counts, owners


def _add_ratings(session: Session, plan: Plan, owners: Mapping[int, str]) -> None:
    if not plan.new_ratings:
        return
    owner = f"{plan.record_type.name}_id"
    session.insert_ratings(
        plan.record_type,
        [
            {"fact": "", "author": "", **rating.values, owner: owners[rating.row]}
            for rating in plan.new_ratings
        ],
    )


def _known(session: Session, name: str, audience: Audience = MEDIATOR) -> Known:
    record_type = RECORD_TYPES[name]
    table = records.list_rows(session, record_type, audience)
    return know(record_type, table.columns, table.rows)


def _make_references(
    session: Session, wanted: tuple[NewReference, ...]
) -> Mapping[NewReference, str]:
    made: dict[NewReference, str] = {}
    for reference in wanted:
        record_type = RECORD_TYPES[reference.target]
        made[reference] = records.create(session, record_type, {record_type.title: reference.name})
    return made


def _whole(record_type: RecordType, values: Values, keys: Mapping[Any, str]) -> dict[str, Any]:
    """Return values with the keys of what came into being for what stood for it."""
    references = {f.name for f in record_type.fields if f.kind is FieldKind.REFERENCE}
    return {
        name: keys.get(value, value) if name in references else value
        for name, value in values.items()
    }


def _new_values(row: PlannedRow) -> dict[str, Any]:
    return {name: new for name, (__, new) in (row.changes or {}).items()}


def _create(session: Session, record_type: RecordType, rows: list[dict[str, Any]]) -> list[str]:
    """Add many records at once, each with the first rating it comes with; return their keys."""
    parts = [split(record_type, checked(record_type, row)) for row in rows]
    for number in filter(None, (_number(record_type, stored) for stored, __ in parts)):
        session.keep_number(record_type.name, number)
    keys = session.insert_many(record_type, [stored for stored, __ in parts])
    if record_type.dated:
        ratings = list(_first_ratings(session, record_type, keys, parts))
        session.insert_ratings(record_type, ratings)
    return keys


def _first_ratings(
    session: Session,
    record_type: RecordType,
    keys: list[str],
    parts: list[tuple[dict[str, Any], dict[str, Any]]],
) -> Iterator[Values]:
    defaults = {field.name: field.default for field in RATING_FIELDS}
    defaults |= {"fact": "", "author": ""}
    for field in record_type.dated:
        defaults[field.name] = None if record_type.sparse else field.default
    for key, (stored, rating) in zip(keys, parts, strict=True):
        if any(value is not None for value in rating.values()):
            yield {
                **defaults,
                **rating,
                "dated_on": records.first_day(session, record_type, stored),
                f"{record_type.name}_id": key,
            }


def _number(record_type: RecordType, stored: Values) -> int:
    """Return the number in a reference that came with the file, 0 if there is none."""
    return int(str(stored.get(REF, ""))[len(record_type.prefix) :] or 0)
