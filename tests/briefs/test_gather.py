"""The rules beside the levels: titles, names, dates, and who gets a brief at all."""

import datetime as dt
import subprocess
import sys
from functools import partial

import pytest

from entente.briefs.conflict import Reason, gather
from entente.briefs.told import Told
from entente.domain.actor import ACTOR
from entente.domain.confidentiality import party
from entente.domain.difficulty import DIFFICULTY
from entente.domain.note import NOTE
from entente.domain.party import PARTY
from entente.errors import RecordMissingError
from entente.services import records
from entente.store.gate import Gate
from tests.briefs.conftest import ON, READER_NAMES, Case, brief_for, title_of


def stages_of(brief: Told) -> list[float]:
    assert brief.subject is not None
    rated = (each.number("stage") for each in brief.subject.history)
    return [stage for stage in rated if stage]


def status_of(brief: Told) -> str:
    assert brief.subject is not None
    return brief.subject.text("status")


def close(gate: Gate, case: Case) -> None:
    values = {"confidentiality": "mediator"}
    gate.run("Close", lambda s: records.change(s, DIFFICULTY, case.difficulty, values))


def test_a_party_is_told_the_title_of_its_own_difficulty_whatever_its_level(
    gate: Gate, case: Case
) -> None:
    close(gate, case)
    titles = {reader: title_of(brief_for(gate, case, reader)) for reader in READER_NAMES}
    assert titles == {
        "mediator": "Reprise des plans",
        "A01": "Reprise des plans",
        "A02": "Reprise des plans",
        "sponsor": "",
        "public": "",
    }


def test_a_record_not_to_be_read_tells_neither_nature_nor_status(gate: Gate, case: Case) -> None:
    close(gate, case)
    brief = brief_for(gate, case, "A01")
    assert brief.subject is not None
    assert {each.name for each in brief.subject.data} == {"summary"}
    assert title_of(brief) not in brief.texts.withheld


def test_parties_know_one_another_by_name_and_house(gate: Gate, case: Case) -> None:
    brief = brief_for(gate, case, "A02")
    assert [(p.ref, p.name, p.standing) for p in brief.of("party")] == [
        ("A01", "Bastien Corvelle", "Équipe du nord"),
        ("A02", "Irène Dumarais", "Chantier Sud"),
    ]
    assert brief.head.recipient == "Irène Dumarais, Chantier Sud (A02)"


def test_others_know_the_parties_by_reference_only(gate: Gate, case: Case) -> None:
    brief = brief_for(gate, case, "sponsor")
    assert [(p.ref, p.name) for p in brief.of("party")] == [("A01", "A01"), ("A02", "A02")]
    assert {option.text("actor_id") for option in brief.of("option")} == {"A01"}
    assert "Bastien Corvelle" in brief.texts.withheld


def test_an_actor_open_to_the_sponsor_is_named(gate: Gate, case: Case) -> None:
    values = {"confidentiality": "sponsor"}
    gate.run("Open", lambda s: records.change(s, ACTOR, case.actors["A01"], values))
    names = [p.name for p in brief_for(gate, case, "sponsor").of("party")]
    assert names == ["Bastien Corvelle", "A02"]


def test_an_actor_who_is_no_party_gets_no_brief(gate: Gate, case: Case) -> None:
    outsider = gate.run("Add", partial(records.create, record_type=ACTOR, values={"name": "Lou"}))
    assert outsider is not None
    key = gate.read(lambda s: records.find(s, ACTOR, "Lou"))
    with pytest.raises(RecordMissingError):
        gate.read(lambda s: gather(s, case.difficulty, party(key), ON))


def test_a_difficulty_that_is_not_there_is_said_so(gate: Gate, case: Case) -> None:
    with pytest.raises(RecordMissingError):
        gate.read(lambda s: gather(s, "0" * 32, case.audience("mediator"), ON))


def test_a_stage_whose_rating_is_not_for_the_reader_is_left_out_and_counted(
    gate: Gate, case: Case
) -> None:
    brief = brief_for(gate, case, "A01")
    assert stages_of(brief) == [3, 5]
    gone = [item for item in brief.withheld if item.table == "difficulty_rating"]
    assert [(item.reason, item.level.value) for item in gone] == [
        (Reason.LEVEL, "mediator"),
        (Reason.LEVEL, "sponsor"),
    ]


def test_what_was_left_out_is_told_without_its_text(gate: Gate, case: Case) -> None:
    brief = brief_for(gate, case, "A02")
    told = {(item.what, item.whose, item.level.value, item.caucus_of) for item in brief.withheld}
    assert ("Note", "A01 Bastien Corvelle", "caucus", "A01") in told
    assert ("Next step", "A01 Bastien Corvelle", "mediator", "") in told
    assert ("Account", "A01 Bastien Corvelle", "mediator", "") in told
    said = repr(brief.withheld)
    assert not any(words in said for words in brief.texts.withheld if words.count(" ") > 1)


def test_each_thing_left_out_leads_to_its_row(gate: Gate, case: Case) -> None:
    keys = {row["id"] for row in gate.read(lambda s: records.list_rows(s, NOTE)).dicts()}
    notes = [item for item in brief_for(gate, case, "public").withheld if item.table == "note"]
    assert len(notes) == 20
    assert {item.key for item in notes} <= keys


def test_a_status_reached_later_does_not_show_through(gate: Gate, case: Case) -> None:
    late = dt.date(2026, 5, 20)
    closed = {"status": "closed"}
    gate.run("Close", lambda s: records.rate(s, DIFFICULTY, case.difficulty, closed, on=late))
    assert status_of(brief_for(gate, case, "mediator")) == "mediation"
    assert status_of(brief_for(gate, case, "mediator", dt.date(2026, 5, 20))) == "closed"


def test_the_day_is_today_unless_told(gate: Gate, case: Case) -> None:
    brief = gate.read(lambda s: gather(s, case.difficulty, case.audience("mediator")))
    assert brief.head.on == dt.date(2026, 6, 10)


def test_a_party_without_any_word_is_still_at_the_table(gate: Gate, case: Case) -> None:
    gate.run("Add", partial(records.create, record_type=ACTOR, values={"name": "Ysé Valombre"}))
    key = gate.read(lambda s: records.find(s, ACTOR, "Ysé Valombre"))
    values = {"difficulty_id": case.difficulty, "actor_id": key}
    gate.run("Add", partial(records.create, record_type=PARTY, values=values))
    brief = brief_for(gate, case, "A01")
    assert [p.name for p in brief.of("party")][2:] == ["Ysé Valombre"]
    assert brief.of("party")[2].data == ()


@pytest.mark.parametrize("module", ["entente.briefs.conflict", "entente.briefs.grid"])
def test_gathering_does_not_wait_for_reportlab(module: str) -> None:
    code = f"import sys, {module}; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
