"""Tables break between rows, repeat their head, and take their time in proportion."""

import time

from reportlab.lib.colors import black
from reportlab.platypus import Flowable, Spacer

from entente.briefs import text
from entente.briefs import type as typeface
from entente.briefs.page import BODY_HEIGHT, BODY_WIDTH, Sheet, build, section
from entente.briefs.tables import Plain, Row, RuledTable, cell
from tests.briefs.conftest import pages

SHEET = Sheet("Title", "Mission", "For you", black, "Note", "en")
WIDTHS = (100.0, BODY_WIDTH - 100.0)


def table(
    rows: int, words: str = "Some words that fill a line and then a little more. " * 3
) -> RuledTable:
    style = typeface.cell()
    head = Row((Plain("Number", style), Plain("What was said", style)))
    body = [
        Row((Plain(f"row{index}.", style), cell(words, style, WIDTHS[1]))) for index in range(rows)
    ]
    return RuledTable(WIDTHS, body, head)


def printed(*story: Flowable) -> list[str]:
    return pages(build(story, SHEET))


def test_the_head_is_repeated_on_every_page() -> None:
    found = printed(table(60))
    assert len(found) > 2
    assert all(page.count("What was said") == 1 for page in found)


def test_every_row_is_printed_once_and_whole() -> None:
    found = printed(table(60))
    text_ = " ".join(found)
    assert [text_.count(f"row{index}.") for index in range(60)] == [1] * 60
    assert all(page.count("row") * 3 == page.count("little more") for page in found)


def test_a_row_that_fits_a_page_is_not_torn() -> None:
    tall = table(2, "Ten words or so to fill a line of this column. " * 90)
    before, first, second = printed(Spacer(0, 200), tall)
    assert "row" not in before
    assert first.count("Ten words") == 90
    assert second.count("Ten words") == 90


def test_a_row_taller_than_a_page_goes_on_over_the_next() -> None:
    found = printed(table(1, "Ten words or so to fill a line of this column. " * 500))
    assert len(found) > 2
    assert " ".join(found).count("Ten words") == 500
    assert all("What was said" in page for page in found)


def test_a_heading_is_never_left_alone_at_the_foot() -> None:
    for gap in range(int(BODY_HEIGHT) - 140, int(BODY_HEIGHT), 10):
        found = printed(Spacer(0, gap), *section("A heading", [table(3)]))
        (page,) = [page for page in found if "A heading" in page]
        assert "row0." in page


def test_headings_within_headings_stay_together() -> None:
    for gap in range(int(BODY_HEIGHT) - 140, int(BODY_HEIGHT), 10):
        inner = section("Inner", text.paragraphs("First words.", typeface.body()), depth=1)
        found = printed(Spacer(0, gap), *section("Outer", inner))
        (page,) = [page for page in found if "Outer" in page]
        assert "Inner" in page
        assert "First words." in page


def test_a_section_without_text_has_no_heading() -> None:
    assert section("Nothing", []) == []


def test_ten_times_the_rows_take_about_ten_times_as_long() -> None:
    def seconds(rows: int) -> float:
        started = time.process_time()
        build([table(rows, "short")], SHEET)
        return time.process_time() - started

    seconds(50)
    small = min(seconds(300) for _ in range(3))
    assert min(seconds(3_000) for _ in range(2)) < 20 * small
