"""The certificate of an erasure: what was erased and where, without a word of what it said."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.erasure.story import Certified, emptied, gather, tell

__all__ = ["DOCUMENT", "Certified", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
