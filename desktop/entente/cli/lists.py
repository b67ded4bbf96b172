"""Commands on lists: take over, write out."""

from argparse import Namespace
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from entente.cli import climate, duties, mactor, maps, sessions
from entente.cli.console import misused, open_mission, say, shown
from entente.domain.records import RecordType
from entente.i18n import _, language, ngettext
from entente.services import derived, records, summary
from entente.services.records import Rating
from entente.store.mission_file import MissionFile
from entente.store.session import Session

#: What can be taken over, by the name it is asked for.
IMPORTED: Final[Mapping[str, RecordType]] = MappingProxyType(
    {
        name: summary.REGISTERS[name]
        for name in (
            *("actors", "organisations", "relations", "difficulties"),
            *("decisions", "commitments", "terms", "risks", "raid", "backlog"),
        )
    }
)
#: MACTOR's grids, which go in and come out with references as headings.
GRIDS: Final = ("mid", "mao")
#: What can be written out, likewise.
EXPORTED: Final = (*summary.REGISTERS, *GRIDS, duties.RACI, *maps.ENDINGS)

_LIST_ENDINGS: Final = (".csv", ".xlsx")
_ENDINGS: Final = {**maps.ENDINGS, sessions.SESSIONS: (*_LIST_ENDINGS, *sessions.ENDINGS)}
_MOST_REMARKS: Final = 20


def import_list(options: Namespace) -> None:
    """Take a list over, all of it or nothing."""
    if (options.kind == climate.ANSWERS) is not bool(options.wave):
        raise misused(_("Answers are of a wave: answers SOURCE --wave P9."))
    with open_mission(options) as file:
        if options.kind in GRIDS:
            lines = mactor.import_grid(file, options.kind, options.source)
        elif options.kind == duties.RACI:
            lines = duties.import_matrix(file, options.source)
        elif options.kind == maps.GRAPH:
            lines = maps.import_graph(file, options.source)
        elif options.kind == climate.ANSWERS:
            lines = climate.import_answers(file, options.source, options.wave, options.map)
        else:
            lines = import_into(file, IMPORTED[options.kind], options.source)
        for line in lines:
            say(line)


def import_into(file: MissionFile, record_type: RecordType, source: Path) -> list[str]:
    """Take a list over and return what there is to say about it.

    Raises:
        ImportRefusedError: If any of it cannot be taken; then nothing was.
    """
    from entente.exchange import (  # noqa: PLC0415  # heavy
        apply,
        mapping,
        preview,
        rating_plan,
        readers,
    )

    table = readers.read_table(source, record_type)
    columns = mapping.guess(record_type, table.headings)
    existing = file.gate.read(partial(apply.gather, record_type=record_type))
    plan = preview.prepare(table, columns, existing)
    if (beside := rating_plan.read_ratings(source, record_type, table)) is not None:
        there = file.gate.read(partial(apply.rated, record_type=record_type))
        plan = rating_plan.with_ratings(plan, beside, there)
    done: list[apply.Counts] = []
    label = _("Import {name}").format(name=shown(source.name))
    file.gate.run(label, lambda session: done.append(apply.apply(session, plan)))
    (counts,) = done
    lines = [
        _("{name}: {created} added, {updated} changed, {skipped} left as they were").format(
            name=shown(source.name),
            created=counts.created,
            updated=counts.updated,
            skipped=counts.skipped,
        )
    ]
    if counts.related:
        made = ngettext(
            "{count} record they refer to added",
            "{count} records they refer to added",
            counts.related,
        )
        lines.append(made.format(count=counts.related))
    if counts.ratings:
        lines.append(_ratings_said(counts.ratings))
    lines += [
        _("row {row}: {text}").format(row=remark.row, text=remark.text)
        if remark.row is not None
        else remark.text
        for remark in plan.remarks[:_MOST_REMARKS]
    ]
    return lines


def _ratings_said(count: int) -> str:
    said = ngettext("{count} dated rating added", "{count} dated ratings added", count)
    return said.format(count=count)


def export_list(options: Namespace) -> None:
    """Write out a list, a drawing or everything; what is there under that name is replaced."""
    endings = _ENDINGS.get(options.kind, _LIST_ENDINGS)
    if options.target.suffix.lower() not in endings:
        said = _("“{name}” must end in one of these: {endings}.")
        raise misused(said.format(name=shown(options.target.name), endings=", ".join(endings)))
    maps.check(options)
    with open_mission(options, read_only=True) as file:
        if options.kind in maps.ENDINGS:
            say(maps.write(file, options))
        elif options.kind == duties.RACI:
            say(duties.write_matrix(file, options.target))
        elif options.target.suffix.lower() in sessions.ENDINGS:
            say(sessions.write_calendar(file, options.target))
        else:
            write = mactor.write_grid if options.kind in GRIDS else _write_list
            say(write(file, options.target, kind=options.kind))


def _write_list(file: MissionFile, target: Path, *, kind: str) -> str:
    from entente.exchange import apply, export, ratings, writers  # noqa: PLC0415  # heavy

    record_type = summary.REGISTERS[kind]
    table = file.gate.read(partial(records.list_rows, record_type=record_type))
    references = file.gate.read(partial(apply.reference_texts, record_type=record_type))
    full = file.gate.read(partial(derived.extended, table=table))
    written = export.export(record_type, full.columns, full.rows, references, language())
    rated = file.gate.read(partial(_ratings, record_type=record_type))
    beside = ratings.rating_list(table, rated, references, language())
    writers.write_export(target, written, beside)
    said = ngettext("{name}: {count} row", "{name}: {count} rows", len(table.rows))
    return said.format(name=shown(target.name), count=len(table.rows))


def _ratings(session: Session, record_type: RecordType) -> list[Rating]:
    return records.ratings(session, record_type) if record_type.dated else []
