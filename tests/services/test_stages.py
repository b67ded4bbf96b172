"""The stages of a mission: put in place, ticked, ordered and tied to what shows them."""

import datetime as dt
from collections.abc import Callable
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.confidentiality import PUBLIC
from entente.domain.engagement import CHECK_ITEM, STAGE_LABELS
from entente.domain.mission import MISSION_LABELS
from entente.errors import InvalidValueError, RecordMissingError
from entente.i18n import LANGUAGES
from entente.services import mission, records, stages
from entente.store.gate import Gate
from entente.store.session import Session


def done(gate: Gate, action: Callable[[Session], object]) -> None:
    gate.run("Step", action)


def titles(gate: Gate, name: str) -> list[str]:
    (stage,) = [each for each in gate.read(stages.overview) if each.name == name]
    return [step.title for step in stage.steps]


def test_the_sample_has_come_as_far_as_counted_by_hand(confluent: Gate) -> None:
    found = {stage.name: stage for stage in confluent.read(stages.overview)}
    counts = {name: (stage.done, len(stage.steps)) for name, stage in found.items()}
    assert counts == {"launch": (5, 6), "tools": (4, 5), "kickoff": (3, 3), "sprints": (4, 5)}
    assert found["kickoff"].finished_on == dt.date(2026, 3, 9)
    assert found["launch"].finished_on is None
    champion = found["launch"].steps[-1]
    assert [link.ref for link in champion.links] == ["C4", "A16"]


def test_others_see_roles_where_a_step_is_tied_to_somebody(confluent: Gate) -> None:
    found = confluent.read(lambda s: stages.overview(s, PUBLIC))
    names = {link.name for stage in found for step in stage.steps for link in step.links}
    assert "Responsable RH et formation" in names
    assert "Eulalie Marjolin" not in names


def test_the_usual_steps_are_the_same_in_both_languages_and_never_doubled(gate: Gate) -> None:
    by_language = [stages.usual(code) for code in LANGUAGES]
    shapes = [[len(each[name]) for name in STAGE_LABELS] for each in by_language]
    assert shapes == [[6, 6, 4, 7]] * len(LANGUAGES)
    counts: list[int] = []
    for code in ("fr", "en"):
        before = len(gate.read(partial(records.titles, record_type=CHECK_ITEM)))
        done(gate, partial(stages.put_in_place, code=code))
        counts.append(len(gate.read(partial(records.titles, record_type=CHECK_ITEM))) - before)
    assert counts == [23, 0]
    seen = gate.read(lambda s: stages.overview(s, PUBLIC))
    assert seen[0].steps[0].title == "Causes communes identifiées"


def test_a_step_of_ones_own_is_private_ticked_moved_and_ends_where_it_was_put(gate: Gate) -> None:
    for title in ("one", "two", "three"):
        done(gate, partial(stages.add, stage="launch", title=title))
    keys = [step.id for step in gate.read(stages.overview)[0].steps]
    done(gate, lambda s: stages.move(s, [keys[2]], "launch", keys[0]))
    assert titles(gate, "launch") == ["three", "one", "two"]
    done(gate, lambda s: stages.move(s, [keys[2], keys[0]], "tools"))
    assert titles(gate, "tools") == ["three", "one"]
    assert titles(gate, "launch") == ["two"]
    done(gate, lambda s: stages.move(s, [keys[1]], "tools", keys[1]))
    assert titles(gate, "tools") == ["three", "one", "two"]
    done(gate, partial(stages.tick, keys=keys[:1], day=dt.date(2026, 6, 9)))
    assert gate.read(stages.overview)[1].done == 1
    done(gate, partial(stages.tick, keys=keys[:1], day=None))
    assert gate.read(stages.overview)[1].done == 0
    assert not any(stage.steps for stage in gate.read(lambda s: stages.overview(s, PUBLIC)))
    with pytest.raises(InvalidValueError):
        done(gate, lambda s: stages.add(s, "launch", " "))


def test_a_step_is_tied_to_records_of_the_kinds_that_show_it(gate: Gate) -> None:
    made: list[str] = []
    done(gate, lambda s: made.append(stages.add(s, "launch", "Interviews")))
    done(gate, lambda s: made.append(records.create(s, ACTOR, {"name": "Lou Sénéchal"})))
    step, actor = made
    done(gate, lambda s: stages.tie(s, step, "actor", actor))
    assert gate.read(stages.overview)[0].steps[0].links[0].name == "Lou Sénéchal"
    with pytest.raises(RecordMissingError):
        done(gate, lambda s: stages.tie(s, step, "actor", "nobody"))
    with pytest.raises(InvalidValueError):
        done(gate, lambda s: stages.tie(s, step, "wave", actor))
    done(gate, lambda s: stages.untie(s, step, "actor"))
    assert gate.read(lambda s: records.get(s, CHECK_ITEM, step))["actor_id"] is None


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", ["", *MISSION_LABELS])
def test_phases_have_as_many_usual_steps_in_each_language(code: str, kind: str) -> None:
    found = stages.usual(code, stages.PHASES, kind)
    counts = {name: len(steps) for name, steps in found.items()}
    french = stages.usual("fr", stages.PHASES, kind)
    assert counts == {name: len(steps) for name, steps in french.items()}
    assert len({step for steps in found.values() for step in steps}) == sum(counts.values())


def test_phases_follow_the_kind_of_mission_and_leave_the_stages_alone(gate: Gate) -> None:
    def put(session: Session) -> list[str]:
        return stages.put_in_place(session, "en", stages.PHASES)

    done(gate, put)
    before = gate.read(lambda s: stages.overview(s, checklist=stages.PHASES))
    assert [len(stage.steps) for stage in before] == [8, 6, 6]
    done(gate, lambda s: mission.change(s, {"name": "Fusion", "kind": "recovery"}))
    done(gate, put)
    found = {s.name: s for s in gate.read(lambda s: stages.overview(s, checklist=stages.PHASES))}
    assert found["upstream"].steps[-1].title == "What has to stop at once decided"
    # In another language they are the same, and not put there again.
    assert gate.read(stages.overview)[0].steps == ()
    done(gate, lambda s: stages.put_in_place(s, "fr", stages.PHASES))
    again = gate.read(lambda s: stages.overview(s, checklist=stages.PHASES))
    assert [len(stage.steps) for stage in again] == [10, 7, 6]
    first, second = (step.id for step in found["delivery"].steps[:2])
    done(gate, partial(stages.move, keys=[second], stage="delivery", before=first))
    moved = gate.read(lambda s: stages.overview(s, checklist=stages.PHASES))
    assert [step.id for step in moved[1].steps[:2]] == [second, first]
