"""The assessment of knowledge: words agreed, lessons, skills handed over, who carries it on."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.knowledge.gather import gather
from entente.briefs.knowledge.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
