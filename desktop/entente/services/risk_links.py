"""Links of risks, read and made from either end.

An actor, a difficulty or a decision is linked by a record of its own; an action, an
assumption, an issue or a dependency names its one risk itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, Audience
from entente.domain.difficulty import DIFFICULTY
from entente.domain.raid import RAID_ITEM
from entente.domain.records import RecordType
from entente.domain.risk import RISK, RISK_LINK
from entente.services import presentation, records, risk_edits
from entente.services.risk_edits import LINKED, LinkView
from entente.store.session import Session

#: Kinds that name their risk themselves.
NAMING: Final[Mapping[str, RecordType]] = MappingProxyType(
    {kind.name: kind for kind in (BACKLOG_ITEM, RAID_ITEM)}
)
#: Names of all kinds that can be linked with a risk.
KINDS: Final = (*LINKED, *NAMING)

_RISK: Final = "risk_id"
_OWN_DIFFICULTY: Final = "difficulty_id"


@dataclass(frozen=True, slots=True)
class RiskLink:
    """A risk that something is linked with, as the reader may know it.

    Attributes:
        id: Key of the link; empty where one of both names the other itself.
    """

    id: str
    risk_id: str
    ref: str
    event: str
    kind: str
    status: str


def of_risk(session: Session, key: str, audience: Audience = MEDIATOR) -> tuple[LinkView, ...]:
    """Return everything a risk is linked with, as far as `audience` may know of both."""
    if key not in presentation.labels_for(session, RISK, audience):
        return ()
    return (*risk_edits.links(session, key, audience), *_naming(session, key, audience))


def risks_of(
    session: Session, kind: str, key: str, audience: Audience = MEDIATOR
) -> tuple[RiskLink, ...]:
    """Return the risks something is linked with, each once, in the order of their references.

    Args:
        session: The open mission.
        kind: Its kind, one of `KINDS`.
        key: Its key.
        audience: Who reads.
    """
    risks = presentation.table_for(session, RISK, audience).dicts()
    ends: dict[str, str] = {}
    if kind in NAMING:
        rows = presentation.table_for(session, NAMING[kind], audience).dicts()
        ends = {row[_RISK]: "" for row in rows if row["id"] == key}
    elif key in presentation.labels_for(session, LINKED[kind][0], audience):
        field = LINKED[kind][1]
        links = presentation.table_for(session, RISK_LINK, audience).dicts()
        ends = {row[_RISK]: row["id"] for row in links if row[field] == key}
        if kind == DIFFICULTY.name:
            ends |= {risk["id"]: "" for risk in risks if risk[_OWN_DIFFICULTY] == key}
    return tuple(
        RiskLink(ends[risk["id"]], risk["id"], risk["ref"], risk["event"] or "", *_state(risk))
        for risk in risks
        if risk["id"] in ends
    )


def add(session: Session, risk: str, kind: str, key: str) -> bool:
    """Link a risk and something else; return whether that is new.

    What names its risk itself has one: an action linked with another risk moves there.

    Raises:
        RecordMissingError: If there is no such action, assumption, issue or dependency.
    """
    if kind not in NAMING:
        return bool(risk_edits.link(session, risk, kind, [key]))
    if records.get(session, NAMING[kind], key)[_RISK] == risk:
        return False
    records.change(session, NAMING[kind], key, {_RISK: risk})
    return True


def take_away(session: Session, risk: str, kind: str, key: str) -> bool:
    """Take every link of a risk and something else away; return whether there was one.

    Both stay.
    """
    if kind in NAMING:
        if records.get(session, NAMING[kind], key)[_RISK] != risk:
            return False
        records.change(session, NAMING[kind], key, {_RISK: None})
        return True
    found = [
        each for each in risk_edits.links(session, risk) if (each.kind, each.key) == (kind, key)
    ]
    for each in found:
        risk_edits.unlink(session, risk, each)
    return bool(found)


def _naming(session: Session, key: str, audience: Audience) -> Iterator[LinkView]:
    for name, record_type in NAMING.items():
        for row in presentation.table_for(session, record_type, audience).dicts():
            if row[_RISK] == key:
                yield LinkView("", name, row["id"], row[record_type.title] or "")


def _state(risk: Mapping[str, str]) -> tuple[str, str]:
    return risk["kind"], risk["status"]
