"""Every text about what a map shows, sorted by whether its reader may read it.

This walks over all texts by the descriptions of the records, apart from what the map was made
of, so that the audit of a finished map finds what the making may have let slip.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_NOTE, MAP_VIEW
from entente.domain.confidentiality import Audience, may_read
from entente.domain.pseudonym import Concealer
from entente.domain.relation import RELATION
from entente.services import records
from entente.services.disclosure import Concerned, Texts, ratings_of, rows_of, table_texts
from entente.store.search import level_of
from entente.store.session import Session

_NAME: Final = ACTOR.field(ACTOR.title)


def mapped_texts(
    session: Session,
    audience: Audience,
    given: Iterable[str],
    concealer: Concealer | None = None,
) -> Texts:
    """Return the texts a reader may read, and the others.

    Args:
        session: The open mission.
        audience: The reader.
        given: What the reader is told whatever its level.
        concealer: What takes names out of texts where roles stand for them; then names and
            what leads to a person are for nobody.
    """
    readable = set(given)
    withheld: set[str] = set()
    for field, row in chain.from_iterable(map(table_texts, _concerned(session))):
        text = str(row[field.name])
        names = field.personal or field is _NAME
        if not may_read(audience, level_of(field, row)) or (concealer is not None and names):
            withheld.add(text)
        else:
            readable.add(text if concealer is None else concealer.conceal(text))
    return Texts(tuple(sorted(readable)), tuple(sorted(withheld - readable)))


def _concerned(session: Session) -> Iterator[Concerned]:
    for kind in (ACTOR, ORGANISATION, RELATION, MAP_VIEW, MAP_NOTE):
        yield rows_of(kind, records.list_rows(session, kind).dicts())
    for kind in (ACTOR, RELATION):
        yield ratings_of(
            {"fact": one.fact, "author": one.author, "confidentiality": one.confidentiality}
            for one in records.ratings(session, kind)
        )
