"""A canary for the window: does a text written in a mission make it open a file or a connection?

    python -m tests.proof.canary          work at the window, as the test does; needs strace
    python -m tests.proof.canary bait F   only show one label that does read HTML

The texts name files, shares and addresses in all the ways that readers of rich text know.
While a session at the window goes everywhere, strace notes each path that is touched and each
connection. The bait proves that the trap works: there the same text is read as HTML.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLabel, QWidget

from entente.briefs import conflict, grid
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR
from entente.errors import InvalidValueError
from entente_ui.kit.dialog import Answer, MessageDialog
from entente_ui.registers.import_dialog import import_file
from entente_ui.shell.overlay import Overlay
from tests.proof.filling import Keys
from tests.proof.screen import Program, settle, shown_in

ROOT = Path(__file__).parents[2]
#: Whether what a program opens can be seen from outside.
CAN_WATCH = sys.platform == "linux" and shutil.which("strace") is not None
FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "TMPDIR")
Done = subprocess.CompletedProcess[str]
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


def hover(root: QWidget) -> None:
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


def open_everything(program: Program, few: dict[str, str]) -> None:
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
        hover(dialog)
        dialog.close()
    settle()


def say_everything(program: Program, planted: dict[str, str]) -> None:
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
    hover(dialog)
    dialog.close()


def write_everything(program: Program, keys: Keys) -> None:
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


def watched(module: str, *arguments: str, notes: Path, home: dict[str, str]) -> Done:
    """Run a module under strace, where there is one, to be asked by `touched`."""
    command = [sys.executable, "-m", module, *arguments]
    if CAN_WATCH:
        strace = ("strace", "-f", "-qq", "-s", "300", "--seccomp-bpf", "-e", _TRACED)
        command = [*strace, "-o", str(notes), *command]
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | home,
        check=False,
        capture_output=True,
        text=True,
        timeout=240,
    )


def touched(notes: Path) -> list[str]:
    """Return every line of what strace noted that touches a canary or another computer."""
    lines = notes.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if MARK in line or any(f in line for f in _FROM_OUTSIDE)]


def main(arguments: list[str]) -> int:
    """Run what was asked for and return the exit status."""
    if len(arguments) == 2 and arguments[0] == "bait":
        bait(Path(arguments[1]))
    with TemporaryDirectory(prefix="entente-") as folder:
        notes, home = Path(folder) / "notes", Path(folder) / "home"
        homes = prepare(home)
        watched("tests.proof.session", str(home), notes=notes, home=homes)
        found = touched(notes)
    print(*found or ["No canary was touched."], sep="\n")  # noqa: T201  # a script says
    return len(found) > 0


def prepare(folder: Path) -> dict[str, str]:
    """Make the folders a session works in; return what tells it of those of its user."""
    for name in ("work", "out", *FOLDERS):
        (folder / name).mkdir(parents=True)
    return {name: str(folder / name) for name in FOLDERS}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
