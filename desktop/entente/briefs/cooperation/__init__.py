"""How organisations cooperate: five factors, gaps, triggers, fears."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.cooperation.gather import gather
from entente.briefs.cooperation.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
