"""The register of risks: one lying page for as many risks as a mission usually has."""

from typing import Final

from entente.briefs.production import Form, Kind, Report
from entente.briefs.risk_book.gather import gather
from entente.briefs.told import Told, emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]


def _pdf(told: Told, language: str, report: Report) -> bytes:
    """Set the wording that fits one page; where none does, the whole of it on several."""
    from entente.briefs import paper  # noqa: PLC0415  # ReportLab takes its time
    from entente.briefs.risks import story  # noqa: PLC0415  # see above
    from entente.i18n import speaking  # noqa: PLC0415  # see above

    with speaking(language):
        wording = next(
            (
                each
                for each in story.wordings(told)
                if paper.fits_first_page(story.tell(told, each))
            ),
            story.Wording.WHOLE,
        )
    return paper.render(told.head, language, lambda: story.tell(told, wording), report)


def _docx(told: Told, language: str, report: Report) -> bytes:
    from entente.briefs import word  # noqa: PLC0415  # python-docx takes its time
    from entente.briefs.risks.story import tell  # noqa: PLC0415  # see above

    return word.render(told.head, language, lambda: tell(told), report)


DOCUMENT: Final = Kind({Form.PDF: _pdf, Form.DOCX: _docx}, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
