import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: A disk in memory: a kill loses nothing that was handed to the system, and it is quick.
MEMORY = Path("/dev/shm")  # noqa: S108  # the loop makes a folder of its own there


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the loop forks its writers")
def test_sixty_kills_lose_nothing_that_was_acknowledged() -> None:
    environment = dict(os.environ)
    if MEMORY.is_dir():
        environment["TMPDIR"] = str(MEMORY)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.kill_loop", "60", "--operations", "8"],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    figures = json.loads(done.stdout)
    assert figures["kills"] == 60
    assert figures["acknowledged"] > 50
    assert figures["recovered"] > 5
    assert (figures["lost"], figures["half"], figures["unopened"]) == (0, 0, 0)
