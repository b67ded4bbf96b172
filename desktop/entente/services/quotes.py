"""What was heard: quotes and interviews, and what is made of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from entente.domain.actor import ACTOR
from entente.domain.card_line import CardLine
from entente.domain.cause import COMMON_CAUSE
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.interaction import INTERACTION
from entente.domain.note import NOTE, NoteKind
from entente.domain.quote_line import QuoteLine
from entente.domain.records import LEVEL_FIELD, Values
from entente.domain.ten_causes import DIFFICULTY_CAUSE
from entente.domain.text import fold, shorten
from entente.domain.working_group import INTERVIEW_GUIDE, QUOTE
from entente.i18n import _
from entente.services import board_edits, interactions, presentation, records
from entente.services.actors import known_people
from entente.store.session import Session

#: The longest title made of a quote.
_TITLE = 160


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody.

    Attributes:
        actor, who: Key and name of who said it, as far as the reader may know; else empty.
        tags: As they were written.
        cause: One of the ten causes of difficulty, or empty.
        common_cause: Key of the cause it speaks for, or empty.
        interaction: Key of where it was said, or empty.
        difficulty, difficulty_ref: Key and reference of the difficulty that was made of it, as
            far as the reader may know; else empty.
    """

    id: str
    ref: str
    text: str
    level: str
    actor: str = ""
    who: str = ""
    tags: tuple[str, ...] = ()
    cause: str = ""
    common_cause: str = ""
    said_on: dt.date | None = None
    interaction: str = ""
    difficulty: str = ""
    difficulty_ref: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """An interview, done or to come.

    Attributes:
        people: Names of those heard.
        guide: Name of the guide; empty for none.
        guide_id: Its key; empty where there is no name.
        quotes: How many quotes it gave.
    """

    id: str
    ref: str
    subject: str
    held_on: dt.date
    people: tuple[str, ...]
    guide: str
    guide_id: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Everything heard that one may know of.

    Attributes:
        quotes: The latest first.
        interviews: Likewise.
        causes: What each common cause is called, by its key.
        people: What a line may call whom: key by folded reference or name.
        names: Of the actors, by key.
        today: The day it was read.
    """

    quotes: tuple[Quote, ...] = ()
    interviews: tuple[Interview, ...] = ()
    causes: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    today: dt.date = dt.date.min

    @property
    def tags(self) -> tuple[tuple[str, int], ...]:
        """Each tag and on how many quotes it is, the most frequent first."""
        words: dict[str, str] = {}
        counts: dict[str, int] = defaultdict(int)
        for quote in self.quotes:
            for tag in dict.fromkeys(fold(tag) for tag in quote.tags):
                counts[tag] += 1
            for tag in quote.tags:
                words.setdefault(fold(tag), tag)
        ordered = sorted(counts, key=lambda tag: (-counts[tag], tag))
        return tuple((words[tag], counts[tag]) for tag in ordered)


def overview(session: Session, viewer: Audience = MEDIATOR) -> Heard:
    """Return what `viewer` may know of what was heard."""
    names = presentation.labels_for(session, ACTOR, viewer)
    causes = {
        row["id"]: f"{row['ref']} {row['statement'] or ''}"
        for row in presentation.table_for(session, COMMON_CAUSE, viewer).dicts()
    }
    difficulties = presentation.table_for(session, DIFFICULTY, viewer).dicts()
    refs = {row["id"]: row["ref"] for row in difficulties}
    rows = presentation.table_for(session, QUOTE, viewer).dicts()
    rows.sort(key=lambda row: row["said_on"] or dt.date.min, reverse=True)
    quotes = tuple(_quote(row, names, causes, refs) for row in rows)
    people = known_people(session, viewer, by_first_name=True)
    people.pop("", None)
    held = _interviews(session, viewer, quotes)
    return Heard(quotes, held, causes, people, names, session.today)


def _quote(
    row: Values, names: Mapping[str, str], causes: Mapping[str, str], refs: Mapping[str, str]
) -> Quote:
    actor, difficulty = row["actor_id"] or "", row["difficulty_id"] or ""
    common_cause = row["common_cause_id"] or ""
    return Quote(
        id=row["id"],
        ref=row["ref"],
        text=row["text"] or "",
        level=row[LEVEL_FIELD],
        actor=actor if actor in names else "",
        who=names.get(actor, ""),
        tags=tuple(tag for tag in (row["tags"] or "").split(", ") if tag),
        cause=row["cause"] or "",
        common_cause=common_cause if common_cause in causes else "",
        said_on=row["said_on"],
        interaction=row["interaction_id"] or "",
        difficulty=difficulty if difficulty in refs else "",
        difficulty_ref=refs.get(difficulty, ""),
    )


def _interviews(
    session: Session, viewer: Audience, quotes: Iterable[Quote]
) -> tuple[Interview, ...]:
    guides = presentation.labels_for(session, INTERVIEW_GUIDE, viewer)
    counts: dict[str, int] = defaultdict(int)
    for quote in quotes:
        counts[quote.interaction] += 1
    people = {entry.id: entry.people for entry in interactions.log(session, viewer)}
    rows = presentation.table_for(session, INTERACTION, viewer).dicts()
    rows.sort(key=lambda row: row["held_on"], reverse=True)
    return tuple(
        Interview(
            row["id"],
            row["ref"],
            row["subject"] or "",
            row["held_on"],
            people.get(row["id"], ()),
            guides.get(row["guide_id"] or "", ""),
            row["guide_id"] if row["guide_id"] in guides else "",
            counts[row["id"]],
        )
        for row in rows
        if row["guide_id"] or row["kind"] == "interview"
    )


def add(session: Session, line: QuoteLine, level: str, common_cause: str = "") -> str:
    """Note words said today and return their key.

    Raises:
        InvalidValueError: If there are none, or too many.
    """
    values = {
        "text": line.text,
        "actor_id": line.actor or None,
        "tags": ", ".join(line.tags) or None,
        "common_cause_id": common_cause or None,
        "said_on": session.today,
        LEVEL_FIELD: level,
    }
    return records.create(session, QUOTE, values)


def add_interview(session: Session, actor: str, guide: str = "") -> str:
    """Note an interview of today with somebody and return its key.

    Raises:
        RecordMissingError: If that is nobody here.
    """
    name = records.get(session, ACTOR, actor)["name"]
    values = {
        "subject": _("Interview: {name}").format(name=name),
        "held_on": session.today,
        "kind": "interview",
        "guide_id": guide or None,
    }
    return interactions.add(session, values, [actor])


def serve(session: Session, keys: Sequence[str], common_cause: str) -> None:
    """Say which common cause quotes speak for; empty for none."""
    for key in keys:
        records.change(session, QUOTE, key, {"common_cause_id": common_cause or None})


def to_signal(session: Session, key: str) -> str:
    """Make a weak signal of a quote, with the words as its first fact; return its key.

    It is as private as the quote, and so is the fact. The quote keeps which difficulty was made
    of it: asked a second time, that one is returned and nothing is made.
    """
    quote = records.get(session, QUOTE, key)
    if quote["difficulty_id"]:
        return str(quote["difficulty_id"])
    level = {LEVEL_FIELD: quote[LEVEL_FIELD]}
    day = quote["said_on"] or session.today
    values = {
        "title": shorten(quote["text"], _TITLE),
        "nature": Nature.SIGNAL.value,
        "opened_on": min(day, session.today),
    }
    made = records.create(session, DIFFICULTY, values | level)
    fact = {
        "difficulty_id": made,
        "text": quote["text"],
        "kind": NoteKind.FACT.value,
        "actor_id": quote["actor_id"],
        "noted_on": session.today,
        "happened_on": quote["said_on"],
    }
    records.create(session, NOTE, fact | level)
    if quote["cause"]:
        weight = {"difficulty_id": made, "cause": quote["cause"]}
        records.create(session, DIFFICULTY_CAUSE, weight | level)
    records.change(session, QUOTE, key, {"difficulty_id": made})
    return made


def to_idea(session: Session, key: str) -> str:
    """Make an idea of the backlog of a quote, as private as it; return the key of the card."""
    quote = records.get(session, QUOTE, key)
    values = {
        "status": "idea",
        "cause_id": quote["common_cause_id"],
        "notes": quote["text"],
        LEVEL_FIELD: quote[LEVEL_FIELD],
    }
    labels = tuple((quote["tags"] or "").split(", ")) if quote["tags"] else ()
    return board_edits.add(session, CardLine(shorten(quote["text"], _TITLE), labels=labels), values)
