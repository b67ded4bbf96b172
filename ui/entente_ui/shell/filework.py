"""What is done with files off the GUI thread. The store is imported here, in the worker."""

from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from entente.errors import EntenteError
from entente_ui.background import Report
from entente_ui.importing import nothing_to_collect
from entente_ui.shell.filecare import find_key

if TYPE_CHECKING:
    from entente.store.mission_file import MissionFile

#: Imported in the background once the window is painted, in the order they are needed.
FIRST_NEEDED: Final = (
    "entente.store.mission_file",
    "entente.store.unlock",
    "entente.store.backup",
    "entente.services.mission",
    "entente.services.records",
    "entente.services.presentation",
    "entente.services.summary",
    "entente.services.guard_rails",
    "entente.services.on_site",
    "entente.messages",
    "entente_ui.home.pane",
    "entente_ui.home.today.view",
    "entente_ui.registers.inspector",
)


@dataclass(frozen=True, slots=True)
class Ways:
    """How a file is to be opened.

    Attributes:
        read_only: Without the possibility to change it.
        take_over: Although another computer left its name there.
        examine: Refusing a damaged one.
    """

    read_only: bool = False
    take_over: bool = False
    examine: bool = True


def prepare(modules: tuple[str, ...], report: Report) -> None:
    """Import modules, so that nothing has to wait for them later."""
    with nothing_to_collect():
        for place, module in enumerate(modules):
            report(round(100 * place / len(modules)))
            import_module(module)


def prepare_panes(report: Report) -> None:
    """Import the panes, and then the views behind their tabs, which are opened one by one."""
    from entente_ui.shell.places import known_places  # noqa: PLC0415  # each imports a little
    from entente_ui.tabbed import ViewEntry  # noqa: PLC0415  # likewise

    places = known_places()
    prepare(tuple(place.module for place in places), report)
    tabs = (tab for place in places for tab in place.tabs() if isinstance(tab, ViewEntry))
    modules = dict.fromkeys(tab.maker.partition(":")[0] for tab in tabs)
    with suppress(ImportError):  # what is wrong is told where the tab is opened
        prepare(tuple(modules), report)


def needs_passphrase(path: Path, report: Report) -> bool:
    """Return whether a file is encrypted.

    Raises:
        EntenteError: If it cannot be a mission.
    """
    from entente.store import unlock  # noqa: PLC0415  # see above

    report(0)
    return unlock.is_encrypted(path)


def open_mission(
    path: Path, passphrase: str, recovery: str, ways: Ways, report: Report
) -> "MissionFile":
    """Open a mission with its passphrase or the text of its recovery sheet.

    Raises:
        EntenteError: One for each thing that can be wrong.
    """
    from entente.services import summary  # noqa: PLC0415  # see above
    from entente.store.mission_file import MissionFile  # noqa: PLC0415  # see above

    report(0)
    key = find_key(path, passphrase, recovery)
    report(80)
    file = MissionFile.open(
        path, key, read_only=ways.read_only, take_over=ways.take_over, examine=ways.examine
    )
    report(90)
    # The first of each query takes longest; so it is not the window that waits for it.
    file.gate.read(summary.attention)
    return file


def close_mission(file: "MissionFile", report: Report) -> None:
    """Make a last backup of a mission and close it.

    Raises:
        FileGoneError: If the file is gone; the mission stays open.
        EntenteError: If the disk took no more; closed, nothing is lost.
    """
    from entente.store.backup import Backups  # noqa: PLC0415  # see above

    report(0)
    if not file.read_only:
        # A backup that fails must not keep a mission open; the next opening makes one.
        with suppress(EntenteError):
            Backups.of(file).make(file)
    file.close()


def make_backup(file: "MissionFile", report: Report) -> None:
    """Make a backup of an open mission, if its newest is older than its content.

    Raises:
        EntenteError: If it could not be made.
    """
    from entente.store.backup import Backups  # noqa: PLC0415  # see above

    report(0)
    Backups.of(file).make(file)


def settle(file: "MissionFile", report: Report) -> None:
    """Bring every change into the file itself.

    Raises:
        EntenteError: If the disk takes no more.
    """
    report(0)
    file.checkpoint()
