"""One risk as a bow-tie: what leads to it, what follows, and what stands in between."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.risk_book.gather import gather_one as gather
from entente.briefs.risks_bowtie.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
