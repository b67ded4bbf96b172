"""The post of the week: what everybody may know of seven days, and nothing else."""

import datetime as dt
from typing import Any

import pytest

from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import MEDIATOR, PUBLIC, Audience
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.interaction import INTERACTION
from entente.domain.records import RecordType
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import pages
from tests.conftest import FixedClock

ON = FixedClock().now.date()


def day(ago: int) -> dt.date:
    return ON - dt.timedelta(days=ago)


@pytest.fixture
def week(gate: Gate) -> Gate:
    gate.run("Write", _write)
    return gate


def _write(session: Session) -> None:
    def add(kind: RecordType, **values: Any) -> str:  # noqa: ANN401  # of any field
        return records.create(session, kind, {"confidentiality": "public"} | values)

    who = add(ACTOR, name="Lou Sénéchal")
    add(INTERACTION, subject="Atelier des mots", held_on=day(6), notes="Deux mots adoptés")
    add(INTERACTION, subject="Réunion de la semaine d'avant", held_on=day(7))
    add(INTERACTION, subject="Réunion de demain", held_on=day(-1))
    add(INTERACTION, subject="Aparté du mardi", held_on=day(1), confidentiality="mediator")
    add(DECISION, title="Ouvrir le bac", decided_on=day(40), executed_on=day(2))
    add(DECISION, title="Vieille décision", decided_on=day(40))
    for title, ago in (("Rédiger la charte", 3), ("Ancien billet", 30)):
        key = add(BACKLOG_ITEM, title=title)
        records.rate(session, BACKLOG_ITEM, key, {"status": "done"}, on=day(ago))
    add(BACKLOG_ITEM, title="À faire un jour")
    add(COMMITMENT, statement="Je relis tout", actor_id=who, made_on=day(1))
    kept = add(COMMITMENT, statement="Je prête la salle", actor_id=who, made_on=day(50))
    records.rate(session, COMMITMENT, kept, {"state": "kept"}, on=day(0))
    broken = add(COMMITMENT, statement="Je viens toujours", actor_id=who, made_on=day(3))
    records.rate(session, COMMITMENT, broken, {"state": "broken"}, on=day(1))


def read(gate: Gate, audience: Audience = PUBLIC, on: dt.date = ON) -> str:
    told = gate.read(lambda s: KINDS["post"].gather(s, "", audience, on))
    return " ".join(" ".join(pages(KINDS["post"].produce(told, "en"))).split())


def test_a_post_tells_the_last_seven_days_part_by_part(week: Gate) -> None:
    text = read(week)
    order = [
        "4 June 2026. Atelier des mots — Deux mots adoptés",
        "Ouvrir le bac",
        "7 June 2026. Rédiger la charte",
        "Je prête la salle — Lou Sénéchal",
        "Je relis tout — Lou Sénéchal",
    ]
    places = [text.index(each) for each in order]
    assert places == sorted(places)
    for other in ("d'avant", "demain", "Vieille", "Ancien", "À faire", "toujours"):
        assert other not in text


def test_whoever_asks_reads_what_is_public_and_no_more(week: Gate) -> None:
    assert "Aparté" not in read(week, MEDIATOR)
    assert read(week, MEDIATOR) == read(week, PUBLIC)


def test_a_quiet_week_says_so_and_a_post_is_a_letter_as_well(week: Gate) -> None:
    assert "Nothing of the last 7 days is public yet." in read(week, on=day(200))
    told = week.read(lambda s: KINDS["post"].gather(s, "", PUBLIC, ON))
    assert KINDS["post"].produce(told, "fr", form=Form.DOCX)[:2] == b"PK"
