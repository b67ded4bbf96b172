"""The log of decisions and commitments, with how well they are carried out and kept."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.decisions.gather import gather
from entente.briefs.decisions.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
