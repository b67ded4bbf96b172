"""For whom a document is made, as it is typed."""

from types import MappingProxyType
from typing import Final

from entente.cli.console import misused, shown
from entente.domain import confidentiality
from entente.domain.actor import ACTOR
from entente.domain.confidentiality import Audience
from entente.i18n import _
from entente.services import records
from entente.store.session import Session

_READERS: Final = MappingProxyType(
    {
        "mediator": confidentiality.MEDIATOR,
        "parties": confidentiality.party(""),
        "sponsor": confidentiality.SPONSOR,
        "public": confidentiality.PUBLIC,
    }
)
_PARTY: Final = "party:"


def check_reader(text: str) -> None:
    """Refuse what names no reader.

    Raises:
        Refusal: With how one is written.
    """
    is_party = text.startswith(_PARTY) and text != _PARTY
    if text not in _READERS and not is_party:
        said = _("“{reader}” is no reader: it is mediator, party:A02, parties, sponsor or public.")
        raise misused(said.format(reader=shown(text)))


def audience_of(session: Session, text: str) -> Audience:
    """Return the reader that was typed.

    Raises:
        RecordMissingError: If there is no such party.
    """
    if text in _READERS:
        return _READERS[text]
    return confidentiality.party(records.find(session, ACTOR, text.removeprefix(_PARTY)))
