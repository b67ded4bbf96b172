"""Let every write of a mission fail in turn, and look whether what was told is true.

Needs `strace`. Run with `python -m tests.faults.io_errors 200`.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from itertools import product
from pathlib import Path
from typing import Final

from sqlalchemy import select

from entente.errors import (
    DiskFullError,
    EntenteError,
    JournalLeftError,
    MissionFileError,
    NotSavedError,
)
from entente.store.key import KdfParameters, Key, new_key
from entente.store.mission_file import MissionFile
from entente.store.schema import TABLES
from entente.store.session import Session
from tests.faults.writer import ACTOR

#: So cheap that it protects nothing: the loop is about what reaches the disk.
FAST: Final = KdfParameters(0, passes=1, memory_kib=8, lanes=1)

EDITS: Final = 6
CALLS: Final = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "unlink", "pread64")
ERRORS: Final = ("EIO", "ENOSPC")

#: Once, or from then on: `when` of strace.
TIMES: Final = ("", "+")


@dataclass(slots=True)
class Figures:
    """What came out.

    Attributes:
        points: How many faults were injected.
        told: How the edits were told: saved, refused or unknown, and by which error.
        lost: Edits told to be saved that are not in the file.
        lied: Edits told not to be saved that are in the file.
        unopened: Files that did not open afterwards, or did not pass their check.
        escaped: Errors that are not for the user and came through all the same.
    """

    points: int = 0
    told: dict[str, int] = field(default_factory=dict)
    lost: int = 0
    lied: int = 0
    unopened: int = 0
    escaped: int = 0

    @property
    def harmless(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.lost or self.lied or self.unopened or self.escaped)


def edit(path: Path, key: Key) -> None:
    """Edit a mission and print of each edit what was told about it."""
    try:
        file = MissionFile.open(path, key)
    except EntenteError as error:
        print(f"opening {type(error).__name__}", flush=True)  # noqa: T201  # read by the loop
        return
    for number in range(EDITS):
        name = f"n{number}"
        try:
            file.gate.run(name, _insertion(name))
        except (NotSavedError, DiskFullError) as error:
            told = f"refused {type(error).__name__}"
        except MissionFileError as error:
            told = f"unknown {type(error).__name__}"
        else:
            told = "saved"
        print(f"{name} {told}", flush=True)  # noqa: T201  # read by the loop
    try:
        file.close()
    except (JournalLeftError, EntenteError) as error:
        print(f"closing {type(error).__name__}", flush=True)  # noqa: T201  # read by the loop


def _insertion(name: str) -> Callable[[Session], object]:
    return lambda session: session.insert(ACTOR, {"name": name})


def _edit_under_strace(path: Path, key: Key, *options: str) -> tuple[list[str], str]:
    """Return what the edits were told, and what strace wrote."""
    trace = path.with_name("trace")
    watched = [path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-journal")]
    command = ["strace", "-f", "-qq", "-o", str(trace)]
    for file in watched:
        command += ["-P", str(file)]
    command += [*options, sys.executable, "-m", "tests.faults.io_errors"]
    command += ["--edit", str(path), key.secret.hex(), key.salt.hex()]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if "Traceback" in done.stderr:
        sys.stderr.write(done.stderr)
        return ["escaped"], ""
    return done.stdout.splitlines(), trace.read_text(errors="replace")


def count_calls(path: Path, key: Key) -> Counter[str]:
    """Return how often each call touches the mission when nothing fails."""
    _, trace = _edit_under_strace(path, key, "-e", f"trace={','.join(CALLS)}")
    return Counter(re.findall(rf"\b({'|'.join(CALLS)})\(", trace))


def compare(path: Path, key: Key, told: list[str], figures: Figures) -> None:
    """Compare what is in a mission with what its edits were told."""
    figures.points += 1
    figures.escaped += told == ["escaped"]
    saved, refused = set(), set()
    for line in told:
        name, _, how = line.partition(" ")
        kind = how if name.startswith("n") else line
        figures.told[kind] = figures.told.get(kind, 0) + 1
        if how.startswith("saved"):
            saved.add(name)
        elif how.startswith("refused"):
            refused.add(name)
    try:
        with MissionFile.open(path, key) as file:
            query = select(TABLES["actor"].c.name)
            names = {row.name for row in file.gate.read(lambda session: session.rows(query))}
            figures.unopened += bool(file.check())
    except EntenteError as error:
        sys.stderr.write(f"not opened: {error!r}\n")
        figures.unopened += 1
        return
    figures.lost += len(saved - names)
    figures.lied += len(refused & names)


def run(points: int, chance: random.Random) -> Figures:
    """Inject `points` faults, spread over all the calls, and return the figures."""
    figures = Figures()
    folder = Path(tempfile.mkdtemp(prefix="entente-io-"))
    path, template, key = folder / "m.entente", folder / "new.entente", new_key("one", FAST)
    try:
        MissionFile.create(template, key).close()
        shutil.copyfile(template, path)
        calls = count_calls(path, key)
        every = [
            (call, number, error, times)
            for call, error, times in product(CALLS, ERRORS, TIMES)
            for number in range(1, calls[call] + 1)
        ]
        for call, number, error, times in chance.sample(every, min(points, len(every))):
            for left in folder.glob("m.entente*"):
                left.unlink()
            shutil.copyfile(template, path)
            fault = f"inject={call}:error={error}:when={number}{times}"
            before = figures.harmless
            told, _ = _edit_under_strace(path, key, "-e", f"trace={call}", "-e", fault)
            compare(path, key, told, figures)
            if before and not figures.harmless:
                sys.stderr.write(f"{fault}: {told}\n")
    finally:
        shutil.rmtree(folder)
    return figures


def main() -> int:
    """Do what the arguments say and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("points", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--edit", nargs=3, metavar=("PATH", "SECRET", "SALT"))
    arguments = parser.parse_args()
    if arguments.edit:
        path, secret, salt = arguments.edit
        edit(Path(path), Key(bytes.fromhex(secret), bytes.fromhex(salt)))
        return 0
    seed = random.SystemRandom().randrange(1 << 32) if arguments.seed is None else arguments.seed
    figures = run(arguments.points, random.Random(seed))  # noqa: S311  # not for secrets
    print(json.dumps({"seed": seed, **asdict(figures)}))  # noqa: T201  # a script
    return 0 if figures.harmless else 1


if __name__ == "__main__":
    sys.exit(main())
