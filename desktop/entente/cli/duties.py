"""The RACI matrix taken over from a sheet and written out into one."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from entente.cli.console import shown
from entente.i18n import _, ngettext
from entente.services import raci
from entente.store.mission_file import MissionFile

if TYPE_CHECKING:
    from entente.exchange.raci import Taken

#: What it is asked for by.
RACI: Final = "raci"


def import_matrix(file: MissionFile, source: Path) -> list[str]:
    """Take a matrix over and return what there is to say about it.

    Raises:
        ImportRefusedError: If any of it cannot be taken; then nothing was.
    """
    from entente.exchange import raci as sheets  # noqa: PLC0415  # readers are heavy
    from entente.exchange.readers import read_table  # noqa: PLC0415  # likewise

    table = read_table(source)
    done: list[Taken] = []
    label = _("Import {name}").format(name=shown(source.name))
    file.gate.run(label, lambda session: done.append(sheets.import_matrix(session, table)))
    (taken,) = done
    said = ngettext(
        "{name}: {cells} cells, {count} deliverable added",
        "{name}: {cells} cells, {count} deliverables added",
        taken.created,
    )
    return [said.format(name=shown(source.name), cells=taken.cells, count=taken.created)]


def write_matrix(file: MissionFile, target: Path) -> str:
    """Write the matrix out and return one line about it.

    Raises:
        OutputError: If it could not be written.
    """
    from entente.exchange.raci import export_matrix  # noqa: PLC0415  # writers are heavy
    from entente.exchange.writers import write_export  # noqa: PLC0415  # likewise

    matrix = file.gate.read(raci.matrix)
    write_export(target, export_matrix(matrix))
    said = ngettext("{name}: {count} row", "{name}: {count} rows", len(matrix.lines))
    return said.format(name=shown(target.name), count=len(matrix.lines))
