"""Documents from a shell, above all what is not in them."""

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pypdf
import pypdfium2
import pytest

from entente import cli

READERS = ("mediator", "party:A02", "party:A11", "sponsor", "public")
#: Whose caucus each sentence belongs to, and who else may read it.
SENTENCES = {
    "au-delà de 15 k€ offerts je dois remonter au siège": {"mediator", "party:A11"},
    "Nous avons une marge à 6 %": {"mediator", "party:A11"},
    "Je peux monter à 20 k€ sans repasser devant le conseil": {"mediator", "party:A02"},
    "ni l’une ni l’autre des parties ne la connaît": {"mediator"},
    "Le montant retenu tient dans la provision votée en février": {"mediator", "sponsor"},
    "Sentiment d’avoir été mis en cause en public": {"mediator", "party:A02", "party:A11"},
    "Les dossiers inactifs depuis vingt-quatre mois": set(READERS),
}


@pytest.fixture(scope="module")
def briefs(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("briefs")
    found = {}
    for reader in READERS:
        target = folder / f"{reader.removeprefix('party:')}.pdf"
        command = ["brief", str(made_once), "conflict", str(target), "--ref", "K1"]
        assert cli.main([*command, "--for", reader, "--lang", "fr"]) == 0
        found[reader] = target.read_bytes()
    return found


def plain(text: str) -> str:
    """Return a text blind to spaces, line ends, hyphenation and composition."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\u00ad", "").split())


def shown_text(pdf: bytes) -> str:
    by_pypdf = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    document = pypdfium2.PdfDocument(pdf)
    by_pdfium = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return plain(by_pypdf) + plain(by_pdfium)


def everything_else(pdf: bytes) -> list[bytes]:
    """Return the file as it is, its metadata and bookmarks, and every stream inflated."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    outline = str(reader.outline) + str(reader.metadata)
    parts = [pdf, outline.encode()]
    for number in range(1, len(reader.xref[0]) + 1):
        part = reader.get_object(pypdf.generic.IndirectObject(number, 0, reader))
        if isinstance(part, pypdf.generic.StreamObject):
            parts.append(part.get_data())
        parts.append(str(part).encode())
    return parts


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_sentence_stands_for_its_readers_alone(
    briefs: dict[str, bytes], sentence: str
) -> None:
    holders = {reader for reader, pdf in briefs.items() if plain(sentence) in shown_text(pdf)}
    assert holders == SENTENCES[sentence]


@pytest.mark.parametrize("reader", READERS)
def test_no_withheld_word_hides_in_metadata_or_streams(
    briefs: dict[str, bytes], reader: str
) -> None:
    words = [
        word
        for word, its_reader in (
            ("remonter", "party:A11"),
            ("repasser", "party:A02"),
            ("provision", "sponsor"),
        )
        if reader not in {its_reader, "mediator"}
    ]
    for part in everything_else(briefs[reader]):
        for word in words:
            for form in (word.encode(), word.encode("utf-16-be"), word.encode().hex().encode()):
                assert form not in part


def test_a_document_says_its_title_and_language(briefs: dict[str, bytes]) -> None:
    reader = pypdf.PdfReader(io.BytesIO(briefs["party:A11"]))
    assert reader.metadata is not None
    assert "K1" in str(reader.metadata.title)
    assert str(reader.root_object["/Lang"]).startswith("fr")


def test_a_brief_says_what_was_left_out(
    confluent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "k1.pdf"
    command = ["brief", str(confluent), "conflict", str(target), "--ref", "K1", "--for", "public"]
    assert cli.main(command) == 0
    assert "left out" in capsys.readouterr().out


def test_a_brief_shows_the_state_of_a_day(confluent: Path, tmp_path: Path) -> None:
    target = tmp_path / "k1.pdf"
    command = ["brief", str(confluent), "conflict", str(target), "--ref", "K1"]
    assert cli.main([*command, "--on", "10/04/2026"]) == 0
    text = shown_text(target.read_bytes())
    assert plain("mise en cause publique") in text
    assert plain("premiers dossiers repris") not in text


@pytest.mark.parametrize(
    ("number", "reader"),
    [
        *((number, "sponsor") for number in range(2, 7)),
        (3, "public"),
        (2, "party:A07"),
        (3, "party:A04"),
        (3, "party:A01"),
        (4, "party:A06"),
        (5, "party:A09"),
        (6, "party:A15"),
    ],
)
def test_every_difficulty_has_briefs_that_pass_the_audit(
    made_once: Path, tmp_path: Path, number: int, reader: str
) -> None:
    target = tmp_path / "brief.pdf"
    command = ["brief", str(made_once), "conflict", str(target), "--ref", f"K{number}"]
    assert cli.main([*command, "--for", reader]) == 0
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("changed", "status", "told"),
    [
        (["--ref", "K9"], 1, "K9"),
        (["--for", "party:A99"], 1, "A99"),
        (["--for", "party:A05"], 1, "A05"),
        (["--for", "everybody"], 2, "everybody"),
        (["--on", "31/02/2026"], 2, "31/02/2026"),
    ],
)
def test_a_brief_that_cannot_be_is_refused(
    confluent: Path,
    tmp_path: Path,
    changed: list[str],
    status: int,
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    target = tmp_path / "k1.pdf"
    command = ["brief", str(confluent), "conflict", str(target), "--ref", "K1"]
    assert cli.main([*command, *changed]) == status
    assert told in capsys.readouterr().err
    assert not target.exists()


def test_a_document_is_a_pdf_or_a_word_file(confluent: Path, tmp_path: Path) -> None:
    command = ["brief", str(confluent), "conflict"]
    assert cli.main([*command, str(tmp_path / "k1.odt"), "--ref", "K1"]) == 2
    target = tmp_path / "k1.docx"
    assert cli.main([*command, str(target), "--ref", "K1", "--for", "party:A11"]) == 0
    assert target.read_bytes().startswith(b"PK")
    meeting = ["brief", str(confluent), "meeting", str(tmp_path / "m.docx"), "--pair", "A02,A11"]
    assert cli.main(meeting) == 2


@pytest.mark.parametrize("number", range(1, 7))
def test_a_brief_has_five_pages_at_the_most_unless_told_otherwise(
    made_once: Path, tmp_path: Path, number: int
) -> None:
    target = tmp_path / "brief.pdf"
    command = ["brief", str(made_once), "conflict", str(target), "--ref", f"K{number}"]
    assert cli.main([*command, "--lang", "fr"]) == 0
    assert len(pypdf.PdfReader(target).pages) <= 5
    short = shown_text(target.read_bytes())
    assert cli.main([*command, "--lang", "fr", "--full"]) == 0
    whole = shown_text(target.read_bytes())
    assert len(whole) >= len(short)
    assert plain("Non repris dans cette version courte") not in whole


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        ("minutes", ("--ref", "M4", "--for", "parties"), "L’outil de contrôle"),
        ("convention", ("--ref", "PA1", "--for", "parties"), "Une tierce personne neutre"),
        ("agreement", ("--ref", "PA2", "--for", "parties"), "Dossiers anciens"),
        ("finding", ("--ref", "K1"), "Hippolyte Versoir"),
        ("glossary", ("--for", "parties"), "Ensemble des pièces du dossier"),
        ("decisions", ("--for", "parties"), "Ouvrir un environnement bac à sable"),
        ("forms", (), "Observation"),
        ("risks", ("--for", "sponsor"), "L’échéance du 30 septembre manquée"),
        ("risk-report", ("--for", "parties"), "Contrôler par sondage deux cents dossiers repris"),
        ("bowtie", ("--ref", "R01", "--for", "public"), "Des erreurs de soin à l’ouverture."),
    ],
)
def test_each_kind_is_written_in_both_forms(
    made_once: Path, tmp_path: Path, kind: str, more: tuple[str, ...], words: str
) -> None:
    for suffix in (".pdf", ".docx"):
        target = tmp_path / f"paper{suffix}"
        command = ["brief", str(made_once), kind, str(target), "--lang", "fr", *more]
        assert cli.main(command) == 0
        told = target.read_bytes()
        if suffix == ".pdf":
            assert plain(words) in shown_text(told)
        else:
            parts = (
                cell.text for table in docx.Document(str(target)).tables for cell in cells(table)
            )
            headings = (each.text for each in docx.Document(str(target)).paragraphs)
            assert plain(words) in plain("".join((*parts, *headings)))


def cells(table: Any) -> Iterator[Any]:  # noqa: ANN401  # python-docx gives away little
    for row in table.rows:
        yield from row.cells


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        (("minutes", "--ref", "M99"), 1, "M99"),
        (("minutes",), 2, "--ref"),
        (("glossary", "--ref", "K1"), 2, "--ref"),
        (("bowtie",), 2, "--ref"),
        (("bowtie", "--ref", "R99"), 1, "R99"),
        (("agreement", "--ref", "PA1"), 1, "PA1"),
        (("finding", "--ref", "K6"), 1, "over"),
        (("minutes", "--ref", "M4", "--for", "party:A15"), 1, "A15"),
    ],
)
def test_a_document_that_cannot_be_is_refused_in_a_sentence(
    confluent: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
    status: int,
    told: str,
) -> None:
    target = tmp_path / "paper.pdf"
    kind, *more = command
    assert cli.main(["brief", str(confluent), kind, str(target), *more, "--lang", "en"]) == status
    assert told in capsys.readouterr().err
    assert not target.exists()
