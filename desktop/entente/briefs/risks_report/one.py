"""One risk after the other: wording, ratings, response, actions, links, what was observed."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from entente.briefs.parts import Cell, Part, Row, Section, Table, Tone, Words, cell, name
from entente.briefs.risk_book.book import Book, change, number
from entente.briefs.risk_book.words import reading_heads
from entente.briefs.told import Entry
from entente.briefs.voice import LABELS, Column, Voice, joined, label, said
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import DECISION
from entente.domain.risk import (
    READING_LABELS,
    RISK,
    RISK_CAUSE,
    RISK_LINK,
    Reading,
    impact_of,
    probability_of,
)
from entente.i18n import N_, _

#: In their order, each on a line of its own.
_TEXTS: Final = ("cause", "effect", "response", "notes")
#: On one line, as they are short.
_SHORT: Final = (
    *("kind", "status", "consequence", "factor", "proximity_on", "velocity"),
    *("manageability", "opened_on", "closed_on"),
)
_RATED: Final = tuple(
    field for reading in Reading for field in (probability_of(reading), impact_of(reading))
)
_ROLES: Final = (
    ("preventive", N_("Preventive actions")),
    ("contingency", N_("Contingency actions")),
    ("", N_("Actions")),
)


def one_by_one(book: Book, voice: Voice) -> Iterator[Part]:
    """Yield a section for each risk."""
    for entry in book.risks:
        title = f"{entry.ref} · {entry.text('event')}"
        yield Section(title, tuple(_risk(book, voice, entry)), 1)


def _risk(book: Book, voice: Voice, entry: Entry) -> Iterator[Part]:
    yield _readings(book, entry)
    yield _facts(book, voice, entry)
    yield from actions(book, voice, entry)
    yield from _history(voice, entry)


def _readings(book: Book, entry: Entry) -> Table:
    """Return the three ratings side by side, with who answers and what is at stake."""
    view = book.view(entry)
    change_ = view.effectiveness()
    amount = "–" if view.amount is None else book.money(view.amount)
    due = said(entry, "review_on")
    if due and view.is_overdue:
        due = _("{date}, overdue").format(date=due)
    heads = (
        *reading_heads(),
        _("Strategy"),
        _("Owner"),
        _("Next review"),
        _("Amount"),
    )
    top = tuple((Words(head, Tone.MUTED, is_number=head == heads[-1]),) for head in heads)
    target = book.chip(view.readings[Reading.TARGET])
    if change_ is not None:
        target = (*target, Words(change(change_), Tone.SMALL))
    row = Row(
        (
            book.chip(view.readings[Reading.INHERENT]),
            book.chip(view.readings[Reading.CURRENT]),
            target,
            cell(said(entry, "strategy"), Tone.DENSE),
            cell(view.owner, Tone.DENSE),
            cell(due, Tone.DENSE),
            (Words(amount, Tone.DENSE, is_number=True),),
        )
    )
    return Table((68, 68, 68, 62, 0, 74, 62), (row,), top=Row(top), tight=True)


def _facts(book: Book, voice: Voice, entry: Entry) -> Table:
    """Return what is written of a risk, each beside its name."""
    rows = [
        Row((label(RISK.name, field), voice.words(entry, field)))
        for field in _TEXTS
        if entry.datum(field)
    ]
    causes = joined(*(said(each, "cause") for each in book.of_risk(RISK_CAUSE, entry)))
    facts = joined(*(_short(entry, field) for field in _SHORT if entry.datum(field)))
    for title, words in (
        (_("Among the ten causes"), causes),
        (_("Linked to"), _links(book, entry)),
        (_("Besides"), facts),
    ):
        if words:
            rows.append(Row(((Words(title, Tone.MUTED),), cell(words))))
    return Table((LABELS, 0), tuple(rows), tight=True)


def _short(entry: Entry, field: str) -> str:
    words = label(RISK.name, field)[0].text
    return _("{label}: {value}").format(label=words, value=said(entry, field))


def _links(book: Book, entry: Entry) -> str:
    found = [book.named(DIFFICULTY, entry.links["difficulty_id"])]
    for link in book.of_risk(RISK_LINK, entry):
        found += [
            said(link, "actor_id"),
            book.named(DIFFICULTY, link.links["difficulty_id"]),
            book.named(DECISION, link.links["decision_id"]),
        ]
    return joined(*dict.fromkeys(found))


def actions(book: Book, voice: Voice, entry: Entry) -> Iterator[Part]:
    """Yield what is done about a risk: beforehand, in case of, and what nobody has sorted."""
    for role, title in _ROLES:
        columns = (
            Column("", 30, (), lambda action: cell(action.ref, Tone.MUTED)),
            Column(_(title), 0, ("title",), partial(_done, voice)),
            Column(_("Status"), 66, ("status",)),
            Column(_("Who"), 96, ("owner_id",), lambda action: name(said(action, "owner_id"))),
            Column(_("Due"), 92, ("due_on",)),
        )
        found = book.actions(entry, (role,))
        yield from voice.listing(found, columns, 1, also=("role",))


def _done(voice: Voice, action: Entry) -> Cell:
    """Return what is to be done, and what shows how far it has come."""
    shown = ("dated_on", "status", "fact")
    facts = [
        Words(joined(*(said(rating, each) for each in shown)), Tone.SMALL)
        for rating in action.history
        if rating.datum("fact")
    ]
    rest = [words for rating in action.history for words in voice.rest(rating, shown)]
    return (*voice.words(action, "title"), *facts, *rest)


def _history(voice: Voice, entry: Entry) -> Iterator[Part]:
    """Yield what was rated when, and on what grounds."""
    columns = (
        Column(_("Date"), 92, ("dated_on",)),
        Column(_("Rating"), 190, (*_RATED, "status"), _rating),
        Column(_("Fact"), 0, ("fact",), lambda rating: voice.words(rating, "fact")),
    )
    yield from voice.listing(entry.history, columns, 2)


def _rating(rating: Entry) -> Cell:
    """Return what a rating says: `inherent 4 × 5, assessed`."""
    found = []
    for reading in Reading:
        values = [rating.number(each(reading)) for each in (probability_of, impact_of)]
        if any(value is not None for value in values):
            shown = " × ".join("–" if value is None else number(value) for value in values)
            found.append(f"{_(READING_LABELS[reading])} {shown}")
    return cell(joined(*found, said(rating, "status")))
