"""What the waves of the climate say of a change: the rates of the ICAP barometer."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from entente.domain.change.icap import AXES, inversions, rate
from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.services import climate, records
from entente.services.ballots import State
from entente.services.climate import WaveFigures
from entente.store.session import Session


@dataclass(frozen=True, slots=True)
class IcapWave:
    """What one wave says of the four axes.

    Attributes:
        day: When it was closed.
        n: How many answered.
        rates: By axis, the share of favourable answers, 0.0 to 1.0; None where it was not
            asked, or one of its questions is withheld.
        inversions: Each axis ahead of the one expected before it, as (before, ahead).
    """

    wave_id: str
    ref: str
    name: str
    day: dt.date
    n: int
    rates: Mapping[str, float | None]
    inversions: tuple[tuple[str, str], ...]


def icap(
    session: Session, audience: Audience = MEDIATOR, on: dt.date | None = None
) -> tuple[IcapWave, ...]:
    """Return every closed wave that asked about the axes, in the order of their days.

    Args:
        session: The open mission.
        audience: Who reads.
        on: The last day whose waves count; None for all.
    """
    axes = {
        row["id"]: row["axis"]
        for row in records.list_rows(session, QUESTION).dicts()
        if row["axis"]
    }
    found = [
        told
        for row in records.list_rows(session, QUESTIONNAIRE).dicts()
        for wave in climate.of_questionnaire(session, row["id"], audience, on=on)
        if (told := _told(wave, axes)) is not None
    ]
    return tuple(sorted(found, key=lambda wave: wave.day))


def _told(wave: WaveFigures, axes: Mapping[str, str]) -> IcapWave | None:
    if wave.state is not State.CLOSED or wave.day is None or wave.n is None:
        return None
    counts: defaultdict[str, list[Sequence[int] | None]] = defaultdict(list)
    for item in wave.items:
        if item.id in axes:
            counts[axes[item.id]].append(item.counts)
    if not counts:
        return None
    rates = {name: _rate(counts.get(name, ())) for name in AXES}
    return IcapWave(wave.wave_id, wave.ref, wave.name, wave.day, wave.n, rates, inversions(rates))


def _rate(counts: Sequence[Sequence[int] | None]) -> float | None:
    """Return the rate of an axis; None where part of it may not be shown."""
    shown = [each for each in counts if each is not None]
    return rate(shown) if len(shown) == len(counts) else None
