"""What the wall says: each commitment large, with who made it, by when, and what became of it."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.dates import long_date
from entente.briefs.follow_up_words import open_first, summary_lines
from entente.briefs.parts import EMPTY, Cell, Leaf, Page, Part, Row, Table, Tone, Words
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice, joined, said
from entente.domain.follow_up import COMMITMENT
from entente.i18n import _, language

_ACROSS: Final = 3
#: Least height of a commitment on the wall, in points.
_HEIGHT: Final = 150.0


def tell(told: Told) -> Page:
    """Return the wall, in the language in use."""
    return Page(
        title=_("Wall of commitments"), parts=tuple(_parts(told, Voice(told))), leaf=Leaf.WALL
    )


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    yield Words(_("Our commitments"), Tone.TITLE)
    found = sorted(told.of(COMMITMENT.name), key=open_first)
    if not found:
        yield Words(_("No commitment was made before the group yet."))
        return
    yield from summary_lines((), found, told.head.on)
    cells = [_said(voice, each) for each in found]
    cells += [EMPTY] * (-len(cells) % _ACROSS)
    rows = tuple(
        Row(tuple(cells[at : at + _ACROSS]), room=_HEIGHT) for at in range(0, len(cells), _ACROSS)
    )
    yield Table((0,) * _ACROSS, rows, boxed=True)


def _said(voice: Voice, commitment: Entry) -> Cell:
    who, to = said(commitment, "actor_id"), said(commitment, "to_id")
    due = commitment.day("due_on")
    when = _("by {date}").format(date=long_date(due, language())) if due else ""
    whom = _("to {name}").format(name=to) if to else ""
    lines = (
        *((Words(who, Tone.CARD, is_name=True),) if who else EMPTY),
        *((Words(line),) if (line := joined(whom, when, said(commitment, "state"))) else EMPTY),
    )
    quoted = voice.words(commitment, "statement", Tone.WALL, mark=False)
    return (*quoted, *lines, *voice.words(commitment, "evidence", Tone.SMALL))
