"""Takes from a mission what one reader may know of a wave."""

import datetime as dt

from entente.briefs.climate_book.gather import gather_waves
from entente.briefs.climate_book.values import Climate
from entente.briefs.gathering import require
from entente.domain.climate.survey import WAVE
from entente.domain.confidentiality import Audience
from entente.store.session import Session


def gather(session: Session, key: str, audience: Audience, on: dt.date | None = None) -> Climate:
    """Return the report of a wave for one reader.

    Args:
        session: The open mission.
        key: Of the wave.
        audience: The reader.
        on: The day whose state is shown; today if None.

    Raises:
        RecordMissingError: If there is no such wave.
    """
    wave = require(session, WAVE, key)
    return gather_waves(session, wave["questionnaire_id"], audience, on, shown=key)
