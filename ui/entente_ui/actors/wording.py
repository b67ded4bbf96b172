"""What a lens says of who is under the pointer."""

from collections.abc import Sequence
from typing import Final

from entente.domain.records import RATING_FIELDS
from entente.i18n import _, ngettext
from entente.services.actors import STALE_DAYS
from entente_ui import formats
from entente_ui.actors.data import Person, camp_word

_CONFIDENCE: Final = next(field for field in RATING_FIELDS if field.name == "confidence")
#: Names listed for a crowd before the rest is only counted.
_LISTED: Final = 8


def confidence_word(confidence: str) -> str:
    """Return the word of a confidence; empty for none."""
    return _((_CONFIDENCE.choices or {}).get(confidence, ""))


def confidences() -> list[tuple[str, str]]:
    """Return the values of confidence and their words, from low to high."""
    return [(value, _(label)) for value, label in (_CONFIDENCE.choices or {}).items()]


def describe(person: Person) -> tuple[str, ...]:
    """Return who somebody is and where they stand, in a few lines."""
    camp = camp_word(person.token.camp)
    lines = [person.name, f"{person.role} · {camp}" if person.role else camp]
    if person.score is not None:
        lines.append(" · ".join(words for words in (person.where, person.kind) if words))
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
    together = len({person.score for person in people}) == 1
    where = people[0].where if together else ""
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
