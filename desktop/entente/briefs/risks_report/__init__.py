"""The report on the risks: how they are measured, where they stood and shall stand, one by one."""

from typing import Final

from entente.briefs.both import in_both_forms
from entente.briefs.risk_book.gather import gather_whole as gather
from entente.briefs.risks_report.story import tell
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]

DOCUMENT: Final = in_both_forms(tell, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
