"""The mission seen through the lenses, against the figures of its source."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.attitudes import Attitude
from entente.domain.confidentiality import PUBLIC
from entente.domain.interaction import INTERACTION, PRESENCE
from entente.domain.salience import Attributes, Salience
from entente.domain.sociometry import ChoiceKind
from entente.errors import InvalidValueError
from entente.services import attitudes, changes_since, records, salience, sociogram
from entente.store.gate import Gate
from entente.store.session import Session

APRIL_22 = dt.date(2026, 4, 22)

#: §5.1 of the source, on 22 April: synergy, antagonism and the attitude it names.
ATTITUDES = {
    "A01": "engaged",
    "A02": "golden",
    "A03": "golden",
    "A04": "opponent",
    "A05": "hesitant",
    "A06": "golden",
    "A07": "opponent",
    "A08": "hesitant",
    "A09": "golden",
    "A10": "passive",
    "A11": "torn",
    "A12": "engaged",
    "A13": "golden",
    "A14": "hesitant",
    "A15": "irreconcilable",
    "A16": "passive",
    "A17": "passive",
    "A18": "hesitant",
}
SALIENCES = {
    "definitive": {"A01", "A02", "A03", "A11"},
    "dominant": {"A04", "A17"},
    "dependent": {"A05", "A06", "A07", "A08", "A09", "A14", "A15", "A18"},
    "discretionary": {"A10", "A13", "A16"},
    "none": {"A12"},
}
POWER = {
    "allies": [5, 4, 4, 2, 2, 1, 2],  # A01 A02 A03 A06 A09 A12 A13
    "opponents": [4, 2, 3],  # A04 A07 A15
}


def on_day(gate: Gate, day: dt.date | None = APRIL_22) -> attitudes.Reading:
    return gate.read(partial(attitudes.read, on=day))


def key_of(gate: Gate, ref: str) -> str:
    return gate.read(lambda session: records.find(session, ACTOR, ref))


def test_the_attitudes_are_those_of_the_source(confluent: Gate) -> None:
    found = {each.ref: each.attitude for each in on_day(confluent).standings}
    assert found == ATTITUDES
    counts = {each.value: number for each, number in on_day(confluent).counts.items() if number}
    assert counts == {
        "golden": 5,
        "hesitant": 4,
        "passive": 3,
        "engaged": 2,
        "opponent": 2,
        "torn": 1,
        "irreconcilable": 1,
    }


def test_allies_and_opponents_are_counted_and_weighed(confluent: Gate) -> None:
    reading = on_day(confluent)
    assert (reading.heads.allies, reading.heads.opponents) == (7, 3)
    assert reading.heads.ratio == pytest.approx(7 / 3)
    assert reading.power.allies == sum(POWER["allies"])
    assert reading.power.opponents == sum(POWER["opponents"])


def test_the_attitudes_move_with_the_day(confluent: Gate) -> None:
    def attitude(ref: str, day: dt.date | None) -> Attitude | None:
        return next(each.attitude for each in on_day(confluent, day).standings if each.ref == ref)

    assert attitude("A11", dt.date(2026, 4, 8)) is Attitude.GOLDEN
    assert attitude("A11", dt.date(2026, 4, 9)) is Attitude.TORN
    assert attitude("A11", None) is Attitude.HESITANT
    assert attitude("A15", None) is Attitude.OPPONENT
    assert attitude("A07", dt.date(2026, 3, 1)) is None


def test_time_is_recommended_by_attitude_and_compared_with_what_was_given(
    own_confluent: Gate,
) -> None:
    golden, torn = key_of(own_confluent, "A02"), key_of(own_confluent, "A11")

    def meet(session: Session) -> None:
        for row in records.list_rows(session, INTERACTION).dicts():
            records.remove(session, INTERACTION, row["id"])
        values = {"subject": "Migration", "held_on": dt.date(2026, 4, 10), "minutes": 60}
        held = records.create(session, INTERACTION, values)
        for actor in (golden, torn):
            records.create(session, PRESENCE, {"interaction_id": held, "actor_id": actor})
        values = {"subject": "Later", "held_on": dt.date(2026, 6, 1), "minutes": 600}
        records.create(session, INTERACTION, values)

    own_confluent.run("Meet", meet)
    time = on_day(own_confluent).time
    assert time[Attitude.GOLDEN].minutes == pytest.approx(30)
    assert time[Attitude.GOLDEN].given == pytest.approx(0.5)
    assert time[Attitude.PASSIVE].given == 0
    assert sum(each.recommended for each in time.values()) == pytest.approx(1)
    # Five at 2, four and two at 1.5, three at ½, two at 1, one at 1 and one at ½.
    assert time[Attitude.GOLDEN].recommended == pytest.approx(10 / 24)


def test_without_any_time_noted_there_is_no_share_given() -> None:
    share = attitudes.TimeShare(0, None, 0.5)
    assert share.given is None


def test_the_saliences_are_those_of_the_source(confluent: Gate) -> None:
    reading = confluent.read(partial(salience.read, on=APRIL_22))
    found: dict[str, set[str]] = {}
    for each in reading.standings:
        if each.salience is not None:
            found.setdefault(each.salience.value, set()).add(each.ref)
    assert found == SALIENCES
    assert reading.counts[Salience.DEPENDENT] == 8
    assert reading.counts[Salience.DANGEROUS] == 0


def test_entering_the_circle_of_power_makes_power_four(own_confluent: Gate) -> None:
    key = key_of(own_confluent, "A05")
    wanted = Attributes(power=True, legitimacy=True, urgency=True)
    own_confluent.run("Rate", lambda session: salience.place(session, key, wanted))
    actor = own_confluent.read(lambda session: records.get(session, ACTOR, key))
    assert (actor["power"], actor["interest"]) == (4.0, 4.0)
    out = Attributes(legitimacy=True)
    own_confluent.run("Rate", lambda session: salience.place(session, key, out))
    actor = own_confluent.read(lambda session: records.get(session, ACTOR, key))
    assert (actor["power"], actor["legitimacy"], actor["urgency"]) == (3.5, True, False)


def test_a_place_one_has_already_is_not_rated_again(own_confluent: Gate) -> None:
    key = key_of(own_confluent, "A01")
    made: list[str | None] = []
    wanted = Attributes(power=True, legitimacy=True, urgency=True)
    own_confluent.run("Rate", lambda s: made.append(salience.place(s, key, wanted)))
    assert made == [None]


def test_the_public_reads_no_private_judgement(confluent: Gate) -> None:
    seen = confluent.read(partial(attitudes.read, audience=PUBLIC))
    assert all(each.attitude is None for each in seen.standings)
    assert confluent.read(partial(salience.read, audience=PUBLIC)).counts[Salience.DEFINITIVE] == 0


def test_choices_are_kept_changed_and_taken_back(own_confluent: Gate) -> None:
    one, two = key_of(own_confluent, "A01"), key_of(own_confluent, "A02")
    keys: list[str] = []
    own_confluent.run("Ask", lambda s: keys.append(sociogram.ask(s, "With whom?")))
    (question,) = keys

    def say(kind: ChoiceKind | None) -> bool:
        said: list[bool] = []
        own_confluent.run(
            "Choose", lambda s: said.append(sociogram.choose(s, question, one, two, kind))
        )
        return said[0]

    assert say(ChoiceKind.CHOICE)
    assert not say(ChoiceKind.CHOICE)
    assert own_confluent.read(sociogram.read).choices == {(one, two)}
    assert say(ChoiceKind.REJECTION)
    reading = own_confluent.read(sociogram.read)
    assert not reading.choices
    assert reading.rejections == {(one, two)}
    assert say(None)
    assert not own_confluent.read(sociogram.read).rejections


def test_nobody_chooses_themselves(own_confluent: Gate) -> None:
    key = key_of(own_confluent, "A01")
    keys: list[str] = []
    own_confluent.run("Ask", lambda s: keys.append(sociogram.ask(s, "With whom?")))
    with pytest.raises(InvalidValueError):
        own_confluent.run(
            "Choose", lambda s: sociogram.choose(s, keys[0], key, key, ChoiceKind.CHOICE)
        )


def test_nobody_else_learns_of_the_choices(own_confluent: Gate) -> None:
    one, two = key_of(own_confluent, "A01"), key_of(own_confluent, "A02")

    def choose(session: Session) -> None:
        question = sociogram.ask(session, "With whom?")
        sociogram.choose(session, question, one, two, ChoiceKind.REJECTION)

    own_confluent.run("Choose", choose)
    seen = own_confluent.read(partial(sociogram.read, audience=PUBLIC))
    assert seen.question is None
    assert not seen.rejections


def test_what_has_changed_since_a_day_is_told_once_with_both_values(confluent: Gate) -> None:
    found = confluent.read(partial(changes_since.changes_since, since=dt.date(2026, 5, 11)))
    told = {(each.name.split()[-1], each.field, each.before, each.after) for each in found}
    # A07 on 12 May, A15 on 20 May: §5.1 of the source.
    assert ("Cordelois", "synergy", 2, 3) in told
    assert ("Cordelois", "antagonism", 3, 2) in told
    assert ("Pontonnier", "synergy", 1, 2) in told
    assert {each.kind for each in found if each.field in {"synergy", "antagonism"}} == {"actor"}
    assert len(told) == len(found)
    days = [each.dated_on for each in found]
    assert days == sorted(days, reverse=True)


def test_nothing_has_changed_since_the_last_day(confluent: Gate) -> None:
    days = confluent.read(changes_since.rated_days)
    assert confluent.read(partial(changes_since.changes_since, since=days[-1].day)) == ()
    assert [each.day for each in days] == sorted({each.day for each in days})


def test_changes_end_with_the_day_that_is_looked_at(confluent: Gate) -> None:
    since = dt.date(2026, 4, 8)
    until = dt.date(2026, 4, 9)
    found = confluent.read(partial(changes_since.changes_since, since=since, until=until))
    assert found
    assert {each.dated_on for each in found} == {until}
