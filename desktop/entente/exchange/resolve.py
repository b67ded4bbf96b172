"""Finding the record that a cell of a list means."""

from typing import Final

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import Field
from entente.domain.text import shorten
from entente.exchange.known import Existing, Known, name_key, ref_key
from entente.exchange.plan import CellError, NewReference
from entente.i18n import _

#: Kinds that come into being by being named: a contact list does not describe its companies,
#: nor the groups its people work in.
_MADE_BY_NAME: Final = frozenset({"organisation", "functional_group"})


def resolve(field: Field, text: str, existing: Existing) -> str | NewReference | None:
    """Return the key of the record a text names, by reference or name.

    Args:
        field: The field that refers to it.
        text: A reference (`A12`), a name, or both (`A12 Apolline Quartzet`).
        existing: The records there are.

    Returns:
        None for a blank; a `NewReference` where naming a record is enough to make it.

    Raises:
        CellError: If there is none, or several of that name.
    """
    name = " ".join(text.split())
    if not name:
        return None
    known = existing[field.target]
    found = known_as(known, name)
    if len(found) == 1:
        return found[0]
    kind = _(RECORD_TYPES[field.target].label)
    if found:
        said = _("Several records ({kind}) are called “{name}”; write the reference instead.")
        raise CellError(said.format(kind=kind, name=shorten(name, 60)))
    if field.target in _MADE_BY_NAME:
        return NewReference(field.target, name)
    said = _("“{name}” ({kind}) is not in this mission.")
    raise CellError(said.format(kind=kind, name=shorten(name, 60)))


def known_as(known: Known, name: str) -> tuple[str, ...]:
    """Return the keys of all records that a reference, a name or both together can mean."""
    key = known.refs.get(ref_key(known.record_type, name))
    if key is not None:
        return (key,)
    found = known.names.get(name_key(name), ())
    if found:
        return found
    ref, __, rest = name.partition(" ")
    key = known.refs.get(ref_key(known.record_type, ref))
    if key is not None and key in known.names.get(name_key(rest), ()):
        return (key,)
    return ()
