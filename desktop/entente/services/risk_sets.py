"""Risks to begin a register with, so that nobody starts from an empty page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from entente.domain.confidentiality import Level
from entente.domain.records import LEVEL_FIELD
from entente.domain.risk import RISK, RISK_CAUSE, RiskKind
from entente.domain.text import heading_key
from entente.i18n import language
from entente.services import method_texts, records
from entente.store.session import Session

_FIELDS: Final = ("event", "cause", "effect", "kind", "consequence", "factor", "strategy")


@dataclass(frozen=True, slots=True)
class Model:
    """A risk to begin with, worded to be worded anew.

    Attributes:
        causes: Those of the ten it comes of.
        consequence, factor: As the fields of a risk have them; empty where none fits.
        is_there: Whether the mission has one of that event already.
    """

    event: str
    cause: str
    effect: str
    kind: str
    consequence: str
    factor: str
    causes: tuple[str, ...]
    strategy: str
    response: str
    is_there: bool = False


@dataclass(frozen=True, slots=True)
class RiskSet:
    """Risks that belong together.

    Attributes:
        key: The same in every language.
        about: What they have in common, in a sentence.
    """

    key: str
    title: str
    about: str
    models: tuple[Model, ...]


def library(session: Session) -> tuple[RiskSet, ...]:
    """Return every set in the language in use, and what of it the mission has already."""
    known = _known(session)
    shipped = method_texts.read_file(f"risk_sets/{language()}.toml")
    return tuple(
        RiskSet(
            each["key"],
            each["title"],
            each["about"],
            tuple(_model(values, known) for values in each["risks"]),
        )
        for each in shipped["sets"]
    )


def add(session: Session, models: Iterable[Model], level: str = Level.MEDIATOR) -> list[str]:
    """Write chosen risks into the mission and return the keys of those added.

    One whose event is there already, capitals and accents apart, is left out; so is the
    second of two alike.

    Args:
        session: The open mission.
        models: The risks.
        level: Who may read them.
    """
    known = _known(session)
    added = []
    for model in models:
        word = heading_key(model.event)
        if word in known:
            continue
        known.add(word)
        values = {name: getattr(model, name) or None for name in (*_FIELDS, "response")}
        opened = {"opened_on": session.today, LEVEL_FIELD: level}
        key = records.create(session, RISK, values | opened)
        for cause in model.causes:
            part = {"risk_id": key, "cause": cause, LEVEL_FIELD: level}
            records.create(session, RISK_CAUSE, part)
        added.append(key)
    return added


def _known(session: Session) -> set[str]:
    return {heading_key(event) for event in records.titles(session, RISK).values()}


def _model(values: Mapping[str, Any], known: set[str]) -> Model:
    return Model(
        event=values["event"],
        cause=values["cause"],
        effect=values["effect"],
        kind=values.get("kind", RiskKind.THREAT.value),
        consequence=values.get("consequence", ""),
        factor=values.get("factor", ""),
        causes=tuple(values.get("causes", ())),
        strategy=values["strategy"],
        response=values["response"],
        is_there=heading_key(values["event"]) in known,
    )
