"""What the papers about risks say: the register, the report in four parts, the bow-tie."""

import datetime as dt
import re
from dataclasses import dataclass, field
from io import BytesIO
from itertools import pairwise
from typing import Any, Final

import pytest
from pypdf import PdfReader

from entente.briefs.heat import HEAT, step_of
from entente.briefs.kinds import KINDS
from entente.briefs.production import Form
from entente.briefs.risk_book.book import Book
from entente.briefs.risk_book.matrix import draw, placed
from entente.briefs.risks_bowtie.drawing import draw as draw_bowtie
from entente.briefs.risks_bowtie.tied import tied
from entente.briefs.told import Told
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience
from entente.domain.risk import Reading
from entente.errors import RecordMissingError
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import pages

ON: Final = dt.date(2026, 6, 10)
ROOM: Final = 493.0


@dataclass
class Mission:
    """A mission to which risks are added."""

    gate: Gate
    keys: list[str] = field(default_factory=list)

    def risk(self, event: str, **values: Any) -> str:  # noqa: ANN401  # of any field
        """Note a public risk, rated 4 × 5 inherent, 3 × 4 current and 2 × 4 target."""
        usual = {
            "inherent_probability": 4,
            "inherent_impact": 5,
            "current_probability": 3,
            "current_impact": 4,
            "target_probability": 2,
            "target_impact": 4,
            "confidentiality": "public",
        }
        return self.add("risk", {"event": event} | usual | values)

    def add(self, kind: str, values: dict[str, Any]) -> str:
        made: list[str] = []

        def write(session: Session) -> None:
            made.append(records.create(session, RECORD_TYPES[kind], values))

        self.gate.run("Add", write)
        self.keys += made
        return made[0]

    def told(
        self, kind: str = "risks", who: Audience = MEDIATOR, key: str = "", on: dt.date = ON
    ) -> Told:
        return self.gate.read(lambda s: KINDS[kind].gather(s, key, who, on))


@pytest.fixture
def mission(gate: Gate) -> Mission:
    made = Mission(gate)
    made.add("mission", {"name": "ESTUAIRE", "risk_appetite": 8, "risk_tolerance": 14})
    return made


def text(told: Told, kind: str = "risks") -> list[str]:
    return pages(KINDS[kind].produce(told, "en"))


def many(mission: Mission, count: int) -> None:
    for number in range(count):
        words = {"cause": f"Cause{number:03} is so.", "effect": f"Effect{number:03} follows."}
        mission.risk(f"Event{number:03} happens", **words)


def test_the_register_says_each_score_with_its_level_and_what_they_come_to(
    mission: Mission,
) -> None:
    mission.risk("Late delivery", amount=40_000, strategy="reduce")
    mission.risk("Shared forms", kind="opportunity", amount=10_000)
    (page,) = text(mission.told())
    assert "20 critical" in page
    assert "12 high" in page
    assert "8 moderate" in page
    assert "Opportunity: Shared forms" in page
    assert "inherent 20, target 8 (−60 %)" in page
    assert "threats €28,000, opportunities −€7,000, net €21,000" in page


@pytest.mark.parametrize(("count", "most"), [(10, 1), (25, 1), (60, 9)])
def test_the_register_of_a_usual_mission_is_one_lying_page_and_drops_nothing(
    mission: Mission, count: int, most: int
) -> None:
    many(mission, count)
    told = mission.told()
    pdf = KINDS["risks"].produce(told, "en")
    sheet = PdfReader(BytesIO(pdf)).pages[0].mediabox
    assert sheet.width > sheet.height
    shown = pages(pdf)
    register = " ".join(shown[:most])
    for number in range(count):
        assert f"Event{number:03}" in register
        for words in (f"Cause{number:03}", f"Effect{number:03}"):
            assert words in " ".join(shown)
    if most > 1:
        assert all("Ref." in page for page in shown)


def test_a_total_holds_no_risk_its_reader_may_not_know(mission: Mission) -> None:
    mission.risk("Late delivery", amount=40_000)
    mission.risk("Private matter", amount=90_000, confidentiality="mediator")
    for kind in ("risks", "risk-report"):
        whole = " ".join(text(mission.told(kind, SPONSOR), kind))
        assert "inherent 20, target 8" in whole
        assert "threats €28,000" in whole
        assert "R02" not in whole
        assert "Private" not in whole
        assert len(mission.told(kind, SPONSOR).withheld) >= 1


def test_what_was_identified_later_is_left_out_and_counted_as_such(mission: Mission) -> None:
    mission.risk("Late delivery", opened_on=dt.date(2026, 6, 1))
    mission.risk("Next year's matter", opened_on=dt.date(2026, 6, 20))
    told = mission.told()
    assert "Next year" not in text(told)[0]
    assert [(each.table, each.reason.value) for each in told.withheld] == [("risk", "later")]


def test_the_report_has_four_parts_with_the_scales_of_the_mission(mission: Mission) -> None:
    step = {"axis": "impact", "step": 5, "name": "fatal", "definition": "Ends it", "money": 9000}
    mission.add("risk_step", step)
    band = mission.add("risk_band", {"name": "grave", "from_score": 3})
    mission.add("risk_cell", {"probability": 1, "impact": 1, "band_id": band})
    key = mission.risk("Late delivery", response="Ask early.")
    mission.add("risk_cause", {"risk_id": key, "cause": "time", "confidentiality": "public"})
    action = {"title": "Call weekly", "risk_id": key, "confidentiality": "public"}
    mission.add("backlog_item", action | {"role": "preventive"})
    mission.add("raid_item", {"text": "The data are there.", "confidentiality": "public"})
    whole = " ".join(text(mission.told("risk-report"), "risk-report"))
    for words in (
        *("1. Method and legend", "2. Before any response", "3. Today", "4. One by one"),
        *("5 fatal Ends it €9,000", "grave scores 3 to 25", "1 × 1: grave"),
        *("1 × 2, 2 × 1 have no level", "above the score 8 has to be treated", "Ask early."),
        *("Preventive actions", "Call weekly", "The data are there.", "time constraints"),
    ):
        assert words in whole


def test_a_fact_behind_a_rating_keeps_its_own_level(mission: Mission) -> None:
    key = mission.risk("Late delivery")
    for fact, level in (("Seen by all", "public"), ("Heard aside", "mediator")):
        mission.gate.run(
            "Rate",
            lambda s, fact=fact, level=level: s.rate(  # type: ignore[misc]  # bound now
                RECORD_TYPES["risk"],
                key,
                {"current_probability": 5},
                dated_on=dt.date(2026, 6, 2),
                fact=fact,
                confidentiality=level,
            ),
        )
    shown = " ".join(text(mission.told("risk-report", PUBLIC), "risk-report"))
    assert "Seen by all" in shown
    assert "Heard aside" not in shown
    assert "5 × –" in shown


def test_each_risk_stands_in_its_cell_and_those_without_room_are_counted(mission: Mission) -> None:
    many(mission, 7)
    mission.risk("Over", status="closed")
    mission.risk("Elsewhere", inherent_probability=1, inherent_impact=1)
    book = Book(mission.told("risk-report"))
    cells = {cell: len(views) for cell, views in placed(book, Reading.INHERENT).items()}
    assert cells == {(4, 5): 7, (1, 1): 1}
    picture, is_whole = draw(book, Reading.INHERENT, ROOM, 40)
    words = {getattr(mark, "text", "") for mark in picture.marks}
    assert not is_whole
    (rest,) = {each for each in words if re.fullmatch(r"\+\d", each)}
    refs = {each for each in words if re.fullmatch(r"R\d\d", each)}
    assert len(refs) + int(rest) == 8
    assert draw(book, Reading.INHERENT, ROOM, 60)[1]


def test_the_heat_scale_only_grows_darker_and_words_on_it_are_read_in_grey() -> None:
    greys = [grey(step.fill) for step in HEAT]
    assert all(one - other > 25 / 255 for one, other in pairwise(greys))
    for step in HEAT:
        low, high = sorted((linear(grey(step.fill)), linear(grey(step.ink))))
        assert (high + 0.05) / (low + 0.05) >= 4.5
    assert [step_of(place, 4) for place in range(4)] == [0, 1, 3, 4]


def grey(code: str) -> float:
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def linear(value: float) -> float:
    return float(((value + 0.055) / 1.055) ** 2.4) if value > 0.04 else value / 12.92


def test_a_bow_tie_shows_every_word_or_has_a_table_that_does(mission: Mission) -> None:
    few = mission.risk("Late delivery", cause="- Snow\n- Ice", effect="Delay; cost")
    lots = mission.risk("Long story", cause="\n".join(f"Reason{n:02} " * 9 for n in range(20)))
    for title, role, status in (
        ("Order early", "preventive", "done"),
        ("Rent another", "contingency", "ready"),
        ("Give up", "preventive", "dropped"),
    ):
        action = {"title": title, "role": role, "status": status, "risk_id": few}
        mission.add("backlog_item", action | {"confidentiality": "public"})
    (page,) = text(mission.told("bowtie", PUBLIC, few), "bowtie")
    for words in ("Snow", "Ice", "Delay", "cost", "Order early", "Rent another", "4 × 5 = 20"):
        assert words in page
    assert "Give up" not in page
    assert "Snow; " not in page
    told = mission.told("bowtie", PUBLIC, lots)
    book = Book(told)
    assert not draw_bowtie(tied(book, book.risks[0]), 740)[1]
    shown = " ".join(text(told, "bowtie"))
    assert "in the table" in shown
    assert all(f"Reason{number:02}" in shown for number in range(20))


@pytest.mark.parametrize("form", Form)
def test_a_risk_of_others_is_not_told_by_its_bow_tie(mission: Mission, form: Form) -> None:
    key = mission.risk("Private matter", confidentiality="sponsor")
    told = mission.told("bowtie", PUBLIC, key)
    assert KINDS["bowtie"].produce(told, "en", form=form)
    assert "may be told to this reader" in text(told, "bowtie")[0]
    with pytest.raises(RecordMissingError):
        mission.told("bowtie", key="0" * 32)


def test_equal_risks_give_equal_files_in_both_forms(mission: Mission) -> None:
    mission.risk("Late delivery", amount=5)
    mission.risk("Later still", amount=7)
    for kind in ("risks", "risk-report"):
        for form in Form:
            told = mission.told(kind)
            first = KINDS[kind].produce(told, "fr", form=form)
            assert first == KINDS[kind].produce(told, "fr", form=form)


def test_a_mission_without_risks_still_says_how_they_are_measured(mission: Mission) -> None:
    assert "no risk that may be told" in text(mission.told())[0]
    report = " ".join(text(mission.told("risk-report"), "risk-report"))
    assert "almost certain" in report
    assert "2. Before" not in report


def test_a_review_due_after_the_end_of_the_mission_is_not_late(gate: Gate) -> None:
    mission = Mission(gate)
    mission.add("mission", {"name": "ESTUAIRE", "ends_on": dt.date(2026, 6, 5)})
    mission.risk("Before the end", review_on=dt.date(2026, 6, 4))
    mission.risk("After it", review_on=dt.date(2026, 6, 8))
    book = Book(mission.told())  # as of five days later
    assert [view.is_overdue for view in book.views.values()] == [True, False]
