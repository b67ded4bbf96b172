"""What the tab on cooperation shows, read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from entente.domain.confidentiality import Audience
from entente.domain.cooperation.records import (
    CONVENTION_CLAUSE,
    CONVENTION_SIGNATURE,
    FEAR,
    TRIGGER,
)
from entente.services import conventions, cooperation, presentation
from entente.services.conventions import Convention
from entente.services.cooperation import Cooperation, Proposed
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Read:
    """Everything; clauses and signatures are those of the last convention."""

    found: Cooperation
    proposed: tuple[Proposed, ...]
    conventions: tuple[Convention, ...]
    fears: Sequence[Mapping[str, Any]]
    triggers: Sequence[Mapping[str, Any]]
    clauses: Sequence[Mapping[str, Any]]
    signatures: Sequence[Mapping[str, Any]]


def read(session: Session, viewer: Audience, *, presenting: bool) -> Read:
    """Return what `viewer` may see; nothing is proposed while others look."""
    known = conventions.conventions(session, viewer)
    rows = partial(presentation.rows_where, session)
    last = {"convention_id": known[-1].id} if known else {"convention_id": ""}
    return Read(
        cooperation.cooperation(session, viewer),
        () if presenting else cooperation.proposed(session),
        known,
        rows(FEAR, viewer),
        rows(TRIGGER, viewer),
        sorted(rows(CONVENTION_CLAUSE, viewer, **last), key=lambda row: row["position"] or 0),
        rows(CONVENTION_SIGNATURE, viewer, **last),
    )
