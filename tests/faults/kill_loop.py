"""Kill a writing program again and again and look whether anything it acknowledged is lost.

Run with `python -m tests.faults.kill_loop 500`.
"""

import argparse
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from entente.errors import EntenteError
from entente.store.key import KdfParameters, new_key
from entente.store.mission_file import MissionFile
from tests.faults.writer import State, numbers_in, open_with_either, write_until_killed

#: So cheap that it protects nothing: the loop is about what reaches the disk.
FAST: Final = KdfParameters(0, passes=1, memory_kib=8, lanes=1)

#: After so many kills a new mission is taken, so that it does not grow without end.
KILLS_PER_MISSION: Final = 40

#: Share of the kills after which the recovery is killed as well.
ALSO_IN_RECOVERY: Final = 0.2

#: How many operations a writer does before it is killed, at most.
OPERATIONS: Final = 24

#: How long it is waited for them, in seconds.
_PATIENCE: Final = 20.0


@dataclass(slots=True)
class Figures:
    """What came out.

    Attributes:
        kills: How often the writer was killed.
        kills_in_recovery: How often the next program was killed too, while it opened.
        acknowledged: Edits, undos and redos that were told to be saved.
        kept_unacknowledged: Operations found done although nobody was told.
        recovered: How often a journal was left and played.
        during: Which operation was going on at the kill.
        lost: Acknowledged operations that were not in the file.
        half: Files in which a part of an edit was missing.
        unopened: Files that did not open, or did not pass their check.
    """

    kills: int = 0
    kills_in_recovery: int = 0
    acknowledged: int = 0
    kept_unacknowledged: int = 0
    recovered: int = 0
    during: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    half: int = 0
    unopened: int = 0

    @property
    def harmless(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.half or self.unopened)


class Loop:
    """One mission, killed again and again."""

    def __init__(
        self, folder: Path, figures: Figures, chance: random.Random, operations: int
    ) -> None:
        self._path = folder / "Équipe n°7.entente"
        self._keys = (new_key("one", FAST), new_key("two", FAST))
        self._figures = figures
        self._chance = chance
        self._operations = operations
        self._state = State()
        MissionFile.create(self._path, self._keys[0]).close()

    def kill_once(self) -> None:
        """Let a writer work, kill it, and compare the file with what it acknowledged."""
        told = self._told_until_killed()
        self._figures.kills += 1
        while self._chance.random() < ALSO_IN_RECOVERY:
            self._kill_recovery()
        self._compare(told)

    def _told_until_killed(self) -> list[str]:
        hear, tell = os.pipe()
        seed = self._chance.randrange(1 << 32)
        writer = _forked(
            lambda: write_until_killed(self._path, self._keys, self._state, tell, seed)
        )
        os.close(tell)
        words = self._chance.randrange(self._operations)
        heard = b""
        deadline = time.monotonic() + _PATIENCE
        # After so many operations, at any point of the next one.
        while heard.count(b".") < words and time.monotonic() < deadline:
            ready, _, _ = select.select([hear], [], [], 1.0)
            if ready:
                news = os.read(hear, 4096)
                if not news:
                    break
                heard += news
        time.sleep(self._chance.random() * (0.03 if words == 0 else 0.008))
        os.kill(writer, signal.SIGKILL)
        _, status = os.waitpid(writer, 0)
        while news := os.read(hear, 4096):
            heard += news
        os.close(hear)
        if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
            raise RuntimeError("the writer ended by itself")
        return heard.decode().split("\n")[:-1]

    def _kill_recovery(self) -> None:
        def recover() -> None:
            open_with_either(self._path, self._keys)
            signal.pause()

        recovery = _forked(recover)
        time.sleep(self._chance.random() * 0.04)
        os.kill(recovery, signal.SIGKILL)
        os.waitpid(recovery, 0)
        self._figures.kills_in_recovery += 1

    def _compare(self, told: list[str]) -> None:
        figures, before = self._figures, self._state
        pending = ""
        for word in told:
            if word == ".":
                before = before.after(pending)
                figures.acknowledged += pending.split(maxsplit=1)[0] in {"edit", "undo", "redo"}
                pending = ""
            else:
                pending = word
        during = pending.split()[0] if pending else "opening or between"
        figures.during[during] = figures.during.get(during, 0) + 1
        try:
            with open_with_either(self._path, self._keys) as file:
                figures.recovered += file.recovered
                actors, organisations = numbers_in(file)
                problems = file.check()
        except (EntenteError, StopIteration) as error:
            print(f"not opened after {during}: {error!r}", file=sys.stderr)  # noqa: T201  # a script
            figures.unopened += 1
            raise
        figures.unopened += bool(problems)
        figures.half += actors != organisations
        possible = {state: set(state.done) for state in (before.after(pending), before)}
        for state, numbers in possible.items():
            if actors == numbers:
                self._state = state
                figures.kept_unacknowledged += state != before
                return
        print(f"after {told[-6:]}: {sorted(actors ^ set(before.done))}", file=sys.stderr)  # noqa: T201  # a script
        figures.lost += 1
        raise RuntimeError("an acknowledged operation is lost")


def _forked(work: Callable[[], object]) -> int:
    """Run `work` in a process of its own and return its number."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    except BaseException as error:  # noqa: BLE001  # must not come back into the loop
        print(f"writer: {error!r}", file=sys.stderr)  # noqa: T201  # a script
    finally:
        os._exit(1)


def run(kills: int, seed: int, operations: int) -> Figures:
    """Kill `kills` writers after up to `operations` operations and return the figures."""
    figures, chance = Figures(), random.Random(seed)  # noqa: S311  # not for secrets
    while figures.kills < kills:
        folder = Path(tempfile.mkdtemp(prefix="entente-kill-"))
        try:
            loop = Loop(folder, figures, chance, operations)
            for _ in range(min(KILLS_PER_MISSION, kills - figures.kills)):
                loop.kill_once()
        finally:
            shutil.rmtree(folder)
    return figures


def main() -> int:
    """Run the loop as its arguments say and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kills", type=int, nargs="?", default=500)
    parser.add_argument("--operations", type=int, default=OPERATIONS)
    parser.add_argument("--seed", type=int, default=None)
    arguments = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 32) if arguments.seed is None else arguments.seed
    started = time.monotonic()
    try:
        figures = run(arguments.kills, seed, arguments.operations)
    except (EntenteError, RuntimeError) as error:
        print(f"seed {seed}: {error}", file=sys.stderr)  # noqa: T201  # a script
        return 1
    told = {"seed": seed, "seconds": round(time.monotonic() - started, 1), **asdict(figures)}
    print(json.dumps(told))  # noqa: T201  # a script
    return 0 if figures.harmless else 1


if __name__ == "__main__":
    sys.exit(main())
