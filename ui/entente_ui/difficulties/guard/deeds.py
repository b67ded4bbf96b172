"""What the page of guard rails does to the mission: each function is one step to undo.

Each returns why it was refused in one sentence, or nothing.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from entente.domain.guard_rails import DANGER_LABELS, SAFETY_CHECK
from entente.domain.records import RecordType
from entente.i18n import _
from entente.services import guard_rails, mission
from entente_ui.document import Document
from entente_ui.registers import work


def note(document: Document, difficulty: str, danger: str, values: Mapping[str, Any]) -> str:
    """Note what was found about a danger."""
    label = _("Safety check: {danger}").format(danger=_(DANGER_LABELS[danger]))
    action = partial(guard_rails.note, difficulty=difficulty, danger=danger, values=values)
    return work.attempt(document, label, action)


def forget(document: Document, check: str) -> str:
    """Take a safety check back: nobody looked."""
    return work.remove(document, SAFETY_CHECK, [check])


def note_rest(document: Document, difficulty: str) -> str:
    """Note that nothing was seen of what nobody looked at yet."""
    action = partial(guard_rails.note_rest, difficulty=difficulty)
    return work.attempt(document, _("Safety checks: nothing else seen"), action)


def wear(document: Document, kind: RecordType, key: str, hat: str) -> str:
    """Note in which part an act took place."""
    name = work.name_of(document, kind, key)
    label = _("Note the part played: {record}").format(record=name)
    return work.attempt(document, label, partial(guard_rails.wear, kind=kind, key=key, hat=hat))


def keep(document: Document, values: Mapping[str, Any]) -> str:
    """Change how long the file of the mission is kept."""
    label = _("Change how long the file is kept")
    return work.attempt(document, label, partial(mission.change, values=values))
