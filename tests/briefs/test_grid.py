"""The grid on paper: one sheet, readable with sixty actors, harmless as SVG."""

import datetime as dt
import math
import random
from io import BytesIO

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image
from pypdf import PdfReader

from entente.briefs import grid
from entente.briefs.grid import GridChart, Paper
from entente.briefs.grid.sheet import draw
from entente.briefs.picture import Disc, Picture, Words
from entente.briefs.type import width
from entente.domain.actor import ACTOR, Camp
from entente.domain.confidentiality import SPONSOR, AudienceKind
from entente.i18n import speaking
from entente.services import records
from entente.services.actors import GridToken, Position
from entente.services.disclosure import Head
from entente.store.gate import Gate
from entente.store.session import Session
from tests.briefs.conftest import pages

DAY = dt.date(2026, 5, 6)
NAMES = ("Bastien Corvelle", "Irène Dumarais", "Ysé Valombre", "Côme d’Estrac", "Lou Tavernier")


def token(number: int, power: float | None, interest: float | None, name: str = "") -> GridToken:
    trail = (Position(dt.date(2026, 3, 7), 2.0, 1.5),) if number % 15 == 0 else ()
    return GridToken(
        id=f"{number:032x}",
        ref=f"A{number:02d}",
        name=name or f"{NAMES[number % 5]} {number}",
        initials="BC",
        camp=list(Camp)[number % 8],
        power=power,
        interest=interest,
        dated_on=DAY,
        trail=trail,
        confidentiality="mediator",
    )


def chart(*tokens: GridToken) -> GridChart:
    head = Head(AudienceKind.MEDIATOR, DAY, "", "Mission ESTUAIRE", "Régie des Berges")
    return GridChart(head, tokens)


def sixty(spread_over: int) -> GridChart:
    chance = random.Random(7)  # noqa: S311  # the same sixty each time
    scores = [1 + step / 2 for step in range(9)][-spread_over:]
    return chart(*(token(n, chance.choice(scores), chance.choice(scores)) for n in range(1, 61)))


def picture(shown: GridChart, paper: Paper = Paper.A4) -> Picture:
    with speaking("en"):
        return draw(shown, "en", *paper.value)


def tokens_of(drawn: Picture) -> list[Disc]:
    return [mark for mark in drawn.marks if isinstance(mark, Disc) and mark.radius > 8]


def boxes(drawn: Picture) -> list[tuple[float, float, float, float]]:
    return [
        (
            mark.x - shift * (size := width(mark.text, mark.face, mark.size)),
            mark.y - mark.size * 0.7,
            mark.x + (1 - shift) * size,
            mark.y + mark.size * 0.1,
        )
        for mark in drawn.marks
        if isinstance(mark, Words) and not mark.turned
        for shift in ({"start": 0.0, "middle": 0.5, "end": 1.0}[mark.anchor],)
    ]


@pytest.mark.parametrize("paper", list(Paper))
def test_the_grid_is_one_page_of_its_paper(paper: Paper) -> None:
    (page,) = PdfReader(BytesIO(grid.to_pdf(sixty(9), "fr", paper))).pages
    assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
        paper.value, abs=0.01
    )


@pytest.mark.parametrize("spread_over", [9, 5, 3])
def test_sixty_tokens_do_not_cover_one_another(spread_over: int) -> None:
    places = [(disc.x, disc.y) for disc in tokens_of(picture(sixty(spread_over)))]
    assert len(places) == 60
    closest = min(math.dist(a, b) for i, a in enumerate(places) for b in places[:i])
    assert closest >= 2 * 10


@pytest.mark.parametrize("spread_over", [9, 5, 3, 1])
def test_no_words_stand_on_others(spread_over: int) -> None:
    found = boxes(picture(sixty(spread_over)))
    for index, (left, top, right, bottom) in enumerate(found):
        for other in found[:index]:
            apart = (
                right <= other[0] + 0.5
                or other[2] <= left + 0.5
                or bottom <= other[1] + 0.5
                or other[3] <= top + 0.5
            )
            assert apart, (found[index], other)


@pytest.mark.parametrize("spread_over", [9, 3, 1])
def test_everybody_is_named(spread_over: int) -> None:
    shown = sixty(spread_over)
    text = " ".join(pages(grid.to_pdf(shown, "en")))
    for each in shown.tokens:
        first, *_, last = each.name.split()
        assert each.name in text or f"{first} {last[0]}." in text or f"{each.ref} " in text


def test_a_token_stands_in_the_panel_of_its_strategy() -> None:
    drawn = picture(chart(*(token(n, 4.0, 4.0) for n in range(1, 9)), token(9, 3.5, 3.5)))
    *keen, other = tokens_of(drawn)
    assert all(disc.x > other.x and disc.y < other.y for disc in keen)


def test_those_without_a_place_are_named_below() -> None:
    (text,) = pages(grid.to_pdf(chart(token(1, None, 3.0, "Lou Tavernier")), "en"))
    assert "0 actors" in text
    assert "Not placed yet: A01 Lou Tavernier" in text


def test_an_empty_grid_is_still_a_grid() -> None:
    (text,) = pages(grid.to_pdf(chart(), "en"))
    assert "Collaborate" in text


def test_each_language_speaks_in_its_own_words() -> None:
    assert "6 mai 2026" in pages(grid.to_pdf(sixty(9), "fr"))[0]
    assert "6 May 2026" in pages(grid.to_pdf(sixty(9), "en"))[0]


def test_equal_charts_give_equal_files() -> None:
    assert grid.to_pdf(sixty(5), "fr") == grid.to_pdf(sixty(5), "fr")
    assert grid.to_svg(sixty(5), "fr") == grid.to_svg(sixty(5), "fr")


HOSTILE = (
    "<script>alert(1)</script>",
    '"><image href="file:///etc/passwd"/>',
    "]]><!ENTITY x SYSTEM '//host/share'>",
    "a\x00b\x0bc\ud800\ufffe",
    "Nom " * 25_000,
    "\u202e\u0633\u0644 😀",
    "",
)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_only_text(name: str) -> None:
    shown = chart(token(1, 3.0, 3.0, name or " "), token(2, None, None, name or " "))
    svg = grid.to_svg(shown, "en")
    elements = list(fromstring(svg).iter())
    known = {"svg", "title", "desc", "rect", "circle", "polyline", "text"}
    assert {element.tag.rpartition("}")[2] for element in elements} <= known
    assert not [key for element in elements for key in element.attrib if "href" in key]
    assert len(svg) < 60_000
    assert grid.to_pdf(shown, "en")


def test_the_svg_holds_the_names_and_speaks_to_screen_readers() -> None:
    root = fromstring(grid.to_svg(chart(token(1, 3.0, 3.0, "A & B")), "en"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.attrib["role"] == "img"
    assert root.findtext(f"{space}title") == "Power/interest grid"
    assert "A & B" in {element.text for element in root.iter(f"{space}text")}


def test_the_picture_has_three_hundred_dots_an_inch() -> None:
    image = Image.open(BytesIO(grid.to_png(sixty(9), "fr")))
    assert image.size == (3508, 2481)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    colours = image.getcolors(1_000_000)
    assert colours is not None
    assert len(colours) > 50


def test_the_sponsor_s_grid_has_only_whom_the_sponsor_may_see(gate: Gate) -> None:
    def write(session: Session) -> None:
        for name, level in (("Bastien Corvelle", "mediator"), ("Irène Dumarais", "sponsor")):
            values = {"name": name, "power": 4, "interest": 4, "confidentiality": level}
            records.create(session, ACTOR, values)

    gate.run("Write", write)
    shown = gate.read(lambda session: grid.gather(session, SPONSOR))
    assert [each.name for each in shown.tokens] == ["Irène Dumarais"]
    assert "for the sponsor" in pages(grid.to_pdf(shown, "en"))[0]
