"""The agreement the three sign before a support begins; nothing of what is said in it."""

import datetime as dt
from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.coaching_agreement.story import tell
from entente.briefs.coaching_of import gather_with
from entente.briefs.told import Told, emptied
from entente.domain.confidentiality import Audience
from entente.store.session import Session

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce


def gather(session: Session, key: str, audience: Audience, on: dt.date | None = None) -> Told:
    """Return the agreement on a support for the person supported or the mediator.

    Raises:
        InvalidValueError: If the reader is anybody else.
        RecordMissingError: If there is no such support.
    """
    return gather_with(session, key, audience, on, ())
