"""How commitments are told: on their cards, aloud, in figures."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from entente.domain.card_line import CardLine
from entente.domain.follow_up_figures import CommitmentFigures
from entente.i18n import N_, _, ngettext
from entente.services.commitment_wall import Place, Promise, Wall
from entente_ui.formats import labelled, listing, long_date, near_date, number, percent, quoted
from entente_ui.kit import level_word

#: What hangs where, in the order of the lanes.
PLACE_LABELS: Final[Mapping[str, str]] = {
    Place.OPEN.value: N_("Under way"),
    Place.RENEGOTIATED.value: N_("Renegotiated"),
    Place.KEPT.value: N_("Kept"),
    Place.BROKEN.value: N_("Not kept"),
    Place.RELEASED.value: N_("Released"),
}


def due_words(promise: Promise, today: dt.date) -> tuple[str, str]:
    """Return when an open commitment is due, late said in words, and the role of its colour."""
    if promise.due_on is None or not promise.is_open:
        return "", "muted"
    days = (promise.due_on - today).days
    if days < 0:
        words = ngettext("{count} day late", "{count} days late", -days)
        return words.format(count=number(-days)), "critical"
    if days == 0:
        return _("due today"), "caution"
    return _("due {day}").format(day=near_date(promise.due_on, today)), "muted"


def foot_words(wall: Wall, promise: Promise) -> str:
    """Return what stands below the words of a commitment: to whom, and what came of it."""
    to = to_words(wall, promise.to)
    if promise.first_due:
        return joined(to, _("first {date}").format(date=near_date(promise.first_due, wall.today)))
    return joined(to, promise.evidence.splitlines()[0] if promise.evidence else "")


def to_words(wall: Wall, key: str) -> str:
    """Return to whom a commitment is made; nothing where that is the whole group."""
    name = wall.names.get(key, "")
    return _("to {name}").format(name=name) if name else ""


def aloud(wall: Wall, promise: Promise) -> str:
    """Return everything a card shows, as it is read aloud."""
    parts = (
        promise.ref,
        _(PLACE_LABELS[promise.place]),
        wall.names.get(promise.actor, ""),
        due_words(promise, wall.today)[0],
        _("before the group") if promise.in_public else "",
        foot_words(wall, promise),
        level_word(promise.level),
    )
    return f"{', '.join(filter(None, parts))}. {promise.statement}"


def read_as(wall: Wall, line: CardLine) -> str:
    """Return what a line was read as, but for the words of the commitment."""
    parts = [
        wall.names.get(line.owner, ""),
        to_words(wall, line.other),
        labelled(_("due"), long_date(line.due_on)) if line.due_on else "",
    ]
    if line.unknown:
        names = listing([quoted(name) for name in line.unknown])
        parts.append(_("not known here: {names}").format(names=names))
    return joined(*parts)


def figures(found: CommitmentFigures) -> str:
    """Return how well commitments are kept, in a line; nothing while there are none."""
    closed = found.kept + found.broken
    parts = (
        _("{kept} of {closed} commitments kept ({rate})").format(
            kept=number(found.kept), closed=number(closed), rate=percent(found.keep_rate or 0.0)
        )
        if closed
        else "",
        ngettext("{count} under way", "{count} under way", found.open).format(
            count=number(found.open)
        )
        if found.open
        else "",
        ngettext("{count} renegotiated", "{count} renegotiated", found.renegotiated).format(
            count=number(found.renegotiated)
        )
        if found.renegotiated
        else "",
    )
    return joined(*parts)


def joined(*parts: str) -> str:
    """Return what there is of some parts, one after the other."""
    return " · ".join(filter(None, parts))
