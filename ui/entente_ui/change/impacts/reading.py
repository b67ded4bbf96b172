"""What the view of the impacts reads, in the order it is to be shown in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from entente.domain.confidentiality import MEDIATOR
from entente.domain.risk import RISK
from entente.domain.text import fold
from entente.i18n import N_
from entente.services import impact, impact_edits, records
from entente.services.impact import Group, Study
from entente.services.risk_sets import Model
from entente_ui.document import Document

#: The orders of the groups; that of their references is the one they were added in.
ORDERS: Final[Mapping[str, str]] = {
    "added": N_("As added"),
    "deepest": N_("Deepest first"),
    "most": N_("Most people first"),
    "name": N_("By name"),
}
_KEYS: Final[Mapping[str, Callable[[Group], object]]] = {
    "deepest": lambda group: -(group.mean or 0),
    "most": lambda group: -(group.headcount or 0),
    "name": lambda group: fold(group.name),
}


@dataclass(frozen=True, slots=True)
class Read:
    """What was read.

    Attributes:
        models: The risks of open questions; none while others look on.
    """

    study: Study
    models: tuple[Model, ...]


def read(document: Document, order: str) -> Read:
    """Return the study as whoever looks may know it."""
    viewer = document.viewer
    study = document.read(lambda session: impact.study(session, viewer))
    models = document.read(impact_edits.proposed) if viewer == MEDIATOR else ()
    return Read(ordered(study, order), models)


def ordered(study: Study, order: str) -> Study:
    """Return the same study with its groups in another order; those alike stay as added."""
    key = _KEYS.get(order)
    if key is None:
        return study
    return replace(study, groups=tuple(sorted(study.groups, key=key)))  # type: ignore[arg-type]  # each key compares with itself


def risk_of(document: Document, found: Read) -> str:
    """Return the key of the first risk that an open question has become; empty without one."""
    events = [model.event for model in found.models if model.is_there]
    titles = document.read(lambda session: records.titles(session, RISK))
    return next((key for key, title in titles.items() if title in events), "")
