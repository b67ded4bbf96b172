"""What the impact study says on paper, to whom, and that nothing in it can burst the page."""

import datetime as dt
from typing import Any

import pytest

from entente.briefs.heat import HEAT
from entente.briefs.impact.book import Book
from entente.briefs.impact.heat_map import HeatRow, draw
from entente.briefs.impact.shape import draw as draw_shape
from entente.briefs.kinds import KINDS
from entente.briefs.picture import Area, Trace, Words
from entente.briefs.production import Form
from entente.briefs.told import Told
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, PUBLIC, SPONSOR, Audience
from entente.services import records
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import pages
from tests.conftest import FixedClock, confluent_gate

ROOM = 493.0


@pytest.fixture(scope="module")
def confluent() -> Gate:
    """The sample mission, for reading alone."""
    return confluent_gate(FixedClock())


def told(gate: Gate, who: Audience = MEDIATOR) -> Told:
    return gate.read(lambda s: KINDS["impact"].gather(s, "", who))


def text(found: Told) -> str:
    return " ".join(" ".join(pages(KINDS["impact"].produce(found, "en"))).split())


def test_the_study_of_the_sample_is_told(confluent: Gate) -> None:
    said = text(told(confluent))
    assert "The change is L, large: 92 people in 4 groups, 4 sites, mean depth 2.3." in said
    assert "3 sheets of 4 were built together." in said
    assert "Size M, medium · 18 people × 1 site · mean depth 2.9" in said
    assert "Un projet personnalisé par an" in said
    assert "Not answered yet." in said
    assert "Relire son projet avec la personne accueillie" in said


@pytest.mark.parametrize(
    ("who", "mean", "power"), [(SPONSOR, 26 / 9, None), (PUBLIC, 23 / 8, None)]
)
def test_a_reader_has_means_of_what_they_may_read(
    confluent: Gate, who: Audience, mean: float, power: int | None
) -> None:
    found = told(confluent, who)
    group = Book(found).groups[1]
    assert group.sheet.mean == pytest.approx(mean)
    assert group.sheet.depths["power"] is power
    said = text(found)
    assert "Un comité des trois" not in said
    assert ("Les mêmes critères" in said) is (who is SPONSOR)
    assert "Relire son projet" not in said


def test_a_map_shows_what_was_looked_at_and_leaves_free_what_was_not() -> None:
    row = HeatRow("Carers", ("1", "4", *"––––––––"), (1, 4, *[None] * 8), "2.5", "M")
    marks = draw([row], [], ROOM).marks
    # The cells are as high as 18 points; those of the legend are smaller.
    fills = [mark.fill for mark in marks if isinstance(mark, Area) and mark.height == 18]
    assert fills == [HEAT[1].fill, HEAT[4].fill, *[""] * 8]
    assert max(mark.x for mark in marks if isinstance(mark, Words)) < ROOM


def test_a_shape_is_broken_where_nobody_looked() -> None:
    accent = "#0F6A70"

    def sides(*depths: int | None) -> int:
        marks = draw_shape(depths, ROOM).marks
        return sum(isinstance(mark, Trace) and mark.colour == accent for mark in marks)

    assert sides(*[2] * 10) == 10
    assert sides(2, 3, None, 1, None, *[4] * 5) == 1 + 5


def test_each_field_that_may_be_read_is_told(gate: Gate) -> None:
    said: dict[tuple[str, str], str] = {}

    def fill(kind: str, session: Session, **links: str | None) -> str:
        values: dict[str, Any] = {"confidentiality": "public"}
        for each in RECORD_TYPES[kind].fields:
            if each.is_text:
                values[each.name] = said[kind, each.name] = f"Mot{len(said)}mot"
            elif each.name in {"communication", "training", "procedure"}:
                values[each.name] = "primary"
        return records.create(session, RECORD_TYPES[kind], values | links)

    def write(session: Session) -> None:
        home = fill("organisation", session)
        card = fill("backlog_item", session)
        who = fill("actor", session)
        more = {"headcount": 37, "built_on": dt.date(2026, 3, 19), "organisation_id": home}
        group = fill("functional_group", session, **more)  # type: ignore[arg-type]  # any values
        fill("impact", session, group_id=group, dimension="culture", item_id=card)
        fill("practice_gap", session, group_id=group, owner_id=who, item_id=card)

    gate.run("Fill", write)
    told_ = text(told(gate, PUBLIC))
    by_name = {("organisation", "name"), ("backlog_item", "title"), ("actor", "name")}
    own = {"functional_group", "impact", "practice_gap"}
    for place, word in said.items():
        assert (place[0] not in own and place not in by_name) or word in told_, place
    assert "37 people" in told_
    assert "19 March 2026" in told_
    assert told_.count(said["backlog_item", "title"]) == 2


def test_texts_of_any_length_fill_pages_and_break_nothing(gate: Gate) -> None:
    def add(kind: str, **values: Any) -> str:  # noqa: ANN401  # of any field
        made: list[str] = []
        known = RECORD_TYPES[kind]
        gate.run("Add", lambda s: made.append(records.create(s, known, values)))
        return made[0]

    said = text(told(gate))
    assert "There is no functional group this reader may know of." in said
    nobody = add("functional_group", name="N" * 1000, headcount=0)
    add("impact", group_id=nobody, dimension="skills")
    long = add("functional_group", name="Long", operation="word " * 3_000, headcount=3)
    add("impact", group_id=long, dimension="skills", depth=4, before="x" * 15_000, after="& <b>")
    for place in range(25):
        add("functional_group", name=f"Group {place}")
    found = told(gate)
    said = text(found)
    assert said.count("word") >= 3_000
    assert "nobody in it" in said
    assert "27 groups" not in said
    assert "& <b>" in said
    assert KINDS["impact"].produce(found, "fr", form=Form.DOCX)[:2] == b"PK"
