"""The map of relations on paper: all of it there, nothing on top of anything, for its reader."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree as ET

import pypdf
import pytest

from entente.briefs import network
from entente.briefs.network import Form, Paper, Wish, document, lines, places, sheet
from entente.briefs.pdfium import page_sizes
from entente.briefs.picture import Disc, Trace, Words
from entente.briefs.type import width
from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_NOTE, MAP_PLACE, MAP_VIEW
from entente.domain.confidentiality import PUBLIC, SPONSOR, party
from entente.domain.placement import Box
from entente.domain.relation import KIND_LABELS, RELATION
from entente.errors import RecordMissingError, WithheldTextError
from entente.i18n import speaking
from entente.services import records
from entente.services.relation_map import RelationMap
from entente.store.gate import Gate
from entente.store.session import Session
from tests.conftest import FixedClock, confluent_gate


@pytest.fixture(scope="module")
def mission() -> Gate:
    """The sample, to be read and never changed."""
    return confluent_gate(FixedClock())


def gathered(gate: Gate, wish: Wish | None = None) -> RelationMap:
    return gate.read(lambda session: network.gather(session, wish))


def crowd(gate: Gate, count: int) -> RelationMap:
    """Return a map of many with long names, in organisations of ten."""

    def fill(session: Session) -> None:
        homes = [
            records.create(session, ORGANISATION, {"name": f"Établissement numéro {number}"})
            for number in range(count // 10)
        ]
        people = [
            records.create(
                session,
                ACTOR,
                {"name": f"Marie-Antoinette Personne {n}", "organisation_id": homes[n // 10]},
            )
            for n in range(count)
        ]
        for n in range(count):
            values = {
                "from_id": people[n],
                "to_id": people[(n * 7 + 3) % count],
                "quality": n % 5 - 2,
                "kind": "informal",
            }
            if values["from_id"] != values["to_id"]:
                records.create(session, RELATION, values)

    gate.run("Fill", fill)
    return gathered(gate)


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u00a0", " ")


def boxes(drawing: sheet.Drawing) -> Iterator[Box]:
    """Yield what each text of a drawing fills, badges' letters apart."""
    for mark in drawing.marks:
        if isinstance(mark, Words) and len(mark.text) > 1:
            wide = width(mark.text, mark.face, mark.size)
            part = {"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor]
            left = mark.x - wide * part
            yield Box(left, mark.y - mark.size * 0.7, left + wide, mark.y + mark.size * 0.15)


def test_everybody_and_every_home_is_on_it(mission: Gate) -> None:
    drawn = gathered(mission)
    told = text_of(network.to_pdf(drawn, "fr"))
    flat = " ".join(told.split())
    assert [actor.name for actor in drawn.actors if actor.name not in flat] == []
    homes = [group.name.replace("\u00a0", " ") for group in drawn.groups]
    assert [name for name in homes if name not in flat] == []
    assert "Mission CONFLUENT" in told
    assert len(drawn.relations) == 38


@pytest.mark.parametrize("count", [20, 200])
@pytest.mark.parametrize("form", [Form(), Form(Paper.A3), Form(portrait=True)])
def test_no_words_lie_on_others_and_nothing_leaves_the_sheet(
    gate: Gate, count: int, form: Form
) -> None:
    with speaking("en"):
        drawing = sheet.draw(crowd(gate, count), "en", form.size)
    found = list(boxes(drawing))
    whole = Box(0, 0, *form.size)
    assert all(whole.holds(box) for box in found)
    assert [
        (one, two) for i, one in enumerate(found) for two in found[:i] if one.overlaps(two)
    ] == []


def test_whoever_is_not_named_on_the_map_is_named_after_it(gate: Gate) -> None:
    pdf = network.to_pdf(crowd(gate, 200), "en")
    told = " ".join(text_of(pdf).split())
    assert len(pypdf.PdfReader(BytesIO(pdf)).pages) > 1
    assert [n for n in range(200) if f"Personne {n}" not in told] == []
    assert "page 1/3" in told


def test_cards_are_kept_apart_where_the_view_has_them_on_one_another() -> None:
    area = Box(0, 0, 800, 500)
    size = (60.0, 20.0)
    found = places.apart([(400.0, 250.0)] * 30 + [(0.0, 0.0)] * 5, size, area)
    cards = [Box(x - 30, y - 10, x + 30, y + 10) for x, y in found]
    assert all(area.holds(card) for card in cards)
    assert not any(one.overlaps(two) for i, one in enumerate(cards) for two in cards[:i])


def test_each_quality_is_told_without_colour() -> None:
    assert len({stroke.sign for stroke in lines.STROKES.values()}) == 6
    assert len({stroke.line for stroke in lines.STROKES.values()}) == 6


def test_natures_have_letters_of_their_own() -> None:
    for code in ("fr", "en"):
        with speaking(code):
            letters = [lines.kind_letter(kind) for kind in KIND_LABELS]
        assert len(set(letters)) == len(letters)


@pytest.fixture
def viewed(gate: Gate) -> tuple[Gate, str]:
    """Three actors in a view: one placed, one hidden, one without a place; a note beside."""

    def fill(session: Session) -> None:
        keys = [
            records.create(session, ACTOR, {"name": name, "confidentiality": "public"})
            for name in ("Odile", "Zoé", "Anselme")
        ]
        for other in keys[1:]:
            values = {"from_id": keys[0], "to_id": other, "confidentiality": "public"}
            records.create(session, RELATION, values)
        view = {"name": "Comité secret", "focus_id": keys[0], "steps": 1}
        key = records.create(session, MAP_VIEW, view)
        place = {"view_id": key, "x": 0, "y": 0}
        records.create(session, MAP_PLACE, {**place, "actor_id": keys[0], "x": 640})
        records.create(session, MAP_PLACE, {**place, "actor_id": keys[1], "hidden": True})
        note = {**place, "text": "Réserve du maire", "width": 200, "height": 80}
        records.create(session, MAP_NOTE, note)

    gate.run("Fill", fill)
    return gate, gate.read(lambda s: records.find(s, MAP_VIEW, "Comité secret"))


def test_a_view_says_who_is_seen_and_where(viewed: tuple[Gate, str]) -> None:
    gate, key = viewed
    drawn = gathered(gate, Wish(view_id=key))
    assert [actor.name for actor in drawn.actors] == ["Odile", "Anselme"]
    assert drawn.places[drawn.actors[0].id].x == 640
    told = text_of(network.to_pdf(drawn, "fr"))
    assert "Comité secret" in told
    assert "Réserve du maire" in told


def test_name_and_notes_of_a_view_are_for_who_may_read_them(viewed: tuple[Gate, str]) -> None:
    gate, key = viewed
    drawn = gathered(gate, Wish(audience=PUBLIC, view_id=key))
    told = text_of(network.to_pdf(drawn, "fr")) + network.to_svg(drawn, "fr")
    assert "Odile" in told
    assert "Comité" not in told
    assert "Réserve" not in told


def test_a_view_that_is_not_there_is_refused(gate: Gate) -> None:
    with pytest.raises(RecordMissingError):
        gathered(gate, Wish(view_id="nowhere"))


def test_a_slip_is_caught_before_the_file_leaves(viewed: tuple[Gate, str]) -> None:
    gate, _key = viewed
    drawn = gathered(gate, Wish(audience=SPONSOR))
    assert drawn.audit_texts.withheld
    slipped = replace(drawn, view="Réserve du maire")
    for make in (network.to_pdf, network.to_svg, network.to_png):
        with pytest.raises(WithheldTextError):
            make(slipped, "fr")


def test_a_party_reads_who_it_is_for(mission: Gate) -> None:
    key = mission.read(lambda session: records.find(session, ACTOR, "A11"))
    told = text_of(network.to_pdf(gathered(mission, Wish(audience=party(key))), "en"))
    assert "for Hippolyte Versoir (A11)" in told


def test_sheets_to_be_glued_overlap_and_say_where_they_belong(mission: Gate) -> None:
    form = Form(tiles=(2, 2))
    pdf = network.to_pdf(gathered(mission), "en", form)
    pages = pypdf.PdfReader(BytesIO(pdf)).pages
    assert len(pages) == 4
    names = [re.findall(r"Sheet (..)", page.extract_text()) for page in pages]
    assert names == [["A1"], ["A2"], ["B1"], ["B2"]]
    assert all("mediator only" in page.extract_text() for page in pages)
    wide, _high = document._window(form.size)
    assert document._poster(form)[0] == pytest.approx(2 * wide - document.OVERLAP)


def test_the_file_is_titled_marked_and_the_same_each_time(mission: Gate) -> None:
    drawn = gathered(mission)
    pdf = network.to_pdf(drawn, "fr", Form(Paper.A3))
    reader = pypdf.PdfReader(BytesIO(pdf))
    assert pdf == network.to_pdf(drawn, "fr", Form(Paper.A3))
    assert set(reader.metadata or ()) == {"/Title", "/Producer"}
    assert str(reader.root_object["/Lang"]) == "fr-FR"
    assert len(reader.outline) == 1
    (size,) = page_sizes(pdf)
    assert (round(size.width), round(size.height)) == (1191, 842)


def test_the_drawing_is_svg_that_stands_alone(mission: Gate) -> None:
    drawing = ET.fromstring(network.to_svg(gathered(mission), "en"))  # noqa: S314  # ours
    told = " ".join("".join(drawing.itertext()).split())
    assert "Ferrage" in told
    assert not any("href" in name for each in drawing.iter() for name in each.attrib)


def test_a_picture_tells_below_whom_it_could_not_name(gate: Gate) -> None:
    drawn = crowd(gate, 200)
    told = "".join(ET.fromstring(network.to_svg(drawn, "en")).itertext())  # noqa: S314  # ours
    assert [n for n in range(200) if f"Personne {n}" not in told] == []


def test_the_map_of_a_day_says_so(mission: Gate) -> None:
    drawn = gathered(mission, Wish(on=dt.date(2026, 3, 1)))
    assert "state on 1 March 2026" in text_of(network.to_pdf(drawn, "en"))


def test_an_empty_map_is_a_sheet_all_the_same(gate: Gate) -> None:
    assert len(page_sizes(network.to_pdf(gathered(gate), "en"))) == 1


def test_names_of_any_kind_are_drawn(gate: Gate) -> None:
    names = ["<b>&", "Łódź Ж 李 🧑‍🚒", "x" * 900, "\u202eOdile", "' OR 1=1 --"]

    def fill(session: Session) -> None:
        keys = [records.create(session, ACTOR, {"name": name}) for name in names]
        for one, two in pairwise(keys):
            records.create(session, RELATION, {"from_id": one, "to_id": two, "one_way": True})

    gate.run("Fill", fill)
    drawn = gathered(gate)
    assert network.to_pdf(drawn, "fr").startswith(b"%PDF")
    ET.fromstring(network.to_svg(drawn, "fr"))  # noqa: S314  # ours


def test_two_relations_between_the_same_two_run_side_by_side(gate: Gate) -> None:
    def fill(session: Session) -> None:
        one, two = (records.create(session, ACTOR, {"name": name}) for name in ("Odile", "Zoé"))
        for kind, ends in (("informal", (one, two)), ("hierarchical", (two, one))):
            values = {"kind": kind, "from_id": ends[0], "to_id": ends[1]}
            records.create(session, RELATION, values)

    gate.run("Fill", fill)
    with speaking("en"):
        marks = sheet.draw(gathered(gate), "en", Form().size).marks
    drawn = [mark for mark in marks if isinstance(mark, Trace) and mark.width == 0.6]
    first, second = ({round(y, 2) for _x, y in mark.points} for mark in drawn[:2])
    assert first.isdisjoint(second)
    assert any(isinstance(mark, Disc) for mark in marks)
