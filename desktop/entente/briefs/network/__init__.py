"""The map of relations on paper and as a picture, without a screen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum

from entente.briefs.production import Report, audited, unheard
from entente.i18n import _, speaking
from entente.services.relation_map import RelationMap, Wish
from entente.services.relation_map import read as gather

__all__ = ["Form", "Paper", "RelationMap", "Wish", "gather", "to_pdf", "to_png", "to_svg"]

# ReportLab takes its time to import; whoever only gathers need not wait for it.


class Paper(Enum):
    """The sheets a map can be printed on, lying: width and height in points."""

    A4 = (841.89, 595.28)
    A3 = (1190.55, 841.89)


@dataclass(frozen=True, slots=True)
class Form:
    """What a map is printed on.

    Attributes:
        portrait: Whether the sheet stands.
        tiles: How many sheets across and down are put together to one large map.
    """

    paper: Paper = Paper.A4
    portrait: bool = False
    tiles: tuple[int, int] = (1, 1)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of one sheet in points."""
        wide, high = self.paper.value
        return (high, wide) if self.portrait else (wide, high)


def to_pdf(
    shown: RelationMap,
    language: str,
    form: Form | None = None,
    report: Report = unheard,
) -> bytes:
    """Return the map as vectors, fit to leave; equal maps give equal bytes.

    Args:
        shown: The map.
        language: `fr` or `en`, whatever the screen speaks.
        form: What it is printed on; one A4 sheet by default.
        report: Told the percentage done; what it raises ends the work.

    Raises:
        WithheldTextError: If the finished file holds a text its reader may not read.
    """
    from entente.briefs.network import document  # noqa: PLC0415  # ReportLab takes its time

    sheets = form or Form()
    report(0)
    pdf = document.to_pdf(shown, language, sheets)
    report(50)
    _audited(shown, language, pdf, lambda: document.to_pdf(_emptied(shown), language, sheets))
    report(100)
    return pdf


def to_svg(shown: RelationMap, language: str, form: Form | None = None) -> str:
    """Return the map as an SVG document that stands alone.

    Raises:
        WithheldTextError: If it held a text its reader may not read.
    """
    from entente.briefs.network import document  # noqa: PLC0415  # ReportLab takes its time

    size = (form or Form()).size
    # The drawing is the same as on paper, so its words can be looked for there.
    _picture_pdf(shown, language, size)
    return document.to_svg(shown, language, size)


def to_png(shown: RelationMap, language: str, form: Form | None = None, dpi: int = 300) -> bytes:
    """Return the map as a PNG picture.

    Args:
        shown: The map.
        language: `fr` or `en`, whatever the screen speaks.
        form: The sheet it fills, without its tiles.
        dpi: Pixels to the inch of paper.

    Raises:
        WithheldTextError: If it held a text its reader may not read.
    """
    from entente.briefs.pdfium import page_png  # noqa: PLC0415  # ReportLab takes its time

    return page_png(_picture_pdf(shown, language, (form or Form()).size), 0, dpi)


def _picture_pdf(shown: RelationMap, language: str, size: tuple[float, float]) -> bytes:
    from entente.briefs.network import document  # noqa: PLC0415  # ReportLab takes its time

    pdf = document.picture_pdf(shown, language, size)
    return _audited(
        shown, language, pdf, lambda: document.picture_pdf(_emptied(shown), language, size)
    )


def _audited(shown: RelationMap, language: str, pdf: bytes, blank: Callable[[], bytes]) -> bytes:
    return audited(pdf, shown.audit_texts, blank, _vocabulary(language))


def _vocabulary(language: str) -> Iterable[str]:
    """Return the words of ours that a map may show: in its key, and on its badges."""
    from entente.briefs.network.legend import vocabulary  # noqa: PLC0415  # ReportLab takes its time

    with speaking(language):
        return tuple(_(text) for text in vocabulary())


def _emptied(shown: RelationMap) -> RelationMap:
    """Return the same map of nobody, with nobody's text."""
    return replace(
        shown,
        actors=(),
        relations=(),
        groups=(),
        places={},
        texts=(),
        view="",
        head=shown.head.emptied(),
    )
