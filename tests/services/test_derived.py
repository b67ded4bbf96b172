"""Columns that are worked out: the levels of the risks, and any other kind of them."""

import datetime as dt
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from entente.domain.confidentiality import MEDIATOR, PUBLIC, Audience
from entente.domain.derived import Derived, Ground, Work, Worked
from entente.domain.records import FieldKind
from entente.domain.risk import RISK
from entente.exchange.export import export
from entente.exchange.mapping import guess
from entente.exchange.readers import read_table
from entente.exchange.writers import write_export
from entente.services import derived, presentation, records, risk_scales
from entente.services.calendar import day_of
from entente.services.records import RecordTable
from entente.store.gate import Gate
from entente.store.session import Session


def table(gate: Gate, audience: Audience = MEDIATOR) -> RecordTable:
    """The risks with what is worked out."""

    def read(session: Session) -> RecordTable:
        found = presentation.table_for(session, RISK, audience)
        return derived.extended(session, found, audience)

    return gate.read(read)


def levels(gate: Gate, name: str, audience: Audience = MEDIATOR) -> dict[str, Worked | None]:
    """What one column says of each risk, by its reference."""
    return {row["ref"]: row[name] for row in table(gate, audience).dicts()}


def texts(gate: Gate, name: str) -> list[str]:
    """The same in words, by reference."""
    return [value.text if value else "" for __, value in sorted(levels(gate, name).items())]


def test_levels_are_those_of_the_matrix(confluent: Gate) -> None:
    # 4 × 5, 4 × 3, 4 × 4 …: the scores of the sample, and the bands from 1, 5, 10 and 15.
    assert texts(confluent, "inherent_level")[:5] == [
        *("20 · critical", "12 · high", "16 · critical", "12 · high", "15 · critical"),
    ]
    assert texts(confluent, "target_level")[:3] == ["8 · moderate", "6 · moderate", "9 · moderate"]


def test_bands_and_cells_of_the_mission_decide_and_a_hole_is_said(gate: Gate) -> None:
    def write(session: Session) -> None:
        for event, probability, impact in (("a", 1, 1), ("b", 2, 3), ("c", 5, 5), ("d", 3, 2)):
            values = {"inherent_probability": probability, "inherent_impact": impact}
            records.create(session, RISK, {"event": event, **values})
        records.create(session, RISK, {"event": "e", "inherent_probability": 4})
        risk_scales.set_band(session, 0, {"name": "faible", "from_score": 2})
        risk_scales.set_cell(session, (3, 2), 3)

    gate.run("Write", write)
    found = levels(gate, "inherent_level")
    said = [value.text if value else None for value in found.values()]
    # 1 × 1 lies below the lowest level; 3 × 2 was set by hand; one axis alone is no level.
    assert said == ["1 · no level", "6 · moderate", "25 · critical", "6 · critical", None]
    worked = [value for value in found.values() if value]
    assert [value.badge.share if value.badge else 0 for value in worked] == [
        *(None, pytest.approx(1 / 3), 1, 1),
    ]
    by_rank = [value.text for value in sorted(worked, key=lambda value: value.rank)]
    assert by_rank == ["1 · no level", "6 · moderate", "6 · critical", "25 · critical"]


def test_nothing_is_worked_out_of_what_the_reader_may_not_know(gate: Gate) -> None:
    def write(session: Session) -> None:
        rated = {"inherent_probability": 5, "inherent_impact": 5}
        records.create(session, RISK, {"event": "su", "confidentiality": "public", **rated})
        records.create(session, RISK, {"event": "tu", **rated})

    gate.run("Write", write)
    shown = levels(gate, "inherent_level", PUBLIC)
    assert {ref: value.text for ref, value in shown.items() if value} == {"R01": "25 · critical"}


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_level_is_written_beside_the_fields_and_never_read_back(
    confluent: Gate, tmp_path: Path, suffix: str
) -> None:
    found = table(confluent)
    path = tmp_path / f"risks{suffix}"
    write_export(path, export(RISK, found.columns, found.rows, {}))
    read = read_table(path)
    headings = list(read.headings)
    at = headings.index("Inherent level")
    assert [row[at] for row in read.rows][:2] == ["20 · critical", "12 · high"]
    mapping = guess(RISK, headings)
    assert mapping.targets[at] == ""
    assert mapping.ignored == ()
    # Of somebody else's columns it is said that they are left out.
    assert guess(RISK, [*headings, "Humeur"]).ignored == ("Humeur",)


def test_an_age_would_be_a_figure_in_a_file(confluent: Gate) -> None:
    def prepare(ground: Ground) -> Work:
        def age(opened: dt.date | None) -> Worked | None:
            days = (ground.day - opened).days if opened else None
            return None if days is None else Worked(days, f"{days} days")

        return age

    age = Derived("age", "Age", FieldKind.INTEGER, ("opened_on",), prepare)
    kind = replace(RISK, derived=(age,))
    opened = confluent.read(partial(records.list_rows, record_type=RISK)).dicts()[0]["opened_on"]

    def read(session: Session) -> RecordTable:
        plain = replace(records.list_rows(session, RISK), record_type=kind)
        return derived.extended(session, plain)

    found = confluent.read(read)
    written = export(kind, ["ref", "age"], [(row[1], row[-1]) for row in found.rows], {})
    days = written.rows[0][1]
    assert isinstance(days, int)
    assert found.rows[0][-1].text == f"{days} days"
    assert opened + dt.timedelta(days) == confluent.read(day_of)
