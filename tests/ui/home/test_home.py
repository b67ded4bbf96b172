"""The page one starts from."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QBoxLayout, QLabel
from pytestqt.qtbot import QtBot

from entente.briefs.kinds import KINDS
from entente.domain.actor import ACTOR
from entente.domain.difficulty import DIFFICULTY
from entente.domain.follow_up import COMMITMENT, DECISION
from entente.domain.note import STEP
from entente.domain.party import PARTY
from entente.domain.risk import RISK
from entente.domain.start.arrangement import ARRANGEMENT
from entente.services import mission, records
from entente.store.gate import Gate
from entente.store.session import Session
from entente_ui.background import Background
from entente_ui.document import Document
from entente_ui.documents.readers import readers
from entente_ui.home.pane import HomePane
from entente_ui.home.today.rows import ActionRow, stage_words, trend
from entente_ui.home.today.sections import Part
from entente_ui.home.today.view import TodayView
from entente_ui.kit import SecondaryButton
from entente_ui.pane import Context, Selection, paper

#: The clock of the tests stands at this day.
TODAY = dt.date(2026, 6, 10)


class Case:
    """The page, and where it led."""

    def __init__(self, gate: Gate, settings: QSettings) -> None:
        self.document = Document(gate)
        self.background = Background()
        self.went: list[tuple[str, str]] = []
        self.wanted: list[str] = []
        self.selected: list[Selection | None] = []
        self.pane = HomePane(
            Context(
                document=self.document,
                background=self.background,
                settings=settings,
                toast=lambda _text, _undo: None,
                reveal=lambda kind, key: self.went.append((kind, key)),
                tell=lambda _error: None,
            )
        )
        page = self.pane.view("today")
        assert isinstance(page, TodayView)
        self.page = page
        self.pane.wanted.connect(self.wanted.append)
        self.pane.selected.connect(self.selected.append)

    def run(self, action: Any) -> Any:  # noqa: ANN401  # whatever the action makes
        made: list[Any] = []
        assert self.document.run("Change", lambda session: made.append(action(session)))
        self.page._refresh()
        return made[0]

    @staticmethod
    def rows(part: Part) -> list[ActionRow]:
        return [row for row in part.rows if isinstance(row, ActionRow)]

    def words(self, part: Part) -> list[str]:
        return [row.text() for row in self.rows(part)]


@pytest.fixture
def case(qtbot: QtBot, gate: Gate, tmp_path: Any) -> Iterator[Case]:  # noqa: ANN401  # a path
    case = Case(gate, QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(case.pane)
    case.pane.resize(1000, 800)
    case.pane.show()
    yield case
    case.background.close()


def add(kind: Any, **values: Any) -> Any:  # noqa: ANN401  # fields of any kind
    return lambda session: records.create(session, kind, values)


def test_first_steps_tick_themselves_and_go(case: Case) -> None:
    case.run(lambda session: mission.change(session, {"name": "Fusion"}))
    steps = case.rows(case.page._first)
    assert [row.accessibleName().split(", ")[1] == "done" for row in steps] == [False] * 6

    def everything(session: Session) -> None:
        mission.change(session, {"organisation": "Clinique", "project": "Un dossier commun"})
        actor = records.create(session, ACTOR, {"name": "Anne", "power": 4.0, "interest": 4.0})
        difficulty = records.create(session, DIFFICULTY, {"title": "Délais"})
        values = {"difficulty_id": difficulty, "actor_id": actor, "position": "Plus de temps"}
        records.create(session, PARTY, values)
        records.create(session, ARRANGEMENT, {"starts_on": TODAY})

    case.run(everything)
    assert case.rows(case.page._first) == []
    assert case.page._first.isHidden()


def test_each_first_step_leads_to_where_it_is_done(case: Case) -> None:
    case.run(lambda session: mission.change(session, {"name": "Fusion"}))
    for row in case.rows(case.page._first)[1:]:
        row.click()
    assert case.wanted == ["arrangement", "actors", "actors", "difficulties", "difficulties"]
    case.rows(case.page._first)[0].click()
    assert case.selected[-1] is not None
    assert case.selected[-1].record_type.name == "mission"


def test_one_is_reminded_of_the_day_the_file_is_to_be_erased(case: Case) -> None:
    ends_on = dt.date(2026, 5, 31)
    case.run(lambda s: mission.change(s, {"name": "M", "ends_on": ends_on, "retention_months": 1}))
    (row,) = case.rows(case.page._attention)
    assert row.text() == "This file is to be erased by 30\u00a0June\u00a02026"
    case.run(lambda s: mission.change(s, {"retention_months": 0}))
    (row,) = case.rows(case.page._attention)
    assert row.text() == "This file was to be erased by 31\u00a0May\u00a02026"
    case.document.present(on=True)
    assert case.rows(case.page._attention) == []
    case.document.present(on=False)
    case.run(lambda s: mission.change(s, {"retention_months": 6}))
    assert case.rows(case.page._attention) == []


def test_old_assessments_and_missing_ones_ask_for_attention(case: Case) -> None:
    def people(session: Session) -> None:
        for name, days in (("Vieux", 45), ("Frais", 3)):
            key = records.create(session, ACTOR, {"name": name})
            scores = {"power": 3.0, "interest": 3.0}
            session.rate(ACTOR, key, scores, dated_on=TODAY - dt.timedelta(days=days))
        records.create(session, ACTOR, {"name": "Jamais"})

    case.run(people)
    assert case.words(case.page._attention) == [
        "1 assessment is more than 30 days old",
        "1 actor was never assessed",
    ]
    told = [row.accessibleName() for row in case.rows(case.page._attention)]
    assert "Vieux (45 days)" in told[0]
    assert "Jamais" in told[1]
    case.rows(case.page._attention)[0].click()
    assert case.went[-1][0] == "actor"


@pytest.mark.parametrize(
    ("stage", "said"), [(5, ""), (6, "limit of the mandate"), (7, "hand over"), (9, "hand over")]
)
def test_the_end_of_the_mandate_is_told(case: Case, stage: int, said: str) -> None:
    case.run(add(DIFFICULTY, title="Rupture", stage=stage))
    told = " ".join(row.accessibleName() for row in case.rows(case.page._attention))
    assert (said in told) if said else (told == "")


def test_steps_come_by_date_with_what_is_late_first(case: Case) -> None:
    difficulty = case.run(add(DIFFICULTY, title="Délais"))
    for text, due in (
        ("sans date", None),
        ("bientôt", TODAY + dt.timedelta(days=5)),
        ("en retard", TODAY - dt.timedelta(days=2)),
        ("aujourd’hui", TODAY),
        ("dans un an", TODAY + dt.timedelta(days=365)),
    ):
        case.run(add(STEP, difficulty_id=difficulty, text=text, due_on=due))
    done = case.run(add(STEP, difficulty_id=difficulty, text="fait", due_on=TODAY, done=True))
    assert case.words(case.page._steps) == ["en retard", "aujourd’hui", "bientôt", "sans date"]
    hints = [row.accessibleName().split(", ")[1] for row in case.rows(case.page._steps)]
    assert hints == ["2 days late", "today", "15\N{NO-BREAK SPACE}Jun", "no date"]
    assert case.words(case.page._attention) == ["1 step is overdue"]
    assert done not in [key for _kind, key in case.went]
    case.rows(case.page._steps)[0].click()
    assert case.went[-1][0] == "step"


def test_difficulties_come_by_stage_and_closed_ones_not(case: Case) -> None:
    for title, stage, status in (("A", 2, "open"), ("B", 5, "mediation"), ("C", 8, "closed")):
        case.run(add(DIFFICULTY, title=title, stage=stage, status=status))
    case.run(add(DIFFICULTY, title="D"))
    assert case.words(case.page._difficulties) == ["K2 B", "K1 A", "K4 D"]
    assert "not rated yet" in case.rows(case.page._difficulties)[2].accessibleName()


def test_last_changes_are_listed_and_lead_to_the_history(case: Case) -> None:
    case.run(add(ACTOR, name="Anne"))
    assert case.words(case.page._changes) == ["Change"]
    case.rows(case.page._changes)[0].click()
    assert case.wanted == ["history"]
    case.document.undo()
    case.page._refresh()
    assert case.words(case.page._changes) == []


def test_others_see_neither_the_mission_nor_names_nor_changes(case: Case) -> None:
    case.run(
        lambda session: mission.change(
            session, {"name": "Clinique Untel", "organisation": "Untel", "project": "Untel"}
        )
    )
    case.run(add(ACTOR, name="Anne Secrète"))
    case.document.present(on=True)
    texts = [label.text() for label in case.pane.findChildren(QLabel) if not label.isHidden()]
    shown = (part for part in case.pane.findChildren(Part))
    texts += [row.accessibleName() for part in shown for row in case.rows(part)]
    assert not any("Untel" in text or "Secrète" in text for text in texts)
    assert case.words(case.page._changes) == []
    assert case.rows(case.page._first) == []


def test_the_state_of_the_mission_is_one_press_away(case: Case) -> None:
    buttons = case.page.findChildren(SecondaryButton)
    next(b for b in buttons if b.text() == "Print the state of the mission").click()
    assert case.went == [(paper("state"), "")]
    order = readers(KINDS["state"], ())
    assert [each.code for each in order] == ["sponsor", "mediator", "parties", "public"]


def test_the_page_is_narrow_or_wide(case: Case) -> None:
    case.pane.resize(500, 800)
    assert case.page._columns.direction() is QBoxLayout.Direction.TopToBottom
    case.pane.resize(1200, 800)
    assert case.page._columns.direction() is QBoxLayout.Direction.LeftToRight


def test_hostile_words_are_shown_as_they_are(case: Case) -> None:
    hostile = '<img src="//host/x.png"> & {0} %s\n\u202egnirts'
    case.run(lambda session: mission.change(session, {"name": "M", "project": hostile}))
    case.run(add(DIFFICULTY, title=hostile, stage=3))
    assert any(
        hostile.split("\n", maxsplit=1)[0] in text for text in case.words(case.page._difficulties)
    )
    case.pane.grab()


def test_a_trend_is_where_the_last_change_went() -> None:
    assert [trend(stages) for stages in ((), (3,), (3, 3), (2, 5), (5, 2))] == [0, 0, 0, 1, -1]


def test_a_staircase_has_words_for_those_who_do_not_see_it() -> None:
    assert stage_words((3, 5)) == "stage 5 of 9, Loss of face, rising"
    assert stage_words((5, 2)) == "stage 2 of 9, Debate, falling"
    assert stage_words(()) == "not rated yet"


def test_a_risk_whose_review_is_past_wants_attention(case: Case) -> None:
    early, late = dt.date(2026, 6, 1), dt.date(2026, 6, 5)
    case.run(add(RISK, event="Retard", review_on=late))
    first = case.run(add(RISK, event="Abandon", review_on=early))
    case.run(add(RISK, event="Passé", review_on=early, status="closed"))
    assert case.words(case.page._attention)[:1] == ["2 risk reviews are overdue"]
    case.rows(case.page._attention)[0].click()
    assert case.went[-1] == ("risk", first)


def test_what_was_decided_or_promised_and_is_overdue_wants_attention(case: Case) -> None:
    early, late = dt.date(2026, 6, 1), dt.date(2026, 6, 5)
    case.run(add(DECISION, title="Nommer un suppléant", due_on=late))
    first = case.run(add(DECISION, title="Ouvrir le bac à sable", due_on=early))
    case.run(add(DECISION, title="Pas encore", due_on=TODAY))
    case.run(add(COMMITMENT, statement="Je réponds", due_on=early))
    case.run(add(COMMITMENT, statement="Je viens", due_on=early, state="kept"))
    words = case.words(case.page._attention)
    assert words[:2] == ["2 decisions are overdue", "1 commitment is overdue"]
    case.rows(case.page._attention)[0].click()
    assert case.went[-1] == ("decision", first)
    case.document.present(on=True)
    assert case.words(case.page._attention) == []
