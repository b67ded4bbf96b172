"""The minutes of a session: who was there, what came out, what is next; never a caucus."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.minutes.gather import gather
from entente.briefs.minutes.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
