"""Who sees the same thing, reckoned by hand on four people."""

import datetime as dt

import pytest

from entente.domain.actor import ACTOR
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.confidentiality import PUBLIC
from entente.errors import InvalidValueError, RecordMissingError
from entente.services import alignment, matchmaking, records
from entente.store.gate import Gate
from entente.store.session import Session

#: Vision, objectives, approach; None where it was not asked.
SAID: dict[str, tuple[int | None, ...]] = {
    "A": (5, 4, 4),
    "B": (1, 4, 2),
    "C": (2, None, 1),
    "D": (None, None, None),
}


@pytest.fixture
def keys(gate: Gate) -> dict[str, str]:
    found: dict[str, str] = {}

    def write(session: Session) -> None:
        for name, scores in SAID.items():
            found[name] = records.create(session, ACTOR, {"name": name})
            for topic, score in zip(("vision", "objectives", "approach"), scores, strict=True):
                if score is not None:
                    words = f"{name} sur {topic}"
                    alignment.say(session, found[name], topic, score, words=words)

    gate.run("Write", write)
    return found


def test_means_and_spreads_count_only_who_was_asked(gate: Gate, keys: dict[str, str]) -> None:
    found = gate.read(alignment.matrix)
    told = {topic.name: (topic.asked, topic.mean, topic.spread) for topic in found.topics}
    assert told == {
        "vision": (3, pytest.approx(8 / 3), 4),
        "objectives": (2, 4, 0),
        "approach": (3, pytest.approx(7 / 3), 3),
    }
    assert [topic.name for topic in found.topics if topic.is_wide] == ["vision", "approach"]
    assert [person.id for person in found.asked] == [keys[name] for name in "ABC"]


def test_the_pairs_furthest_apart_come_first(gate: Gate, keys: dict[str, str]) -> None:
    found = gate.read(alignment.matrix)
    # A–C: |5−2| and |4−1|, mean 3. A–B: 4, 0, 2, mean 2. B–C: 1 and 1, mean 1, left out.
    assert [(pair.one, pair.other, pair.gap, pair.topics) for pair in found.pairs] == [
        (keys["A"], keys["C"], 3, 2),
        (keys["A"], keys["B"], 2, 3),
    ]
    assert found.pairs[1].widest == "vision"


def test_what_is_said_again_keeps_what_was_said(gate: Gate, keys: dict[str, str]) -> None:
    day = dt.date(2026, 6, 9)
    gate.run("Before", lambda s: alignment.say(s, keys["B"], "vision", 2, on=day))
    gate.run("Again", lambda s: alignment.say(s, keys["B"], "vision", 4, words="Je vois mieux"))
    now = gate.read(alignment.matrix).people[1].cells["vision"]
    assert (now.score, now.words, now.before) == (4, "Je vois mieux", 1)
    then = gate.read(lambda s: alignment.matrix(s, on=day)).people[1].cells["vision"]
    assert (then.score, then.dated_on, then.before) == (2, day, None)


def test_others_read_nothing_of_it_by_default(gate: Gate, keys: dict[str, str]) -> None:
    assert keys
    found = gate.read(lambda s: alignment.matrix(s, PUBLIC))
    assert found.asked == ()
    assert found.pairs == ()


def test_nobody_and_nothing_off_the_scale_is_noted(gate: Gate, keys: dict[str, str]) -> None:
    with pytest.raises(RecordMissingError):
        gate.run("Note", lambda s: alignment.say(s, "nobody", "vision", 3))
    with pytest.raises(InvalidValueError):
        gate.run("Note", lambda s: alignment.say(s, keys["D"], "vision", 6))
    with pytest.raises(InvalidValueError):
        gate.run("Note", lambda s: alignment.say(s, keys["D"], "weather", 3))
    assert gate.read(alignment.matrix).people[3].cells == {}


def test_words_are_added_to_what_was_said_last(gate: Gate, keys: dict[str, str]) -> None:
    day = dt.date(2026, 6, 9)
    gate.run("Before", lambda s: alignment.say(s, keys["B"], "vision", 2, words="Non", on=day))
    cell = gate.read(alignment.matrix).people[1].cells["vision"]
    gate.run("Quote", lambda s: alignment.quote(s, cell.id, "Toujours pas"))
    past = gate.read(alignment.matrix).people[1].cells["vision"].past
    assert [(each.score, each.words) for each in past] == [(2, "Non"), (1, "Toujours pas")]


def test_a_meeting_of_two_is_proposed_once_while_it_is_open(
    gate: Gate, keys: dict[str, str]
) -> None:
    assert keys
    pair = gate.read(alignment.matrix).pairs[0]
    made: list[str] = []
    for _time in range(2):
        gate.run("Propose", lambda s: made.append(alignment.propose(s, pair)))
    assert made[0] == made[1]
    title = gate.read(lambda s: records.get(s, BACKLOG_ITEM, made[0]))["title"]
    assert title == "Meeting of A and C: the vision"
    done = {"status": "done"}
    gate.run("Done", lambda s: records.change(s, BACKLOG_ITEM, made[0], done))
    gate.run("Propose", lambda s: made.append(alignment.propose(s, pair)))
    assert made[2] != made[0]


def test_two_far_apart_had_better_meet(gate: Gate, keys: dict[str, str]) -> None:
    found = {(each.first.id, each.second.id): each for each in gate.read(matchmaking.meetings)}
    meeting = found[keys["A"], keys["C"]]
    # Nothing ties them (2), one reason (1 + 1), neither depends on the other (1).
    assert meeting.match.score == 2 * 2 * 1
    assert meeting.reason == (
        "The need to agree on the vision brings A and C together, but nothing ties them yet."
    )
    assert (keys["B"], keys["C"]) not in found
    told = gate.read(lambda s: matchmaking.meetings(s, PUBLIC))
    assert told == ()


def test_the_matrix_of_the_sample_is_that_counted_by_hand(confluent: Gate) -> None:
    found = confluent.read(alignment.matrix)
    refs = {person.id: person.ref for person in found.people}
    assert len(found.asked) == 10
    assert [(topic.asked, topic.spread) for topic in found.topics] == [(10, 3), (10, 3), (9, 4)]
    assert [topic.mean for topic in found.topics] == pytest.approx([37 / 10, 38 / 10, 28 / 9])
    pairs = [(refs[each.one], refs[each.other], each.gap, each.widest) for each in found.pairs]
    assert pairs[:2] == [("A01", "A04", 3, "vision"), ("A04", "A09", 3, "approach")]
    assert [pair[:2] for pair in pairs[2:]] == [
        *(("A01", "A07"), ("A03", "A04"), ("A07", "A09")),  # 8/3
        *(("A02", "A04"), ("A03", "A07")),  # 7/3
        *(("A02", "A07"), ("A04", "A11"), ("A04", "A05")),  # 2; the last on two topics
    ]
