"""The wall of commitments on A3: what people said, in their words, before the others."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.told import emptied
from entente.briefs.wall.gather import gather
from entente.briefs.wall.story import tell

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
