"""Takes from a mission, field by field, what one reader may know of one difficulty."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from entente.briefs.conflict.case import Case, read_case
from entente.briefs.conflict.values import (
    ConflictBrief,
    NoteView,
    OptionView,
    PartyView,
    StageView,
    Statement,
    StepView,
    Text,
    known_level,
)
from entente.briefs.conflict.withheld import left_out, sorted_texts
from entente.domain.confidentiality import Audience
from entente.domain.note import NoteKind
from entente.domain.party import PARTY, STATEMENTS
from entente.domain.records import LEVEL_FIELD
from entente.errors import RecordMissingError
from entente.store.session import Session

_OPTION_ORDER: Final = {"kept": 0, "open": 1, "dropped": 2}


def gather(
    session: Session, difficulty_id: str, audience: Audience, on: dt.date | None = None
) -> ConflictBrief:
    """Return the brief of a difficulty for one reader.

    Each text goes by its own level. Beyond that: a party of the difficulty is always told
    its title and who the parties are; a reader who may not read the record itself is told
    neither its title nor its nature, and knows the parties by their references only.

    Args:
        session: The open mission.
        difficulty_id: Key of the difficulty.
        audience: The reader.
        on: The day whose state is shown; what is dated later is left out. Today if None.

    Raises:
        RecordMissingError: If there is no such difficulty, or the reader is an actor who is
            not a party of it.
    """
    case = read_case(session, difficulty_id, audience, on or session.today)
    if case.for_insider and audience.actor_id not in case.insiders:
        raise RecordMissingError(PARTY.name, case.ref(audience.actor_id) or audience.actor_id)
    readable, withheld = sorted_texts(case)
    brief = ConflictBrief(
        audience=audience.kind,
        recipient=_recipient(case),
        on=case.on,
        mission=case.mission.get("name") or "",
        organisation=case.mission.get("organisation") or "",
        mediator=case.mission.get("mediator") or "",
        practice=case.mission.get("practice") or "",
        ref=case.difficulty["ref"],
        title=case.difficulty["title"] if case.tells_title else "",
        summary=case.text(case.difficulty, "summary", "summary_level"),
        parties=tuple(_party(case, row) for row in case.parties),
        stages=_stages(case),
        agreed=_notes(case, NoteKind.AGREED),
        disputed=_notes(case, NoteKind.DISPUTED),
        notes=(*_remarks(case), *_notes(case, NoteKind.NOTE, NoteKind.FACT, NoteKind.EMOTION)),
        options=_options(case),
        steps=_steps(case),
        withheld=tuple(left_out(case)),
        readable_texts=readable,
        withheld_texts=withheld,
    )
    return _with_state(brief, case) if case.reads(case.difficulty) else brief


def _recipient(case: Case) -> str:
    if not case.for_insider:
        return ""
    actor = case.actors[case.audience.actor_id]
    known = ", ".join(part for part in (actor["name"], case.home(case.audience.actor_id)) if part)
    return f"{known} ({actor['ref']})" if known else str(actor["ref"])


def _with_state(brief: ConflictBrief, case: Case) -> ConflictBrief:
    row = case.difficulty
    return replace(brief, nature=row["nature"], status=row["status"], opened_on=row["opened_on"])


def _party(case: Case, row: Mapping[str, Any]) -> PartyView:
    actor_id = row["actor_id"]
    standing = ""
    if case.reads(row) or actor_id == case.audience.actor_id:
        standing = row["speaks_for"] or ""
    standing = standing or case.home(actor_id)
    said = ((name, case.text(row, name, f"{name}_level")) for name in STATEMENTS)
    statements = tuple(Statement(name, text) for name, text in said if text)
    return PartyView(case.ref(actor_id), case.name(actor_id), standing, statements)


def _stages(case: Case) -> tuple[StageView, ...]:
    return tuple(
        StageView(row["dated_on"], row["stage"], _fact(case, row))
        for row in case.stages
        if row["stage"] is not None and row["dated_on"] <= case.on and case.reads(row)
    )


def _fact(case: Case, row: Mapping[str, Any]) -> Text:
    return case.text(row, "fact") or Text("", known_level(row[LEVEL_FIELD]))


def _remarks(case: Case) -> tuple[NoteView, ...]:
    text = case.text(case.difficulty, "notes")
    return (NoteView(text, "", "", None),) if text else ()


def _notes(case: Case, *kinds: NoteKind) -> tuple[NoteView, ...]:
    chosen = [
        NoteView(text, row["kind"], case.name(row["actor_id"]), row["noted_on"])
        for row in case.notes
        if row["kind"] in kinds and not case.is_later(row)
        if (text := case.text(row, "text"))
    ]
    return tuple(sorted(chosen, key=lambda note: note.noted_on or dt.date.min))


def _options(case: Case) -> tuple[OptionView, ...]:
    chosen = [
        OptionView(text, row["status"], case.name(row["actor_id"]))
        for row in case.options
        if (text := case.text(row, "text"))
    ]
    return tuple(sorted(chosen, key=lambda option: _OPTION_ORDER.get(option.status, 1)))


def _steps(case: Case) -> tuple[StepView, ...]:
    chosen = [
        StepView(text, case.name(row["actor_id"]), row["due_on"], bool(row["done"]))
        for row in case.steps
        if (text := case.text(row, "text"))
    ]
    return tuple(sorted(chosen, key=lambda step: step.due_on or dt.date.max))
