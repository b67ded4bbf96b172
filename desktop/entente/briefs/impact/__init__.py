"""The impact study: what a change does to each functional group."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.impact.gather import gather
from entente.briefs.impact.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
