"""The start of the program against an empty window of Qt: `python -m tests.bench.bench_start`.

* Window: the whole process, from its start until its window has been painted, wall clock
  and processor, against `QApplication` and `QMainWindow` alone in the same interpreter.
* Welcome page, and the sample mission with its first pane: ms after the first paint.
* Stall: the longest time the event loop did not turn between the first paint and the page,
  and in the two seconds after.

Without a screen Qt's offscreen plugin is taken; for X: `xvfb-run -a -s "-screen 0
1600x1000x24" python -m tests.bench.bench_start`.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.ratio import Ratio, table

BARE, PROBE = "tests.bench.bare", "tests.bench.probe"
PAIRS = 15
OPENINGS = 7
#: Allowed: times as long as the empty window.
PAINTED = 1.3
#: Allowed: ms from the first paint to a page that can be used, and of a stall.
USABLE = 1500.0
STALL = 100.0


def platforms() -> list[str]:
    """Return Qt's plugins to measure with."""
    return ["xcb", "offscreen"] if os.environ.get("DISPLAY") else ["offscreen"]


def environment(home: Path, platform: str) -> dict[str, str]:
    """Return an environment in which nothing is remembered from an earlier start."""
    return {
        **os.environ,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "QT_QPA_PLATFORM": platform,
        "LANG": "fr_FR.UTF-8",
    }


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds a process took, by the wall clock and of processor, and what it said."""

    wall: float
    processor: float
    told: str


def run(known: Mapping[str, str], *what: str) -> Run:
    """Run a module of this folder to its end."""
    command = [sys.executable, "-m", *what]
    before, start = os.times(), time.perf_counter()
    told = subprocess.run(
        command, env=known, check=True, stdout=subprocess.PIPE, text=True, timeout=120
    )
    wall, after = time.perf_counter() - start, os.times()
    spent = after.children_user + after.children_system
    spent -= before.children_user + before.children_system
    return Run(wall, spent, told.stdout)


def window(known: Mapping[str, str], platform: str) -> list[Ratio]:
    """Compare the first paint with that of an empty window."""
    run(known, BARE), run(known, PROBE, "window")
    pairs = [(run(known, PROBE, "window"), run(known, BARE)) for _ in range(PAIRS)]
    return [
        paired(f"window painted, wall, {platform}", [(a.wall, b.wall) for a, b in pairs]),
        paired(
            f"window painted, processor, {platform}", [(a.processor, b.processor) for a, b in pairs]
        ),
    ]


def paired(name: str, pairs: list[tuple[float, float]]) -> Ratio:
    """Return the medians of both and of their ratios."""
    return Ratio(
        name,
        1000 * statistics.median(ours for ours, _ in pairs),
        1000 * statistics.median(bare for _, bare in pairs),
        statistics.median(ours / bare for ours, bare in pairs),
        PAINTED,
    )


def page(known: Mapping[str, str], platform: str, what: str, *arguments: str) -> list[Ratio]:
    """Measure how long a page takes after the first paint, and how smoothly."""
    run(known, PROBE, what, *arguments)
    told = [json.loads(run(known, PROBE, what, *arguments).told) for _ in range(OPENINGS)]
    return [
        against(f"{what} there, {platform}", [each["there"] for each in told], USABLE),
        against(f"{what}, stall until then, {platform}", [t["stall"] for t in told], STALL),
        against(f"{what}, stall after, {platform}", [t["stall_after"] for t in told], STALL),
    ]


def against(name: str, figures: list[float], allowed: float) -> Ratio:
    """Return the median of some figures as a share of what is allowed."""
    middle = statistics.median(figures)
    return Ratio(name, middle, allowed, middle / allowed, 1.0)


def main() -> None:
    """Print the table."""
    figures: list[Ratio] = []
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        sample = home / "sample.entente"
        make = ["-m", "entente.cli", "example", str(sample), "--unencrypted"]
        subprocess.run([sys.executable, *make], check=True, capture_output=True)
        for platform in platforms():
            known = environment(home, platform)
            figures += window(known, platform)
            figures += page(known, platform, "welcome")
            figures += page(known, platform, "mission", str(sample))
    sys.stdout.write(table(figures) + "\n")


if __name__ == "__main__":
    main()
