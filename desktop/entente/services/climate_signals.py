"""What the newest wave shows to be worse than by chance: a weak signal each, until it is noted."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from entente.domain.climate.survey import ANSWERED, QUESTIONNAIRE
from entente.domain.difficulty import DIFFICULTY, Nature
from entente.domain.text import shorten
from entente.i18n import _
from entente.services import climate_series, diagnosis, records
from entente.services.climate_series import INDEX, Line
from entente.store.session import Session

_TITLE: Final = 160


@dataclass(frozen=True, slots=True)
class WeakSignal:
    """A figure of the newest wave that has fallen out of its limits, or two camps.

    Attributes:
        question_id: Empty for the index.
        cause: The cause of difficulty the question is about, empty for none.
        sentence: Says what is seen, with the wave and the figure's name.
    """

    question_id: str
    wave_id: str
    day: dt.date | None
    label: str
    cause: str
    sentence: str


def proposed(session: Session) -> tuple[WeakSignal, ...]:
    """Return the weak signals of every questionnaire."""
    keys = [row["id"] for row in records.list_rows(session, QUESTIONNAIRE).dicts()]
    return tuple(signal for key in keys for signal in weak_signals(session, key))


def weak_signals(session: Session, questionnaire_id: str) -> tuple[WeakSignal, ...]:
    """Return what the newest closed wave shows and is not noted as a difficulty yet."""
    found = climate_series.series(session, questionnaire_id)
    if not found.waves:
        return ()
    wave = found.waves[-1]
    noted = {
        (row["wave_id"], row["question_id"] or "")
        for row in records.list_rows(session, ANSWERED).dicts()
        if row["difficulty_id"]
    }
    signals = []
    for line in found.lines:
        key = "" if line.key == INDEX else line.key
        item = wave.item(key)
        seen = _seen(line, is_split=bool(item and item.summary and item.summary.is_split))
        if not seen or (wave.wave_id, key) in noted:
            continue
        label = f"{line.code} {line.label}" if key else line.label
        said = seen.format(wave=wave.name, label=shorten(label, _TITLE))
        signals.append(
            WeakSignal(key, wave.wave_id, wave.day, label, item.cause if item else "", said)
        )
    return tuple(signals)


def note(session: Session, signal: WeakSignal) -> str:
    """Note a signal as a difficulty, tied to what was said in the wave; return its key."""
    key = records.create(
        session,
        DIFFICULTY,
        {
            "title": shorten(signal.sentence, _TITLE),
            "nature": Nature.SIGNAL.value,
            "opened_on": session.today,
        },
    )
    said = {
        "said": signal.sentence,
        "wave_id": signal.wave_id,
        "question_id": signal.question_id or None,
        "difficulty_id": key,
    }
    records.create(session, ANSWERED, said)
    if signal.cause:
        diagnosis.weigh_cause(session, key, signal.cause, 1)
    return key


def _seen(line: Line, *, is_split: bool) -> str:
    """Return what is wrong with a figure at its last wave, to be filled in; empty if nothing."""
    place = len(line.values) - 1
    value = line.values[place]
    if value is None:
        return ""
    if line.limits is not None and place in line.signals.places and value < line.limits.centre:
        return _("Climate, {wave}: lower than by chance: {label}")
    drifts = line.smoothed is not None and place in line.smoothed.signals
    if drifts and line.limits is not None and value < line.limits.centre:
        return _("Climate, {wave}: drifting down: {label}")
    return _("Climate, {wave}: two camps: {label}") if is_split else ""
