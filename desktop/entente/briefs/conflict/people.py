"""The parties: what each tells, wants and fears; the facts side by side; the causes."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.parts import (
    EMPTY,
    Cell,
    Gap,
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
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Column, Voice, joined, label, said
from entente.domain.family import CONFLICT_FAMILY
from entente.domain.note import NOTE, NoteKind
from entente.domain.party import OSBD, PARTY, STATEMENTS
from entente.domain.ten_causes import DIFFICULTY_CAUSE, WEIGHT_MAX
from entente.i18n import _

_LABELS: Final = 96.0
#: More parties than this, or longer statements, would make columns too narrow to read.
_BESIDE_MAX: Final = 3
_ROOM: Final = 1_800
_LIMITS: Final = "limit"
_MODES: Final = "mode"
_ROWS: Final = (*STATEMENTS, _LIMITS, _MODES)
_STEPS: Final = ("observation", "feeling", "need", "request")
_SHOWN: Final = frozenset({*STATEMENTS, "actor_id", "speaks_for", "recognised_on", "limit", "side"})


def parties(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the section on the parties; side by side as long as that can be read."""
    people = told.of(PARTY.name)
    if not people:
        return
    said_of = [row for row in _ROWS if any(_told_of(each, row, voice) for each in people)]
    if not said_of:
        rows = tuple(Row((_heading(each),)) for each in people)
        yield from section(_("Parties"), Table((0,), rows))
        return
    longest = max(
        sum(len(words.text) for words in _told_of(each, row, voice))
        for each in people
        for row in said_of
    )
    beside = len(people) <= _BESIDE_MAX and longest * len(people) <= _ROOM
    body = _beside(people, said_of, voice) if beside else _stacked(people, said_of, voice)
    yield from section(_("What each says, what each needs"), *body)


def facts(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield the facts as each tells them: side by side while there are few who do."""
    found = [
        each
        for each in told.of(NOTE.name)
        if each.text("kind") == NoteKind.FACT and each.datum("text")
    ]
    found.sort(key=lambda each: str(each.day("happened_on") or each.day("noted_on") or "9"))
    speakers = list(dict.fromkeys(each.text("actor_id") for each in found))
    speakers.sort(key=lambda who: (who == "", who))
    if len(speakers) > _BESIDE_MAX or len(speakers) < 2:
        columns: tuple[Column, ...] = (
            Column(_("Date"), 92, ("happened_on", "noted_on"), _day),
            Column(_("Fact"), 0, ("text", "kind"), lambda each: _fact(voice, each)),
            Column(_("Told by"), 110, ("actor_id",)),
        )
        if len(speakers) < 2 and speakers in ([], [""]):
            columns = columns[:2]
        listed = voice.listing(found, columns, 1, also=("actor_id",))
        yield from section(_("The facts, as each tells them"), *listed)
        return
    head = (_("Date"), *(who or _("Noted") for who in speakers))
    rows = tuple(
        Row(
            (
                _day(each),
                *(
                    _whole_fact(voice, each) if each.text("actor_id") == who else EMPTY
                    for who in speakers
                ),
            )
        )
        for each in found
    )
    table = Table((92, *(0.0 for _who in speakers)), rows, head, keeps=Keeps.LAST)
    yield from section(_("The facts, as each tells them"), table)


def causes(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield where it comes from: the causes that weigh in it, the families it belongs to."""
    weighed = sorted(told.of(DIFFICULTY_CAUSE.name), key=lambda each: -(each.number("weight") or 0))
    columns = (
        Column(_("Cause"), 0, ("cause",)),
        Column(_("Weight"), 110, ("weight",), _weight),
    )
    families = (
        Column(_("Family of conflict"), 150, ("family",)),
        Column(_("What shows it"), 0, ("ground",)),
    )
    tables = (
        *voice.listing(weighed, columns, 0, keeps=None),
        *voice.listing(told.of(CONFLICT_FAMILY.name), families, 1, keeps=None),
    )
    apart: tuple[Part, ...] = tables
    if len(tables) > 1:
        apart = (tables[0], Gap(10), *tables[1:])
    yield from section(_("Where it comes from"), *apart, spare=6)


def messages(told: Told, voice: Voice) -> Iterator[Part]:
    """Yield what one said to the other in four steps."""
    columns = (
        Column(_("From"), 120, ("actor_id", "to_id", "said_on"), _from),
        Column(
            _("Message"),
            0,
            _STEPS,
            lambda each: tuple(
                words
                for step in _STEPS
                for words in voice.words(each, step, lead=_(OSBD.field(step).label))
            ),
        ),
    )
    yield from section(
        _("Said in four steps"), *voice.listing(told.of(OSBD.name), columns, 1), spare=4
    )


def _told_of(party: Entry, row: str, voice: Voice) -> Cell:
    """Return what one row says of a party."""
    if row == _MODES:
        return tuple(
            Words(
                joined(said(each, "dated_on"), said(each, "mode")),
                Tone.SMALL,
            )
            if not each.datum("fact")
            else _mode(each, voice)
            for each in party.history
        )
    if row == _LIMITS:
        amount = joined(said(party, "side"), said(party, "limit"))
        datum = party.datum("limit") or party.datum("side")
        if not amount or datum is None:
            return EMPTY
        words = voice.label(datum.level, party.caucus_of)
        return (Words(amount, Tone.CELL, label=words, level=datum.level),)
    found = voice.words(party, row)
    if row == "recognition" and (day := said(party, "recognised_on")):
        found = (*found, Words(day, Tone.SMALL))
    return found


def _mode(rating: Entry, voice: Voice) -> Words:
    lead = joined(said(rating, "dated_on"), said(rating, "mode"))
    more = [w.text for w in voice.rest(rating, {"dated_on", "mode", "fact"})]
    words = joined(rating.text("fact"), *more)
    level = rating.level
    return Words(words, Tone.CELL, lead, voice.label(level, rating.caucus_of), level)


def _beside(people: Sequence[Entry], rows: Sequence[str], voice: Voice) -> tuple[Part, ...]:
    top = Row((EMPTY, *(_heading(each) for each in people)))
    made = tuple(
        Row((_label(row), *(_told_of(each, row, voice) or cell("") for each in people)))
        for row in rows
    )
    return (Table((_LABELS, *(0.0 for _each in people)), made, top=top),)


def _stacked(people: Sequence[Entry], rows: Sequence[str], voice: Voice) -> tuple[Part, ...]:
    parts: list[Part] = []
    for party in people:
        made = tuple(
            Row((_label(row), words)) for row in rows if (words := _told_of(party, row, voice))
        )
        title = joined(party.name, _standing(party))
        if made:
            parts.append(Section(title, (Table((_LABELS, 0), made),), 2, party.ref))
        else:
            parts.append(Table((0,), (Row((name(title, Tone.STRONG),)),)))
    return tuple(parts)


def _heading(party: Entry) -> Cell:
    standing = _standing(party)
    small = (Words(standing, Tone.SMALL, is_name=True),) if standing else EMPTY
    return (*name(party.name, Tone.STRONG), *small)


def _standing(party: Entry) -> str:
    return joined(party.standing, party.ref if party.ref != party.name else "")


def _label(row: str) -> Cell:
    return label(PARTY.name, row)


def _day(fact: Entry) -> Cell:
    return cell(said(fact, "happened_on") or said(fact, "noted_on"), Tone.MUTED)


def _whole_fact(voice: Voice, fact: Entry) -> Cell:
    shown = {"text", "kind", "actor_id", "happened_on", "noted_on"}
    return (*_fact(voice, fact), *voice.rest(fact, shown))


def _fact(voice: Voice, fact: Entry) -> Cell:
    told_on = said(fact, "noted_on") if fact.datum("happened_on") else ""
    same = fact.day("noted_on") == fact.day("happened_on")
    more = (Words(_("told on {date}").format(date=told_on), Tone.SMALL),) if told_on else EMPTY
    return (*voice.words(fact, "text"), *(EMPTY if same else more))


def _weight(cause: Entry) -> Cell:
    words = _("{weight} of {most}").format(weight=said(cause, "weight"), most=WEIGHT_MAX)
    return cell(words if cause.datum("weight") else "")


def _from(message: Entry) -> Cell:
    to = message.text("to_id")
    who = (Words(message.text("actor_id"), Tone.CELL, is_name=True),)
    target = (Words(_("to {name}").format(name=to), Tone.SMALL),) if to else EMPTY
    day = said(message, "said_on")
    return (*who, *target, *((Words(day, Tone.SMALL),) if day else EMPTY))
