"""Locking is leaving: nothing of the mission stays in memory, and one comes back to it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from entente.domain.actor import ACTOR
from entente.services import mission, records
from entente.store.key import new_key
from entente.store.mission_file import MissionFile
from entente_ui.shell.hardening import DEBUG_VARIABLE
from entente_ui.shell.leaving import LOCKED

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

SPOKEN = "jamais dit à personne"
#: Spelt from numbers, so that the test itself holds no copy in its source or arguments.
PLANTED = "".join(map(chr, (90, 113, 71, 78, 79, 84, 69, 84, 69, 83, 84, 90)))

#: Opens the mission, shows an actor with the planted note and says so; locks when told to.
WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
import entente_ui.app as app, entente_ui.start as start

opened, lock = Path(sys.argv[2]), Path(sys.argv[3])
phrase = sys.stdin.readline().strip()

def furnish(application, window, preferences):
    shell, opener = furnish_really(application, window, preferences)

    def step():
        page = window.page
        if type(page).__name__ == "PassphrasePage" and page.field.isEnabled():
            page.field.set_text(phrase)
            page._give()
        elif shell.workspace is not None and shell.workspace.is_complete:
            if not opened.exists():
                shell.workspace.go("actors")
                opened.touch()
            elif lock.exists():
                shell.actions["lock"].trigger()

    timer = QTimer(application, interval=100)
    timer.timeout.connect(step)
    timer.start()
    return shell, opener

furnish_really, start.furnish = start.furnish, furnish
app.main(sys.argv[1:2])
"""


def memory_of(process: int) -> Iterator[bytes]:
    with Path(f"/proc/{process}/maps").open() as maps:
        regions = [line.split() for line in maps]
    with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
        for region in regions:
            if "r" not in region[1] or region[-1] in {"[vvar]", "[vsyscall]", "[vvar_vclock]"}:
                continue
            start, end = (int(text, 16) for text in region[0].split("-"))
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue


def copies(process: int, *wanted: bytes) -> dict[bytes, int]:
    counts = dict.fromkeys(wanted, 0)
    for region in memory_of(process):
        for one in wanted:
            counts[one] += region.count(one)
    return counts


def wait_for(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.1)


def is_at_rest(process: int) -> bool:
    """Whether a process has used no processor time for a while."""

    def used() -> str:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return f"{fields[11]} {fields[12]}"

    before = used()
    time.sleep(0.7)
    return used() == before


@pytest.fixture
def secret_mission(tmp_path: Path) -> tuple[Path, bytes]:
    """An encrypted mission with a planted note, and its key."""
    path = tmp_path / "Secrète.entente"
    key = new_key(SPOKEN)
    values = {"name": "Quelqu’un", "notes": f"{PLANTED} {PLANTED}"}
    with MissionFile.create(path, key) as file:
        file.gate.run("Begin", lambda session: mission.change(session, {"name": PLANTED}))
        file.gate.run("Add", lambda session: records.create(session, ACTOR, values))
    return path, key.secret


def test_after_locking_neither_text_nor_key_is_in_memory(
    secret_mission: tuple[Path, bytes], tmp_path: Path
) -> None:
    path, key = secret_mission
    opened, lock = tmp_path / "opened", tmp_path / "lock"
    window = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(path), str(opened), str(lock)],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **surroundings(tmp_path)},
        text=True,
    )
    wanted = (PLANTED.encode(), PLANTED.encode("utf-16-le"), key, SPOKEN.encode())
    try:
        assert window.stdin is not None
        window.stdin.write(f"{SPOKEN}\n")
        window.stdin.close()
        wait_for(opened.exists)
        before = copies(window.pid, *wanted)
        assert all(before[one] for one in wanted[:3]), "the search finds what is there"

        lock.touch()
        arguments = Path(f"/proc/{window.pid}/cmdline")
        wait_for(lambda: LOCKED in arguments.read_text())
        wait_for(lambda: is_at_rest(window.pid))

        assert window.poll() is None, "the new window is there"
        assert copies(window.pid, *wanted) == dict.fromkeys(wanted, 0)
        told = arguments.read_text().split("\0")
        assert str(path) in told
        assert any('"place": "actors"' in word for word in told)
        assert not any(PLANTED in word for word in told)
        # At rest the file is one that can be copied, and it holds no plain byte.
        assert sorted(file.name for file in path.parent.glob("Secr*")) == [path.name]
        assert PLANTED.encode() not in path.read_bytes()
    finally:
        window.kill()
        window.wait()


def surroundings(home: Path) -> dict[str, str]:
    """Return variables for a window of its own, which a program of the same user may look into."""
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(home))
    return {**folders, "QT_QPA_PLATFORM": "offscreen", DEBUG_VARIABLE: "1"}
