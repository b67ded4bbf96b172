"""The roadmap: what comes now, next and later, without dates."""

from typing import Final

from entente.briefs.backlog_book.gather import gather
from entente.briefs.both import in_both_forms
from entente.briefs.roadmap.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
