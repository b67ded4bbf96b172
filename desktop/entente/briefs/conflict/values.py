"""Everything a conflict brief shows, free of the session and of the page."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import StrEnum

from entente.domain.confidentiality import LEVEL_LABELS, AudienceKind, Level
from entente.i18n import _


class Reason(StrEnum):
    """Why something is left out of a document."""

    LEVEL = "level"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Text:
    """What somebody wrote or said, and how far it may travel.

    Attributes:
        caucus_of: Short reference of the party whose caucus it belongs to.
    """

    words: str
    level: Level
    caucus_of: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a party says under one heading: its position, interests, needs, fears, MESORE."""

    name: str
    text: Text


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party as the reader may know it.

    Attributes:
        name: Its name, or its reference where the reader may not know the name.
        standing: The group or organisation it stands for.
    """

    ref: str
    name: str
    standing: str
    statements: tuple[Statement, ...]

    def statement(self, name: str) -> Text | None:
        """Return what the party says under a heading."""
        for statement in self.statements:
            if statement.name == name:
                return statement.text
        return None


@dataclass(frozen=True, slots=True)
class StageView:
    """One dated rating of the stage of escalation."""

    dated_on: dt.date
    stage: int
    fact: Text


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note; `kind` is empty for the remarks on the difficulty itself."""

    text: Text
    kind: str
    said_by: str
    noted_on: dt.date | None


@dataclass(frozen=True, slots=True)
class OptionView:
    """A way out, and what has become of it."""

    text: Text
    status: str
    proposed_by: str


@dataclass(frozen=True, slots=True)
class StepView:
    """What is to be done next."""

    text: Text
    who: str
    due_on: dt.date | None
    done: bool


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing left out, without its text, for the mediator's eyes on the screen.

    Attributes:
        table, key: The row it stands in.
        what: What it is, in English; translated when shown.
        whose: Reference and name of the person it concerns, if any.
        reason: Why it was left out.
        level: Its confidentiality.
        caucus_of: Short reference of the party whose caucus it belongs to.
    """

    table: str
    key: str
    what: str
    whose: str
    reason: Reason
    level: Level
    caucus_of: str = ""


@dataclass(frozen=True, slots=True)
class ConflictBrief:
    """What one reader may know of one difficulty on one day.

    Everything a page is made from has passed `may_read`. The texts that have not are kept
    in `withheld_texts`, which nothing but the audit of the finished file may look at.

    Attributes:
        audience: The kind of reader.
        recipient: The party it is for, as the head of the page names it; else empty.
        on: The day whose state is shown.
        title: The title of the difficulty; empty where the reader may not know it.
        nature, status, opened_on: Empty where the reader may not know them.
        summary: The two sentences that open the brief.
        agreed, disputed: Notes of those kinds, in order.
        withheld: What was left out and why.
        readable_texts: Every text of the difficulty the reader may read, found apart from
            the fields above, for the audit.
    """

    audience: AudienceKind
    recipient: str
    on: dt.date
    mission: str
    organisation: str
    mediator: str
    practice: str
    ref: str
    title: str
    nature: str = ""
    status: str = ""
    opened_on: dt.date | None = None
    summary: Text | None = None
    parties: tuple[PartyView, ...] = ()
    stages: tuple[StageView, ...] = ()
    agreed: tuple[NoteView, ...] = ()
    disputed: tuple[NoteView, ...] = ()
    notes: tuple[NoteView, ...] = ()
    options: tuple[OptionView, ...] = ()
    steps: tuple[StepView, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    readable_texts: tuple[str, ...] = field(default=(), repr=False)
    withheld_texts: tuple[str, ...] = field(default=(), repr=False)

    def shown_texts(self) -> Iterator[str]:
        """Yield every text the page is made from."""
        for each in fields(self):
            if each.name not in {"withheld", "readable_texts", "withheld_texts"}:
                yield from _strings(getattr(self, each.name))


def known_level(level: str) -> Level:
    """Return the level a row names; one nobody knows is the most private."""
    return Level(level) if level in set(Level) else Level.MEDIATOR


def emptied(brief: ConflictBrief) -> ConflictBrief:
    """Return a brief of the same shape and dates without anybody's words or names."""
    said = replace(
        brief,
        recipient="",
        mission="",
        organisation="",
        mediator="",
        practice="",
        title="",
        summary=brief.summary and _silent(brief.summary),
        parties=tuple(_silent_party(party) for party in brief.parties),
        stages=tuple(replace(view, fact=_silent(view.fact)) for view in brief.stages),
        options=tuple(
            replace(each, text=_silent(each.text), proposed_by="") for each in brief.options
        ),
        steps=tuple(replace(each, text=_silent(each.text), who="") for each in brief.steps),
        withheld=(),
        readable_texts=(),
        withheld_texts=(),
    )
    return replace(
        said,
        agreed=tuple(_silent_note(note) for note in brief.agreed),
        disputed=tuple(_silent_note(note) for note in brief.disputed),
        notes=tuple(_silent_note(note) for note in brief.notes),
    )


def _silent(text: Text) -> Text:
    return replace(text, words="–" if text.words else "")


def _silent_note(note: NoteView) -> NoteView:
    return replace(note, text=_silent(note.text), said_by="")


def _silent_party(party: PartyView) -> PartyView:
    said = tuple(replace(each, text=_silent(each.text)) for each in party.statements)
    return replace(party, name=party.ref, standing="", statements=said)


def level_words(level: str, caucus_of: str = "") -> str:
    """Return how far a text may travel, in the language in use: `caucus A11`."""
    known = known_level(level)
    label = _(LEVEL_LABELS[known])
    return f"{label} {caucus_of}" if known is Level.CAUCUS and caucus_of else label


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple):
        return (text for item in value for text in _strings(item))
    if is_dataclass(value):
        return (text for each in fields(value) for text in _strings(getattr(value, each.name)))
    return ()
