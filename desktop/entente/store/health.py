"""Whether a mission file is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from sqlcipher3 import dbapi2 as driver

from entente.store import schema
from entente.store.connection import RawConnection, pragma

_MOST_DETAILS: Final = 20


class Part(Enum):
    """What a check looks at."""

    PAGES = "pages"  # each page as it was encrypted
    STRUCTURE = "structure"  # trees, indexes, constraints, search index
    REFERENCES = "references"  # every reference points to a row
    TABLES = "tables"  # the tables are those of a mission


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found wrong.

    Attributes:
        part: What was looked at.
        detail: Where, in the words of the library; names no content of the mission.
    """

    part: Part
    detail: str

    @property
    def unread(self) -> bool:
        """Whether the disk did not give the page at all."""
        return self.detail.startswith("error reading")


def damage(opened: RawConnection, *, encrypted: bool) -> Problem | None:
    """Return the first damaged place: every page of the file is looked at, once.

    An encrypted page carries a seal; a page without one is read for what it holds.
    The journal must be empty: only the file itself is looked at.
    """
    problems = _broken_seals(opened) if encrypted else _broken_structure(opened, "quick_check(1)")
    return next(problems, None)


def problems(opened: RawConnection, *, encrypted: bool) -> tuple[Problem, ...]:
    """Return what is wrong with the bytes of a file; may take seconds for a large one."""
    found: list[Problem] = []
    if encrypted:
        found += _broken_seals(opened)
    found += _broken_structure(opened, f"integrity_check({_MOST_DETAILS})")
    return tuple(found)


def content_problems(opened: RawConnection) -> tuple[Problem, ...]:
    """Return what is wrong with the content of a file whose bytes are whole."""
    return (*_broken_references(opened), *_other_tables(opened))


def row_counts(opened: RawConnection) -> dict[str, int]:
    """Return how many rows each table has, those of the search index left out.

    So is the urn: no copy holds it, and how it fills in time is nobody's business.
    """
    tables = opened.execute(
        "SELECT name FROM pragma_table_list "
        "WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    counts = {}
    for (name,) in tables:
        if name in {schema.URN.name, schema.URN_SOURCE.name}:
            continue
        quoted = str(name).replace('"', '""')
        (count,) = opened.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()  # noqa: S608  # quoted
        counts[str(name)] = int(count)
    return counts


def _broken_seals(opened: RawConnection) -> Iterator[Problem]:
    for (text,) in opened.execute("PRAGMA cipher_integrity_check").fetchall()[:_MOST_DETAILS]:
        yield Problem(Part.PAGES, str(text))


def _broken_structure(opened: RawConnection, check: str) -> Iterator[Problem]:
    try:
        rows = opened.execute(f"PRAGMA {check}").fetchall()
    except driver.DatabaseError as error:
        yield Problem(Part.STRUCTURE, str(error))
        return
    for (text,) in rows:
        if text != "ok":
            yield Problem(Part.STRUCTURE, str(text))


def _broken_references(opened: RawConnection) -> Iterator[Problem]:
    rows = opened.execute("PRAGMA foreign_key_check").fetchall()
    for table, row, target, _ in rows[:_MOST_DETAILS]:
        yield Problem(Part.REFERENCES, f"{table}, row {row}: {target}")


def _other_tables(opened: RawConnection) -> Iterator[Problem]:
    if pragma(opened, "user_version") != schema.SCHEMA_VERSION:
        yield Problem(Part.TABLES, "user_version")
    found = table_columns(opened)
    expected = schema.expected_objects()
    for name in sorted(set(found) ^ set(expected)):
        yield Problem(Part.TABLES, name)
    for name in sorted(set(found) & set(expected)):
        if expected[name] and found[name] != expected[name]:
            yield Problem(Part.TABLES, f"{name} ({', '.join(found[name])})")


def table_columns(opened: RawConnection) -> dict[str, tuple[str, ...]]:
    """Return the tables and views in a file with their columns, hidden ones too."""
    names = opened.execute(
        "SELECT name FROM sqlite_schema "
        "WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    ).fetchall()
    columns = {}
    for (name,) in names:
        rows = opened.execute("SELECT name FROM pragma_table_xinfo(?)", (name,)).fetchall()
        columns[str(name)] = tuple(str(column) for (column,) in rows)
    return columns
