"""What was said in caucus by one party of a difficulty."""

from collections.abc import Iterator

from sqlalchemy import select

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import Level
from entente.domain.party import PARTY
from entente.domain.records import LEVEL_FIELD, RecordType
from entente.store.schema import TABLES
from entente.store.session import Session

_OWNER = "difficulty_id"


def of_party(session: Session, party_id: str) -> Iterator[tuple[RecordType, str]]:
    """Yield kind and key of each record a party alone may read beside the mediator."""
    party = session.image(TABLES[PARTY.name], party_id)
    if party is None:
        return
    for kind in RECORD_TYPES.values():
        table = TABLES[kind.name]
        if kind is PARTY or not kind.caucus_field or _OWNER not in table.columns:
            continue
        mine = select(table.c.id).where(
            table.c[_OWNER] == party[_OWNER],
            table.c[kind.caucus_field] == party["actor_id"],
            table.c[LEVEL_FIELD] == Level.CAUCUS.value,
        )
        for row in session.rows(mine):
            yield kind, row.id
