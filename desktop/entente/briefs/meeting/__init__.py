"""The sheet for a meeting of two actors, one for each reader."""

from collections.abc import Callable

from entente.briefs.meeting.gather import gather
from entente.briefs.meeting.values import MeetingSheet, emptied

__all__ = ["MeetingSheet", "gather", "produce", "render"]

# ReportLab takes its time to import; whoever only gathers need not wait for it.


def render(
    meeting: MeetingSheet, language: str, report: Callable[[int], None] | None = None
) -> bytes:
    """Return a sheet as a PDF file; equal sheets give equal bytes.

    It reads nothing but the sheet and the typeface, so it may run in any thread.

    Args:
        meeting: What to show.
        language: `fr` or `en`, whatever the screen speaks.
        report: Told the percentage done; what it raises ends the work.
    """
    from entente.briefs.meeting import layout  # noqa: PLC0415  # ReportLab takes its time
    from entente.briefs.page import unheard  # noqa: PLC0415  # ReportLab takes its time

    return layout.render(meeting, language, report or unheard)


def produce(
    meeting: MeetingSheet, language: str, report: Callable[[int], None] | None = None
) -> bytes:
    """Return a sheet as a PDF file fit to leave: rendered, then audited.

    Args:
        meeting: What to show, and what must not show.
        language: `fr` or `en`, whatever the screen speaks.
        report: Told the percentage done; what it raises ends the work.

    Raises:
        WithheldTextError: If the finished file holds a text its reader may not read.
    """
    from entente.briefs.audit import audit  # noqa: PLC0415  # ReportLab takes its time

    pdf = render(meeting, language, report)
    if meeting.withheld_texts:
        blank = render(emptied(meeting), language)
        audit(pdf, meeting.withheld_texts, meeting.readable_texts, blank)
    return pdf
