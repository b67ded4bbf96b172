"""What the cards of activities say: each its name, what it is for, its shape, how it is run."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.activity_book.words import amounts, facts, how, is_flat
from entente.briefs.parts import EMPTY, Cell, Page, Part, Row, Table, Tone, Words
from entente.briefs.told import Entry, Told
from entente.briefs.voice import Voice
from entente.domain.activity import ACTIVITY_TYPE
from entente.i18n import _

_ACROSS: Final = 2
#: Height of a card, in points: two fill the height of a sheet.
_HEIGHT: Final = 330.0


def tell(told: Told) -> Page:
    """Return the cards as a table to be cut out, in the language in use."""
    return Page(title=_("Cards of activities"), parts=tuple(_parts(told, Voice(told))))


def activities(told: Told) -> list[Entry]:
    """Return the activities that make a card: not the work that goes with the rest."""
    return [each for each in told.of(ACTIVITY_TYPE.name) if not is_flat(each)]


def foot(activity: Entry) -> str:
    """Return what stands below the shape of an activity."""
    return amounts(activity)


def _parts(told: Told, voice: Voice) -> Iterator[Part]:
    made = [_card(voice, each) for each in activities(told)]
    if not made:
        yield Words(_("There is no activity this reader may know of."))
        return
    made += [EMPTY] * (-len(made) % _ACROSS)
    rows = tuple(
        Row(tuple(made[at : at + _ACROSS]), room=_HEIGHT) for at in range(0, len(made), _ACROSS)
    )
    yield Table((0,) * _ACROSS, rows, boxed=True)


def _card(voice: Voice, activity: Entry) -> Cell:
    name = voice.words(activity, "name", Tone.CARD)
    purpose = voice.words(activity, "purpose", mark=False)
    steps = (
        words for cell in how(activity, voice, Tone.DENSE, Tone.DENSE_STRONG) for words in cell
    )
    return (*name, *purpose, *facts(activity), *steps)
