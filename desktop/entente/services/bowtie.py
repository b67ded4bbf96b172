"""One risk as a bow-tie: what leads to it on the left, what follows from it on the right."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.risk import RISK
from entente.domain.ten_causes import CAUSE_LABELS, TenCause
from entente.i18n import _
from entente.services import presentation, risks
from entente.services.risks import RiskView
from entente.store.session import Session

PREVENTIVE: Final = "preventive"
CONTINGENCY: Final = "contingency"
_DONE: Final = "done"
_DROPPED: Final = "dropped"
_MARKS: Final = " \t-*\N{BULLET}\N{EN DASH}\N{EM DASH}"
#: Lines a person wrote as a list: each on its own, or parted by semicolons.
_PARTS: Final = re.compile(r"[\n;]+")


@dataclass(frozen=True, slots=True)
class Barrier:
    """Something done about a risk, before it occurs or in case it does.

    Attributes:
        owner: Name of who does it; empty for nobody, or where the reader may not know it.
    """

    key: str
    ref: str
    title: str
    status: str
    owner: str

    @property
    def is_done(self) -> bool:
        """Whether it holds already."""
        return self.status == _DONE


@dataclass(frozen=True, slots=True)
class Bowtie:
    """Everything a bow-tie shows.

    Attributes:
        causes: What makes the risk possible: its own words first, then the ten causes.
        effects: What would follow, one line each.
        preventive, contingency: What is done beforehand, and what is ready in case of.
        response: The response in words.
    """

    view: RiskView
    causes: tuple[str, ...]
    effects: tuple[str, ...]
    preventive: tuple[Barrier, ...]
    contingency: tuple[Barrier, ...]
    response: str


def bowtie(session: Session, key: str, audience: Audience = MEDIATOR) -> Bowtie | None:
    """Return one risk as a bow-tie, None if `audience` may not know it."""
    view = next((each for each in risks.overview(session, audience) if each.id == key), None)
    if view is None:
        return None
    row = next(
        row for row in presentation.table_for(session, RISK, audience).dicts() if row["id"] == key
    )
    owners = presentation.labels_for(session, ACTOR, audience)
    barriers: dict[str, list[Barrier]] = {PREVENTIVE: [], CONTINGENCY: []}
    for action in risks.actions(session, key, audience):
        if action["status"] != _DROPPED:
            # What nobody has sorted is done beforehand: that is what most actions are for.
            barriers[action["role"] or PREVENTIVE].append(_barrier(action, owners))
    named = tuple(_(CAUSE_LABELS[TenCause(cause)]) for cause in view.causes)
    return Bowtie(
        view,
        (*lines(row["cause"]), *named),
        lines(row["effect"]),
        tuple(barriers[PREVENTIVE]),
        tuple(barriers[CONTINGENCY]),
        row["response"] or "",
    )


def lines(text: str | None) -> tuple[str, ...]:
    """Return the parts of a text written as a list, without the marks before them."""
    parts = (part.strip(_MARKS).strip() for part in _PARTS.split(text or ""))
    return tuple(part for part in parts if part)


def _barrier(action: Mapping[str, Any], owners: Mapping[str, str]) -> Barrier:
    return Barrier(
        action["id"],
        action["ref"],
        action["title"] or "",
        action["status"] or "",
        owners.get(action["owner_id"] or "", ""),
    )
