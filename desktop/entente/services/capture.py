"""Noting a difficulty from one line."""

from typing import Any

from entente.domain.capture import Capture
from entente.domain.difficulty import DIFFICULTY
from entente.services import diagnosis, parties, records
from entente.store.session import Session


def note(session: Session, capture: Capture) -> str:
    """Note what a line was read as, for the mediator alone, and return its key.

    Raises:
        InvalidValueError: If the line has no title.
    """
    values: dict[str, Any] = {
        "title": capture.title,
        "nature": capture.nature.value,
        "opened_on": capture.noticed_on,
    }
    if capture.stake is not None:
        values["stake"] = capture.stake
    key = records.create(session, DIFFICULTY, values)
    for actor in capture.parties:
        parties.add(session, key, actor)
    for cause, weight in capture.causes.items():
        diagnosis.weigh_cause(session, key, cause.value, weight)
    return key
