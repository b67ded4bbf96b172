"""Practice analysis to take to a supervisor: what happens to the mediator, and no names."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.practice.gather import gather
from entente.briefs.practice.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
