"""Pictures of every page on the sample mission, and the one of the README.

    python tests/tools/screenshots.py FOLDER      every page, light and dark, at 100 and 150 %, in
                                                  French and English
    python tests/tools/screenshots.py --readme    only the picture of the README, in its place

On a screen the window is shown for a moment; without one nothing is.
"""

import argparse
import datetime as dt
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Final

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QEventLoop, QSettings
from PySide6.QtWidgets import QApplication

from entente.domain.catalogue import RECORD_TYPES
from entente.i18n import _, use_language
from entente.services import records, sample
from entente.store.mission_file import MissionFile
from entente_ui.actors.pane import ActorsPane
from entente_ui.actors.views import LENSES, VIEWS
from entente_ui.look.theme import Mode, apply
from entente_ui.settings import Preferences
from entente_ui.shell.shell import Shell
from entente_ui.shell.window import MainWindow
from entente_ui.start import furnish

README_PICTURE: Final = (
    Path(__file__).parents[2] / "resources/entente_resources/help/images/entente.png"
)
#: The sample happens in the spring of 2026; on this day some of it is done, some is due.
NOW: Final = dt.datetime(2026, 6, 10, 14, 32, tzinfo=dt.timezone(dt.timedelta(hours=2)))
#: What is shown at each place: kind and reference of a record, empty for nothing.
SHOWN: Final = {
    "home": ("", ""),
    "actors": ("actor", "A11"),
    "difficulties": ("difficulty", "K1"),
    "risks": ("risk", "R02"),
    "sprints": ("backlog_item", "B25"),
    "documents": ("", ""),
}
SIZE: Final = (1440, 900)
_QUIET: Final = 400
_LONGEST: Final = 20_000


class Studio:
    """The program, in front of the camera."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._jobs = 0
        store = QSettings(str(folder / "entente.ini"), QSettings.Format.IniFormat)
        self._preferences = Preferences(store)
        self._preferences.idle_minutes = 0
        self._preferences.keeps_recent = False

    @contextmanager
    def showing(self, language: str) -> Iterator[Shell]:
        """Show the sample mission in a language."""
        self._preferences.language = language
        use_language(language)
        path = self._folder / f"CONFLUENT-{language}.entente"
        with MissionFile.create(path, None, clock=lambda: NOW) as file:
            begun = _("Open the example")
            file.gate.found(begun, lambda session: sample.load(session, language))
            apply(self._app, Mode.LIGHT, 100, reduced_motion=True)
            window = MainWindow()
            shell, _opener = furnish(self._app, window, self._preferences)
            shell.background.started.connect(lambda: self._count(1))
            shell.background.finished.connect(lambda: self._count(-1))
            window.resize(*SIZE)
            window.show()
            shell.show_mission(file)
            self.settle()
            yield shell
            shell.forget_mission()
            self.settle()
            shell.background.close()
            window.hide()
            shell.deleteLater()
            window.deleteLater()

    def take(self, shell: Shell, place: str, target: Path, view: str = "") -> None:
        """Photograph a place, at one of its views if one is named."""
        if shell.workspace is None or shell.document is None:
            raise RuntimeError("no mission is open")
        pane = shell.workspace.go(place)
        kind, ref = SHOWN.get(place, ("", ""))
        if kind:
            record_type = RECORD_TYPES[kind]
            key = shell.document.read(lambda session: records.find(session, record_type, ref))
            shell.reveal(kind, key)
        if view and isinstance(pane, ActorsPane):
            pane.go(view)
        shell.workspace.toaster.clear()
        self.settle()
        target.parent.mkdir(parents=True, exist_ok=True)
        if not shell.window.grab().save(str(target)):
            raise OSError(f"cannot write {target}")

    def settle(self) -> None:
        """Wait until nothing has happened for a while and no work is under way."""
        whole, quiet = QElapsedTimer(), QElapsedTimer()
        whole.start()
        quiet.start()
        while (quiet.elapsed() < _QUIET or self._jobs > 0) and whole.elapsed() < _LONGEST:
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            if self._jobs > 0:
                quiet.restart()

    def _count(self, by: int) -> None:
        self._jobs += by


def take_all(studio: Studio, app: QApplication, folder: Path) -> None:
    """Photograph every place in every look and language."""
    for language in ("fr", "en"):
        with studio.showing(language) as shell:
            for mode, size in product((Mode.LIGHT, Mode.DARK), (100, 150)):
                apply(app, mode, size, reduced_motion=True)
                for place, view in pages(shell):
                    words = (place, view, mode.value, str(size), language)
                    target = folder / f"{'-'.join(filter(None, words))}.png"
                    studio.take(shell, place, target, view)
                    sys.stdout.write(f"{target}\n")


def pages(shell: Shell) -> Iterable[tuple[str, str]]:
    """Yield the places there are, each with the names of its views; "" where it has none."""
    for place in () if shell.workspace is None else shell.workspace.places:
        views = [entry.name for entry in VIEWS] if place.name == ActorsPane.place else [""]
        yield from ((place.name, view) for view in views)


def main(arguments: list[str]) -> int:
    """Take the pictures asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--readme", action="store_true")
    options = parser.parse_args(arguments)
    if options.folder is None and not options.readme:
        parser.error("a folder, or --readme")
    app = QApplication([])
    with tempfile.TemporaryDirectory() as private:
        # Backups of the sample are nobody's.
        os.environ["XDG_DATA_HOME"] = os.environ["LOCALAPPDATA"] = private
        studio = Studio(app, Path(private))
        if options.readme:
            with studio.showing("en") as shell:
                studio.take(shell, "actors", README_PICTURE, LENSES)
        if options.folder is not None:
            take_all(studio, app, options.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
