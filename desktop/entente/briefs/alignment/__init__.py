"""Who sees the project alike: vision, objectives, the way to get there, on a page."""

from typing import Final

from entente.briefs.alignment.gather import gather
from entente.briefs.alignment.story import tell
from entente.briefs.both import in_both_forms
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
