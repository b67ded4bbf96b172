"""What a reader is not given: for the mediator's eyes, and for the audit of the file.

This walks over every text there is by the descriptions of the records. It shares only
`may_read` with the gathering of what a page shows, so that the audit, which looks for these
texts in the finished file, finds what the gathering may have let slip.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from entente.briefs.conflict.case import Case
from entente.briefs.conflict.values import Reason, Withheld, known_level
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.confidentiality import Level, may_read
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE, STEP
from entente.domain.option import OPTION
from entente.domain.party import PARTY, STATEMENTS
from entente.domain.records import LEVEL_FIELD, RATING_FIELDS, Field
from entente.i18n import N_
from entente.store.search import level_of

_STAGE: Final = DIFFICULTY.field("stage").label
#: Of the mission, what stands at the head of every document.
_MISSION_SHOWN: Final = ("name", "organisation", "mediator", "practice")


def left_out(case: Case) -> Iterator[Withheld]:
    """Yield each text, each stage and each name that this reader is not given."""
    for row in case.stages:
        if row["stage"] is not None and (case.is_later(row) or not case.reads(row)):
            yield _withheld(case, DIFFICULTY.rating_name, row, _STAGE)
    yield from _of_record(case)
    for row in case.parties:
        yield from _of_party(case, row)
    for kind, rows in ((NOTE, case.notes), (OPTION, case.options), (STEP, case.steps)):
        for row in rows:
            if row["text"] and (case.is_later(row) or not case.reads(row)):
                yield _withheld(case, kind.name, row, kind.label)


def sorted_texts(case: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return every text of the rows concerned: those the reader may read, and the others."""
    readable = dict.fromkeys(_given_anyway(case))
    withheld: dict[str, None] = {}
    for field, row in _every_text(case):
        words = row[field.name]
        if not words:
            continue
        caucus_of = row.get("actor_id") or ""
        may = may_read(case.audience, level_of(field, row), caucus_of) and not case.is_later(row)
        (readable if may else withheld)[str(words)] = None
    return tuple(readable), tuple(words for words in withheld if words not in readable)


def _of_record(case: Case) -> Iterator[Withheld]:
    row = case.difficulty
    hidden = {
        "title": not case.tells_title,
        "summary": not case.reads(row, "summary_level"),
        "notes": not case.reads(row),
    }
    for name, is_hidden in hidden.items():
        if row[name] and is_hidden:
            field = DIFFICULTY.field(name)
            level = field.level_field or LEVEL_FIELD
            yield _withheld(case, DIFFICULTY.name, row, field.label, level)


def _of_party(case: Case, row: Mapping[str, Any]) -> Iterator[Withheld]:
    for name in STATEMENTS:
        field = PARTY.field(name)
        if row[name] and not case.reads(row, field.level_field):
            yield _withheld(case, PARTY.name, row, field.label, field.level_field)
    if not case.knows(row["actor_id"]):
        yield _withheld(case, ACTOR.name, case.actors[row["actor_id"]], N_("Name"))


def _withheld(
    case: Case, table: str, row: Mapping[str, Any], what: str, level: str = LEVEL_FIELD
) -> Withheld:
    actor_id = row["id"] if table == ACTOR.name else row.get("actor_id")
    actor = case.actors.get(actor_id or "")
    return Withheld(
        table=table,
        key=row["id"],
        what=what,
        whose=f"{actor['ref']} {actor['name']}" if actor else "",
        reason=Reason.LATER if case.is_later(row) else Reason.LEVEL,
        level=known_level(row[level]),
        caucus_of=str(actor["ref"]) if actor and row[level] == Level.CAUCUS else "",
    )


def _every_text(case: Case) -> Iterator[tuple[Field, Mapping[str, Any]]]:
    kinds: Iterable[tuple[Iterable[Field], Iterable[Mapping[str, Any]]]] = (
        (DIFFICULTY.stored, [case.difficulty]),
        (RATING_FIELDS, (*case.stages, *case.assessments)),
        (PARTY.stored, case.parties),
        (NOTE.stored, case.notes),
        (OPTION.stored, case.options),
        (STEP.stored, case.steps),
        (ACTOR.stored, case.actors.values()),
        (ORGANISATION.stored, case.organisations.values()),
    )
    for fields, rows in kinds:
        texts = [field for field in fields if field.is_text]
        for row in rows:
            for field in texts:
                yield field, row


def _given_anyway(case: Case) -> Iterator[str]:
    """Yield what the reader is told whatever its level.

    The head of the page; for a party the title of the difficulty and who is at the table.
    """
    yield from (case.mission[name] for name in _MISSION_SHOWN if case.mission.get(name))
    if not case.for_insider:
        return
    yield str(case.difficulty["title"])
    for row in case.parties:
        actor_id = row["actor_id"]
        yield from filter(None, (str(case.actors[actor_id]["name"]), case.home(actor_id)))
        if actor_id == case.audience.actor_id and row["speaks_for"]:
            yield str(row["speaks_for"])
