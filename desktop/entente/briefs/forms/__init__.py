"""Blank forms for the room, to be filled in by hand: no record stands in them."""

import datetime as dt
from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.forms.story import tell
from entente.briefs.told import Told, emptied
from entente.domain.confidentiality import Audience, AudienceKind
from entente.services.disclosure import head_of
from entente.store.session import Session

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the forms; they are the same for whoever reads, and name nobody but the mediator.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day they are of; today if None.
    """
    reader = AudienceKind.PARTY if audience.kind is AudienceKind.PARTY else audience.kind
    return Told(head=head_of(session, Audience(reader), on or session.today))
