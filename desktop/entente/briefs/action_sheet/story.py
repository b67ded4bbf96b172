"""What an action sheet says, and where one goes on by hand."""

from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.activity_book.words import HOW, shape_words
from entente.briefs.dates import long_date
from entente.briefs.layout_words import by_mediator
from entente.briefs.parts import (
    EMPTY,
    Cell,
    Page,
    Part,
    Row,
    Table,
    Tone,
    Words,
    section,
)
from entente.briefs.told import Entry, Told
from entente.briefs.voice import LABELS, Voice, joined, label, said
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.cause import COMMON_CAUSE
from entente.domain.difficulty import DIFFICULTY
from entente.domain.risk import RISK
from entente.domain.sprint import SPRINT
from entente.i18n import _, language

#: Fields told one below the other, beside those with a place of their own.
_FACTS: Final = ("owner_id", "due_on", "effort", "quantity", "horizon", "phase", "kotter", "labels")
_SERVED: Final = (COMMON_CAUSE, RISK, DIFFICULTY, SPRINT)
_ELSEWHERE: Final = frozenset({"title", "notes", "deliverable", "status", *_FACTS})
#: Fields that keep the board in order and mean nothing on paper.
_INNER: Final = frozenset({"added_on", "archived_on", "rank"})
#: Rows to fill in by hand, and how high they are, in points.
_STEPS: Final = 4
_STEP: Final = 23.0
_ROOM: Final = 72.0


def tell(told: Told) -> Page:
    """Return the action sheet, in the language in use."""
    note = _("Drawn up by the mediator of the project.")
    return Page(title=_("Action sheet"), parts=tuple(_parts(told, Voice(told))), note=note)


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    card = told.subject
    if card is None:
        yield Words(_("Action sheet"), Tone.TITLE)
        yield Words(_("This action is not for this reader."))
        return
    yield from voice.words(card, "title", Tone.TITLE, mark=False)
    date = long_date(told.head.on, language())
    line = _("Action sheet {ref} · {status} · {date} · by {mediator}")
    words = line.format(
        ref=card.ref, status=said(card, "status"), date=date, mediator=by_mediator(told.head)
    )
    yield Words(joined(words, voice.label(card.level)), Tone.SUBTITLE)
    yield from section(_("What for"), *_served(told, voice, card))
    yield from section(_("Who, when, how much"), *_labelled(voice, card, _FACTS))
    notes = (
        *voice.words(card, "notes", Tone.BODY, mark=False),
        *voice.rest(card, _ELSEWHERE | _INNER),
    )
    yield from section(_("What it is about"), *notes)
    for activity in told.of(ACTIVITY_TYPE.name):
        yield from section(_("How to run it"), *_activity(voice, activity))
    yield from section(_("Steps, with who and when"), _steps())
    yield from section(_("What came of it"), *_history(voice, card), _room())


def _served(told: Told, voice: Voice, card: Entry) -> Iterator[Part]:
    rows = []
    if card.datum("deliverable"):
        words = voice.words(card, "deliverable", mark=False)
        rows.append(Row((label(card.kind, "deliverable"), words)))
    for kind in _SERVED:
        for each in told.of(kind.name):
            name = (Words(_(RECORD_TYPES[kind.name].label), Tone.MUTED),)
            words = voice.words(each, kind.title, lead=each.ref)
            rows.append(Row((name, words)))
    if rows:
        yield Table((LABELS, 0), tuple(rows))


def _labelled(voice: Voice, entry: Entry, names: Sequence[str]) -> tuple[Table, ...]:
    """Return fields one below the other; the level of the record is said once, above."""
    rows = tuple(
        Row((label(entry.kind, name), voice.words(entry, name, mark=False)))
        for name in names
        if entry.datum(name)
    )
    return (Table((LABELS, 0), rows),) if rows else ()


def _activity(voice: Voice, activity: Entry) -> Iterator[Part]:
    yield from voice.words(activity, "name", Tone.STRONG)
    yield from _labelled(voice, activity, ("purpose", *HOW))
    if words := shape_words(activity):
        yield Words(words, Tone.SMALL)


def _steps() -> Table:
    heads = (_("Step"), _("Who"), _("Before"), "✓")
    rows = tuple(Row((EMPTY,) * len(heads), room=_STEP) for _row in range(_STEPS))
    return Table((0, 120, 90, 28), rows, heads, boxed=True)


def _room() -> Table:
    return Table((0,), (Row((EMPTY,), room=_ROOM),), boxed=True)


def _history(voice: Voice, card: Entry) -> Iterator[Part]:
    """Yield what became of it, day by day, with why."""
    for rating in card.history:
        day = joined(said(rating, "dated_on"), said(rating, "status"))
        facts: Cell = voice.words(rating, "fact", Tone.BODY, lead=day)
        yield from facts or (Words(day, Tone.BODY),)
