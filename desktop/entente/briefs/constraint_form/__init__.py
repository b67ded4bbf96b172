"""A blank map of constraints for a workshop, on A3: no record stands in it."""

from typing import Final

from entente.briefs.blank import gather
from entente.briefs.both import in_both_forms
from entente.briefs.constraint_form.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
