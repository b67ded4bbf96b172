"""What the grid says: positions, shifts, and who is under the pointer."""

from collections.abc import Sequence
from typing import Final

from entente.domain.actor import STRATEGIES, quadrant
from entente.domain.records import RATING_FIELDS
from entente.i18n import _, ngettext
from entente.services.actors import STALE_DAYS
from entente_ui import formats
from entente_ui.actors.data import Person, camp_word
from entente_ui.actors.frame import Score

_CONFIDENCE: Final = next(field for field in RATING_FIELDS if field.name == "confidence")
#: Names listed for a crowd before the rest is only counted.
_LISTED: Final = 8
_NOWHERE: Final = Score(0.0, 0.0)


def position_words(score: Score) -> str:
    """Return a position in words: `power 4 · interest 4.5`."""
    return _("power {power} · interest {interest}").format(
        power=formats.number(score.power), interest=formats.number(score.interest)
    )


def shift_words(count: int, power: float, interest: float) -> str:
    """Return by how much several people move."""
    return _("{count} actors · power {power} · interest {interest}").format(
        count=count, power=_signed(power), interest=_signed(interest)
    )


def change_words(person: Person, target: Score) -> str:
    """Return what a move changes: `Hippolyte Versoir: interest 4 → 4.5`."""
    before = person.score
    if before is None:
        return formats.labelled(person.name, position_words(target))
    parts = [
        template.format(before=formats.number(old), after=formats.number(new))
        for template, old, new in (
            (_("power {before} → {after}"), before.power, target.power),
            (_("interest {before} → {after}"), before.interest, target.interest),
        )
        if old != new
    ]
    return formats.labelled(person.name, " · ".join(parts) or position_words(target))


def quadrant_word(score: Score) -> str:
    """Return the name of the quadrant of a position."""
    return _(STRATEGIES[quadrant(score.power, score.interest)].name)


def confidence_word(confidence: str) -> str:
    """Return the word of a confidence; empty for none."""
    return _((_CONFIDENCE.choices or {}).get(confidence, ""))


def confidences() -> list[tuple[str, str]]:
    """Return the values of confidence and their words, from low to high."""
    return [(value, _(label)) for value, label in (_CONFIDENCE.choices or {}).items()]


def describe(person: Person) -> tuple[str, ...]:
    """Return who somebody is and where they stand, in a few lines."""
    score = person.score
    camp = camp_word(person.token.camp)
    lines = [person.name, f"{person.role} · {camp}" if person.role else camp]
    if score is not None:
        lines.append(f"{position_words(score)} · {quadrant_word(score)}")
        lines.append(_age_words(person))
    return tuple(line for line in lines if line)


def sentence(person: Person) -> str:
    """Return the same in one line, for a screen reader."""
    return ", ".join(describe(person))


def crowd_words(people: Sequence[Person]) -> str:
    """Return how many stand in a crowd, and where if all of them stand at one position."""
    head = ngettext("{count} actor", "{count} actors", len(people)).format(
        count=formats.number(len(people))
    )
    scores = {person.score for person in people}
    where = position_words(next(iter(scores)) or _NOWHERE) if len(scores) == 1 else ""
    return f"{head} · {where}" if where else head


def describe_crowd(people: Sequence[Person]) -> tuple[str, ...]:
    """Return who stands in a crowd, in a few lines."""
    lines = [crowd_words(people), *(person.name for person in people[:_LISTED])]
    rest = len(people) - _LISTED
    if rest > 0:
        lines.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
    return tuple(lines)


def _age_words(person: Person) -> str:
    day = person.token.dated_on
    parts = []
    if day is not None:
        parts.append(_("since {date}").format(date=formats.long_date(day)))
    if person.confidence:
        word = confidence_word(person.confidence)
        parts.append(_("confidence: {word}").format(word=word))
    if person.is_stale:
        parts.append(_("older than {days} days").format(days=STALE_DAYS))
    return " · ".join(parts)


def _signed(points: float) -> str:
    return formats.signed(points) if points else "="
