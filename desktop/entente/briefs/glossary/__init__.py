"""The cross glossary: one word, what each trade means by it, what was agreed."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.glossary.gather import gather
from entente.briefs.glossary.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
