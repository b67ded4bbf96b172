"""The conflict-resolution brief, one for each reader of one difficulty."""

from collections.abc import Callable

from entente.briefs.conflict.gather import gather
from entente.briefs.conflict.values import ConflictBrief, Reason, Withheld, emptied
from entente.briefs.production import unheard

__all__ = ["ConflictBrief", "Reason", "Withheld", "gather", "produce", "render"]

# ReportLab takes its time to import; whoever only gathers need not wait for it.


def render(
    brief: ConflictBrief, language: str, report: Callable[[int], None] | None = None
) -> bytes:
    """Return a brief as a PDF file; equal briefs give equal bytes.

    It reads nothing but the brief and the typeface, so it may run in any thread.

    Args:
        brief: What to show.
        language: `fr` or `en`, whatever the screen speaks.
        report: Told the percentage done; what it raises ends the work.
    """
    from entente.briefs.conflict import layout  # noqa: PLC0415  # ReportLab takes its time

    return layout.render(brief, language, report or unheard)


def produce(
    brief: ConflictBrief, language: str, report: Callable[[int], None] | None = None
) -> bytes:
    """Return a brief as a PDF file fit to leave: rendered, then audited.

    Args:
        brief: What to show, and what must not show.
        language: `fr` or `en`, whatever the screen speaks.
        report: Told the percentage done; what it raises ends the work.

    Raises:
        WithheldTextError: If the finished file holds a text its reader may not read.
    """
    from entente.briefs.audit import audit  # noqa: PLC0415  # ReportLab takes its time

    pdf = render(brief, language, report)
    if brief.withheld_texts:
        blank = render(emptied(brief), language)
        audit(pdf, brief.withheld_texts, brief.readable_texts, blank)
    return pdf
