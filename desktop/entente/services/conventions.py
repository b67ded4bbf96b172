"""Conventions of cooperation: clauses as a checklist, who has signed, until when they hold."""

import datetime as dt
from dataclasses import dataclass

from entente.domain.actor import ORGANISATION
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.cooperation.records import (
    CONVENTION,
    CONVENTION_CLAUSE,
    CONVENTION_SIGNATURE,
)
from entente.domain.records import LEVEL_FIELD, Values
from entente.i18n import language
from entente.services import cooperation, presentation, records
from entente.services.calendar import day_of
from entente.services.method_texts import read_file
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, as far as it has come: missing, drafted or agreed."""

    id: str
    heading: str
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Signature:
    """An organisation that is to sign.

    Attributes:
        name: Of the organisation.
        signed_on: None while it has not signed, or has taken its signature back.
    """

    id: str
    organisation: str
    name: str
    signed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Convention:
    """A convention at a glance.

    Attributes:
        record: Its values.
        days_left: Until it expires; below 0 once it has; None where no day was set.
    """

    id: str
    ref: str
    title: str
    record: Values
    clauses: tuple[Clause, ...]
    signatures: tuple[Signature, ...]
    days_left: int | None

    @property
    def missing(self) -> tuple[Clause, ...]:
        """Clauses nobody has drafted."""
        return tuple(clause for clause in self.clauses if clause.state == "missing")

    @property
    def unsigned(self) -> tuple[Signature, ...]:
        """Organisations whose signature is wanting."""
        return tuple(each for each in self.signatures if each.signed_on is None)


def conventions(session: Session, audience: Audience = MEDIATOR) -> tuple[Convention, ...]:
    """Return the conventions `audience` may know, in the order of their references."""
    today = day_of(session)
    names = presentation.labels_for(session, ORGANISATION, audience)
    found = []
    for row in presentation.table_for(session, CONVENTION, audience).dicts():
        expires = row["expires_on"]
        found.append(
            Convention(
                row["id"],
                row["ref"],
                row["title"],
                row,
                _clauses(session, row["id"], audience),
                tuple(
                    Signature(
                        each["id"],
                        each["organisation_id"],
                        names.get(each["organisation_id"], ""),
                        None if each["withdrawn_on"] else each["signed_on"],
                    )
                    for each in presentation.rows_where(
                        session, CONVENTION_SIGNATURE, audience, convention_id=row["id"]
                    )
                ),
                (expires - today).days if expires else None,
            )
        )
    return tuple(found)


def begin(session: Session, title: str) -> str:
    """Write a convention with the usual clauses, to be signed by every member; return its key."""
    key = records.create(session, CONVENTION, {"title": title})
    for position, each in enumerate(read_file(f"conventions/{language()}.toml")["clauses"], 1):
        clause = {"convention_id": key, "position": position, "state": "missing", **each}
        records.create(session, CONVENTION_CLAUSE, clause)
    level = records.get(session, CONVENTION, key)[LEVEL_FIELD]
    for partner in cooperation.cooperation(session).present:
        signature = {"convention_id": key, "organisation_id": partner.id, LEVEL_FIELD: level}
        records.create(session, CONVENTION_SIGNATURE, signature)
    return key


def _clauses(session: Session, key: str, audience: Audience) -> tuple[Clause, ...]:
    rows = presentation.rows_where(session, CONVENTION_CLAUSE, audience, convention_id=key)
    rows.sort(key=lambda row: row["position"] or 0)
    return tuple(Clause(row["id"], row["heading"], row["text"] or "", row["state"]) for row in rows)
