"""What the last waves say of the climate: the index, and whether it is a signal or noise."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from sqlalchemy import select

from entente.briefs.climate_book import words
from entente.briefs.climate_book.gather import gather_waves
from entente.briefs.climate_book.values import Climate
from entente.briefs.dates import long_date
from entente.briefs.parts import Words
from entente.domain.climate.survey import WAVE
from entente.domain.confidentiality import Audience
from entente.i18n import _, language
from entente.store.schema import TABLES
from entente.store.session import Session

#: So many waves are told, the newest last.
_TOLD: Final = 2


def gathered(session: Session, audience: Audience, on: dt.date) -> Climate | None:
    """Return the climate by the questionnaire answered last, for one reader.

    Args:
        session: The open mission.
        audience: The reader.
        on: The day whose state is shown.

    Returns:
        None where no wave is closed that the reader may know of.
    """
    table = TABLES[WAVE.name]
    closed = select(table.c.questionnaire_id, table.c.closed_on).where(table.c.closed_on <= on)
    rows = sorted(session.rows(closed), key=lambda row: row.closed_on, reverse=True)
    for key in dict.fromkeys(row.questionnaire_id for row in rows):
        found = gather_waves(session, key, audience, on)
        if found.waves:
            return found
    return None


def parts(climate: Climate | None) -> Iterator[Words]:
    """Yield a sentence on each of the last waves."""
    if climate is None or not climate.lines:
        return
    for place in range(len(climate.waves))[-_TOLD:]:
        wave = climate.waves[place]
        lead = _("{wave} ({date}).").format(
            wave=words.name_of(climate, wave), date=long_date(wave.day, language())
        )
        yield Words(words.index_sentence(climate.lines[0], place), lead=lead)
