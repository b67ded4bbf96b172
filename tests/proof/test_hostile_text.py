"""Whatever somebody writes, or pastes, or imports: it is kept as it is, found, and only text."""

import csv
import errno
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from entente import cli
from entente.briefs import conflict, grid
from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR, PUBLIC
from entente.domain.record_values import checked
from entente.domain.records import RATING_FIELDS, Field, RecordType
from entente.domain.text import safe_file_name
from entente.errors import (
    FileInUseError,
    ImportRefusedError,
    InvalidValueError,
    OutputError,
    RecordMissingError,
    TooNewError,
    WrongPassphraseError,
)
from entente.exchange import apply, export, mapping, preview, readers, writers
from entente.messages import sentence
from entente.services import records
from entente.store.gate import Gate
from tests.conftest import FixedClock, mission_engine
from tests.proof.documents import visible_in_pdf
from tests.proof.filling import Keys, fill, fit, wanted
from tests.proof.naughty import FORMULAS, LONG, MARKUP, MOST, NAUGHTY, SPACES, kept

IMPORTABLE = ("organisation", "actor", "relation", "difficulty")
#: What a spreadsheet, or somebody's script, may take for the beginning of a formula.
DANGEROUS = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="module")
def gate() -> Iterator[Gate]:
    """A mission with every naughty text in every field; to be read, never changed."""
    engine = mission_engine()
    yield Gate(engine, clock=FixedClock())
    engine.dispose()


@pytest.fixture(scope="module")
def keys(gate: Gate) -> Keys:
    return fill(gate, NAUGHTY)


def _texts(kind: RecordType) -> list[Field]:
    return [one for one in kind.stored if one.is_text]


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_field_keeps_what_was_written(gate: Gate, keys: Keys, kind: str) -> None:
    record_type = RECORD_TYPES[kind]
    rows = {
        row["id"]: row
        for row in gate.read(partial(records.list_rows, record_type=record_type)).dicts()
    }
    for name, text in NAUGHTY.items():
        # Where there is room for no more records, one of them is written anew.
        row = rows[keys[kind, name]] if (kind, name) in keys else _rewritten(gate, keys, kind, name)
        for one in _texts(record_type):
            assert row[one.name] == wanted(one, record_type.title, (name, text)), (one.name, name)


def _rewritten(gate: Gate, keys: Keys, kind: str, name: str) -> dict[str, Any]:
    """Return a record that holds another text for a moment."""
    record_type, key = RECORD_TYPES[kind], keys[kind, next(iter(NAUGHTY))]
    text = (name, NAUGHTY[name])
    values = {one.name: fit(one, record_type.title, text) for one in _texts(record_type)}
    done = gate.run("Rewrite", lambda session: records.change(session, record_type, key, values))
    row = gate.read(partial(records.get, record_type=record_type, key=key))
    if done.changes:
        gate.undo()
    return row


@pytest.mark.parametrize("kind", [kind.name for kind in RECORD_TYPES.values() if kind.dated])
def test_every_rating_keeps_what_was_written(gate: Gate, keys: Keys, kind: str) -> None:
    found = gate.read(partial(records.ratings, record_type=RECORD_TYPES[kind]))
    ratings = {rating.id: rating for rating in found}
    fields = {one.name: one for one in RATING_FIELDS}
    # Of a kind no two records of which may be alike, there is not one for every text.
    rated = [name for name in NAUGHTY if (f"{kind}_rating", name) in keys]
    assert rated
    for name, text in ((name, NAUGHTY[name]) for name in rated):
        rating = ratings[keys[f"{kind}_rating", name]]
        assert rating.fact == (wanted(fields["fact"], "", (name, text)) or "")
        assert rating.author == (wanted(fields["author"], "", (name, text)) or "")


@pytest.mark.parametrize("name", NAUGHTY)
def test_a_fact_is_cleaned_like_any_other_text(gate: Gate, keys: Keys, name: str) -> None:
    """Nothing is left behind: what it writes is taken back."""
    actor = keys["actor", "accents"]
    gate.run(
        "Rate",
        lambda session: records.rate(session, ACTOR, actor, {"power": 2.0}, fact=NAUGHTY[name]),
    )
    latest = gate.read(partial(records.ratings, record_type=ACTOR, key=actor))[-1]
    gate.undo()
    assert latest.fact == (kept(RATING_FIELDS[1].kind, NAUGHTY[name]) or "")


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_what_is_too_long_is_refused_in_a_sentence_that_quotes_little(kind: str) -> None:
    for one in _texts(RECORD_TYPES[kind]):
        text = (NAUGHTY["image of a path"] * 32_000)[: MOST[one.kind] + 1]
        with pytest.raises(InvalidValueError) as caught:
            checked(RECORD_TYPES[kind], {one.name: text})
        told = sentence(caught.value)
        assert len(told) < 250
        assert told.endswith(".")
        assert "\n" not in told


@pytest.mark.parametrize("name", NAUGHTY)
def test_no_sentence_is_broken_by_what_it_quotes(name: str) -> None:
    text = NAUGHTY[name]
    path = Path(text.replace("\0", ""))
    errors = (
        InvalidValueError("Name", text, "a value"),
        RecordMissingError("actor", text),
        ImportRefusedError(text, "It is empty.", 3, text),
        OutputError(path, OSError(errno.ENOENT, "")),
        WrongPassphraseError(path),
        FileInUseError(path, text),
        TooNewError(path, text, 9),
        OSError(errno.EACCES, text, text),
    )
    for error in errors:
        told = sentence(error)
        assert not CONTROLS.search(told)
        assert "\n" not in told
        assert len(told) < 400


@pytest.mark.parametrize("name", NAUGHTY)
def test_a_search_finds_it_by_its_first_word(gate: Gate, keys: Keys, name: str) -> None:
    words = re.findall(
        r"\w{2,}", kept(RECORD_TYPES["note"].field("text").kind, NAUGHTY[name]) or ""
    )
    if words:
        hits = gate.find(words[0], limit=100_000)
        assert keys["note", name] in {hit.row_id for hit in hits if hit.table == "note"}
    # Whatever is typed is looked for, and never a command to the index.
    assert isinstance(gate.find(NAUGHTY[name]), list)


def test_the_brief_shows_it_as_text(gate: Gate, keys: Keys) -> None:
    difficulty = keys["difficulty", next(iter(NAUGHTY))]
    brief = gate.read(lambda s: conflict.gather(s, difficulty, PUBLIC))
    pdf = conflict.render(brief, "fr")
    seen = visible_in_pdf(pdf).lower()
    for text in (*MARKUP.values(), *FORMULAS.values()):
        assert re.sub(r"\W+", "", text).lower() in seen
    assert b"/URI" not in pdf
    assert b"/JavaScript" not in pdf
    assert b"/Launch" not in pdf


def test_a_difficulty_has_its_brief_whatever_it_is_called(gate: Gate, keys: Keys) -> None:
    for name in (*list(MARKUP)[::2], *LONG):
        gather = partial(conflict.gather, difficulty_id=keys["difficulty", name], audience=MEDIATOR)
        assert conflict.render(gate.read(gather), "fr").startswith(b"%PDF-")


@pytest.mark.usefixtures("keys")
def test_the_grid_holds_nothing_but_shapes_and_words(gate: Gate) -> None:
    whole = gate.read(grid.gather)
    chart = replace(whole, tokens=whole.tokens[: len(MARKUP)])
    drawn = ET.fromstring(grid.to_svg(chart, "fr"))  # noqa: S314  # made here
    kinds = {element.tag.rpartition("}")[2] for element in drawn.iter()}
    assert not kinds & {"image", "script", "foreignObject", "a", "use", "style", "link"}
    values = [value for element in drawn.iter() for value in element.attrib.values()]
    assert not [value for value in values if "canary" in value or "file:" in value]
    assert grid.to_pdf(chart, "fr").startswith(b"%PDF-")


def _write(gate: Gate, kind: RecordType, path: Path) -> None:
    table = gate.read(partial(records.list_rows, record_type=kind))
    texts = gate.read(partial(apply.reference_texts, record_type=kind))
    writers.write_export(path, export.export(kind, table.columns, table.rows, texts, "en"))


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_no_cell_of_a_csv_is_a_formula(gate: Gate, keys: Keys, tmp_path: Path, kind: str) -> None:
    record_type = RECORD_TYPES[kind]
    path = tmp_path / "list.csv"
    _write(gate, record_type, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, strict=True))
    # Of texts that are kept as one there is one record, where no two may be alike.
    assert len(rows) == len({key for (name, _text), key in keys.items() if name == kind}) + 1
    number = re.compile(r"-?[0-9.]+")
    cells = {cell for row in rows for cell in row if not number.fullmatch(cell)}
    assert not [cell for cell in cells if cell.startswith(DANGEROUS)]


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(
    gate: Gate, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "list.xlsx"
    _write(gate, RECORD_TYPES[kind], path)
    (sheet,) = openpyxl.load_workbook(path).worksheets
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "b", "inlineStr"}
    assert not [cell for cell in cells if cell.hyperlink or cell.comment]


@pytest.mark.usefixtures("keys")
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("kind", IMPORTABLE)
def test_an_export_comes_back_as_it_was(gate: Gate, tmp_path: Path, kind: str, suffix: str) -> None:
    record_type = RECORD_TYPES[kind]
    path = tmp_path / f"list{suffix}"
    _write(gate, record_type, path)
    table = readers.read_table(path, record_type)
    existing = gate.read(partial(apply.gather, record_type=record_type))
    plan = preview.prepare(table, mapping.guess(record_type, table.headings), existing)
    plan.check()
    assert [row.changes for row in plan.rows if not row.does_nothing] == []
    assert len(plan.rows) == len(NAUGHTY)


@pytest.mark.parametrize("name", NAUGHTY)
def test_a_file_can_be_called_after_it(tmp_path: Path, name: str) -> None:
    made = safe_file_name(NAUGHTY[name])
    assert made
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', made)
    assert not CONTROLS.search(made)
    assert made.strip(" .") == made
    assert made not in {".", ".."}
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", made)
    assert len(made.encode()) <= 240
    (tmp_path / f"{made}.pdf").write_bytes(b"")
    assert [path.parent for path in tmp_path.rglob("*.pdf")] == [tmp_path]


@pytest.mark.parametrize("name", [*SPACES, "turned round", "right to left"])
def test_a_terminal_is_told_of_it_in_plain_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = tmp_path / "m.entente"
    text = NAUGHTY[name].encode("utf-8", errors="ignore").decode()
    assert cli.main(["new", str(path), "--unencrypted", "--name", text, "--lang", "en"]) in {
        0,
        1,
        2,
    }
    if path.exists():
        assert cli.main(["info", str(path), "--lang", "en"]) == 0
    told = capsys.readouterr()
    assert not CONTROLS.search(told.out + told.err)
