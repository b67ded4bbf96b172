"""Commands on drawings and on everything at once: the map, the grid, the archive."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from entente.cli.console import day_asked, misused, shown
from entente.cli.reader import audience_of, check_reader
from entente.domain.canvas import MAP_VIEW
from entente.i18n import _, language, ngettext
from entente.services import records
from entente.services.relation_map import RelationMap, Wish
from entente.services.relation_map import read as read_map
from entente.store.mission_file import MissionFile
from entente.store.session import Session

if TYPE_CHECKING:
    from entente.briefs.network import Form

MAP: Final = "map"
GRID: Final = "grid"
ALL: Final = "all"
GRAPH: Final = "graph"

_GRAPHS: Final = (".graphml", ".gexf")
_LISTS: Final = (".xlsx", ".csv")
#: What each can end in.
ENDINGS: Final = {
    MAP: (".svg", ".png", ".pdf", *_GRAPHS, *_LISTS),
    GRID: (".svg", ".png", ".pdf"),
    ALL: (".zip",),
}
_SIZES: Final = ("a4", "a3")
_TILES: Final = re.compile(r"([1-9])x([1-9])")
_MOST_REMARKS: Final = 20


def add_options(parser: ArgumentParser) -> None:
    """Add what can be said about a map."""
    asked = parser.add_argument_group(_("for the map"))
    asked.add_argument(
        "--for",
        dest="audience",
        metavar=_("READER"),
        help=_("mediator, party:A02, sponsor or public; mediator by default"),
    )
    asked.add_argument("--view", metavar=_("NAME"), help=_("a named view of the map"))
    asked.add_argument("--on", metavar=_("DATE"), help=_("the day whose state is shown"))
    asked.add_argument(
        "--pseudonymised", action="store_true", help=_("roles or initials instead of names")
    )
    asked.add_argument("--size", choices=_SIZES, help=_("the sheet; a4 by default"))
    asked.add_argument("--portrait", action="store_true", help=_("the sheet stands"))
    asked.add_argument(
        "--tiles",
        nargs="?",
        const="2x2",
        metavar="2x2",
        help=_("sheets across and down, to be glued together"),
    )


def write(file: MissionFile, options: Namespace) -> str:
    """Write the map, the grid or everything, and return one line about it."""
    if options.kind == ALL:
        return write_all(file, options.target)
    if options.kind == GRID:
        return write_grid(file, options.target)
    return write_map(file, options)


def check(options: Namespace) -> None:
    """Refuse what was said about a map that cannot be.

    Raises:
        Refusal: With what is wrong.
    """
    said = [
        name
        for name in ("audience", "view", "on", "pseudonymised", "size", "portrait", "tiles")
        if getattr(options, name)
    ]
    if said and options.kind != MAP:
        raise misused(_("--for, --view and the like are for the map alone."))
    if options.audience:
        check_reader(options.audience)
    day_asked(options.on)
    _tiles(options.tiles)
    if options.tiles and options.target.suffix.lower() != ".pdf":
        raise misused(_("--tiles is for a map that ends in .pdf."))


def write_map(file: MissionFile, options: Namespace) -> str:
    """Write the map of relations as the target's ending says; return one line about it.

    Raises:
        RecordMissingError: If there is no such view or party.
        WithheldTextError: If the finished file held a text its reader may not read.
        OutputError: If it could not be written.
    """
    drawn = file.gate.read(partial(_gather, options=options))
    return _write(drawn, options.target, partial(_drawing, drawn, options.target, _form(options)))


def draw_map(file: MissionFile, target: Path) -> str:
    """Write the mediator's map on a sheet of A3 and return one line about it.

    Raises:
        OutputError: If it could not be written.
    """
    from entente.briefs.network import Form, Paper  # noqa: PLC0415  # ReportLab takes its time

    drawn = file.gate.read(read_map)
    return _write(drawn, target, partial(_drawing, drawn, target, Form(Paper.A3)))


def _write(drawn: RelationMap, target: Path, draw: Callable[[], bytes]) -> str:
    suffix = target.suffix.lower()
    if suffix in _GRAPHS:
        from entente.exchange import graph_files  # noqa: PLC0415  # heavy

        graph_files.write_graph(target, drawn, language())
    elif suffix in _LISTS:
        from entente.exchange import kumu  # noqa: PLC0415  # heavy

        kumu.write_lists(target, drawn, language())
    else:
        from entente.briefs import output  # noqa: PLC0415  # ReportLab takes its time

        output.save(draw(), target)
    people = len(drawn.actors)
    said = ngettext("{name}: {count} actor", "{name}: {count} actors", people)
    ties = ngettext("{count} relation", "{count} relations", len(drawn.relations))
    counted = said.format(name=shown(target.name), count=people)
    return f"{counted}, {ties.format(count=len(drawn.relations))}"


def write_grid(file: MissionFile, target: Path) -> str:
    """Draw the power/interest grid and return one line about it.

    Raises:
        OutputError: If it could not be written.
    """
    from entente.briefs import grid, output  # noqa: PLC0415  # ReportLab takes its time

    chart = file.gate.read(grid.gather)
    match target.suffix.lower():
        case ".svg":
            data = grid.to_svg(chart, language()).encode()
        case ".png":
            data = grid.to_png(chart, language())
        case _:
            data = grid.to_pdf(chart, language())
    output.save(data, target)
    placed = sum(token.is_placed for token in chart.tokens)
    said = ngettext(
        "{name}: {count} actor on the grid", "{name}: {count} actors on the grid", placed
    )
    return said.format(name=shown(target.name), count=placed)


def write_all(file: MissionFile, target: Path) -> str:
    """Write everything in open formats and return one line about it.

    Raises:
        OutputError: If it could not be written.
    """
    from entente.exchange import archive  # noqa: PLC0415  # heavy

    count = archive.write(target, file.gate.read(partial(archive.gather, code=language())))
    said = ngettext("{name}: {count} file", "{name}: {count} files", count)
    return said.format(name=shown(target.name), count=count)


def import_graph(file: MissionFile, source: Path) -> list[str]:
    """Take over actors and what joins them, and return what there is to say about it.

    Raises:
        ImportRefusedError: If any of it cannot be taken; then nothing was.
    """
    from entente.exchange import apply, graph_plan, graph_source  # noqa: PLC0415  # heavy

    read = graph_source.read_source(source)
    plan = graph_plan.prepare_graph(read, file.gate.read(apply.gather_graph))
    done: list[tuple[apply.Counts, apply.Counts]] = []
    label = _("Import {name}").format(name=shown(source.name))
    file.gate.run(label, lambda session: done.append(apply.apply_graph(session, plan)))
    said = _("{name}: {created} added, {updated} changed, {skipped} left as they were")
    lines = [
        said.format(name=name, created=each.created, updated=each.updated, skipped=each.skipped)
        for name, each in zip((_("Actors"), _("Relations")), done[0], strict=True)
    ]
    remarks = [remark for each in plan.plans for remark in each.remarks]
    lines += [
        _("row {row}: {text}").format(row=remark.row, text=remark.text)
        if remark.row is not None
        else remark.text
        for remark in remarks[:_MOST_REMARKS]
    ]
    return lines


def _gather(session: Session, *, options: Namespace) -> RelationMap:
    view = records.find(session, MAP_VIEW, options.view) if options.view else ""
    wish = Wish(
        audience=audience_of(session, options.audience or "mediator"),
        view_id=view,
        on=day_asked(options.on),
        pseudonymised=options.pseudonymised,
    )
    return read_map(session, wish)


def _drawing(drawn: RelationMap, target: Path, form: "Form") -> bytes:
    from entente.briefs import network  # noqa: PLC0415  # ReportLab takes its time

    match target.suffix.lower():
        case ".svg":
            return network.to_svg(drawn, language(), form).encode()
        case ".png":
            return network.to_png(drawn, language(), form)
        case _:
            return network.to_pdf(drawn, language(), form)


def _form(options: Namespace) -> "Form":
    from entente.briefs.network import Form, Paper  # noqa: PLC0415  # ReportLab takes its time

    paper = Paper[(options.size or _SIZES[0]).upper()]
    return Form(paper, options.portrait, _tiles(options.tiles))


def _tiles(text: str | None) -> tuple[int, int]:
    if not text:
        return (1, 1)
    match = _TILES.fullmatch(text)
    if match is None:
        said = _("“{tiles}” is no number of sheets across and down, such as 3x2.")
        raise misused(said.format(tiles=shown(text)))
    return int(match[1]), int(match[2])
