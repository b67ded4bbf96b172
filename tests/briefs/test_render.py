"""How a brief looks to a reader of PDF files: pages, furniture, languages, hostile text."""

import datetime as dt
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from typing import Any, cast

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from entente.briefs.conflict import render
from entente.briefs.told import Datum, Entry, Told
from entente.domain.confidentiality import AudienceKind, Level
from entente.domain.party import STATEMENTS
from entente.i18n import language, speaking
from entente.services.disclosure import Head
from tests.briefs.conftest import pages

A4 = (595.28, 841.89)

HOSTILE = (
    '<img src="/etc/passwd"/> & </para>',
    "x" * 3_000,
    "\u202e\u0633\u0644\u0645 😀👩🏽\u200d🚀",
    "a\x00b\x0bc\ud800\ufffe",
    "=cmd|'/C calc'!A0",
    "ligne\n\n\nligne\r\nligne",
    "«» « » 1\u202f000 €",
    "   ",
    "{name} {0} %s",
    "[b] \\n \\u0041 (((",
)


def said(words: str, level: Level = Level.PARTIES, name: str = "text") -> Datum:
    return Datum(name, words, level)


def entry(kind: str, *data: Datum, **about: Any) -> Entry:  # noqa: ANN401  # what an entry has
    """Return a record whose level is that of its first text."""
    level = data[0].level if data else Level.PARTIES
    caucus_of = "A01" if level is Level.CAUCUS else ""
    return Entry(kind, data=data, **{"level": level, "caucus_of": caucus_of} | about)


def day(name: str, value: dt.date) -> Datum:
    return Datum(name, value, Level.PUBLIC, is_words=False)


def choice(name: str, value: str, level: Level = Level.PUBLIC) -> Datum:
    return Datum(name, value, level, is_words=False)


def note(words: str, level: Level, kind: str) -> Entry:
    who = said("Bastien Corvelle", level, "actor_id")
    when = Datum("noted_on", dt.date(2026, 4, 22), level, is_words=False)
    return entry("note", said(words, level), choice("kind", kind, level), who, when)


def party(number: int, words: str) -> Entry:
    return entry(
        "party",
        *(said(words, Level.CAUCUS, name) for name in STATEMENTS),
        ref=f"A{number:02d}",
        name=f"Bastien Corvelle {number}",
        standing="Atelier Nord",
        caucus_of=f"A{number:02d}",
    )


def sample(words: str = "Les plans sont à jour.", many: int = 2) -> Told:
    """Return a brief with something in each of its parts."""
    stages = tuple(
        Entry(
            "difficulty_rating",
            data=(
                day("dated_on", dt.date(2026, 3, 4) + dt.timedelta(days=9 * n)),
                Datum("stage", stage, Level.PUBLIC, is_words=False),
                said(words, Level.PUBLIC, "fact"),
            ),
            level=Level.PUBLIC,
        )
        for n, stage in enumerate((2, 4, 5, 3))
    )
    options = (
        entry(
            "option",
            said(words),
            choice("status", status, Level.PARTIES),
            said("Irène Dumarais", name="actor_id"),
            key=status,
        )
        for status in ("kept", "open", "dropped")
    )
    steps = (
        entry(
            "step",
            said(words),
            said("Irène Dumarais", name="actor_id"),
            Datum("due_on", dt.date(2026, 6, 1), Level.PARTIES, is_words=False),
        ),
        entry("step", said(words), Datum("done", value=True, level=Level.PARTIES, is_words=False)),
    )
    notes = tuple(
        note(words, level, kind)
        for kind, levels in (("agreed", Level), ("disputed", list(Level)[:2]), ("note", Level))
        for level in levels
    )
    return Told(
        head=Head(
            AudienceKind.MEDIATOR,
            dt.date(2026, 5, 6),
            mission="Mission ESTUAIRE",
            organisation="Régie des Berges",
            mediator="Ida Passe",
        ),
        subject=entry(
            "difficulty",
            said("Reprise des plans", Level.PUBLIC, "title"),
            said(words, Level.PUBLIC, "summary"),
            choice("nature", "conflict"),
            choice("status", "mediation"),
            day("opened_on", dt.date(2026, 3, 1)),
            ref="K1",
            history=stages,
        ),
        lists={
            "party": tuple(party(number, words) for number in range(1, many + 1)),
            "note": notes,
            "option": tuple(options),
            "step": steps,
        },
    )


def for_party(brief: Told, recipient: str) -> Told:
    return replace(
        brief, head=replace(brief.head, audience=AudienceKind.PARTY, recipient=recipient)
    )


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def root(pdf: bytes) -> Any:  # noqa: ANN401  # PDF objects hold anything
    return reader(pdf).trailer["/Root"]


def test_every_page_is_a4() -> None:
    for page in reader(render(sample(many=5), "fr")).pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            A4, abs=0.01
        )


@pytest.mark.parametrize("words", ["Un texte.", "Une phrase plus longue que sa colonne. " * 12])
@pytest.mark.parametrize("many", [1, 2, 3, 6])
def test_nothing_stands_outside_the_margins(words: str, many: int) -> None:
    document = pypdfium2.PdfDocument(render(sample(words, many), "fr"))
    for page in document:
        letters = page.get_textpage()
        for index in range(letters.count_chars()):
            left, bottom, right, top = letters.get_charbox(index)
            if right > left:
                assert left >= 50
                assert right <= A4[0] - 50
                assert bottom >= 25
                assert top <= A4[1] - 30
        letters.close()
    document.close()


def test_every_page_says_whose_it_is_and_which_of_how_many() -> None:
    brief = for_party(sample(many=5), "Irène Dumarais (A02)")
    found = pages(render(brief, "en"))
    assert len(found) > 2
    for number, page in enumerate(found, 1):
        assert "Mission ESTUAIRE · Régie des Berges" in page
        assert "Confidential — for Irène Dumarais (A02)" in page
        assert "art. 1528-3" in page
        assert f"page {number}/{len(found)}" in page


def test_the_file_names_no_author_no_time_and_nobody_in_its_title() -> None:
    about: dict[str, Any] = dict(reader(render(sample(), "en")).metadata or {})
    assert about == {"/Title": "Conflict-resolution brief K1", "/Producer": "Entente"}


@pytest.mark.parametrize(("code", "tag"), [("fr", "fr-FR"), ("en", "en-GB")])
def test_the_file_says_its_language(code: str, tag: str) -> None:
    catalogue = root(render(sample(), code))
    assert catalogue["/Lang"] == tag
    assert str(catalogue["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"


def test_bookmarks_lead_to_the_sections_and_name_nobody() -> None:
    pdf = render(sample(many=5), "en")
    entries = [
        item
        for entry in reader(pdf).outline
        for item in (entry if isinstance(entry, list) else [entry])
        if isinstance(item, Destination)
    ]
    titles = [str(item.title) for item in entries]
    places = [reader(pdf).get_destination_page_number(item) for item in entries]
    assert titles[:2] == ["Part 1 — shared with the parties", "Escalation over time"]
    assert {"A03", "Next steps"} <= set(titles)
    assert not [title for title in titles if "Corvelle" in title]
    texts = pages(pdf)
    for title, place in zip(titles, places, strict=True):
        assert place is not None
        assert title in texts[place]


def test_every_font_is_embedded() -> None:
    pdf = render(sample("Ω ● 😀"), "fr")
    fonts = [
        entry.get_object()
        for page in reader(pdf).pages
        for entry in cast("Any", page["/Resources"])["/Font"].values()
    ]
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)
    assert {str(font["/BaseFont"]).split("+")[1] for font in fonts} == {
        "SourceSans3-Regular",
        "SourceSans3-SemiBold",
        "SourceSerif4-SemiBold",
    }


def test_equal_briefs_give_equal_bytes() -> None:
    assert render(sample(many=4), "fr") == render(sample(many=4), "fr")


def test_each_language_speaks_in_its_own_words() -> None:
    english, french = (" ".join(pages(render(sample(), code))) for code in ("en", "fr"))
    assert "state on 6 May 2026 · by Ida Passe" in english
    assert "état au 6 mai 2026 · établie par Ida Passe" in french
    assert "Where we stand." in english
    assert "Où nous en sommes." in french
    for words in ("Next steps", "Agreed", "in mediation", "Loss of face"):
        assert words in english
        assert words not in french


def test_the_screen_goes_on_in_its_own_language() -> None:
    with speaking("en"):
        render(sample(), "fr")
        assert language() == "en"


def test_two_languages_are_set_at_the_same_time() -> None:
    alone = {code: render(sample(), code) for code in ("fr", "en")}
    with ThreadPoolExecutor(4) as pool:
        codes = ["fr", "en"] * 4
        assert list(pool.map(lambda code: render(sample(), code), codes)) == [
            alone[code] for code in codes
        ]


def test_progress_is_told_up_to_the_end() -> None:
    told: list[int] = []
    render(sample(), "fr", told.append)
    assert told == sorted(told)
    assert told[-1] == 100


def test_the_work_stops_when_it_is_told_to() -> None:
    def stop(_percent: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        render(sample(), "fr", stop)


def test_the_mediator_s_copy_says_of_each_text_how_far_it_travels() -> None:
    text = " ".join(pages(render(sample(), "en")))
    for words in ("caucus A01", "parties", "For the mediator only", "Said in caucus by A01"):
        assert words in text


def test_a_party_s_copy_says_what_only_it_holds() -> None:
    brief = for_party(sample(), "A01")
    text = " ".join(pages(render(brief, "en")))
    assert "your caucus" in text
    assert "caucus A01" not in text


def test_a_brief_with_nothing_in_it_is_still_a_page() -> None:
    head = Head(AudienceKind.PUBLIC, dt.date(2026, 5, 6))
    bare = Told(head, Entry("difficulty", ref="K9"))
    (page,) = pages(render(bare, "en"))
    assert "Difficulty K9" in page
    assert "Nothing has been entered in this brief yet." in page


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_was_typed_is_printed(words: str) -> None:
    whole = sample(words)
    assert whole.subject is not None
    people = tuple(replace(each, name=words, standing=words) for each in whole.of("party"))
    brief = replace(
        whole,
        head=replace(whole.head, mission=words, organisation=words, mediator=words),
        subject=replace(whole.subject, name=words, data=whole.subject.data[1:]),
        lists={**whole.lists, "party": people},
    )
    pdf = render(brief, "fr")
    assert pages(pdf)
    assert not re.search(rb"/URI|/JavaScript|/Launch|/EmbeddedFile|/Subtype /Image", pdf)


def test_a_square_for_a_missing_character_is_explained() -> None:
    assert "□ stands for" in " ".join(pages(render(sample("Bien 😀"), "en")))
    assert "□" not in " ".join(pages(render(sample("Bien"), "en")))


@pytest.mark.parametrize("words", ["x" * 100_000, "mot " * 25_000], ids=["word", "text"])
def test_a_note_without_end_is_printed_to_its_end(words: str) -> None:
    brief = sample()
    endless = note(words, Level.MEDIATOR, "note")
    whole = replace(brief, lists={**brief.lists, "note": (endless,)})
    printed = "".join(pages(render(whole, "fr")))
    letters = re.sub(r"[^xmot]", "", words)
    assert printed.count(letters[0]) >= words.count(letters[0])
