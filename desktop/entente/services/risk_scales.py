"""What the matrix of a mission means: steps, levels and limits, as the mission words them."""

from collections.abc import Mapping
from typing import Any, Final

from entente.domain.mission import MISSION
from entente.domain.records import RecordType
from entente.domain.risk_layout import Cell
from entente.domain.risk_levels import Band, Scales
from entente.domain.risk_scales import RISK_BAND, RISK_CELL, RISK_STEP, STEP_MAX
from entente.errors import RecordMissingError
from entente.services import records, risks
from entente.store.session import Session

#: No score is higher, so no level begins above it.
SCORE_MAX: Final = STEP_MAX * STEP_MAX


def set_step(session: Session, axis: str, step: int, values: Mapping[str, Any]) -> None:
    """Word a step of a scale; what is not named stays, None brings the usual back.

    Raises:
        InvalidValueError: If a value is out of its range.
    """
    row = _step(session, axis, step)
    if row is None:
        records.create(session, RISK_STEP, {"axis": axis, "step": step, **values})
        return
    left = {name: row[name] for name in _WORDS} | dict(values)
    if any(value not in {None, ""} for value in left.values()):
        records.change(session, RISK_STEP, row["id"], values)
    else:
        records.remove(session, RISK_STEP, row["id"])


_WORDS: Final = ("name", "definition", "share", "money", "days")


def own_bands(session: Session) -> tuple[Band, ...]:
    """Return the levels of the mission, made of the usual ones while it has none of its own."""
    scales = risks.scales(session)
    if not scales.is_usual:
        return scales.bands
    for place, band in enumerate(scales.bands):
        values = {"name": scales.name(place), "from_score": band.from_score}
        records.create(session, RISK_BAND, values)
    return risks.scales(session).bands


def set_band(session: Session, place: int, values: Mapping[str, Any]) -> None:
    """Change name or first score of a level, by its place from the lowest.

    Raises:
        InvalidValueError: If a value is out of its range.
        AlreadyThereError: If another level begins at the same score.
    """
    records.change(session, RISK_BAND, own_bands(session)[place].key, values)


def add_band(session: Session, name: str) -> str:
    """Add a level and return its key.

    It begins halfway between the first score of the highest level and the highest score, or
    where there is room nearest to that.

    Raises:
        AlreadyThereError: If there is a level for each score already.
    """
    taken = {band.from_score for band in own_bands(session)}
    wanted = (max(taken) + SCORE_MAX + 1) // 2
    free = [score for score in range(1, SCORE_MAX + 1) if score not in taken]
    first = min(free, key=lambda score: (abs(score - wanted), -score), default=SCORE_MAX)
    return records.create(session, RISK_BAND, {"name": name, "from_score": first})


def remove_band(session: Session, place: int) -> None:
    """Take a level away, with the cells set to it by hand."""
    records.remove(session, RISK_BAND, own_bands(session)[place].key)


def set_cell(session: Session, cell: Cell, place: int | None) -> None:
    """Give a cell a level by hand, by its place; None lets the score decide again.

    A level that the score gives anyway is not kept.
    """
    bands = own_bands(session)
    for row in _rows(session, RISK_CELL):
        if (row["probability"], row["impact"]) == cell:
            records.remove(session, RISK_CELL, row["id"])
    if place is None or place == by_score(risks.scales(session), cell):
        return
    values = {"probability": cell[0], "impact": cell[1], "band_id": bands[place].key}
    records.create(session, RISK_CELL, values)


def by_score(scales: Scales, cell: Cell) -> int | None:
    """Return the place of the level that the score of a cell gives, None in a hole."""
    under = [
        place for place, band in enumerate(scales.bands) if band.from_score <= cell[0] * cell[1]
    ]
    return under[-1] if under else None


def set_limit(session: Session, name: str, score: int | None) -> None:
    """Set the appetite or the tolerance of the mission.

    Raises:
        InvalidValueError: If there is no such score.
        RecordMissingError: If the mission has no sheet yet.
    """
    row = next(iter(_rows(session, MISSION)), None)
    if row is None:
        raise RecordMissingError(MISSION.name, "")
    records.change(session, MISSION, row["id"], {name: score})


def usual_steps(session: Session, axis: str) -> None:
    """Bring the usual words and values of a scale back."""
    for row in _rows(session, RISK_STEP):
        if row["axis"] == axis:
            records.remove(session, RISK_STEP, row["id"])


def usual_bands(session: Session) -> None:
    """Bring the usual levels back; no cell is set by hand any more."""
    for row in _rows(session, RISK_BAND):
        records.remove(session, RISK_BAND, row["id"])


def _rows(session: Session, record_type: RecordType) -> list[dict[str, Any]]:
    return records.list_rows(session, record_type).dicts()


def _step(session: Session, axis: str, step: int) -> dict[str, Any] | None:
    rows = _rows(session, RISK_STEP)
    return next((row for row in rows if (row["axis"], row["step"]) == (axis, step)), None)
