"""The RACI matrix on paper, for one reader."""

from typing import Final

from entente.briefs.production import Form, Kind, Report
from entente.briefs.raci.gather import gather
from entente.briefs.raci.values import RaciSheet, emptied

__all__ = ["DOCUMENT", "RaciSheet", "gather", "produce", "render"]


def _pdf(sheet: RaciSheet, language: str, report: Report) -> bytes:
    from entente.briefs.raci import layout  # noqa: PLC0415  # ReportLab takes its time

    return layout.render(sheet, language, report)


DOCUMENT: Final = Kind({Form.PDF: _pdf}, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
