"""Takes from a mission what one reader may know of its arrangement."""

import datetime as dt
from dataclasses import replace

from entente.briefs import searched
from entente.briefs.gathering import Gathering, require
from entente.briefs.leftover import left_out
from entente.briefs.told import Entry, Told
from entente.domain.climate.survey import QUESTIONNAIRE, WAVE
from entente.domain.confidentiality import Audience
from entente.domain.mission import MISSION
from entente.domain.start.arrangement import ARRANGEMENT, ARRANGEMENT_ACTOR, RESOLUTION_STEP
from entente.domain.text import fold
from entente.services.disclosure import head_of
from entente.store.session import Session


def gather(session: Session, key: str, audience: Audience, on: dt.date | None = None) -> Told:
    """Return an arrangement for one reader.

    Args:
        session: The open mission.
        key: Of the arrangement.
        audience: The reader; a party without a key stands for all whom it concerns.
        on: The day whose state is shown; today if None.

    Raises:
        RecordMissingError: If there is no such arrangement, or it does not concern the reader.
    """
    found = require(session, ARRANGEMENT, key)
    gathering = Gathering(session, audience, on or session.today)
    gathering.read(ARRANGEMENT, "id", [key])
    seats = gathering.read(ARRANGEMENT_ACTOR, "arrangement_id", [key])
    gathering.read(RESOLUTION_STEP, "arrangement_id", [key])
    asked = [found["questionnaire_id"]] if found["questionnaire_id"] else []
    gathering.read(QUESTIONNAIRE, "id", asked)
    gathering.read(WAVE, "questionnaire_id", asked)
    gathering.read_all(MISSION)
    gathering.seat(row["actor_id"] for row in seats)
    head = head_of(session, audience, gathering.on, gathering.recipient())
    steps = gathering.entries(RESOLUTION_STEP)
    waves = [each for each in gathering.entries(WAVE) if each.day("planned_on")]
    return Told(
        head=head,
        subject=next(iter(gathering.entries(ARRANGEMENT)), None),
        lists={
            MISSION.name: gathering.entries(MISSION),
            ARRANGEMENT_ACTOR.name: _seated(gathering),
            RESOLUTION_STEP.name: tuple(sorted(steps, key=lambda e: e.number("position") or 0)),
            QUESTIONNAIRE.name: gathering.entries(QUESTIONNAIRE),
            WAVE.name: tuple(sorted(waves, key=lambda e: str(e.day("planned_on")))),
        },
        withheld=tuple(each for each in left_out(gathering) if each.table != MISSION.name),
        texts=searched.texts_of(gathering, head.texts()),
    )


def _seated(gathering: Gathering) -> tuple[Entry, ...]:
    """Return whom it concerns, those who sign before the others."""
    found = []
    for row in gathering.rows[ARRANGEMENT_ACTOR.name]:
        entry = gathering.entry(ARRANGEMENT_ACTOR, row)
        if entry is not None:
            called = gathering.ref(row["actor_id"])
            found.append(gathering.person(replace(entry, caucus_of=called), row))
    return tuple(sorted(found, key=lambda each: (not each.get("signs"), fold(each.name))))
