"""The sheet for a meeting of two actors, one for each reader."""

from typing import Final

from entente.briefs.meeting.gather import gather
from entente.briefs.meeting.values import MeetingSheet, emptied
from entente.briefs.production import Form, Kind, Report

__all__ = ["DOCUMENT", "MeetingSheet", "gather", "produce", "render"]


def _pdf(meeting: MeetingSheet, language: str, report: Report) -> bytes:
    from entente.briefs.meeting import layout  # noqa: PLC0415  # ReportLab takes its time

    return layout.render(meeting, language, report)


DOCUMENT: Final = Kind({Form.PDF: _pdf}, emptied)
render, produce = DOCUMENT.render, DOCUMENT.produce
