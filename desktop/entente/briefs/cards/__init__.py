"""The cards of the backlog to be cut out and stuck to a wall, six on a sheet."""

from typing import Final

from entente.briefs.backlog_book.gather import gather
from entente.briefs.both import in_both_forms
from entente.briefs.cards.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
