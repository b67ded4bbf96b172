"""Who may read what. Every document, export, search and projection asks here."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from entente.i18n import N_


class Level(StrEnum):
    """How far a text may travel. Each level names its readers; only `PUBLIC` is open to all.

    A level admits exactly those it names, and the mediator: what is for the sponsor is not
    for the parties, and the reverse. A text both may read is `PUBLIC`.
    """

    MEDIATOR = "mediator"
    CAUCUS = "caucus"
    PARTIES = "parties"
    SPONSOR = "sponsor"
    PUBLIC = "public"


LEVEL_LABELS: Final = {
    Level.MEDIATOR: N_("mediator only"),
    Level.CAUCUS: N_("caucus"),
    Level.PARTIES: N_("parties"),
    Level.SPONSOR: N_("sponsor"),
    Level.PUBLIC: N_("public"),
}


def known_level(level: str) -> Level:
    """Return the level a text names; one nobody knows is the most private."""
    return Level(level) if level in set(Level) else Level.MEDIATOR


class AudienceKind(StrEnum):
    """The sorts of reader a document can be made for."""

    MEDIATOR = "mediator"
    PARTY = "party"
    SPONSOR = "sponsor"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class Audience:
    """A reader. `actor_id` is the key of the actor when the reader is a party."""

    kind: AudienceKind
    actor_id: str = ""


MEDIATOR: Final = Audience(AudienceKind.MEDIATOR)
SPONSOR: Final = Audience(AudienceKind.SPONSOR)
PUBLIC: Final = Audience(AudienceKind.PUBLIC)


def party(actor_id: str) -> Audience:
    """Return the audience that is one party, known by the key of its actor."""
    return Audience(AudienceKind.PARTY, actor_id)


def may_read(audience: Audience, level: str, caucus_of: str = "") -> bool:
    """Return whether `audience` may read a text of confidentiality `level`.

    Args:
        audience: The reader.
        level: A value of `Level`; anything else counts as the most private.
        caucus_of: Key of the actor whose caucus the text belongs to.
    """
    if audience.kind is AudienceKind.MEDIATOR or level == Level.PUBLIC:
        return True
    match audience.kind:
        case AudienceKind.PARTY if level == Level.CAUCUS:
            return bool(caucus_of) and caucus_of == audience.actor_id
        case AudienceKind.PARTY:
            return level == Level.PARTIES
        case AudienceKind.SPONSOR:
            return level == Level.SPONSOR
        case _:
            return False


def is_readable_by_all(level: str, of: str) -> bool:
    """Return whether everybody who may read a text of level `of` may read one of `level`.

    Two texts of level `caucus` are taken to be of the same party.
    """
    readers = (party("one"), party("other"), SPONSOR, PUBLIC)
    return all(may_read(reader, level, "one") for reader in readers if may_read(reader, of, "one"))


def joint_level(levels: Iterable[str]) -> Level:
    """Return the level of what joins several records: theirs where they all have the same.

    The most private where they differ; and where it is `caucus`, for that belongs to one party
    and what joins has none of its own.
    """
    found = set(levels)
    shared = len(found) == 1 and Level.CAUCUS.value not in found
    return Level(found.pop()) if shared else Level.MEDIATOR
