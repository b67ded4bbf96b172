"""What is done to the mission through a lens: each a step of its own that can be undone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import Level
from entente.domain.records import Values
from entente.i18n import _, ngettext
from entente.services import records
from entente.store.session import Session
from entente_ui import formats
from entente_ui.actors.data import Person
from entente_ui.document import Document


@dataclass(frozen=True, slots=True)
class Observation:
    """What stands behind a position.

    Attributes:
        fact: What was seen or heard.
        confidence: How sure it is: `low`, `medium` or `high`.
    """

    fact: str = ""
    confidence: str = "medium"


NOTHING_SAID = Observation()


class Deeds:
    """Writes positions and what is known of them."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def rate(
        self,
        people: Mapping[str, Person],
        wanted: Mapping[str, Values],
        observation: Observation = NOTHING_SAID,
    ) -> list[str]:
        """Rate actors as one step.

        Args:
            people: Everybody there is, by key.
            wanted: The scores each is to have, by key.
            observation: What stands behind it.

        Returns:
            The keys of the ratings, none if nothing was written.
        """
        made: list[str] = []
        projected = self._document.is_presenting

        def action(session: Session) -> None:
            for key, values in wanted.items():
                rating = _rate(session, key, values, projected=projected)
                if rating:
                    made.append(rating)
                    _annotate(session, rating, observation, projected=projected)

        done = self._document.run(_label(people, tuple(wanted)), action)
        return made if done else []

    def take_off(self, people: Mapping[str, Person], keys: Sequence[str], blank: Values) -> bool:
        """Leave actors without a place from today on; the earlier ones are kept.

        Args:
            people: Everybody there is, by key.
            keys: Whose place is taken away.
            blank: The scores they are left with.
        """
        projected = self._document.is_presenting

        def action(session: Session) -> None:
            for key in keys:
                rating = records.rate(session, ACTOR, key, blank)
                _annotate(session, rating, NOTHING_SAID, projected=projected)

        label = ngettext("Take {actor} off the grid", "Take {count} actors off the grid", len(keys))
        return self._document.run(_named(label, people, keys), action)

    def note(
        self,
        people: Mapping[str, Person],
        keys: Sequence[str],
        ratings: Collection[str],
        observation: Observation,
    ) -> bool:
        """Keep what stands behind ratings that are there already."""
        values = {"fact": observation.fact, "confidence": observation.confidence}

        def action(session: Session) -> None:
            for rating in ratings:
                records.annotate(session, ACTOR, rating, values)

        label = ngettext(
            "Note the fact about {actor}", "Note the fact about {count} actors", len(keys)
        )
        return self._document.run(_named(label, people, keys), action)


def _rate(session: Session, key: str, values: Values, *, projected: bool) -> str | None:
    now = records.get(session, ACTOR, key)
    if not projected and all(now[name] == value for name, value in values.items()):
        return None
    # Where others look, a place may be new that the mediator already holds.
    return records.rate(session, ACTOR, key, values)


def _annotate(session: Session, rating: str, observation: Observation, *, projected: bool) -> None:
    values: dict[str, str] = {}
    if observation != NOTHING_SAID:
        values |= {"fact": observation.fact, "confidence": observation.confidence}
    if projected:
        # What is done before everybody's eyes stays before them.
        values["confidentiality"] = Level.PUBLIC.value
    if values:
        records.annotate(session, ACTOR, rating, values)


def _label(people: Mapping[str, Person], keys: Sequence[str]) -> str:
    known = [people[key] for key in keys if key in people]
    if known and all(person.score is None for person in known):
        label = ngettext("Place {actor}", "Place {count} actors", len(keys))
    else:
        label = ngettext("Move {actor}", "Move {count} actors", len(keys))
    return _named(label, people, keys)


def _named(label: str, people: Mapping[str, Person], keys: Sequence[str]) -> str:
    person = people.get(keys[0]) if keys else None
    name = person.name if person else _("an actor")
    return label.format(actor=name, count=formats.number(len(keys)))
