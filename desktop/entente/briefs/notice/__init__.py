"""The sheet for respondents: who sees what of the answers to a wave."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.climate_book.asked import gather_asked as gather
from entente.briefs.notice.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
