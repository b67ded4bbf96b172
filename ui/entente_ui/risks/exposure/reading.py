"""What the exposure and the money are read from."""

from collections.abc import Mapping
from dataclasses import dataclass

from entente.domain.risk_money import Stake
from entente.services import risk_curve, risk_figures, risks
from entente.services.risk_curve import Curve
from entente.services.risk_figures import RiskFigures
from entente_ui.document import Document


@dataclass(frozen=True, slots=True)
class Stakes:
    """What trials are played with.

    Attributes:
        all: What each risk may cost or bring.
        names: Reference and event of each, by key.
    """

    all: tuple[Stake, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Read:
    """Everything the page shows, as the viewer may know it.

    Attributes:
        count: How many risks there are.
    """

    count: int
    curve: Curve
    figures: RiskFigures
    stakes: Stakes


def read(document: Document) -> Read:
    """Read the mission."""
    viewer = document.viewer
    views = document.read(lambda s: risks.overview(s, viewer))
    figures = risk_figures.figures_of(views, document.read(lambda s: risks.scales(s, viewer)))
    found = (risks.stake(view, figures.scales) for view in views if not view.is_past)
    names = {view.id: f"{view.ref} {view.event}".strip() for view in views}
    return Read(
        len(views),
        document.read(lambda s: risk_curve.curve(s, viewer, figures)),
        figures,
        Stakes(tuple(stake for stake in found if stake), names),
    )
