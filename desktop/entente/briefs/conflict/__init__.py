"""The conflict-resolution brief, one for each reader of one difficulty."""

from collections.abc import Callable

from entente.briefs.conflict.gather import gather
from entente.briefs.conflict.values import ConflictBrief, Reason, Withheld

__all__ = ["ConflictBrief", "Reason", "Withheld", "gather", "render"]


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
    # ReportLab takes its time to import; whoever only gathers need not wait for it.
    from entente.briefs.conflict import layout  # noqa: PLC0415
    from entente.briefs.page import unheard  # noqa: PLC0415

    return layout.render(brief, language, report or unheard)
