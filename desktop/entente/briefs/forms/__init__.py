"""Blank forms for the room, to be filled in by hand: no record stands in them."""

from typing import Final

from entente.briefs.blank import gather
from entente.briefs.both import in_both_forms
from entente.briefs.forms.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
