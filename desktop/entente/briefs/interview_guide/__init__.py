"""An interview guide on paper: what is asked, each question with room to write."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.interview_guide.gather import gather
from entente.briefs.interview_guide.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
