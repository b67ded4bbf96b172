"""A day's work at the window, in short, that ends by being killed.

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
    window.show()
    opener.show(file)
    program = Program(shell, file)
    settle(lambda: shell.workspace is not None and shell.workspace.is_complete)
    for _place in program.visit():
        pass
    program.shell.actions["present"].trigger()
    for _place in program.visit():
        pass
    program.shell.actions["present"].trigger()
    _look_around(program, planted)
    _change(program, planted)
    Backups.of(file).make(file)
    file.save_copy(file.path.with_name("copy.entente"))
    _export(file, planted, folder / "out")
    # Once more, so that something is in the journal beside the file.
    _change(program, planted)
    program.workspace.remember()
    preferences.store.sync()
    os.kill(os.getpid(), signal.SIGKILL)


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
