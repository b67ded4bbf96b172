"""A kind of document whose PDF and Word files are made of the same parts."""

from collections.abc import Callable
from typing import TypeVar

from entente.briefs.parts import Page
from entente.briefs.production import Form, Gathered, Kind, Report

_G = TypeVar("_G", bound=Gathered)


def in_both_forms(tell: Callable[[_G], Page], emptied: Callable[[_G], _G]) -> Kind[_G]:
    """Return a kind of document by what it says.

    Args:
        tell: Gives the parts, in the language in use.
        emptied: Gives values of the same shape without anybody's words.
    """

    def pdf(values: _G, language: str, report: Report) -> bytes:
        from entente.briefs import paper  # noqa: PLC0415  # ReportLab takes its time

        return paper.render(values.head, language, lambda: tell(values), report)

    def docx(values: _G, language: str, report: Report) -> bytes:
        from entente.briefs import word  # noqa: PLC0415  # python-docx takes its time

        return word.render(values.head, language, lambda: tell(values), report)

    return Kind({Form.PDF: pdf, Form.DOCX: docx}, emptied)
