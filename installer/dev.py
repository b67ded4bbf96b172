"""From a fresh clone to a running program.

    python3 installer/dev.py setup      make everything ready
    python3 installer/dev.py run        open the window on a copy of the sample mission
    python3 installer/dev.py test       the checks and every test, offscreen
    python3 installer/dev.py check      the checks alone: lint, format, types, contracts
    python3 installer/dev.py messages   bring the French catalogue up to date

Nothing but Python and pip is needed beforehand. What follows `run` is handed to the
window, what follows `test` to pytest.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # an older Python is whom this is for
    _found = sys.version.split()[0]
    sys.exit(
        f"Entente needs Python 3.11 or newer; this is {_found}.\n"
        f"Entente demande Python 3.11 ou plus récent\u00a0; celui-ci est {_found}."
    )

import argparse
import os
import subprocess
from pathlib import Path
from typing import Final

from environment import PYTHON, ROOT, SCRIPTS, environment, provide_environment
from machine import has_display, provide_libraries, say

OUT: Final = ROOT / "out"
SAMPLE: Final = OUT / "CONFLUENT.entente"

#: Name and arguments of each check, in the order in which they are run.
CHECKS: Final = (
    ("ruff", "check"),
    ("ruff", "format", "--check"),
    ("mypy",),
    ("lint-imports",),
)

#: A worker for each core; the tests of one file stay together and share what they made.
#: Files are begun in their order, and not those of few tests last: some of these take long.
IN_PARALLEL: Final = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder")


def main(arguments: list[str]) -> int:
    """Run one command and return the exit status of what it ran."""
    options, rest = _parser().parse_known_args(arguments)
    if rest and options.command not in ("run", "test"):
        _parser().error(f"unrecognized arguments: {' '.join(rest)}")
    commands = {
        "setup": lambda: setup(window=_is_seen(), with_pip=options.pip),
        "run": lambda: run(rest),
        "test": lambda: setup(window=False) or test(rest),
        "check": lambda: provide_environment() or _first_failure(check()),
        "messages": lambda: provide_environment() or messages(options.fragments),
    }
    return int(commands[options.command]())


def setup(*, window: bool, with_pip: bool = False) -> int:
    """Provide system libraries, the locked environment and the compiled catalogues."""
    return (
        provide_libraries(window=window)
        or provide_environment(with_pip=with_pip)
        or _python("installer/catalogues.py", "compile")
    )


def run(window_arguments: list[str]) -> int:
    """Open the window on a copy of the sample, or do the main job where nobody would see it."""
    if not _is_seen():
        return setup(window=False) or _run_headless()
    if status := setup(window=True) or make_sample():
        return status
    return _python("-m", "entente_ui", str(SAMPLE), *window_arguments)


def make_sample() -> int:
    """Put a new copy of the sample mission where the last one was."""
    for old in OUT.glob(f"{SAMPLE.name}*"):
        if old.is_file():
            old.unlink()
    OUT.mkdir(exist_ok=True)
    return _python("-m", "entente.cli", "example", str(SAMPLE), "--unencrypted")


def _run_headless() -> int:
    say(
        "There is no display here. Instead of the window: a contact list is imported, the"
        " briefs and the map are written into out/.",
        "Pas d’écran ici. À la place de la fenêtre\u00a0: une liste de contacts est importée,"
        " les fiches et la carte sont écrites dans out/.",
    )
    return _python("-m", "entente.cli", "demo", f"{OUT}{os.sep}", QT_QPA_PLATFORM="offscreen")


def check() -> list[tuple[str, int]]:
    """Run every check, also after one has failed; return the status of each by name."""
    statuses = []
    for tool, *arguments in CHECKS:
        name = " ".join((tool, *arguments))
        print(f"· {name}", flush=True)
        statuses.append((name, _call([str(SCRIPTS / tool), *arguments])))
    return statuses


def test(pytest_arguments: list[str]) -> int:
    """Run the checks, then every test; the last line printed is pytest's own."""
    statuses = check()
    failed = ", ".join(name for name, status in statuses if status)
    if failed:
        say(f"Failed so far: {failed}", f"En échec jusqu’ici\u00a0: {failed}")
    print("· pytest", flush=True)
    command = [str(SCRIPTS / "pytest"), *IN_PARALLEL, *pytest_arguments]
    return _call(command, QT_QPA_PLATFORM="offscreen") or _first_failure(statuses)


def messages(fragments: Path | None) -> int:
    """Extract the texts of the sources, merge translations of them, compile."""
    source = ("--from", str(fragments.resolve())) if fragments else ()
    return _python("installer/catalogues.py", "update", *source)


def _is_seen() -> bool:
    return has_display(sys.platform, os.environ)


def _first_failure(statuses: list[tuple[str, int]]) -> int:
    return next((status for _, status in statuses if status), 0)


def _python(*arguments: str, **variables: str) -> int:
    return _call([str(PYTHON), *arguments], **variables)


def _call(command: list[str], **variables: str) -> int:
    done = subprocess.run(command, cwd=ROOT, env=environment() | variables, check=False)
    return done.returncode


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    setup_options = commands.add_parser("setup", help="make everything ready")
    setup_options.add_argument("--pip", action="store_true", help="install without uv")
    for name, meaning in (
        ("run", "open the window on a copy of the sample mission"),
        ("test", "run the checks and every test"),
        ("check", "run the checks alone"),
    ):
        commands.add_parser(name, help=meaning, allow_abbrev=False, add_help=name == "check")
    messages_options = commands.add_parser("messages", help="update the French catalogue")
    messages_options.add_argument(
        "--from", dest="fragments", type=Path, help="folder of JSON files with translations"
    )
    return parser


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
