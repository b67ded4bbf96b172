"""How activities are told on paper, in the language in use."""

from collections.abc import Iterator
from typing import Final

from entente.briefs.parts import Cell, Tone, Words
from entente.briefs.told import Entry
from entente.briefs.voice import Voice, joined
from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.effort import ordered
from entente.domain.radar import Spoke, spokes
from entente.domain.values import number_text
from entente.i18n import _, language, ngettext

_STEPS: Final = "steps"
#: What is said of how an activity is run, in this order.
HOW: Final = ("people", "time", "materials", _STEPS)
_SEVERAL: Final = 2


def is_flat(activity: Entry) -> bool:
    """Return whether it is work that goes with the rest, estimated as a whole."""
    return bool(activity.get("uncounted"))


def band(activity: Entry) -> tuple[int | None, int | None]:
    """Return how many of it there are to be."""
    least, most = activity.number("quantity_min"), activity.number("quantity_max")
    return ordered(None if least is None else int(least), None if most is None else int(most))


def shape(activity: Entry) -> tuple[Spoke, ...]:
    """Return how far it reaches in each direction."""
    names = (each.name for each in ACTIVITY_TYPE.fields if each.is_numeric)
    return spokes({name: activity.number(name) for name in names})


def shape_words(activity: Entry) -> str:
    """Return its shape in words: every direction it reaches in, with its number."""
    words = _("{label} {value}/{most}")
    said = (
        words.format(label=_(each.label), value=numbered(each.value), most=each.most)
        for each in shape(activity)
        if each.value
    )
    return joined(*said)


def amounts(activity: Entry) -> str:
    """Return its quantity and its effort in one line."""
    least, most = band(activity)
    quantity = _("quantity {band}").format(band=ranged(least, most)) if most is not None else ""
    effort = activity.number("unit_effort")
    each = _("{effort} each").format(effort=half_days(effort)) if effort is not None else ""
    return joined(quantity, each)


def how(activity: Entry, voice: Voice, tone: Tone, strong: Tone) -> Iterator[Cell]:
    """Yield how it is run: each field after its name, the steps below theirs.

    Its level is said once, beside what it is called.

    Args:
        activity: What is run.
        voice: Speaks to the reader.
        tone: How it is set.
        strong: How a name is set that stands on a line of its own.
    """
    for name in HOW:
        lead = _("{label}:").format(label=_(ACTIVITY_TYPE.field(name).label))
        if name == _STEPS and activity.datum(name):
            yield (Words(lead, strong), *voice.words(activity, name, tone, mark=False))
        elif words := voice.words(activity, name, tone, lead, mark=False):
            yield words


def facts(activity: Entry) -> Cell:
    """Return shape and amounts as two small lines."""
    return tuple(
        Words(line, Tone.SMALL) for line in (shape_words(activity), amounts(activity)) if line
    )


def ranged(least: float | None, most: float | None) -> str:
    """Return two numbers as one: `5–10`, `2`; nothing where there is none."""
    if least is None or most is None:
        return ""
    return numbered(least) if least == most else f"{numbered(least)}–{numbered(most)}"


def numbered(value: float) -> str:
    """Return a number as the language writes it."""
    return number_text(round(value, 2), language())


def half_days(effort: float, most: float | None = None) -> str:
    """Return an effort, or the range up to another, with its unit."""
    last = effort if most is None else most
    words = ngettext("{count} half-day", "{count} half-days", form(last))
    return words.format(count=ranged(effort, last))


def form(count: float) -> int:
    """Return a whole number that takes the same form of a word: French counts from two."""
    if language() == "fr":
        return 1 if count < _SEVERAL else _SEVERAL
    return 1 if count <= 1 else _SEVERAL
