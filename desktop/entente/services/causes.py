"""The ten causes over all difficulties."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.cause_figures import Caused
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.ten_causes import DIFFICULTY_CAUSE, TenCause
from entente.services import difficulties, presentation
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class Log:
    """The causes named, and what they were named for.

    Attributes:
        caused: One for each cause of each difficulty.
        refs: Short reference of every difficulty by key, those without a cause as well.
    """

    caused: tuple[Caused, ...]
    refs: Mapping[str, str]


def read(session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None) -> Log:
    """Return the causes `audience` may know of.

    Args:
        session: The open mission.
        audience: Who looks.
        on: The day; the causes of what was noticed later are left out. None for all.
    """
    seen = {each.id: each for each in difficulties.overview(session, audience, on)}
    rows = presentation.table_for(session, DIFFICULTY_CAUSE, audience).dicts()
    caused = (
        Caused(
            row["difficulty_id"],
            TenCause(row["cause"]),
            row["weight"],
            seen[row["difficulty_id"]].scope,
            seen[row["difficulty_id"]].opened_on,
        )
        for row in rows
        if row["difficulty_id"] in seen
    )
    return Log(tuple(caused), {key: each.ref for key, each in seen.items()})
