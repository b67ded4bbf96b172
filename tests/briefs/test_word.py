"""How a document looks to Word: whole, plain, and silent about who made it and when."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest

from entente.briefs.conflict import render
from entente.briefs.production import Form
from entente.briefs.told import Told
from tests.briefs.test_render import HOSTILE, sample


def word(brief: Told, language: str = "en") -> bytes:
    return render(brief, language, form=Form.DOCX)


def parts(file: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(file)) as whole:
        return {name: whole.read(name).decode("utf-8") for name in whole.namelist()}


def opened(file: bytes) -> Any:  # noqa: ANN401  # python-docx gives away little
    return docx.Document(BytesIO(file))


def visible(file: bytes) -> str:
    """Return the words of the body, tables included, in their order."""
    texts = re.findall(r"<w:t[^>]*>([^<]*)</w:t>", parts(file)["word/document.xml"])
    return " ".join(texts)


def test_it_opens_with_headings_tables_and_a_head_on_each_page() -> None:
    document = opened(word(sample()))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings[:2] == ["Part 1 — shared with the parties", "Escalation over time"]
    assert len(document.tables) > 5
    section = document.sections[0]
    assert "Mission ESTUAIRE · Régie des Berges" in section.header.paragraphs[0].text
    assert "Confidential — mediator only" in section.header.paragraphs[0].text
    assert "art. 1528-3" in section.footer.paragraphs[0].text
    assert section.page_width.mm == pytest.approx(210, abs=0.1)


def test_the_rows_of_a_list_do_not_part_from_its_head() -> None:
    xml = parts(word(sample()))["word/document.xml"]
    assert "<w:tblHeader/>" in xml
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>")


def test_the_file_says_its_title_and_language_and_nothing_else_of_itself() -> None:
    files = parts(word(sample(), "fr"))
    about = re.findall(r"<(?:dc|cp|dcterms):(\w+)[^>]*>([^<]+)<", files["docProps/core.xml"])
    assert about == [("title", "Fiche de résolution K1"), ("revision", "1"), ("language", "fr-FR")]
    assert re.findall(r"<(\w+)>([^<]+)<", files["docProps/app.xml"]) == [("Application", "Entente")]
    assert not [name for name in files if name.endswith((".jpeg", "comments.xml", "people.xml"))]
    whole = "".join(files.values())
    assert "python-docx" not in whole
    assert "rsid" not in files["word/document.xml"] + files["word/settings.xml"]


def test_nothing_is_hidden_deleted_or_read_as_a_field() -> None:
    xml = parts(word(sample()))["word/document.xml"]
    for element in ("w:vanish", "w:del ", "w:ins ", "w:instrText", "w:fldSimple", "w:hyperlink"):
        assert f"<{element}" not in xml
    relations = parts(word(sample()))["word/_rels/document.xml.rels"]
    assert "External" not in relations


def test_equal_briefs_are_equal_files_whenever_they_are_made() -> None:
    file = word(sample())
    assert file == word(sample())
    with zipfile.ZipFile(BytesIO(file)) as whole:
        assert {each.date_time for each in whole.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_was_typed_is_just_characters(words: str) -> None:
    brief = sample(words)
    brief = replace(brief, head=replace(brief.head, mission=words, mediator=words))
    document = opened(word(brief, "fr"))
    assert document.tables
    if "<img" in words:
        assert '<img src="/etc/passwd"/>' in "".join(
            cell.text for table in document.tables for row in table.rows for cell in row.cells
        )


def test_what_is_on_paper_is_in_word_and_the_drawing_as_a_table() -> None:
    text = visible(word(sample("Les plans sont à jour.")))
    for words in ("Les plans sont à jour.", "Irène Dumarais", "Loss of face", "Next steps"):
        assert words in text


def test_progress_is_told_and_the_work_stops_when_it_is_told_to() -> None:
    told: list[int] = []
    render(sample(), "fr", told.append, form=Form.DOCX)
    assert told == sorted(told)
    assert told[-1] == 100

    def stop(_percent: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        render(sample(), "fr", stop, form=Form.DOCX)
