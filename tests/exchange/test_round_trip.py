"""Whatever people write comes back from every format as it went in."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import Field, FieldKind, RecordType
from entente.domain.values import check, parse
from entente.exchange.export import export
from entente.exchange.known import know
from entente.exchange.mapping import REF, guess
from entente.exchange.preview import prepare
from entente.exchange.readers import read_table
from entente.exchange.writers import SUFFIXES, write_export
from entente.i18n import use_language

HOSTILE = [
    *("=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "'=1", "''@x", "\t=1", "\r=1"),
    *("\uff1d1", "%0A=1", '=HYPERLINK("http://x")', 'DDE("cmd";"/C calc")'),
    *("<img src=//host/share/x.png>", "file:///etc/passwd", "<para><b>x</b></para>", "&lt;&amp;"),
    *("a;b", "a,b", "a\tb", 'a"b', '"', '""', "'", "a\nb", "a\r\nb", "a\rb", "\n", " a ", "a\0b"),
    *("\u202eevil\u202c", "\u2066x\u2069", "שלום", "السلام", "👩\u200d👩\u200d👧", "🇫🇷", "Z͑ͫ̓a̴l̕g̡o"),
    *("\ufeffBOM", "\u2028line", "\u0085next", "\x1b[31m", "\ud800", "\uffff", "\ufdd0"),
    *("_x0041_", "_x000D_", "_xFFFF_", "]]>", "<![CDATA[", "--", "#REF!", "#N/A", "NULL", "None"),
    *("TRUE", "1e5", "007", "1/2", "31/02/2026", "06/05/2026", "0x10", "1,5", "1.5", "∞", "−5"),
    *("sep=;", "a|b", "A01", "../../x", "C:\\x", "${x}", "{0}", "%s", "\\n", "x" * 900),
]
SPOTS = st.characters(codec=None) | st.sampled_from("=+-@'\";,\t\r\n\0\u202e\ufeff")
ANY_TEXT = st.text(SPOTS, max_size=30) | st.sampled_from(HOSTILE)


def numbers(low: float, high: float) -> st.SearchStrategy[float]:
    """Any number a person might mean, none of them next to nothing."""
    return st.floats(low, high).filter(lambda number: number == 0 or abs(number) > 1e-9)


def values_of(field: Field) -> st.SearchStrategy[Any]:
    """Any value a field can hold, checked as it is on its way into a mission."""
    found: st.SearchStrategy[Any]
    match field.kind:
        case FieldKind.INTEGER:
            found = st.integers(int(field.minimum or 0), int(field.maximum or 10**9))
        case FieldKind.NUMBER:
            steps = st.integers(2, 10).map(lambda number: number / 2)
            low = -1e9 if field.minimum is None else field.minimum
            high = 1e9 if field.maximum is None else field.maximum
            found = steps if field.step else numbers(low, high)
        case FieldKind.FLAG:
            found = st.booleans()
        case FieldKind.CHOICE:
            found = st.sampled_from(list(field.choices or {}))
        case FieldKind.DATE:
            found = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))
        case FieldKind.REFERENCE:
            found = st.just("o1")
        case _:
            found = ANY_TEXT
    return st.none() | found.map(lambda value: check(field, value))


def records_of(record_type: RecordType) -> st.SearchStrategy[list[dict[str, Any]]]:
    fields = {field.name: values_of(field) for field in record_type.fields}
    return st.lists(st.fixed_dictionaries(fields), max_size=4)


def written_and_read(
    record_type: RecordType, records: list[dict[str, Any]], suffix: str, code: str
) -> list[dict[str, Any]]:
    """Write records, read the file as a stranger's, and return what its cells mean."""
    names = [field.name for field in record_type.fields]
    rows = [[record[name] for name in names] for record in records]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        write_export(path, export(record_type, names, rows, {"o1": "O1"}, code))
        table = read_table(path)
    targets = guess(record_type, table.headings).targets
    found = [dict(zip(targets, row, strict=True)) for row in table.rows]
    return [
        {
            name: parse(record_type.field(name), cell, code)
            for name, cell in row.items()
            if record_type.field(name).kind is not FieldKind.REFERENCE
        }
        for row in found
    ]


def comparable(record_type: RecordType, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records as they should come back: blank ones at the end are no rows."""
    wanted = [
        {
            name: value
            for name, value in record.items()
            if record_type.field(name).kind is not FieldKind.REFERENCE
        }
        for record in records
    ]
    for record in reversed(records):
        if any(value is not None for value in record.values()):
            break
        wanted.pop()
    return wanted


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("code", ["fr", "en"])
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_every_value_of_an_actor_comes_back(suffix: str, code: str, data: st.DataObject) -> None:
    records = data.draw(records_of(ACTOR))
    assert written_and_read(ACTOR, records, suffix, code) == comparable(ACTOR, records)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("record_type", RECORD_TYPES.values(), ids=list(RECORD_TYPES))
@settings(max_examples=5, deadline=None)
@given(st.data())
def test_every_kind_of_record_comes_back(
    suffix: str, record_type: RecordType, data: st.DataObject
) -> None:
    records = data.draw(records_of(record_type))
    assert written_and_read(record_type, records, suffix, "en") == comparable(record_type, records)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("field", [ACTOR.field("name"), ACTOR.field("notes")], ids=lambda f: f.name)
def test_hostile_texts_come_back_one_by_one(suffix: str, field: Field) -> None:
    blank = dict.fromkeys((other.name for other in ACTOR.fields), None)
    records = [{**blank, "power": 1.0, field.name: check(field, text)} for text in HOSTILE]
    assert written_and_read(ACTOR, records, suffix, "fr") == comparable(ACTOR, records)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("code", ["fr", "en"])
def test_our_own_export_comes_back_without_a_problem(
    tmp_path: Path, suffix: str, code: str
) -> None:
    use_language(code)
    names = ("id", "ref", *(field.name for field in ACTOR.fields))
    texts = [text for text in HOSTILE if check(ACTOR.field("name"), text)]
    rows = []
    for number, text in enumerate(texts):
        record = {"id": f"k{number}", "ref": f"A{number:02d}", "name": text, "notes": text}
        rows.append([check_any(name, record.get(name)) for name in names])
    path = tmp_path / f"a{suffix}"
    write_export(path, export(ACTOR, names, rows, {}))
    table = read_table(path, ACTOR)
    existing = {"actor": know(ACTOR, names, rows), "organisation": know(ACTOR, names, [])}
    plan = prepare(table, guess(ACTOR, table.headings), existing)
    assert plan.problems == ()
    assert [row.key for row in plan.rows] == [row[0] for row in rows]
    assert all(row.does_nothing for row in plan.rows)


def check_any(name: str, value: object) -> Any:  # noqa: ANN401  # a value of any kind
    return value if name in {"id", REF} else check(ACTOR.field(name), value)
