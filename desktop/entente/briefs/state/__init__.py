"""The state of the mission on one page, for a steering committee."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.state.gather import gather
from entente.briefs.state.story import tell
from entente.briefs.state.values import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
