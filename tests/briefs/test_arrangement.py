"""The arrangement on paper: two pages, signed by those it names, with nobody else's names."""

import datetime as dt
from dataclasses import replace

from entente.briefs.kinds import KINDS
from entente.domain.confidentiality import MEDIATOR, SPONSOR, Audience, party
from entente.services import arrangement, mission
from entente.services.arrangement import Seat
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import pages

PEOPLE = ("Bastien Corvelle", "Irène Dumarais", "Lou Sénéchal", "Ysé Valombre")


def put_in_place(gate: Gate, names: tuple[str, ...]) -> str:
    made: list[str] = []

    def action(session: Session) -> None:
        mission.change(session, {"name": "ESTUAIRE", "mediator": "Ida Passe", "hat": "mediation"})
        draft = arrangement.propose(session)
        seats = tuple(Seat(name, signs=place > 0) for place, name in enumerate(names))
        rungs = (replace(draft.rungs[0], who=names[0]), *draft.rungs[1:])
        draft = replace(draft, seats=seats, rungs=rungs, ends_on=dt.date(2026, 9, 30))
        made.append(arrangement.put_in_place(session, draft).key)

    gate.run("Put in place", action)
    return made[0]


def told(gate: Gate, key: str, reader: Audience) -> list[str]:
    kind = KINDS["arrangement"]
    return list(pages(kind.produce(gate.read(lambda s: kind.gather(s, key, reader)), "en")))


def test_it_is_two_pages_that_end_with_those_who_sign(gate: Gate) -> None:
    first, second = told(gate, put_in_place(gate, PEOPLE), party(""))
    assert "every 30 days, for the first time on 10 June 2026" in first
    assert "10 June 2026 · 24 June 2026 · 8 July 2026" in first
    assert "Barometer of the ten causes" in first
    assert "mediation" in first
    steps = ("Between the people concerned", "With the mediator", "steering", "managements")
    places = [second.index(step) for step in steps]
    assert places == sorted(places)
    signed = second[second.index("Signatures") :]
    assert [name in signed for name in PEOPLE] == [False, True, True, True]
    assert "Ida Passe" in signed


def test_whoever_may_not_know_them_reads_references(gate: Gate) -> None:
    key = put_in_place(gate, PEOPLE)
    whole = " ".join(told(gate, key, SPONSOR))
    assert not any(name.split()[1] in whole for name in PEOPLE)
    assert "A01" in whole
    assert "Corvelle" in " ".join(told(gate, key, MEDIATOR))


def test_thirty_people_still_fit_on_few_pages(gate: Gate) -> None:
    names = tuple(f"Personne Numéro{number}" for number in range(30))
    found = told(gate, put_in_place(gate, names), party(""))
    assert len(found) <= 4
    assert all(name in " ".join(found[1:]) for name in names[1:])
