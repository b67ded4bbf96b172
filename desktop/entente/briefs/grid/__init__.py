"""The power/interest grid on paper and as a picture, without a screen."""

from dataclasses import dataclass
from enum import Enum

from entente.domain.confidentiality import MEDIATOR, Audience
from entente.services import actors
from entente.services.actors import GridToken
from entente.services.disclosure import Head, head_of
from entente.store.session import Session

__all__ = ["GridChart", "Paper", "gather", "to_pdf", "to_png", "to_svg"]

# ReportLab takes its time to import; whoever only gathers need not wait for it.


class Paper(Enum):
    """The sheets a grid can fill, lying: width and height in points."""

    A4 = (841.89, 595.28)
    A3 = (1190.55, 841.89)


@dataclass(frozen=True, slots=True)
class GridChart:
    """Who stands where, as one kind of reader may know it.

    Attributes:
        head: What stands at the head of the sheet.
        tokens: The actors, also those without a place.
    """

    head: Head
    tokens: tuple[GridToken, ...]


def gather(session: Session, audience: Audience = MEDIATOR) -> GridChart:
    """Return the grid of today with the actors `audience` may see."""
    head = head_of(session, audience, session.today)
    return GridChart(head, actors.grid_tokens(session, audience))


def to_pdf(chart: GridChart, language: str, paper: Paper = Paper.A4) -> bytes:
    """Return the grid as one page of vectors; equal charts give equal bytes."""
    from entente.briefs.grid import sheet  # noqa: PLC0415  # ReportLab takes its time

    return sheet.to_pdf(chart, language, *paper.value)


def to_svg(chart: GridChart, language: str, paper: Paper = Paper.A4) -> str:
    """Return the grid as an SVG document that stands alone."""
    from entente.briefs.grid import sheet  # noqa: PLC0415  # ReportLab takes its time

    return sheet.to_svg(chart, language, *paper.value)


def to_png(chart: GridChart, language: str, paper: Paper = Paper.A4, dpi: int = 300) -> bytes:
    """Return the grid as a PNG picture, drawn from the very page.

    Args:
        chart: What to show.
        language: `fr` or `en`, whatever the screen speaks.
        paper: The sheet it fills.
        dpi: Pixels to the inch of paper.
    """
    from entente.briefs.pdfium import page_png  # noqa: PLC0415  # ReportLab takes its time

    return page_png(to_pdf(chart, language, paper), 0, dpi)
