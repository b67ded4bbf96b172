"""How a card of the backlog is told on paper, in the language in use."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from entente.briefs.dates import long_date
from entente.briefs.layout_words import headed
from entente.briefs.parts import EMPTY, Cell, Part, Row, Table, Tone, Words
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, joined, said
from entente.domain.backlog import BACKLOG_ITEM, ItemStatus
from entente.domain.cause import COMMON_CAUSE
from entente.domain.values import number_text
from entente.i18n import _, language, ngettext

_OVER = frozenset({ItemStatus.DONE.value, ItemStatus.DROPPED.value})


def opening(told: Told, title: str) -> Iterator[Part]:
    """Yield the title of a sheet and whose state it shows."""
    yield from headed(told.head, title, _("State on {date} · by {mediator}"))


def cards(told: Told, *statuses: str) -> list[Entry]:
    """Return the cards with one of some statuses, in the order they lie in."""
    return [each for each in told.of(BACKLOG_ITEM.name) if each.text("status") in statuses]


def columns(
    told: Told, voice: Voice, titles: Sequence[str], filled: Sequence[Sequence[Entry]]
) -> Table:
    """Return cards side by side under the name of their column and what it comes to."""
    rows = tuple(
        Row(tuple(EMPTY if card is None else told_small(told, voice, card) for card in row))
        for row in zip_longest(*filled)
    )
    head = tuple(joined(title, summed(cards)) for title, cards in zip(titles, filled, strict=True))
    return Table((0,) * len(titles), rows, head, boxed=True)


def told_small(told: Told, voice: Voice, card: Entry) -> Cell:
    """Return a card as it stands among many."""
    small = joined(card.ref, *facts(told, card))
    return (*voice.words(card, "title", Tone.STRONG), Words(small, Tone.SMALL))


def facts(told: Told, card: Entry) -> Iterator[str]:
    """Yield who does a card, by when, how much work it is and what it serves."""
    yield said(card, "owner_id")
    if due := card.day("due_on"):
        yield _due(card, due, told.head.on)
    if effort := card.number("effort"):
        yield half_days(effort)
    yield said(card, "labels")
    yield cause_of(told, card)


def cause_of(told: Told, card: Entry) -> str:
    """Return the statement of the common cause a card serves; empty without one."""
    key = card.links.get("cause_id")
    found = (each for each in told.of(COMMON_CAUSE.name) if key and each.key == key)
    return next((each.text("statement") for each in found), "")


def half_days(effort: float) -> str:
    """Return an effort with its unit: `1.5 half-days`."""
    words = ngettext("{count} half-day", "{count} half-days", 1 if effort <= 1 else 2)
    return words.format(count=number_text(round(effort, 1), language()))


def summed(found: Iterable[Entry]) -> str:
    """Return how many cards there are and what they come to."""
    cards = list(found)
    count = ngettext("{count} card", "{count} cards", len(cards)).format(count=len(cards))
    effort = sum(card.number("effort") or 0 for card in cards)
    return joined(count, half_days(effort) if effort else "")


def _due(card: Entry, due: dt.date, on: dt.date) -> str:
    words = long_date(due, language())
    if due < on and card.text("status") not in _OVER:
        return _("late: {date}").format(date=words)
    return _("by {date}").format(date=words)
