"""The finding that a mediation is over: whether there is an agreement, and nothing else."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.finding.gather import gather
from entente.briefs.finding.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
