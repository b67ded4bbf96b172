"""What the shell itself reads of a mission."""

from entente.domain.mission import MISSION
from entente_ui.document import Document


def mission_name(document: Document) -> str:
    """Return the name of the mission, empty if it has none yet."""
    names = document.labels(MISSION)
    return next(iter(names.values()), "")
