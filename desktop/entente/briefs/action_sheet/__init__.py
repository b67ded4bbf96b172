"""One piece of work on a sheet: what for, who, by when, how, and room for what comes of it."""

from typing import Final

from entente.briefs.action_sheet.gather import gather
from entente.briefs.action_sheet.story import tell
from entente.briefs.both import in_both_forms
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
