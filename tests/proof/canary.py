"""A canary for the window: does a text written in a mission make it open a file or a connection?

    python -m tests.proof.canary          run it, as the test does; needs strace
    python -m tests.proof.canary walk F   only walk through the window, with files in folder F
    python -m tests.proof.canary bait F   only show one label that does read HTML

The window is opened on a mission whose every text names files, shares and addresses in all
the ways that readers of rich text know. Every place is visited, alone and with others looking,
every kind of record shown, every tooltip asked for, every dialog opened, while strace notes each
path that is touched and each connection. The bait proves that the trap works: there the same
text is read as HTML.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSettings, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QWidget

from entente.briefs import conflict, grid
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR
from entente.errors import InvalidValueError
from entente.store.mission_file import MissionFile
from entente_ui.kit.dialog import Answer, MessageDialog
from entente_ui.registers.import_dialog import import_file
from entente_ui.settings import Preferences
from entente_ui.shell.overlay import Overlay
from entente_ui.shell.window import MainWindow
from entente_ui.start import dress, furnish
from tests.proof.filling import Keys, fill
from tests.proof.screen import Program, settle, shown_in

ROOT = Path(__file__).parents[2]
#: What every path and address planted here is called, and nothing else.
MARK = "zz-canary"
#: Whatever names a path, and whatever leaves the computer.
_TRACED = "trace=%file,connect,sendto,sendmsg"
_FROM_OUTSIDE = ("AF_INET", "AF_INET6")
_COMMANDS = ("settings", "new", "about", "help", "keys", "palette", "search", "history")


def texts(folder: Path) -> dict[str, str]:
    """Return texts that name a file of the folder, a share and an address, each once."""
    forms = (
        '<img src="{}">',
        '<qt><img src="{}" width="9"></qt>',
        '<a href="{0}"><b>{0}</b></a>',
        "<link rel='stylesheet' href='{}'>",
        "<style>body {{ background-image: url({}); }}</style>",
        "<body background='{}'>",
        "<table background='{0}'><tr><td style='list-style-image: url({0})'>x</td></tr></table>",
        "![x]({})",
        "{}",
    )
    kinds = (
        str(folder / f"{MARK}-file.png"),
        f"file://{folder}/{MARK}-url.png",
        f"//{MARK}.invalid/share/x.png",
        f"http://{MARK}.invalid/x.png",
    )
    return {
        f"{place} {number}": form.format(kind)
        for place, kind in enumerate(kinds)
        for number, form in enumerate(forms)
    }


def walk(folder: Path) -> None:
    """Open the window on a mission full of canaries and go everywhere."""
    app = QApplication([])
    preferences = Preferences(QSettings(str(folder / "e.ini"), QSettings.Format.IniFormat))
    preferences.language = "en"
    dress(app, preferences)
    window = MainWindow()
    window.resize(1500, 950)
    shell, _opener = furnish(app, window, preferences)
    file = MissionFile.create(folder / "m.entente", None)
    planted = texts(folder)
    few = {name: text for name, text in planted.items() if name.endswith(" 0")}
    keys = fill(file.gate, few)
    window.show()
    shell.show_mission(file)
    program = Program(shell, file)
    settle(lambda: shell.workspace is not None and shell.workspace.is_complete)
    for _others_look in (False, True):
        for _place in program.visit():
            _hover(program.workspace.stack)
        _hover(window)
        shell.actions["present"].trigger()
        settle()
    for kind in RECORD_TYPES:
        shell.reveal(kind, keys[kind, next(iter(few))])
        settle()
        _hover(program.workspace.side)
    _open_everything(program, few)
    _say_everything(program, planted)
    _write_everything(program, keys)
    file.close(abandon=True)
    # Qt's own end would take its time, and nothing of it is looked at.
    os._exit(0)


def _hover(root: QWidget) -> None:
    """Ask every visible widget, and every row of every list, for its tooltip."""
    for widget in shown_in(root):
        _ask(widget, widget.rect().center())
        if isinstance(widget, QAbstractItemView):
            for index in _rows(widget):
                _ask(widget.viewport(), widget.visualRect(index).center())
    QApplication.processEvents()


def _rows(view: QAbstractItemView) -> Iterator[QModelIndex]:
    model, top = view.model(), view.indexAt(QPoint(4, 4))
    for column in range(6):
        for row in range(top.row(), top.row() + 3):
            index = model.index(row, column)
            if index.isValid():
                yield index


def _ask(widget: QWidget, point: QPoint) -> None:
    event = QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)


def _open_everything(program: Program, few: dict[str, str]) -> None:
    """Open what floats over the window, each dialog, and the import of a list of canaries."""
    for command in _COMMANDS:
        program.shell.actions[command].trigger()
        settle()
        for overlay in program.window.findChildren(Overlay):
            overlay.look_for(MARK)
            settle()
            overlay.leave()
        _close_dialogs(program)
    rows = [f'"{text.replace(chr(34), chr(34) * 2)}"' for text in few.values()]
    path = program.file.path.with_name("list.csv")
    path.write_text("\n".join([f"{rows[0]},Name", *(f"{row},{row}" for row in rows)]), "utf-8")
    import_file(program.workspace.context, RECORD_TYPES["actor"], path, program.window)
    for _turn in range(20):
        settle()
    _close_dialogs(program)


def _close_dialogs(program: Program) -> None:
    for dialog in program.window.findChildren(QDialog):
        _hover(dialog)
        dialog.close()
    settle()


def _say_everything(program: Program, planted: dict[str, str]) -> None:
    """Have every text said as a message, in each way there is to say one."""
    for text in list(planted.values())[::4]:
        program.shell.toast_wanted.emit(text, True)
        program.shell.failed.emit(InvalidValueError(text, text, text))
        settle()
    text = "\n".join(planted.values())
    answers = (Answer(text, "yes"), Answer(text, "no", is_danger=True))
    dialog = MessageDialog(program.window, text[:90], text, answers, role="info", details=text)
    dialog.show()
    settle()
    _hover(dialog)
    dialog.close()


def _write_everything(program: Program, keys: Keys) -> None:
    """Make the documents, as the same texts go into them."""
    difficulty = next(key for (kind, _name), key in keys.items() if kind == "difficulty")
    brief = program.file.gate.read(lambda s: conflict.gather(s, difficulty, MEDIATOR))
    conflict.render(brief, "fr")
    grid.to_svg(program.file.gate.read(grid.gather), "fr")


def bait(folder: Path) -> None:
    """Show the same texts in a label that does read HTML."""
    app = QApplication([])
    label = QLabel("<br>".join(texts(folder).values()))
    label.setTextFormat(Qt.TextFormat.RichText)
    label.show()
    app.processEvents()
    os._exit(0)


def watch(what: str, folder: Path) -> list[str]:
    """Run one of the above under strace and return every line that touches a canary.

    Raises:
        RuntimeError: If the run did not come to its end, or an error was raised on the way.
    """
    notes = folder / "notes"
    home = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    strace = ["strace", "-f", "-qq", "-s", "300", "--seccomp-bpf", "-e", _TRACED, "-o", str(notes)]
    command = [sys.executable, "-m", "tests.proof.canary", what, str(folder)]
    done = subprocess.run(
        [*strace, *command],
        cwd=ROOT,
        env=os.environ | home,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    if done.returncode or "Traceback" in done.stderr:
        raise RuntimeError(f"{done.returncode}: {done.stderr}")
    lines = notes.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if MARK in line or any(f in line for f in _FROM_OUTSIDE)]


def main(arguments: list[str]) -> int:
    """Run what was asked for and return the exit status."""
    if len(arguments) == 2:
        {"walk": walk, "bait": bait}[arguments[0]](Path(arguments[1]))
    with TemporaryDirectory(prefix="entente-") as folder:
        touched = watch("walk", Path(folder))
    print(*touched or ["No canary was touched."], sep="\n")  # noqa: T201  # a script says
    return len(touched) > 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
