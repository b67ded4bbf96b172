"""The balance of forces in a mission."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience
from entente.domain.objective import INFLUENCE, OBJECTIVE, STANCE
from entente.errors import InvalidValueError
from entente.services import mactor, mactor_answers, records
from entente.services.mactor import Forces, Progress, Question
from entente.store.gate import Gate
from entente.store.session import Session


def key(gate: Gate, ref: str) -> str:
    kind = OBJECTIVE if ref.startswith("O") else ACTOR
    return gate.read(lambda session: records.find(session, kind, ref))


def weighs(gate: Gate, one: str, other: str) -> Question:
    return Question(INFLUENCE.name, key(gate, one), key(gate, other))


def stands(gate: Gate, actor: str, aim: str) -> Question:
    return Question(STANCE.name, key(gate, actor), key(gate, aim))


def give(gate: Gate, question: Question, value: int | None, fact: str = "") -> None:
    action = partial(mactor_answers.answer, question=question, value=value, fact=fact)
    gate.run("Answer", action)


def kept(gate: Gate, question: Question) -> list[tuple[dt.date, int | None, str]]:
    """Return date, answer and fact of everything ever answered to a question."""
    kind, name = (INFLUENCE, "strength") if question.kind == "influence" else (STANCE, "weight")
    first, second = ("from_id", "to_id") if kind is INFLUENCE else ("actor_id", "objective_id")
    rows = gate.read(lambda session: records.list_rows(session, kind)).dicts()
    ids = {
        row["id"] for row in rows if (row[first], row[second]) == (question.first, question.second)
    }
    return [
        (each.dated_on, each.values[name], each.fact)
        for each in gate.read(lambda session: records.ratings(session, kind))
        if each.record_id in ids
    ]


def test_the_sample_is_answered_throughout(confluent: Gate) -> None:
    forces = confluent.read(mactor.read)
    assert [each.ref for each in forces.participants] == [
        *("A01", "A02", "A03", "A05", "A11", "A13", "A17")
    ]
    assert [each.ref for each in forces.aims] == ["O1", "O2", "O3", "O4", "O5"]
    assert forces.progress(INFLUENCE.name) == Progress(42, 42)
    assert forces.progress(STANCE.name) == Progress(35, 35)
    assert forces.mid[6] == (4, 1, 2, 2, 1, 1, 0)
    assert forces.mao[4] == (3, 2, -3, -2, -2)
    assert not forces.unanswered(INFLUENCE.name)
    assert forces.analyse().weights[6] == pytest.approx(2.621, abs=5e-4)


def test_before_the_interviews_nothing_was_known(confluent: Gate) -> None:
    forces = confluent.read(partial(mactor.read, on=dt.date(2026, 4, 14)))
    assert forces.progress(INFLUENCE.name) == Progress(0, 42)
    assert len(forces.participants) == 7


def test_an_answer_is_dated_today_and_keeps_those_before(own_confluent: Gate) -> None:
    question = weighs(own_confluent, "A02", "A17")
    give(own_confluent, question, 2, "Wrote to the minister.")
    assert kept(own_confluent, question) == [
        (dt.date(2026, 4, 15), 0, ""),
        (dt.date(2026, 6, 10), 2, "Wrote to the minister."),
    ]
    now = own_confluent.read(mactor.read)
    then = own_confluent.read(partial(mactor.read, on=dt.date(2026, 6, 9)))
    assert (now.mid[1][6], then.mid[1][6]) == (2, 0)
    found = now.answer(question)
    assert found is not None
    assert found.fact == "Wrote to the minister."


def test_the_same_answer_adds_nothing_unless_a_fact_comes_with_it(own_confluent: Gate) -> None:
    question = stands(own_confluent, "A03", "O4")
    give(own_confluent, question, 3)
    assert len(kept(own_confluent, question)) == 1
    give(own_confluent, question, 3, "Said so again.")
    assert len(kept(own_confluent, question)) == 2


def test_an_answer_taken_back_is_asked_again(own_confluent: Gate) -> None:
    question = weighs(own_confluent, "A05", "A11")
    give(own_confluent, question, None)
    forces = own_confluent.read(mactor.read)
    assert forces.unanswered(INFLUENCE.name) == (question,)
    assert forces.progress(INFLUENCE.name) == Progress(41, 42)
    own_confluent.undo()
    assert own_confluent.read(mactor.read).progress(INFLUENCE.name).is_complete


@pytest.mark.parametrize("value", [-1, 5])
def test_an_influence_outside_0_to_4_is_refused(own_confluent: Gate, value: int) -> None:
    with pytest.raises(InvalidValueError, match="between 0 and 4"):
        give(own_confluent, weighs(own_confluent, "A01", "A02"), value)


def test_nobody_weighs_on_themselves(own_confluent: Gate) -> None:
    with pytest.raises(InvalidValueError):
        give(own_confluent, weighs(own_confluent, "A01", "A01"), 1)


def test_who_is_added_is_asked_about(own_confluent: Gate) -> None:
    newcomer = key(own_confluent, "A14")
    add = partial(mactor_answers.add_participants, keys=[newcomer])
    own_confluent.run("Add", add)
    forces = own_confluent.read(mactor.read)
    assert "A14" in [each.ref for each in forces.participants]
    assert forces.progress(INFLUENCE.name) == Progress(42, 56)
    assert forces.progress(STANCE.name) == Progress(35, 40)
    left = forces.unanswered(INFLUENCE.name)
    # Those who have been begun come first, and all about one actor come together.
    assert [each.second for each in left[:7]] == [newcomer] * 7
    assert {each.first for each in left[7:]} == {newcomer}


def test_one_actor_alone_has_nobody_to_weigh_on(gate: Gate) -> None:
    made: list[str] = []
    gate.run("Add", lambda s: made.append(records.create(s, ACTOR, {"name": "Anne Seule"})))
    with pytest.raises(InvalidValueError):
        gate.run("Add", partial(mactor_answers.add_participants, keys=made))


def test_who_is_taken_out_leaves_no_answer_behind(own_confluent: Gate) -> None:
    gone = key(own_confluent, "A17")
    own_confluent.run("Out", partial(mactor_answers.remove_participant, key=gone))
    forces = own_confluent.read(mactor.read)
    assert len(forces.participants) == 6
    assert forces.progress(INFLUENCE.name) == Progress(30, 30)
    assert gone not in {key for pair in (*forces.influences, *forces.stances) for key in pair}
    own_confluent.undo()
    assert len(own_confluent.read(mactor.read).participants) == 7


def test_many_answers_are_dated_only_where_they_are_new(own_confluent: Gate) -> None:
    one, other = key(own_confluent, "A01"), key(own_confluent, "A02")
    newcomer = key(own_confluent, "A14")
    values = {(one, other): 3, (other, one): 4, (one, newcomer): 1}
    done: list[mactor_answers.Written] = []
    own_confluent.run(
        "Many",
        lambda s: done.append(mactor_answers.answer_many(s, INFLUENCE.name, values)),
    )
    assert done == [mactor_answers.Written(added=1, changed=1, same=1)]
    assert len(kept(own_confluent, weighs(own_confluent, "A01", "A02"))) == 1
    assert kept(own_confluent, weighs(own_confluent, "A02", "A01"))[-1][:2] == (
        dt.date(2026, 6, 10),
        4,
    )


@pytest.mark.parametrize("audience", [PUBLIC, SPONSOR])
def test_others_learn_neither_influence_nor_stance(confluent: Gate, audience: Audience) -> None:
    forces = confluent.read(partial(mactor.read, audience=audience))
    assert forces.participants == ()
    assert not forces.influences
    assert not forces.stances
    assert forces.withheld == 77


def test_on_a_projected_screen_roles_stand_for_names(own_confluent: Gate) -> None:
    def publish(session: Session) -> None:
        for kind in (INFLUENCE, STANCE):
            for row in records.list_rows(session, kind).dicts():
                records.change(session, kind, row["id"], {"confidentiality": "public"})
            for each in records.ratings(session, kind):
                records.annotate(session, kind, each.id, {"confidentiality": "public"})

    own_confluent.run("Publish", publish)
    forces = own_confluent.read(partial(mactor.read, audience=PUBLIC))
    assert len(forces.participants) == 7
    assert "Cyprien Halleresse" not in {each.name for each in forces.participants}
    assert forces.withheld == 0
    assert forces.mid == own_confluent.read(mactor.read).mid


def test_an_empty_mission_has_no_forces(gate: Gate) -> None:
    assert gate.read(partial(mactor.read, audience=MEDIATOR)) == Forces()
