"""The risks and what their matrix means, as whoever looks may know them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from entente.domain.risk import Reading
from entente.domain.risk_layout import Cell
from entente.domain.risk_levels import Scales, scales_of
from entente.services import risks
from entente.services.risks import RiskView
from entente_ui.document import Document

#: Tables that say where risks stand and what that means.
TABLES: Final = frozenset(
    {
        *("mission", "actor", "risk", "risk_rating", "risk_cause"),
        *("risk_step", "risk_band", "risk_cell"),
    }
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is to see.

    Attributes:
        views: The risks, in the order of their references.
        scales: What probability, impact and levels mean.
        by_key: The risks by their keys.
    """

    views: tuple[RiskView, ...]
    scales: Scales
    by_key: Mapping[str, RiskView]


NOTHING: Final = Seen((), scales_of((), (), ()), MappingProxyType({}))


def read_seen(document: Document) -> Seen:
    """Read the risks as the viewer may see them."""
    viewer = document.viewer
    scales = document.read(lambda s: risks.scales(s, viewer))
    views = document.read(lambda s: risks.overview(s, viewer))
    return Seen(views, scales, MappingProxyType({view.id: view for view in views}))


def cell_of(view: RiskView, reading: str) -> Cell | None:
    """Return the cell a reading of a risk stands in, None while it is not rated."""
    rated = view.readings[reading]
    if rated.probability is None or rated.impact is None:
        return None
    return rated.probability, rated.impact


def cell_now(view: RiskView) -> Cell | None:
    """Return where a risk stands today: as it is, or as it was before any response."""
    return cell_of(view, Reading.CURRENT) or cell_of(view, Reading.INHERENT)
