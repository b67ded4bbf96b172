"""The estimate of a mission: how much of what, the effort it takes, and what that costs."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.estimate.gather import gather
from entente.briefs.estimate.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
