"""The report of a wave: what its respondents answered, as far as it may be shown."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.told import emptied
from entente.briefs.wave.gather import gather
from entente.briefs.wave.story import tell

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
