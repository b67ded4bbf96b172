"""What was agreed a word means."""

from entente.briefs.parts import Cell
from entente.briefs.told import Entry
from entente.briefs.voice import Voice
from entente.domain.glossary import TermStatus
from entente.i18n import _


def definition(voice: Voice, term: Entry, *, mark: bool = True) -> Cell:
    """Return the definition of a term after words that say whether it is agreed.

    Args:
        voice: Whoever tells it.
        term: The term.
        mark: Whether to say who may read it.
    """
    is_shared = term.text("status") == TermStatus.SHARED
    lead = _("Agreed definition:") if is_shared else _("Definition proposed:")
    return voice.words(term, "definition", lead=lead, mark=mark)
