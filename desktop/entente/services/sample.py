"""The sample mission CONFLUENT. Everybody and everything in it is invented."""

from typing import Final

from entente.domain.activity import ACTIVITY_TYPE
from entente.domain.climate.survey import QUESTION, QUESTIONNAIRE, WAVE
from entente.domain.confidentiality import Level
from entente.i18n import DEFAULT_LANGUAGE
from entente.services import activity_library, mission, starting, surveys, waves
from entente.store.session import Session

#: Name of the file the sample is usually kept in.
FILE_NAME: Final = "CONFLUENT.entente"

_FILES: Final = (
    "mission",
    "actors",
    "relations",
    "causes",
    "group",
    "mactor",
    *("k1", "k2", "k3", "k4", "k5", "k6"),
    "follow",
    "risks",
    "sprints",
)
#: Activities of the library this mission has chosen from, and the work that goes with them.
_ACTIVITIES: Final = (
    *("consultation", "interview", "conference", "post", "workshop", "meetup", "matchmaking"),
    *("survey", "sandbox", "mediation", "review", "plenary"),
    *("reading", "writing", "synthesis", "tooling", "online"),
)


def load(session: Session, language: str = DEFAULT_LANGUAGE) -> None:
    """Fill an empty mission with the sample.

    Args:
        session: The mission, without organisations, actors or difficulties yet.
        language: Language of its texts. The mission takes place in French; the English one
            is the same, record for record.
    """
    loader = starting.Loader(session)
    activity_library.load(session, _ACTIVITIES, language)
    loader.know(ACTIVITY_TYPE, activity_library.held_keys(session))
    for name in _FILES:
        document = starting.read("sample", language, name)
        if "mission" in document:
            mission.change(session, document["mission"])
        loader.add(document)
    document = starting.read("sample", language, "climate")
    _ask(session, loader, document, language)
    loader.add(document)
    _add_change(session, loader, language)


def _add_change(session: Session, loader: starting.Loader, language: str) -> None:
    """Add what changes for whom, and the waves that were held about it."""
    document = starting.read("sample", language, "change")
    if "mission" in document:
        mission.change(session, document["mission"])
    if "climate" in document:
        _ask(session, loader, document["climate"], language)
    loader.add(document)


def _ask(
    session: Session, loader: starting.Loader, document: starting.Entry, language: str
) -> None:
    """Hold the waves of the sample, which were counted long ago."""
    survey = surveys.load(session, document["bank"], language)
    loader.know(QUESTIONNAIRE, {document["bank"]: survey})
    loader.know(QUESTION, {each.code: each.id for each in surveys.asked(session, survey)})
    for entry in document["waves"]:
        groups = entry.get("groups", ())
        wave = waves.plan(
            session,
            survey,
            entry["on"],
            name=entry["name"],
            population=document["population"],
            attribute=entry.get("attribute", ""),
            groups={group["name"]: group["population"] for group in groups},
            level=Level.PUBLIC,
        )
        waves.load_counts(
            session,
            wave,
            on=entry["on"],
            ballots=entry["ballots"],
            counts=entry["counts"],
            groups={group["name"]: group["counts"] for group in groups if "counts" in group},
        )
        loader.know(WAVE, {entry["name"]: wave})
