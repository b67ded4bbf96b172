"""What the audit of a finished file looks for: every text of the rows that were gathered.

It shares nothing but `may_read` with what is picked for the page, so that it finds what the
picking let slip.
"""

from collections.abc import Iterable, Iterator

from entente.briefs.gathering import Gathering
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import Level
from entente.domain.party import PARTY
from entente.services.disclosure import Concerned, Texts, ratings_of, rows_of, table_texts
from entente.services.disclosure import sorted_texts as sort_texts
from entente.store.search import level_of


def texts_of(gathering: Gathering, given: Iterable[str]) -> Texts:
    """Return every text concerned: those the reader may read, and the others.

    Args:
        gathering: The reader, and the rows concerned.
        given: What the reader is told whatever its level, beside the names of those
            who sit at one table with them.
    """
    told = [*given, *_table_talk(gathering)]
    return sort_texts(gathering.audience, _concerned(gathering), gathering.on, told)


def texts_but(gathering: Gathering, given: Iterable[str]) -> Texts:
    """Return every text concerned as withheld, whoever reads, but names and what is given."""
    names = (gathering.name(key) for key in gathering.people)
    told = dict.fromkeys(filter(None, (*given, *names, *map(gathering.home, gathering.people))))
    held = (
        str(row[each.name]) for table in _concerned(gathering) for each, row in table_texts(table)
    )
    return Texts(tuple(told), tuple(dict.fromkeys(text for text in held if text not in told)))


def texts_without_caucus(gathering: Gathering, given: Iterable[str]) -> Texts:
    """Return every text concerned; whoever reads, what no minutes hold is withheld.

    That is what was said in caucus, and what the mediator noted on the side.
    """
    texts = texts_of(gathering, given)
    told: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for table in _concerned(gathering):
        for each, row in table_texts(table):
            private_ = level_of(each, row) == Level.CAUCUS or each.fixed_level is not None
            told[private_][str(row[each.name])] = None
    private = told[True].keys() - told[False].keys()
    kept = tuple(text for text in texts.readable if text not in private)
    held = (*texts.withheld, *(text for text in told[True] if text in private))
    return Texts(kept, tuple(dict.fromkeys(held)))


def joined(*each: Texts) -> Texts:
    """Return what the audit looks for in a document made of several."""
    readable = dict.fromkeys(text for texts in each for text in texts.readable)
    held = dict.fromkeys(text for texts in each for text in texts.withheld)
    return Texts(tuple(readable), tuple(text for text in held if text not in readable))


def _concerned(gathering: Gathering) -> Iterator[Concerned]:
    for name, rows in gathering.rows.items():
        kind = RECORD_TYPES.get(name)
        yield rows_of(kind, rows) if kind is not None else ratings_of(rows)
    yield rows_of(ACTOR, gathering.people.values())
    yield rows_of(ORGANISATION, gathering.homes.values())
    yield ratings_of(gathering.select(ACTOR.rating_name, "actor_id", gathering.people))


def _table_talk(gathering: Gathering) -> Iterator[str]:
    """Yield what somebody at the table is told whatever its level: who else sits there."""
    if not gathering.for_insider:
        return
    for actor_id in gathering.at_table:
        yield from filter(None, (str(gathering.people[actor_id]["name"]), gathering.home(actor_id)))
    for row in gathering.rows.get(PARTY.name, ()):
        if row["actor_id"] == gathering.audience.actor_id and row["speaks_for"]:
            yield str(row["speaks_for"])
