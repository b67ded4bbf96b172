"""Takes from a mission what one reader may know of one difficulty."""

import datetime as dt
from dataclasses import replace
from typing import Any, Final

from entente.briefs import searched
from entente.briefs.difficulty import PARTS, read_difficulty
from entente.briefs.gathering import Gathering
from entente.briefs.leftover import counted, left_out
from entente.briefs.told import Entry, Told
from entente.domain.confidentiality import PUBLIC, SPONSOR, Audience, AudienceKind, party
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT, DECISION, ORIGIN
from entente.domain.glossary import MEANING, TERM, TERM_LINK
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.option import OPTION, OPTION_SCORE
from entente.domain.party import PARTY
from entente.domain.records import RecordType
from entente.domain.text import natural_key
from entente.services.disclosure import head_of
from entente.store.session import Session

#: What belongs to what belongs to a difficulty.
PARTS_OF_PARTS: Final = (OPTION_SCORE, MEANING)


def gather(
    session: Session,
    difficulty_id: str,
    audience: Audience,
    on: dt.date | None = None,
    *,
    full: bool = True,
) -> Told:
    """Return the brief of a difficulty for one reader.

    Each text goes by its own level. Beyond that: a party of the difficulty is always told
    its title and who the parties are; a reader who may not read the record itself is told
    neither its title nor its nature, and knows the parties by their references only.

    Args:
        session: The open mission.
        difficulty_id: Key of the difficulty.
        audience: The reader; a party without a key stands for what all of them may read.
        on: The day whose state is shown; what is dated later is left out. Today if None.
        full: Whether long lists are told to their end, however many pages it takes.

    Raises:
        RecordMissingError: If there is no such difficulty, or the reader is an actor who is
            not a party of it.
    """
    day = on or session.today
    gathering = Gathering(session, audience, day)
    row = read_difficulty(gathering, difficulty_id)
    gathering.read(OPTION_SCORE, "option_id", _keys(gathering, OPTION))
    _read_terms(gathering, difficulty_id)
    head = head_of(session, audience, day, gathering.recipient())
    title = [str(row["title"])] if gathering.for_insider else []
    return Told(
        head=head,
        subject=_subject(gathering, row),
        lists={PARTY.name: _parties(gathering)}
        | {kind.name: gathering.entries(kind) for kind in (*PARTS[1:], *PARTS_OF_PARTS, TERM)}
        | {
            INTERACTION.name: _exchanges(gathering),
            ORIGIN.name: _origins(gathering, difficulty_id),
        },
        withheld=tuple(left_out(gathering)),
        texts=searched.texts_of(gathering, [*head.texts(), *title]),
        audited=_audited(gathering),
        full=full,
    )


def _subject(gathering: Gathering, row: Any) -> Entry:  # noqa: ANN401  # a row holds anything
    """Return the difficulty; a party of it knows at least what it is called."""
    found = gathering.entry(DIFFICULTY, row) or Entry(DIFFICULTY.name, row["id"], ref=row["ref"])
    return replace(found, name=str(row["title"])) if gathering.for_insider else found


def _parties(gathering: Gathering) -> tuple[Entry, ...]:
    rows = sorted(
        gathering.rows[PARTY.name], key=lambda row: natural_key(gathering.ref(row["actor_id"]))
    )
    found = []
    for row in rows:
        told = gathering.entry(PARTY, row) or Entry(PARTY.name, row["id"])
        ref = gathering.ref(row["actor_id"])
        links = {"actor_id": row["actor_id"]}
        found.append(gathering.person(replace(told, ref=ref, links=links, caucus_of=ref), row))
    return tuple(found)


def _read_terms(gathering: Gathering, difficulty_id: str) -> None:
    links = gathering.read(TERM_LINK, "difficulty_id", [difficulty_id])
    terms = [link["term_id"] for link in links]
    gathering.read(TERM, "id", terms)
    gathering.read(MEANING, "term_id", terms)


def _exchanges(gathering: Gathering) -> tuple[Entry, ...]:
    """Return what took place with the mediator, and with whom."""
    rows = gathering.read(PRESENCE, "interaction_id", _keys(gathering, INTERACTION))
    found = []
    for entry in gathering.entries(INTERACTION):
        there = [row["actor_id"] for row in rows if row["interaction_id"] == entry.key]
        # Who was there goes as far as what took place.
        names = ", ".join(gathering.name(key) for key in there) if entry.datum("subject") else ""
        found.append(replace(entry, standing=names))
    return tuple(found)


def _origins(gathering: Gathering, difficulty_id: str) -> tuple[Entry, ...]:
    """Return the decisions and commitments a difficulty was born of, if they may be read."""
    rows = gathering.read(ORIGIN, "difficulty_id", [difficulty_id])
    found: list[Entry] = []
    for kind, field in ((DECISION, "decision_id"), (COMMITMENT, "commitment_id")):
        keys = [row[field] for row in rows if row[field]]
        others = set(keys) - set(_keys(gathering, kind))
        gathering.read(kind, "id", others)
        found += [each for each in gathering.entries(kind) if each.key in keys]
    return tuple(found)


def _keys(gathering: Gathering, kind: RecordType) -> list[str]:
    return [row["id"] for row in gathering.rows.get(kind.name, ())]


def _audited(gathering: Gathering) -> tuple[tuple[str, int], ...]:
    """Return, for the mediator, how much each other reader's copy leaves out."""
    if gathering.audience.kind is not AudienceKind.MEDIATOR:
        return ()
    readers = (
        *(
            (gathering.ref(key), party(key))
            for key in sorted(gathering.at_table, key=gathering.ref)
        ),
        ("sponsor", SPONSOR),
        ("public", PUBLIC),
    )
    return counted(gathering, readers)
