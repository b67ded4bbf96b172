"""What the progress report of a sprint says, and to whom."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

import pytest

from entente.briefs import progress
from entente.briefs.production import Form
from entente.briefs.progress.burning import apart
from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience
from entente.errors import RecordMissingError
from entente.services import records, sprint_edits
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.climate_papers import Mission, words_of
from tests.briefs.conftest import pages

FIRST = dt.date(2026, 3, 30)
LAST = dt.date(2026, 4, 17)
ON = dt.date(2026, 4, 20)


@dataclass
class Sprint:
    """One sprint of three cards: one done, one refused, one for the mediator's eyes."""

    keys: dict[str, str] = field(default_factory=dict)

    def add(self, session: Session, named: str, table: str, /, **values: Any) -> str:  # noqa: ANN401  # of any field
        known = RECORD_TYPES[table]
        level = {"confidentiality": "sponsor"} if known.has_level else {}
        self.keys[named] = records.create(session, known, level | values)
        return self.keys[named]


@pytest.fixture
def sprint(gate: Gate) -> Sprint:
    made = Sprint()
    gate.run("Write", lambda session: _write(session, made))
    return made


def _write(session: Session, made: Sprint) -> None:
    made.add(session, "mission", "mission", name="ESTUAIRE", mediator="Ida Passe")
    who = made.add(session, "who", "actor", name="Lou Sénéchal")
    kind = made.add(
        session, "kind", "activity_type", name="Atelier", quantity_min=2, quantity_max=4
    )
    own = made.add(
        session,
        "S1",
        "sprint",
        name="S'engager",
        starts_on=FIRST,
        ends_on=LAST,
        goal="Un glossaire",
        celebration="La tournée vue par la DSI",
    )
    about = {"added_on": FIRST, "owner_id": who}
    made.add(
        session,
        "atelier",
        "backlog_item",
        title="Atelier glossaire",
        effort=3,
        activity_id=kind,
        quantity=1,
        **about,
    )
    made.add(session, "duo", "backlog_item", title="Rencontre à deux", effort=2, **about)
    made.add(
        session,
        "secret",
        "backlog_item",
        title="Sonder la direction",
        effort=1.5,
        confidentiality="mediator",
        **about,
    )
    cards = [made.keys[name] for name in ("atelier", "duo", "secret")]
    for card in cards:
        tie = {"sprint_id": own, "item_id": card, "added_on": FIRST}
        records.create(session, RECORD_TYPES["sprint_item"], tie)
    _live(session, made)


def _live(session: Session, made: Sprint) -> None:
    def rate(name: str, status: str, day: dt.date, **more: str) -> None:
        level = {"confidentiality": "sponsor"} | more
        values = {"status": status}
        session.rate(BACKLOG_ITEM, made.keys[name], values, dated_on=day, **level)

    rate("atelier", "done", dt.date(2026, 4, 8))
    rate("duo", "ready", dt.date(2026, 4, 10), fact="Refus de la seconde personne")
    rate("secret", "done", dt.date(2026, 4, 9), fact="Il hésite", confidentiality="mediator")
    about = {"sprint_id": made.keys["S1"]}
    for kind, text, votes in (
        ("shipped", "214 contributions", 0),
        ("like", "On parle enfin des mots", 3),
        ("dislike", "Décisions non suivies", 5),
    ):
        made.add(session, text, "review_note", kind=kind, text=text, votes=votes, **about)
    made.add(
        session,
        "T1",
        "tension",
        title="Environnement promis",
        gap=4,
        desired="Ouvert le 30",
        actual="Aucun",
        proposal="Une date ferme",
        cause="decisions",
        **about,
    )
    made.add(
        session,
        "E1",
        "commitment",
        statement="Je relis le glossaire",
        made_on=dt.date(2026, 4, 1),
        actor_id=made.keys["who"],
    )
    made.add(
        session,
        "ROTI",
        "appraisal",
        item_id=made.keys["atelier"],
        held_on=LAST,
        roti_3=1,
        roti_4=2,
        roti_5=1,
    )


def read(gate: Gate, made: Sprint, audience: Audience, language: str = "en") -> str:
    told = gate.read(lambda s: progress.gather(s, made.keys["S1"], audience, ON))
    return " ".join(" ".join(pages(progress.produce(told, language))).split())


def test_it_says_what_was_done_of_what_was_planned(gate: Gate, sprint: Sprint) -> None:
    text = read(gate, sprint, MEDIATOR)
    # Easter Monday, 6 April, is one of the fifteen working days of three weeks.
    assert "4.5 of 6.5 half-days done over 14 working days, 2 half-days carried over." in text
    assert "Atelier glossaire" in text.split("Shipped")[1].split("Not done")[0]
    not_done = text.split("Not done")[1].split("Day by day")[0]
    assert "Rencontre à deux · sponsor Refus de la seconde personne" in not_done
    assert "2 not done" in not_done
    # One voice of 3, two of 4, one of 5.
    assert "return on time invested 4 of 5 (4 voices)" in text


def test_it_says_what_was_said_and_what_comes_next(gate: Gate, sprint: Sprint) -> None:
    text = read(gate, sprint, MEDIATOR)
    said = text.split("Said at the review")[1]
    assert "On parle enfin des mots" in said.split("Dislike")[0]
    assert "Décisions non suivies" in said.split("Dislike")[1]
    ahead = text.split("Agenda of the next cycle")[1]
    assert "Rencontre à deux" in ahead.split("Tensions to ease")[0]
    assert "Une date ferme" in ahead.split("Tensions to ease")[1]
    assert "Atelier" in text.split("Quantities")[1].split("Commitments")[0]
    assert "1 2–4 below" in text


def test_the_figures_are_those_of_the_cards_its_reader_may_know(gate: Gate, sprint: Sprint) -> None:
    text = read(gate, sprint, SPONSOR)
    assert "3 of 5 half-days done" in text
    assert "Sonder" not in text
    assert "hésite" not in text


def test_a_sprint_closed_to_its_reader_says_so(gate: Gate, sprint: Sprint) -> None:
    text = read(gate, sprint, PUBLIC)
    assert "Nothing of this sprint may be told to this reader." in text
    assert "engager" not in text


def test_as_of_a_day_within_it_nothing_later_is_told(gate: Gate, sprint: Sprint) -> None:
    day = dt.date(2026, 4, 8)
    told = gate.read(lambda s: progress.gather(s, sprint.keys["S1"], MEDIATOR, day))
    text = " ".join(pages(progress.produce(told, "en")))
    assert "3 of 6.5 half-days done" in " ".join(text.split())
    assert "hésite" not in text


def test_a_sprint_to_come_is_told_by_what_is_planned(gate: Gate) -> None:
    def plan(session: Session) -> str:
        values = {"starts_on": dt.date(2026, 9, 7), "ends_on": dt.date(2026, 9, 25)}
        return sprint_edits.create(session, {"name": "Rentrée", **values})

    keys: list[str] = []
    gate.run("Plan", lambda session: keys.append(plan(session)))
    told = gate.read(lambda s: progress.gather(s, keys[0], MEDIATOR))
    text = " ".join(" ".join(pages(progress.produce(told, "en"))).split())
    assert "Rentrée · 7 September 2026 – 25 September 2026" in text


def test_there_is_no_report_of_what_is_no_sprint(gate: Gate) -> None:
    with pytest.raises(RecordMissingError):
        gate.read(lambda s: progress.gather(s, "nothing", MEDIATOR, ON))


def test_the_next_sprint_is_told_by_its_cards(gate: Gate, sprint: Sprint) -> None:
    def plan(session: Session) -> None:
        values = {"confidentiality": "sponsor", "starts_on": ON, "ends_on": dt.date(2026, 5, 8)}
        following = sprint_edits.create(session, values)
        sprint_edits.take_in(session, [sprint.keys["duo"]], following)
        sprint_edits.plan_effort(session, following, sprint.keys["duo"], 0.5)

    gate.run("Plan", plan)
    text = read(gate, sprint, SPONSOR)
    assert "Taken into the next sprint" in text
    assert "Rencontre à deux Lou Sénéchal 0.5" in text.split("next sprint")[1]


def test_the_names_of_lines_that_end_together_stand_apart_and_above_the_days() -> None:
    # The chart is 120 high, 8 from the top: its ground is at 128.
    ends = [(8.0, "a", ""), (8.0, "b", ""), (128.0, "c", ""), (128.0, "d", "")]
    assert [level for level, *_ in apart(ends)] == [8.0, 18.0, 118.0, 128.0]
    assert [level for level, *_ in apart([(50.0, "a", ""), (52.0, "b", "")])] == [50.0, 60.0]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_is_made_for_word_as_well(gate: Gate, sprint: Sprint, language: str) -> None:
    told = gate.read(lambda s: progress.gather(s, sprint.keys["S1"], SPONSOR, ON))
    assert progress.produce(told, language, form=Form.DOCX).startswith(b"PK")


@pytest.mark.parametrize("form", list(Form), ids=lambda form: form.name)
def test_the_last_two_waves_are_told_with_what_they_are_worth(
    sprint: Sprint, gate: Gate, form: Form
) -> None:
    made = Mission(gate)
    made.ask(["Q1"])
    for place, counts in enumerate(
        ((0, 2, 3, 2, 1), (1, 2, 3, 2, 0), (0, 1, 3, 3, 1), (2, 2, 3, 1, 0))
    ):
        made.wave(f"Vague{place}", FIRST - dt.timedelta(days=9 - place), ballots=8)
        made.count(f"Vague{place}", "Q1", counts)
    made.wave("Later", ON + dt.timedelta(days=1), ballots=8)
    told = gate.read(lambda s: progress.gather(s, sprint.keys["S1"], MEDIATOR, ON))
    text = words_of(progress.produce(told, "en", form=form), form)
    assert "Vague2 (23" in text
    assert "3.50" in text
    assert "Vague3 (24" in text
    assert "2.38: no signal" in text
    assert not {"Vague0", "Vague1", "Later"} & set(text.replace(",", " ").split())
