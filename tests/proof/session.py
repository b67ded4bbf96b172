"""A day's work at the window, in short, that ends by being killed.

The mission has a word of its own in every place, and in every kind of record texts that would
make a reader of rich text open files and connections. Every place is visited, alone and with
others looking, every kind of record shown, every tooltip asked for, every dialog opened.

Run as `python -m tests.proof.session FOLDER`: the mission is `FOLDER/work/m.entente`, what was
exported on purpose is in `FOLDER/out`.
"""

import os
import signal
import sys
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from entente.briefs import conflict, output
from entente.domain.actor import ACTOR
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.confidentiality import MEDIATOR
from entente.exchange import apply, export, writers
from entente.services import records
from entente.store.backup import Backups
from entente.store.mission_file import MissionFile
from entente_ui.settings import Preferences
from entente_ui.settings_file import open_settings
from entente_ui.shell.overlay import Overlay
from entente_ui.shell.window import MainWindow
from entente_ui.start import dress, furnish
from tests.proof import canary
from tests.proof.filling import Keys, fill
from tests.proof.planting import Planted, plant
from tests.proof.screen import Program, settle, shown_in
from tests.store.conftest import fast_key


def work(folder: Path) -> None:
    """Work, and be killed."""
    app = QApplication([])
    app.setApplicationName("entente")
    preferences = Preferences(open_settings())
    preferences.language = "fr"
    dress(app, preferences)
    window = MainWindow()
    shell, opener = furnish(app, window, preferences)
    file = MissionFile.create(folder / "work" / "m.entente", fast_key())
    planted = plant(file.gate)
    canaries = canary.texts(folder)
    few = {name: text for name, text in canaries.items() if name.endswith(" 0")}
    keys = fill(file.gate, few)
    window.resize(1500, 950)
    window.show()
    opener.show(file)
    program = Program(shell, file)
    settle(lambda: shell.workspace is not None and shell.workspace.is_complete)
    _go_everywhere(program, keys)
    _look_around(program, planted)
    canary.open_everything(program, few)
    canary.say_everything(program, canaries)
    canary.write_everything(program, keys)
    _change(program, planted)
    Backups.of(file).make(file)
    file.save_copy(file.path.with_name("copy.entente"))
    _export(file, planted, folder / "out")
    # Once more, so that something is in the journal beside the file.
    _change(program, planted)
    program.workspace.remember()
    preferences.store.sync()
    os.kill(os.getpid(), signal.SIGKILL)


def _go_everywhere(program: Program, keys: Keys) -> None:
    """Visit every place, alone and with others looking, and show every kind of record."""
    for _others_look in (False, True):
        for _place in program.visit():
            canary.hover(program.workspace.stack)
        canary.hover(program.window)
        program.shell.actions["present"].trigger()
        settle()
    shown = dict[str, str]()
    for (kind, _text), key in keys.items():
        shown.setdefault(kind, key)
    for kind in RECORD_TYPES:
        program.shell.reveal(kind, shown[kind])
        settle()
        canary.hover(program.workspace.side)


def _look_around(program: Program, planted: Planted) -> None:
    for command in ("search", "palette", "history"):
        program.shell.actions[command].trigger()
        for overlay in program.window.findChildren(Overlay):
            overlay.field.setText(planted.secrets[9].word)
            overlay.look_for(planted.secrets[9].word)
            settle()
            overlay.leave()
        settle()


def _change(program: Program, planted: Planted) -> None:
    """Edit in the inspector, in a step named after it; take one back."""
    secret = next(s for s in planted.secrets if s.names_a_person)
    program.shell.reveal("actor", secret.key)
    settle()
    for field in shown_in(program.window):
        if isinstance(field, QPlainTextEdit) and not field.isReadOnly():
            field.setFocus()
            field.insertPlainText(secret.word)
            break
    values = {"notes": f"{secret.word} {planted.secrets[3].word}"}
    change = partial(records.change, record_type=ACTOR, key=secret.key, values=values)
    program.document.run(f"Changer {secret.word}", change)
    program.document.run(f"Supprimer {secret.word}", lambda s: records.remove(s, ACTOR, secret.key))
    program.document.undo()
    settle()


def _export(file: MissionFile, planted: Planted, out: Path) -> None:
    difficulty = planted.difficulties[0]
    brief = file.gate.read(lambda s: conflict.gather(s, difficulty, MEDIATOR))
    output.save(conflict.produce(brief, "fr"), out / "brief.pdf")
    table = file.gate.read(partial(records.list_rows, record_type=ACTOR))
    names = file.gate.read(partial(apply.reference_texts, record_type=ACTOR))
    for suffix in (".csv", ".xlsx"):
        made = export.export(ACTOR, table.columns, table.rows, names, "fr")
        writers.write_export(out / f"actors{suffix}", made)


if __name__ == "__main__":
    work(Path(sys.argv[1]))
