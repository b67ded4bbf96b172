"""The climate of a project over all waves of a questionnaire."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.climate.gather import gather
from entente.briefs.climate.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
