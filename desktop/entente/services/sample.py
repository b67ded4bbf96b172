"""The sample mission CONFLUENT. Everybody and everything in it is invented."""

from typing import Final

from entente.i18n import DEFAULT_LANGUAGE
from entente.services import mission, starting
from entente.store.session import Session

#: Name of the file the sample is usually kept in.
FILE_NAME: Final = "CONFLUENT.entente"

_FILES: Final = (
    "mission",
    "actors",
    "relations",
    "causes",
    "mactor",
    *("k1", "k2", "k3", "k4", "k5", "k6"),
    "follow",
    "risks",
)


def load(session: Session, language: str = DEFAULT_LANGUAGE) -> None:
    """Fill an empty mission with the sample.

    Args:
        session: The mission, without organisations, actors or difficulties yet.
        language: Language of its texts. The mission takes place in French; the English one
            is the same, record for record.
    """
    loader = starting.Loader(session)
    for name in _FILES:
        document = starting.read("sample", language, name)
        if "mission" in document:
            mission.change(session, document["mission"])
        loader.add(document)
