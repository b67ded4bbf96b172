"""The agreement that opens a mediation, and the one that ends it: to be read and signed."""

from typing import Final

from entente.briefs.agreement.gather import gather
from entente.briefs.agreement.story import tell
from entente.briefs.both import in_both_forms
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
