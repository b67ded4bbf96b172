"""The arrangement around a project on two pages: what was agreed, and where it is signed."""

from typing import Final

from entente.briefs.arrangement.gather import gather
from entente.briefs.arrangement.story import tell
from entente.briefs.both import in_both_forms
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
