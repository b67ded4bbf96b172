"""The conflict-resolution brief, one for each reader of one difficulty."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.conflict.gather import gather
from entente.briefs.conflict.story import tell
from entente.briefs.told import Reason, Withheld, emptied

__all__ = ["DOCUMENT", "Reason", "Withheld", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
