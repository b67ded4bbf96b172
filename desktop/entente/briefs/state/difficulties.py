"""The difficulties under way in two lines: by nature and by stage, and those furthest on."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from entente.briefs.parts import Tone, Words
from entente.briefs.state.values import State
from entente.briefs.told import Entry
from entente.briefs.voice import joined, said
from entente.domain.difficulty import DIFFICULTY, ENDED, NATURE_LABELS, Status
from entente.domain.text import shorten
from entente.i18n import _, ngettext

#: So many are named, those furthest on first.
_NAMED: Final = 3
_OVER: Final = frozenset({*(each.value for each in ENDED), Status.SETTLED.value})


def lines(told: State, length: int) -> Iterator[Words]:
    """Yield how many there are, of which nature and at which stage, and which have gone furthest.

    Args:
        told: All that is told.
        length: Most characters of a title.
    """
    known = [each for each in told.of(DIFFICULTY.name) if _is_there(each, told.head.on)]
    if not known:
        return
    going_on = [each for each in known if each.text("status") not in _OVER]
    over = len(known) - len(going_on)
    count = len(going_on)
    parts = [ngettext("{count} under way", "{count} under way", count).format(count=count)]
    if over:
        words = ngettext("{count} settled or closed", "{count} settled or closed", over)
        parts.append(words.format(count=over))
    yield Words(joined(*parts), Tone.CELL)
    if not going_on:
        return
    yield Words(_natures(going_on), Tone.CELL, _("By nature:"))
    yield Words(_stages(going_on), Tone.CELL, _("By stage of escalation:"))
    furthest = sorted(going_on, key=lambda each: -(stage(each) or 0))
    for each in furthest[:_NAMED]:
        title = shorten(each.text(DIFFICULTY.title), length)
        where = [said(each, "nature"), *_at(each)]
        named = _("{event} ({level})").format(event=title, level=", ".join(filter(None, where)))
        yield Words(named, Tone.CELL, each.ref)


def _is_there(difficulty: Entry, on: dt.date) -> bool:
    """Whether a difficulty has a name for the reader, and had been noticed on a day."""
    noticed = difficulty.day("opened_on")
    return bool(difficulty.datum(DIFFICULTY.title)) and (noticed is None or noticed <= on)


def stage(difficulty: Entry) -> int | None:
    """Return the latest stage of escalation; None where nobody said, or it is private."""
    rated = (rating.number("stage") for rating in reversed(difficulty.history))
    return next((int(value) for value in rated if value is not None), None)


def _at(difficulty: Entry) -> list[str]:
    found = stage(difficulty)
    return [] if found is None else [_("stage {number}").format(number=found)]


def _natures(known: Sequence[Entry]) -> str:
    counts = Counter(each.text("nature") for each in known)
    return joined(
        *(f"{_(label)} {counts[name]}" for name, label in NATURE_LABELS.items() if counts[name])
    )


def _stages(known: Sequence[Entry]) -> str:
    counts = Counter(map(stage, known))
    unknown = counts.pop(None, 0)
    said_of = [
        ngettext("{count} at stage {number}", "{count} at stage {number}", count).format(
            count=count, number=number
        )
        for number, count in sorted((number or 0, count) for number, count in counts.items())
    ]
    if unknown:
        said_of.append(
            ngettext("{count} without one", "{count} without one", unknown).format(count=unknown)
        )
    return joined(*said_of)
