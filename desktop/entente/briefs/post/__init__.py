"""The post of the week: what everybody may know of what took place, to send around."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.post.gather import gather
from entente.briefs.post.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
