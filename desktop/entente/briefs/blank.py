"""What a blank form is made from: nothing but its head."""

import datetime as dt

from entente.briefs.told import Told
from entente.domain.confidentiality import Audience, AudienceKind
from entente.services.disclosure import head_of
from entente.store.session import Session


def gather(session: Session, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the forms; they are the same for whoever reads, and name nobody but the mediator.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day they are of; today if None.
    """
    reader = AudienceKind.PARTY if audience.kind is AudienceKind.PARTY else audience.kind
    return Told(head=head_of(session, Audience(reader), on or session.today))
