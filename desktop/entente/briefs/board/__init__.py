"""The board on paper: the cards of the backlog by what has become of them."""

from typing import Final

from entente.briefs.backlog_book.gather import gather
from entente.briefs.board.story import tell
from entente.briefs.both import in_both_forms
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
