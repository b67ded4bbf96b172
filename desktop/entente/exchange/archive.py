"""Everything in a mission in open formats: what is left to somebody without this program.

It is for the mediator alone, holds every level, and is not encrypted.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.dates import date_text
from entente.domain.mission import MISSION
from entente.domain.records import RecordType
from entente.exchange.apply import reference_texts
from entente.exchange.export import Export, export
from entente.exchange.graph_files import to_graphml
from entente.exchange.ratings import rating_list
from entente.exchange.writers import csv_bytes, differs, keep
from entente.i18n import N_, _, in_language, language, speaking
from entente.services import records, relation_map
from entente.store.session import Session

GRAPH: Final = "map.graphml"
_README: Final = "README.txt"
_RATINGS: Final = N_("{records}: ratings by date")
#: The date of every part: the same mission gives the same archive.
_DATE: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the archive."""

    name: str
    data: bytes
    about: str


def gather(session: Session, code: str) -> tuple[Part, ...]:
    """Return every file of the archive, its headings in the language given."""
    parts = []
    for kind in RECORD_TYPES.values():
        for name, written in _lists(session, kind, code):
            if written.rows:
                about = f"{written.title} ({len(written.rows)})"
                parts.append(Part(f"{name}.csv", csv_bytes(written), about))
    with speaking(code):
        drawn = _("Actors and relations, for programs that draw graphs")
        parts.append(Part(GRAPH, to_graphml(relation_map.read(session), code), drawn))
        readme = _readme(session, parts)
    return (Part(_README, readme.encode("utf-8-sig"), ""), *parts)


def write(path: Path, parts: tuple[Part, ...]) -> int:
    """Write the archive, read it back, and return of how many files it is.

    Raises:
        OutputError: If it could not be written and read back the same.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            archive.writestr(_entry(part.name), part.data)

    def verify(data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as written:
            if written.testzip() is not None:
                raise differs()

    keep(path, out.getvalue(), verify)
    return len(parts)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # Whoever unpacks it is the only one to read it.
    entry.external_attr = 0o600 << 16
    return entry


def _lists(session: Session, kind: RecordType, code: str) -> Iterator[tuple[str, Export]]:
    table = records.list_rows(session, kind)
    references = reference_texts(session, kind)
    yield kind.name, export(kind, table.columns, table.rows, references, code)
    if kind.dated:
        ratings = records.ratings(session, kind)
        written = rating_list(table, ratings, references, code)
        title = in_language(code, _RATINGS).format(records=in_language(code, kind.plural))
        yield kind.rating_name, replace(written, title=title)


def _readme(session: Session, parts: Sequence[Part]) -> str:
    """Return what is in the archive, in the language in use."""
    mission = next(iter(records.list_rows(session, MISSION).dicts()), {})
    day = date_text(session.today, language())
    lines = [
        mission.get("name") or _("Mission"),
        _("Everything in the mission as it was on {date}.").format(date=day),
        "",
        _("Confidential: it holds every level, and nothing in it is encrypted."),
        _("The lists are CSV files in UTF-8; a spreadsheet opens them."),
        "",
        *(f"{part.name}: {part.about}" for part in parts),
        "",
    ]
    return "\r\n".join(lines)
