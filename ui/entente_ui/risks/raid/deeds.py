"""What becomes of an assumption, an issue or a dependency, as steps that can be undone."""

from entente.i18n import _
from entente.services import raid
from entente.services.raid import RiskWords
from entente_ui.document import Document


def note_risk(document: Document, key: str, ref: str, words: RiskWords) -> str:
    """Make a risk of an item; return its key, or nothing if it was not done."""
    made: list[str] = []
    label = _("Make a risk of {ref}").format(ref=ref)
    done = not document.is_presenting and document.run(
        label, lambda s: made.append(raid.note_risk(s, key, words))
    )
    return made[0] if done else ""


def note_difficulty(document: Document, key: str, ref: str) -> str:
    """Make a difficulty of an issue; return its key, or nothing if it was not done."""
    made: list[str] = []
    label = _("Make a difficulty of {ref}").format(ref=ref)
    done = not document.is_presenting and document.run(
        label, lambda s: made.append(raid.note_difficulty(s, key))
    )
    return made[0] if done else ""
