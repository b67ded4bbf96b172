"""The paper ballot of a wave: A5, two on a sheet, to be cut apart."""

from typing import Final

from entente.briefs.climate_book.asked import Asked
from entente.briefs.climate_book.asked import gather_asked as gather
from entente.briefs.production import Form, Kind, Report
from entente.briefs.told import emptied

__all__ = ["DOCUMENT", "gather", "produce", "render"]


def _pdf(told: Asked, language: str, report: Report) -> bytes:
    from entente.briefs.ballot import sheet  # noqa: PLC0415  # ReportLab takes its time

    return sheet.render(told, language, report)


def _docx(told: Asked, language: str, report: Report) -> bytes:
    from entente.briefs import word  # noqa: PLC0415  # python-docx takes its time
    from entente.briefs.ballot.story import tell  # noqa: PLC0415  # goes with it

    return word.render(told.head, language, lambda: tell(told), report)


DOCUMENT: Final = Kind({Form.PDF: _pdf, Form.DOCX: _docx}, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
