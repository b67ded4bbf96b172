"""The map of constraints: who bears what, who knows of it, what does not go together."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.constraint_map.gather import gather
from entente.briefs.constraint_map.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
