"""Notes of a difficulty: read at once, moved, struck, tied to each other."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC
from entente.domain.difficulty import DIFFICULTY
from entente.domain.mediation_session import MEDIATION_SESSION
from entente.domain.note import NOTE
from entente.domain.note_line import read_note
from entente.domain.party import PARTY
from entente.errors import CaucusOfNobodyError
from entente.services import notes, records
from entente.services.notes import Board, Note
from entente.store.gate import Gate
from entente.store.session import Session

TODAY = dt.date(2026, 6, 10)


class Case:
    """A difficulty of two parties, and a third person who only said something."""

    def __init__(self, gate: Gate) -> None:
        self.gate = gate
        self.gate.run("Fill", self._fill)

    def _fill(self, session: Session) -> None:
        names = ("Anselme Ferrage", "Clélie Combe", "Zoé Tiers")
        self.actors = [records.create(session, ACTOR, {"name": name}) for name in names]
        self.key = records.create(session, DIFFICULTY, {"title": "Reprise"})
        for actor, group in zip(self.actors[:2], ("DSI", ""), strict=True):
            values = {"difficulty_id": self.key, "actor_id": actor, "speaks_for": group}
            records.create(session, PARTY, values)

    def board(self) -> Board:
        return self.gate.read(lambda s: notes.board(s, self.key))

    def add(self, line: str) -> str:
        card = read_note(line, TODAY, self.board().people)
        made: list[str] = []
        self.run(lambda s: made.append(notes.add(s, self.key, card)))
        return made[0]

    def run(self, action: Callable[[Session], object]) -> None:
        self.gate.run("Act", action)

    def note(self, key: str) -> Note:
        return next(note for note in self.board().notes if note.id == key)


@pytest.fixture
def case(gate: Gate) -> Case:
    return Case(gate)


def test_a_line_becomes_a_note_of_today(case: Case) -> None:
    key = case.add("#fait @A02 #parties 12/03 livraison refusée")
    assert case.board().notes == (
        Note(
            key,
            "livraison refusée",
            "fact",
            case.actors[1],
            "parties",
            TODAY,
            dt.date(2026, 3, 12),
            "",
            False,  # by place, as the record
        ),
    )


def test_a_party_answers_to_the_group_it_stands_for(case: Case) -> None:
    assert case.note(case.add("@DSI la reprise est comprise")).actor == case.actors[0]


def test_parties_come_first_then_whoever_else_said_something(case: Case) -> None:
    case.add("@A03 je n’y étais pas")
    voices = case.board().voices
    assert [(voice.ref, voice.is_party) for voice in voices] == [
        ("A01", True),
        ("A02", True),
        ("A03", False),
    ]


def test_a_caucus_note_given_to_another_becomes_the_mediators(case: Case) -> None:
    confided, told = case.add("@A01! notre marge"), case.add("@A01 #parties le prix")
    withdrawn: list[int] = []
    for actor in (case.actors[1], ""):
        case.run(lambda s, to=actor: withdrawn.append(notes.give_to(s, [confided, told], to)))  # type: ignore[misc]  # bound
    assert withdrawn == [1, 0]
    assert (case.note(confided).level, case.note(confided).actor) == ("mediator", "")
    assert case.note(told).level == "parties"


def test_a_caucus_note_that_stays_where_it_is_stays_one(case: Case) -> None:
    confided = case.add("@A01! notre marge")
    case.run(lambda s: notes.give_to(s, [confided], case.actors[0]))
    assert case.note(confided).level == "caucus"


def test_nobodys_note_cannot_be_of_a_caucus_and_none_is_changed(case: Case) -> None:
    keys = [case.add("@A01 le prix"), case.add("le délai")]
    with pytest.raises(CaucusOfNobodyError):
        case.run(lambda s: notes.change(s, keys, {"confidentiality": "caucus"}))
    assert {note.level for note in case.board().notes} == {"mediator"}


def test_ties_go_both_ways_and_never_twice(case: Case) -> None:
    first, second, third = (case.add(text) for text in ("un", "deux", "trois"))
    made: list[int] = []
    for key, others in ((first, [second, third, first]), (second, [first]), (third, [third])):
        case.run(lambda s, k=key, o=others: made.append(notes.tie(s, k, o)))  # type: ignore[misc]  # bound
    assert made == [2, 0, 0]
    assert case.note(first).links == (second, third)
    assert case.note(second).links == (first,)
    case.run(lambda s: notes.untie(s, second, first))
    assert case.note(first).links == (third,)
    case.run(lambda s: notes.remove(s, [third]))
    assert case.note(first).links == ()


def test_what_is_told_again_is_no_longer_agreed_and_keeps_its_day(case: Case) -> None:
    dated, undated = case.add("#accord @A01 12/03 sept cents"), case.add("#litige @A01 la liste")
    day = dt.date(2026, 4, 1)
    case.run(lambda s: notes.retell(s, [dated, undated], case.actors[1], day))
    first, second = case.note(dated), case.note(undated)
    assert (first.kind, first.actor, first.happened_on) == (
        "fact",
        case.actors[1],
        dt.date(2026, 3, 12),
    )
    assert (second.kind, second.happened_on) == ("disputed", day)
    case.run(lambda s: notes.settle(s, [dated, undated], "agreed"))
    assert {case.note(key).kind for key in (dated, undated)} == {"agreed"}


def test_notes_of_another_difficulty_are_not_read(case: Case) -> None:
    def elsewhere(session: Session) -> None:
        other = records.create(session, DIFFICULTY, {"title": "Autre"})
        records.create(session, NOTE, {"difficulty_id": other, "text": "ailleurs"})

    case.run(elsewhere)
    assert case.board().notes == ()


def test_the_session_of_today_is_found(case: Case) -> None:
    made = {}

    def plan(session: Session) -> None:
        for title, day, status in (
            ("Ouverture", dt.date(2026, 6, 3), "held"),
            ("Aujourd’hui", TODAY, "planned"),
            ("Annulée", TODAY, "cancelled"),
        ):
            values = {"title": title, "difficulty_id": case.key, "held_on": day, "status": status}
            made[title] = records.create(session, MEDIATION_SESSION, values)

    assert case.board().today == ""
    case.run(plan)
    board = case.board()
    assert board.today == made["Aujourd’hui"]
    assert [meeting.title for meeting in board.meetings] == ["Aujourd’hui", "Ouverture"]


def test_a_projected_screen_sees_public_notes_without_names(case: Case) -> None:
    shown = case.add("#public Anselme Ferrage propose une recette")
    hidden = case.add("@A01! Anselme Ferrage a une marge")
    case.run(lambda s: notes.tie(s, shown, [hidden]))
    (note,) = case.gate.read(partial(notes.board, difficulty=case.key, viewer=PUBLIC)).notes
    assert note.id == shown
    assert "Ferrage" not in note.text
    assert note.links == ()


def test_five_thousand_notes_are_read_with_their_ties(case: Case) -> None:
    def fill(session: Session) -> None:
        rows = [{"difficulty_id": case.key, "text": f"note {n}"} for n in range(5000)]
        keys = session.insert_many(NOTE, rows)
        for first, second in ((0, 4999), (4999, 1)):
            notes.tie(session, keys[first], [keys[second]])

    case.run(fill)
    found = case.board().notes
    assert len(found) == 5000
    assert [len(note.links) for note in (found[0], found[1], found[4999])] == [1, 1, 2]
