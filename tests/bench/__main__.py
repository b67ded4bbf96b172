"""Every benchmark, one after the other, in one table: `python -m tests.bench`.

Each runs in a process of its own, so that none warms the caches of another. With a screen
(`xvfb-run -a -s "-screen 0 1600x1000x24" python -m tests.bench`) the start is measured on
it too. Names choose among them: `python -m tests.bench store brief`.
"""

import subprocess
import sys
from pathlib import Path

from tests.bench.ratio import table

HEAD = table([])


def names() -> list[str]:
    """Return what can be measured."""
    modules = sorted(Path(__file__).parent.glob("bench_*.py"))
    return [module.stem.removeprefix("bench_") for module in modules]


def main(wanted: list[str]) -> int:
    """Print the table and return how many did not end well."""
    unknown = set(wanted) - set(names())
    if unknown:
        sys.exit(f"there is no {', '.join(sorted(unknown))}: choose of {', '.join(names())}")
    sys.stdout.write(HEAD + "\n")
    failed = 0
    for name in wanted or names():
        command = [sys.executable, "-m", f"tests.bench.bench_{name}"]
        run = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
        failed += run.returncode != 0
        lines = [line for line in run.stdout.splitlines() if line != HEAD]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        sys.stdout.flush()
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
