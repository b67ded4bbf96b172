"""What was said in the room, the words and papers it was about, what it taught, its safety."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.parts import (
    EMPTY,
    Cell,
    Keeps,
    Part,
    Row,
    Section,
    Table,
    Tone,
    Words,
    cell,
    name,
    section,
)
from entente.briefs.terms import definition
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, joined, said
from entente.domain.confidentiality import Level
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import DECISION, ORIGIN
from entente.domain.glossary import MEANING, TERM
from entente.domain.guard_rails import DECLARATION, EXHIBIT, SAFETY_CHECK
from entente.domain.interaction import INTERACTION
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.note import NOTE, NoteKind
from entente.i18n import N_, _

#: Longer lists are read one after the other.
_BESIDE_MAX: Final = 6
_APART: Final = frozenset({NoteKind.AGREED, NoteKind.DISPUTED, NoteKind.FACT})
_SHOWN: Final = frozenset({"text", "kind", "actor_id", "noted_on", "struck"})
_LESSON: Final = ("revealed_kind", "revealed", "solution")

_GROUPS: Final = {
    Level.MEDIATOR: N_("For the mediator only"),
    Level.CAUCUS: N_("Said in caucus"),
    Level.PARTIES: N_("Shared with the parties"),
    Level.SPONSOR: N_("For the sponsor"),
    Level.PUBLIC: N_("Public"),
}


def accord(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield what is agreed and what is not: side by side, or long lists one by one."""
    both = (
        (_("Agreed"), "✓", _notes(told, NoteKind.AGREED)),
        (_("In dispute"), "○", _notes(told, NoteKind.DISPUTED)),
    )
    lists = [each for each in both if each[2]]
    if not lists:
        return
    if len(lists) == 1:
        title, sign, notes_ = lists[0]
        yield from section(title, _points(voice, [(sign, notes_)], ()))
        return
    title = _("What is agreed, what is still open")
    if max(len(each[2]) for each in lists) <= _BESIDE_MAX:
        points = [(sign, notes_) for _title, sign, notes_ in lists]
        head = tuple(each[0] for each in lists)
        yield from section(title, _points(voice, points, head))
        return
    parts = [
        Section(head, (_points(voice, [(sign, notes_)], ()),), 2) for head, sign, notes_ in lists
    ]
    yield from section(title, *parts)


def notes(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the notes, grouped by who may read them."""
    groups: dict[tuple[Level, str], list[Entry]] = {}
    context = told.subject.datum("notes") if told.subject else None
    if told.subject and context:
        groups[context.level, ""] = [told.subject]
    for note in _others(told):
        key = (note.level, note.caucus_of if note.level is Level.CAUCUS else "")
        groups.setdefault(key, []).append(note)
    order = list(Level)
    parts: list[Part] = []
    for level, caucus_of in sorted(groups, key=lambda each: (order.index(each[0]), each[1])):
        rows = tuple(Row(_note(voice, each), edge=level) for each in groups[level, caucus_of])
        table = Table((128, 0), rows, keeps=Keeps.LAST)
        parts.append(Section(_group(told, level, caucus_of), (table,), 2))
    yield from section(_("Notes"), *parts)


def terms(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the words it is about: what each trade means, what was agreed."""
    columns = (
        Column(_("Term"), 120, ("word", "status"), _word),
        Column(
            _("Meanings"),
            0,
            ("definition",),
            lambda each: (*meanings(voice, each), *definition(voice, each)),
        ),
    )
    yield from section(
        _("The words it is about"), *voice.listing(told.of(TERM.name), columns, 1), spare=2
    )


def meanings(voice: Voice, term: Entry) -> Cell:
    """Return what each trade means by a term."""
    found: list[Words] = []
    for each in voice.whole.of(MEANING.name):
        if each.links["term_id"] == term.key:
            lead = _("{trade}:").format(trade=each.text("discipline"))
            found += voice.words(each, "text", lead=lead)
            found += voice.rest(each, {"discipline", "text"})
    return tuple(found)


def papers(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield what was exchanged and brought in, and the ties the mediator declared."""
    exhibits = (
        Column(_("Paper"), 0, ("title",), _titled),
        Column(_("Made or brought in"), 150, ("origin",)),
        Column(_("Brought by"), 110, ("actor_id",)),
        Column(_("Date"), 92, ("received_on",)),
    )
    yield from section(_("Papers"), *voice.listing(told.of(EXHIBIT.name), exhibits, 0), spare=3)
    ties = (
        Column(_("Date"), 92, ("declared_on",)),
        Column(_("Tie"), 90, ("tie",)),
        Column(_("What it consists of"), 0, ("text",)),
        Column(_("What was done about it"), 150, ("measure",)),
    )
    listed = voice.listing(told.of(DECLARATION.name), ties, 2)
    yield from section(_("Ties declared by the mediator"), *listed, spare=1)
    exchanges = (
        Column(_("Date"), 92, ("held_on",)),
        Column(_("Exchange"), 0, ("subject",)),
        Column(_("With"), 120, (), lambda each: name(each.standing)),
        Column(_("Kind"), 100, ("kind",)),
    )
    listed = voice.listing(told.of(INTERACTION.name), exchanges, 1, Keeps.LAST)
    yield from section(_("Exchanges with the mediator"), *listed, spare=1)


def lesson(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield what the difficulty was born of and what it has taught."""
    born = [
        Row(
            (
                (Words(_("Born of"), Tone.MUTED),),
                (Words(joined(each.ref, each.text("title") or each.text("statement"))),),
            )
        )
        for each in told.of(ORIGIN.name)
        if each.text("title" if each.kind == DECISION.name else "statement")
    ]
    tables = voice.labelled(told.subject, _LESSON) if told.subject else ()
    rows = (*born, *(row for table in tables for row in table.rows))
    body = (Table((128, 0), rows),) if rows else ()
    yield from section(_("What it revealed, what came of it"), *body, spare=5)


def safety(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield what was checked for the safety of the people."""
    columns = (
        Column(_("About"), 0, ("danger",)),
        Column(_("Finding"), 120, ("finding",)),
        Column(_("Checked on"), 100, ("checked_on",)),
    )
    listed = voice.listing(told.of(SAFETY_CHECK.name), columns, 0)
    yield from section(_("Safety checks"), *listed)


def _notes(told: Told, kind: NoteKind) -> list[Entry]:
    return sorted((each for each in told.of(NOTE.name) if each.text("kind") == kind), key=_noted)


def _others(told: Told) -> list[Entry]:
    kinds = _APART
    return sorted(
        (each for each in told.of(NOTE.name) if each.text("kind") not in kinds), key=_noted
    )


def _noted(note: Entry) -> dt.date:
    return note.day("noted_on") or dt.date.min


def _points(
    voice: Voice,
    lists: Sequence[tuple[str, Sequence[Entry]]],
    head: tuple[str, ...],
) -> Table:
    """Return lists in columns, point by point."""
    longest = max(len(notes_) for _sign, notes_ in lists)
    rows = tuple(
        Row(
            tuple(
                _point(voice, sign, notes_[index]) if index < len(notes_) else EMPTY
                for sign, notes_ in lists
            )
        )
        for index in range(longest)
    )
    return Table(tuple(0.0 for _list in lists), rows, head, keeps=Keeps.LAST)


def _point(voice: Voice, sign: str, note: Entry) -> Cell:
    small = joined(
        note.text("actor_id"), said(note, "noted_on"), _session(voice, note), _struck(note)
    )
    more = (Words(small, Tone.SMALL),) if small else EMPTY
    return (
        *voice.words(note, "text", lead=sign),
        *more,
        *voice.rest(note, _SHOWN),
    )


def _note(voice: Voice, note: Entry) -> tuple[Cell, ...]:
    if note.kind == DIFFICULTY.name:
        return (Words(_("context"), Tone.SMALL),), voice.words(note, "notes", mark=False)
    day = said(note, "noted_on")
    about = joined(day, said(note, "kind"), _session(voice, note), _struck(note))
    who = note.text("actor_id")
    left = (
        Words(about, Tone.SMALL),
        *((Words(who, Tone.SMALL, is_name=True),) if who else EMPTY),
    )
    return left, (*voice.words(note, "text", mark=False), *voice.rest(note, _SHOWN))


def _session(voice: Voice, note: Entry) -> str:
    key = note.links.get("session_id")
    return next((s.ref for s in voice.whole.of(MEDIATION_SESSION.name) if s.key == key), "")


def _struck(note: Entry) -> str:
    return _("withdrawn") if note.get("struck") else ""


def _group(told: Told, level: Level, caucus_of: str) -> str:
    if level is not Level.CAUCUS:
        return _(_GROUPS[level])
    if not told.for_mediator:
        return _("Said in your caucus: in your copy only")
    return _("Said in caucus by {party}").format(party=caucus_of)


def _word(term: Entry) -> Cell:
    return (
        Words(joined(term.ref, term.text("word")), Tone.STRONG, is_name=True),
        Words(said(term, "status"), Tone.SMALL),
    )


def _titled(entry: Entry) -> Cell:
    return cell(joined(entry.ref, entry.text("title")))
