"""Steps, marks, readings and uses: what is written, what is said of it, who may read it."""

import datetime as dt
from functools import partial

import pytest

from entente.domain.actor import ACTOR
from entente.domain.change.impact import FUNCTIONAL_GROUP
from entente.domain.change.progress import (
    ADKAR,
    ADOPTION,
    CHANGE_INDICATOR,
    KOTTER_STEP,
    USAGE_CHECK,
)
from entente.domain.change.rhythm import overdue
from entente.domain.confidentiality import PUBLIC
from entente.errors import AlreadyThereError, InvalidValueError
from entente.i18n import speaking
from entente.services import (
    adkar,
    change_figures,
    indicator_edits,
    kotter,
    progress_words,
    records,
    usage,
)
from entente.services.icap import IcapWave
from entente.services.indicators import adoptions, indicators
from entente.store.gate import Gate
from entente.store.session import Session

TODAY = dt.date(2026, 6, 10)


def test_all_steps_stand_under_their_phases_and_are_made_when_first_judged(gate: Gate) -> None:
    empty = gate.read(kotter.course)
    assert [[step.name for step in phase.steps] for phase in empty.phases] == [
        ["urgency", "coalition", "vision"],
        ["communicate", "empower"],
        ["wins", "consolidate"],
        ["anchor"],
    ]
    assert (empty.is_begun, empty.next, empty.phases[0].mean) == (False, None, None)

    def write(session: Session) -> None:
        kotter.rate(session, "urgency", 2)
        kotter.rate(session, "urgency", 4, "Everybody says it")
        kotter.rate(session, "vision", 0)
        kotter.add_card(session, "vision", "Write the story of the day after")

    gate.run("Judge", write)
    course = gate.read(kotter.course)
    assert len(gate.read(partial(records.list_rows, record_type=KOTTER_STEP)).rows) == 2
    urgency = course.step("urgency")
    assert [(each.score, each.fact) for each in urgency.history] == [
        (2, ""),
        (4, "Everybody says it"),
    ]
    # Nought is a score; what nobody judged is none. (4 + 0) / 2.
    assert (course.step("vision").score, course.step("wins").score) == (0, None)
    assert course.phases[0].mean == 2
    assert course.next == course.step("vision")
    assert [card.title for card in course.step("vision").cards] == [
        "Write the story of the day after"
    ]
    said = progress_words.course_words(course)
    assert said == (
        "1 step of 8 holds by itself. First to care for: 3 · vision and strategy (0 of 4)."
    )
    with pytest.raises(InvalidValueError):
        gate.run("Judge", lambda s: kotter.rate(s, "urgency", 5))


def test_a_score_is_for_those_who_may_read_the_step(confluent: Gate, own_confluent: Gate) -> None:
    public = confluent.read(partial(kotter.course, audience=PUBLIC))
    assert [step.score for step in public.steps] == [4, 3, 3, 2, 2, 2, 1, 0]
    assert [phase.mean for phase in public.phases] == pytest.approx([10 / 3, 2, 1.5, 0])
    assert [card.ref for card in public.step("empower").cards] == ["B15", "B24"]
    early = confluent.read(partial(kotter.course, on=dt.date(2026, 3, 20)))
    assert [step.score for step in early.steps[:3]] == [3, 2, None]
    own_confluent.run("Judge", lambda s: kotter.rate(s, "anchor", 1))
    assert own_confluent.read(partial(kotter.course, audience=PUBLIC)).step("anchor").score == 1


def test_one_mark_is_changed_and_the_others_stay(gate: Gate) -> None:
    keys: list[str] = []

    def write(session: Session) -> None:
        actor = records.create(session, ACTOR, {"name": "Ada", "confidentiality": "public"})
        group = records.create(
            session, FUNCTIONAL_GROUP, {"name": "Carers", "confidentiality": "public"}
        )
        assert [name for _key, name in adkar.not_yet(session)] == ["A01 Ada", "GF1 Carers"]
        keys.extend(adkar.add(session, each) for each in (actor, group))
        assert adkar.not_yet(session) == ()
        for element, value in (("awareness", 4), ("desire", 4), ("knowledge", 2)):
            adkar.mark(session, keys[0], element, value)
        adkar.mark(session, keys[0], "desire", 3, "Hesitates")
        with pytest.raises(AlreadyThereError):
            adkar.add(session, actor)

    gate.run("Write", write)
    person, group = gate.read(change_figures.changes)
    assert list(person.marks.values()) == [4, 3, 2, None, None]
    assert progress_words.barrier_words(person) == "Ada: held back by desire (3 of 5)"
    assert progress_words.barrier_words(group) == "Carers: nothing was marked yet"
    told = gate.read(lambda s: adkar.history(s, keys[0], "desire"))
    assert [(each.mark, each.fact) for each in told] == [(4, ""), (3, "Hesitates")]
    levels = {
        row["id"]: row["confidentiality"]
        for row in gate.read(partial(records.list_rows, record_type=ADKAR)).dicts()
    }
    assert [levels[key] for key in keys] == ["mediator", "public"]


def test_a_reading_is_a_number_of_a_day_and_one_a_day(gate: Gate) -> None:
    def write(session: Session) -> str:
        values = {"name": "Irritants", "confidentiality": "public", "baseline": 20, "target": 0}
        key = records.create(session, CHANGE_INDICATOR, values)
        for value in (12, 15):
            indicator_edits.read(session, key, value)
        return key

    made: list[str] = []
    gate.run("Write", lambda s: made.append(write(s)))
    (found,) = gate.read(partial(indicators, audience=PUBLIC))
    assert [(point.day, point.value) for point in found.points] == [(TODAY, 15)]
    assert progress_words.way_words(found) == "from 20 to 0"
    for value, day in (("many", TODAY), (3, dt.date(2026, 6, 11))):
        with pytest.raises(InvalidValueError):
            gate.run("Write", partial(indicator_edits.read, key=made[0], value=value, on=day))
    assert len(gate.read(indicator_edits.missing_built_in)) == 9
    gate.run("Add", lambda s: indicator_edits.add_built_in(s, "terms_shared"))
    assert "terms_shared" not in gate.read(indicator_edits.missing_built_in)


@pytest.mark.parametrize(
    ("frequency", "last", "days"),
    [
        ("weekly", dt.date(2026, 6, 3), 0),
        ("weekly", dt.date(2026, 6, 2), 1),
        ("monthly", dt.date(2026, 5, 1), 9),
        ("phase", dt.date(2025, 1, 1), 0),
        ("", dt.date(2025, 1, 1), 0),
        ("weekly", None, 0),
    ],
)
def test_a_reading_is_overdue_by_its_rhythm(
    frequency: str, last: dt.date | None, days: int
) -> None:
    assert overdue(frequency, last, TODAY) == days


def test_the_weakest_link_is_the_first_of_the_lowest(confluent: Gate, gate: Gate) -> None:
    found = confluent.read(usage.uses)
    assert [(each.tool, each.group, each.weakest, each.checks) for each in found] == [
        ("Glossaire commun", "Éducateurs du foyer", "used", 1),
        ("Relève sur écran (essai)", "Soignants de l’EHPAD", "used", 2),
        ("Tournée sur téléphone (essai)", "IDE et AS du SSIAD", "usable", 1),
    ]
    early = confluent.read(partial(usage.uses, on=dt.date(2026, 5, 1)))
    assert [tuple(each.marks.values()) for each in early] == [(4, 3, 2)]

    def write(session: Session) -> None:
        for tool, marks in (("A", (5, 5, 5)), ("B", (None, None, None)), ("C", (None, 4, 3))):
            names = dict(zip(usage.LINKS, marks, strict=True))
            records.create(session, USAGE_CHECK, {"tool": tool, "checked_on": TODAY, **names})

    gate.run("Check", write)
    assert [each.weakest for each in gate.read(usage.uses)] == [None, None, "used"]
    said = [progress_words.weakest_words(each) for each in gate.read(usage.uses)]
    assert said[0] == "A: no weak link"
    assert said[2] == "C: the weakest link is “Used” (3 of 5)"


def test_a_count_begins_with_the_last_one(gate: Gate) -> None:
    values = {"tool": "Record", "read_on": dt.date(2026, 6, 1), "users": 7, "population": 20}
    gate.run("Count", lambda s: records.create(s, ADOPTION, values))
    for _again in range(2):
        gate.run("Count", lambda s: indicator_edits.count_again(s, "Record", ""))
    (found,) = gate.read(adoptions)
    assert [(each.day, each.users, each.population) for each in found.counts] == [
        (dt.date(2026, 6, 1), 7, 20),
        (TODAY, 7, 20),
    ]


def test_an_inversion_is_said_in_a_sentence() -> None:
    rates = {"information": 0.5, "understanding": 0.4, "adhesion": 0.2, "participation": 0.25}
    wave = IcapWave("", "V1", "V1", TODAY, 20, rates, (("adhesion", "participation"),))
    assert progress_words.wave_words(wave) == (
        "V1: participation (25%) is ahead of adhesion (20%). "
        "This is not the order expected: ask why."
    )
    with speaking("fr"):
        assert progress_words.share(0.125) == "13\N{NO-BREAK SPACE}%"
        assert progress_words.figure(2.25) == "2,3"
