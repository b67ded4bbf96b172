"""Risks to begin a register with."""

from collections.abc import Iterator
from itertools import chain

import pytest

from entente.domain.confidentiality import Level
from entente.domain.cooperation.factors import FACTOR_LABELS
from entente.domain.risk import (
    CONSEQUENCE_LABELS,
    RISK,
    RISK_CAUSE,
    STRATEGIES,
    RiskKind,
)
from entente.domain.risk_wording import advise
from entente.domain.ten_causes import TenCause
from entente.i18n import LANGUAGES, language, use_language
from entente.services import records, risk_sets
from entente.services.risk_sets import Model, RiskSet
from entente.store.gate import Gate
from entente.store.session import Session


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language in turn."""
    before = language()
    use_language(request.param)
    yield request.param
    use_language(before)


def library(gate: Gate) -> dict[str, RiskSet]:
    return {each.key: each for each in gate.read(risk_sets.library)}


def test_the_sets_are_whole_in_every_language(spoken: str, gate: Gate) -> None:
    sets = library(gate)
    assert list(sets) == ["factors", "causes", "omissions", "cooperation"]
    assert [model.factor for model in sets["factors"].models] == list(FACTOR_LABELS)
    told = [model.causes for model in sets["causes"].models]
    assert told == [(cause.value,) for cause in TenCause]
    assert len(sets["omissions"].models) == 3
    assert len({each.title for each in sets.values()}) == 4
    assert spoken in LANGUAGES


def test_each_risk_is_worded_as_we_ask_others_to(spoken: str, gate: Gate) -> None:
    models = list(chain.from_iterable(each.models for each in library(gate).values()))
    assert len({model.event for model in models}) == len(models) == 28
    for model in models:
        assert advise(model.cause, model.event, model.effect) == (), model.event
        assert (model.cause[-1], model.effect[-1], model.response[-1]) == (".", ".", ".")
        assert not model.event.endswith(".")
        assert model.strategy in STRATEGIES[model.kind]
        assert model.consequence in (*CONSEQUENCE_LABELS, "")
        assert set(model.causes) <= set(TenCause)
        assert "'" not in model.event + model.cause + model.effect + model.response
        if spoken == "fr":
            assert " ;" not in model.effect + model.response


def test_both_languages_say_the_same_of_each_risk(gate: Gate) -> None:
    before = language()
    found = []
    for code in LANGUAGES:
        use_language(code)
        shape = []
        for each in library(gate).values():
            for model in each.models:
                told = (model.kind, model.consequence, model.factor, model.causes, model.strategy)
                shape.append((each.key, *told))
        found.append(shape)
    use_language(before)
    assert found[0] == found[1]


def test_chosen_risks_are_written_once(gate: Gate) -> None:
    models = library(gate)["factors"].models
    gate.run("Note", lambda s: records.create(s, RISK, {"event": models[0].event.upper()}))
    assert [model.is_there for model in library(gate)["factors"].models] == [True, *[False] * 4]
    added: list[list[str]] = []

    def add(session: Session) -> None:
        added.append(risk_sets.add(session, (*models, *models)))

    gate.run("Add", add)
    gate.run("Add again", add)
    assert [len(keys) for keys in added] == [4, 0]
    rows = gate.read(lambda s: records.list_rows(s, RISK)).dicts()
    assert len(rows) == 5
    assert rows[1]["factor"] == "perception"
    assert rows[1]["kind"] == RiskKind.THREAT
    assert rows[1]["opened_on"] is not None
    assert {row["confidentiality"] for row in rows} == {Level.MEDIATOR.value}


def test_causes_come_along_as_private_as_the_risk(gate: Gate) -> None:
    model: Model = library(gate)["omissions"].models[1]
    gate.run("Add", lambda s: risk_sets.add(s, [model], Level.PUBLIC))
    causes = gate.read(lambda s: records.list_rows(s, RISK_CAUSE)).dicts()
    assert [(row["cause"], row["confidentiality"]) for row in causes] == [
        ("resources", "public"),
        ("change", "public"),
    ]
