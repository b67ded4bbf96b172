"""Every text about what a map shows, sorted by whether its reader may read it.

This walks over all texts by the descriptions of the records, apart from what the map was made
of, so that the audit of a finished map finds what the making may have let slip.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_NOTE, MAP_VIEW
from entente.domain.confidentiality import Audience, may_read
from entente.domain.pseudonym import Concealer
from entente.domain.records import RATING_FIELDS, Field
from entente.domain.relation import RELATION
from entente.services import records
from entente.store.search import level_of
from entente.store.session import Session

_NAME: Final = ACTOR.field(ACTOR.title)


def sorted_texts(
    session: Session, audience: Audience, concealer: Concealer | None = None
) -> tuple[set[str], set[str]]:
    """Return the texts a reader may read, and the others.

    Args:
        session: The open mission.
        audience: The reader.
        concealer: What takes names out of texts where roles stand for them; then names and
            what leads to a person are for nobody.
    """
    readable: set[str] = set()
    withheld: set[str] = set()
    for field, row in _every_text(session):
        text = str(row[field.name] or "")
        if not text:
            continue
        names = field.personal or field is _NAME
        if not may_read(audience, level_of(field, row)) or (concealer is not None and names):
            withheld.add(text)
        else:
            readable.add(text if concealer is None else concealer.conceal(text))
    return readable, withheld


def _every_text(session: Session) -> Iterator[tuple[Field, Mapping[str, Any]]]:
    for kind in (ACTOR, ORGANISATION, RELATION, MAP_VIEW, MAP_NOTE):
        rows = records.list_rows(session, kind).dicts()
        yield from _texts_of((field for field in kind.stored if field.is_text), rows)
    for kind in (ACTOR, RELATION):
        facts = [
            {"fact": one.fact, "author": one.author, "confidentiality": one.confidentiality}
            for one in records.ratings(session, kind)
        ]
        yield from _texts_of((field for field in RATING_FIELDS if field.is_text), facts)


def _texts_of(
    fields: Iterable[Field], rows: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[Field, Mapping[str, Any]]]:
    texts = tuple(fields)
    for row in rows:
        for field in texts:
            yield field, row
