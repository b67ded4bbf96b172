"""The impact study of the sample, and what is written into it and made of it."""

from functools import partial

import pytest

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.change.impact import FUNCTIONAL_GROUP, IMPACT, PRACTICE_GAP
from entente.domain.confidentiality import PUBLIC, SPONSOR, Level
from entente.domain.records import RecordType
from entente.domain.risk import RISK, RISK_CAUSE
from entente.errors import InvalidValueError
from entente.i18n import use_language
from entente.services import impact, impact_edits, records
from entente.services.impact import Study
from entente.store.gate import Gate


def told(gate: Gate) -> Study:
    return gate.read(impact.study)


def group_key(gate: Gate, ref: str) -> str:
    return next(each.id for each in told(gate).groups if each.ref == ref)


def count(gate: Gate, kind: RecordType) -> int:
    return gate.read(partial(records.count, record_type=kind))


def test_the_sample_comes_to_what_the_source_says(confluent: Gate) -> None:
    found = told(confluent)
    assert {each.ref: (each.mean, each.size, each.headcount) for each in found.groups} == {
        "GF1": (2.2, "M", 46),
        "GF2": (2.9, "M", 18),
        "GF3": (2.2, "M", 22),
        "GF4": (2.3, "S", 6),
    }
    assert (found.whole.size, found.whole.built_share) == ("L", 0.75)
    assert [each.unanswered for each in found.groups] == [
        (),
        ("organisation", "tasks"),
        ("tasks",),
        ("operation", "organisation", "tasks"),
    ]


def test_each_reader_has_means_of_what_they_may_read(confluent: Gate) -> None:
    # The home: 29 without indicators (3, for the sponsor) and power (3, for the mediator).
    public = confluent.read(partial(impact.study, audience=PUBLIC)).groups[1]
    sponsor = confluent.read(partial(impact.study, audience=SPONSOR)).groups[1]
    assert (public.cell("indicators").depth, public.cell("power").depth) == (None, None)
    assert public.mean == pytest.approx(23 / 8)
    assert sponsor.mean == pytest.approx(26 / 9)


def test_a_cell_is_rated_worded_and_emptied(own_confluent: Gate) -> None:
    key = group_key(own_confluent, "GF4")
    before = count(own_confluent, IMPACT)
    own_confluent.run("Rate", lambda s: impact_edits.rate(s, key, "jobs", 4))
    assert told(own_confluent).groups[3].mean == pytest.approx(2.5)
    own_confluent.run("Empty", lambda s: impact_edits.rate(s, key, "jobs", None))
    # Nothing was said of it but the depth: the impact goes with it.
    assert count(own_confluent, IMPACT) == before - 1
    assert told(own_confluent).groups[3].mean == pytest.approx(21 / 9)
    own_confluent.run("Empty", lambda s: impact_edits.rate(s, key, "tools", None))
    cell = told(own_confluent).groups[3].cell("tools")
    assert (cell.depth, bool(cell.before)) == (None, True)
    with pytest.raises(InvalidValueError):
        own_confluent.run("Rate", lambda s: impact_edits.rate(s, key, "jobs", 5))
    for _step in range(3):
        own_confluent.undo()
    assert told(own_confluent).groups[3].mean == 2.3


def test_a_new_impact_is_as_private_as_its_group(gate: Gate) -> None:
    def make(level: Level) -> str:
        values = {"name": level.value, "confidentiality": level.value}
        made: list[str] = []
        gate.run("Add", lambda s: made.append(records.create(s, FUNCTIONAL_GROUP, values)))
        gate.run("Rate", lambda s: impact_edits.rate(s, made[0], "skills", 2))
        return made[0]

    keys = {level: make(level) for level in (Level.PUBLIC, Level.SPONSOR)}
    cells = {each.id: each.cell("skills").level for each in told(gate).groups}
    assert cells == {key: level.value for level, key in keys.items()}


def test_open_questions_are_proposed_as_risks_and_added_once(own_confluent: Gate) -> None:
    before = count(own_confluent, RISK)
    models = own_confluent.read(impact_edits.proposed)
    assert [each.event for each in models] == [
        "A tool foreign to how the services work",
        "An organisation of work out of step",
        "People who no longer recognise their trade",
    ]
    assert "Éducateurs du foyer, IDE et AS du SSIAD, DSI mutualisée" in models[2].cause
    assert "Soignants" not in models[2].cause
    own_confluent.run("Add", impact_edits.add_proposed)
    assert count(own_confluent, RISK) == before + 3
    # Asked again, and in the other language: nothing more.
    for code in ("en", "fr"):
        use_language(code)
        assert all(each.is_there for each in own_confluent.read(impact_edits.proposed))
        own_confluent.run("Add", impact_edits.add_proposed)
    assert count(own_confluent, RISK) == before + 3
    causes = count(own_confluent, RISK_CAUSE)
    for _step in range(2):
        own_confluent.undo()  # nothing was written by these
        if count(own_confluent, RISK) == before:
            break
    assert count(own_confluent, RISK) == before
    assert count(own_confluent, RISK_CAUSE) == causes - 4


def test_a_question_all_answered_is_no_risk(gate: Gate) -> None:
    answers = {"operation": "So.", "organisation": "  ", "tasks": "So."}
    gate.run("Add", lambda s: records.create(s, FUNCTIONAL_GROUP, {"name": "All", **answers}))
    assert len(gate.read(impact_edits.proposed)) == 1


def test_a_gap_becomes_one_card(own_confluent: Gate) -> None:
    rows = own_confluent.read(partial(records.list_rows, record_type=PRACTICE_GAP)).dicts()
    before = count(own_confluent, BACKLOG_ITEM)
    for _again in range(2):
        own_confluent.run("Card", lambda s: impact_edits.gap_to_card(s, rows[1]["id"]))
    assert count(own_confluent, BACKLOG_ITEM) == before + 1
    gap = told(own_confluent).gaps[1]
    card = own_confluent.read(partial(records.get, record_type=BACKLOG_ITEM, key=gap.item))
    assert (card["title"], card["status"], card["confidentiality"]) == (gap.need, "idea", "parties")
    assert (card["ref"], card["owner_id"]) == (gap.item_ref, rows[1]["owner_id"])


def test_a_very_long_need_is_cut_for_the_title_and_kept_in_the_notes(gate: Gate) -> None:
    key: list[str] = []
    values = {"name": "All", "operation": "x" * 100_000}
    gate.run("Add", lambda s: key.append(records.create(s, FUNCTIONAL_GROUP, values)))
    words = {"after": "word " * 20_000}
    gate.run("Say", lambda s: impact_edits.describe(s, key[0], "skills", words))
    gate.run("Card", lambda s: impact_edits.impact_to_card(s, key[0], "skills"))
    (card,) = gate.read(partial(records.list_rows, record_type=BACKLOG_ITEM)).dicts()
    assert len(card["title"]) <= 121
    assert card["notes"].count("word") == 20_000
    with pytest.raises(InvalidValueError):
        gate.run(
            "Say",
            lambda s: records.change(s, FUNCTIONAL_GROUP, key[0], {"built_with": "x" * 100_000}),
        )
