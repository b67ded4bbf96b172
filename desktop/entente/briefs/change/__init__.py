"""The change on two pages: steps, what holds people back, the ICAP barometer, indicators."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.change.gather import gather
from entente.briefs.change.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
