"""What can be pointed at on the map."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_NOTE
from entente.domain.relation import RELATION


class Thing(NamedTuple):
    """Something on the map: the name of its kind, and its key."""

    kind: str
    key: str


ACTOR_KIND: Final = ACTOR.name
BOX_KIND: Final = ORGANISATION.name
RELATION_KIND: Final = RELATION.name
NOTE_KIND: Final = MAP_NOTE.name


def actor_thing(key: str) -> Thing:
    """Return an actor as something on the map."""
    return Thing(ACTOR_KIND, key)


def keys_of(things: Iterable[Thing], kind: str) -> tuple[str, ...]:
    """Return the keys of the things of a kind."""
    return tuple(thing.key for thing in things if thing.kind == kind)
