"""The progress report: what a sprint came to, what was said of it, and what comes next."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.progress.gather import gather
from entente.briefs.progress.story import tell
from entente.briefs.progress.values import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
