"""The virtual environment in `.venv`: made by uv from the lock, or by pip where uv is not.

Only what lies in the clone is touched: `.venv` and `.tools`.
"""

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from machine import say

ROOT: Final = Path(__file__).resolve().parent.parent
VENV: Final = ROOT / ".venv"
TOOLS: Final = ROOT / ".tools"
STAMP: Final = VENV / ".entente-ready"

_WINDOWS: Final = os.name == "nt"
SCRIPTS: Final = VENV / ("Scripts" if _WINDOWS else "bin")
PYTHON: Final = SCRIPTS / ("python.exe" if _WINDOWS else "python")

#: Reads `UV_SYSTEM_CERTS` and the revision of our lock.
_OLDEST_UV: Final = (0, 11)

#: Would let another interpreter, environment or bytecode policy than ours slip in.
_UNWANTED: Final = (
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONHOME",
    "PYTHONPATH",
    "VIRTUAL_ENV",
    "PIP_TARGET",
    "PIP_USER",
    "PIP_REQUIRE_VIRTUALENV",
)


def tool_environment(inherited: Mapping[str, str], interpreter: str) -> dict[str, str]:
    """Return the environment in which tools and the program run.

    Args:
        inherited: The environment of the shell.
        interpreter: Path of the Python that `.venv` is made from.
    """
    kept = {name: value for name, value in inherited.items() if name not in _UNWANTED}
    return kept | {
        # Client sites inspect TLS with their own authority; uv looks elsewhere by default.
        "UV_SYSTEM_CERTS": "1",
        "UV_PYTHON_DOWNLOADS": "never",
        "UV_PYTHON": interpreter,
        "UV_PROJECT_ENVIRONMENT": str(VENV),
        # Without bytecode every start of the program takes three times as long.
        "UV_COMPILE_BYTECODE": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
    }


def base_interpreter() -> str:
    """Return the Python outside any virtual environment that runs us."""
    if sys.prefix == sys.base_prefix:
        return sys.executable
    home = Path(sys.base_prefix)
    found = home / "python.exe" if _WINDOWS else home / "bin" / "python3"
    return str(found) if found.exists() else sys.executable


def environment() -> dict[str, str]:
    """Return `tool_environment` for this shell and this interpreter."""
    return tool_environment(os.environ, base_interpreter())


def is_recent_uv(version_line: str) -> bool:
    """Return whether the answer to `uv --version` names one we can use."""
    found = re.match(r"uv (\d+)\.(\d+)", version_line)
    return found is not None and (int(found[1]), int(found[2])) >= _OLDEST_UV


def constraints(lock: str) -> list[str]:
    """Return the versions of `uv.lock` in the words of a pip constraints file.

    Args:
        lock: Text of the lock.
    """
    lines = []
    for package in tomllib.loads(lock)["package"]:
        if "registry" not in package["source"]:
            continue
        pin = f"{package['name']}=={package['version']}"
        markers = " or ".join(f"({marker})" for marker in package.get("resolution-markers", ()))
        lines.append(f"{pin} ; {markers}" if markers else pin)
    return lines


def fingerprint(project: bytes, lock: bytes, interpreter: str) -> str:
    """Return what `.venv` was made from, in one line; another line asks for a new set-up."""
    digest = hashlib.sha256()
    for part in (project, lock, interpreter.encode(), platform.python_version().encode()):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def provide_environment(*, with_pip: bool = False) -> int:
    """Make `.venv` hold what the lock says; return an exit status.

    Costs nothing when the lock, the project and the interpreter are those of last time.

    Args:
        with_pip: Leave uv aside, for places where only pip knows the package index.
    """
    mark = fingerprint(
        (ROOT / "pyproject.toml").read_bytes(),
        (ROOT / "uv.lock").read_bytes(),
        base_interpreter(),
    )
    stamp = f"{ROOT}\n{mark}\n"
    made = STAMP.read_text("utf-8") if STAMP.is_file() and PYTHON.exists() else ""
    if made == stamp:
        return 0
    if made and not made.startswith(f"{ROOT}\n"):
        # The clone was moved: the scripts inside still name the old place.
        shutil.rmtree(VENV)
    uv = None if with_pip else _provide_uv()
    say("Preparing the environment…", "Préparation de l’environnement…")
    status = _sync(uv) if uv else _install_with_pip()
    if status == 0:
        STAMP.write_text(stamp, "utf-8")
    return status


def _sync(uv: str) -> int:
    status = _call([uv, "sync", "--locked", "--quiet"])
    if status:
        say(
            "uv could not install the packages. Where only pip knows the package index,"
            " run: python3 installer/dev.py setup --pip",
            "uv n’a pas pu installer les paquets. Là où seul pip connaît l’index des paquets,"
            " lancez\u00a0: python3 installer/dev.py setup --pip",
        )
    return status


def _provide_uv() -> str | None:
    """Return the path of a recent uv, fetched into `.tools` if need be, or None."""
    for found in (shutil.which("uv"), _own_uv()):
        if found and is_recent_uv(_output([found, "--version"])):
            return found
    say("Fetching uv…", "Récupération de uv…")
    # Into a folder of ours: Debian's PEP 668 forbids anything else, and rightly so.
    wanted = f"uv>={'.'.join(map(str, _OLDEST_UV))}"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--no-deps"]
    if _call([*pip, "--target", str(TOOLS), wanted]):
        return None
    return _own_uv()


def _own_uv() -> str | None:
    places = os.pathsep.join(str(TOOLS / folder) for folder in ("bin", "Scripts"))
    return shutil.which("uv", path=places)


def _install_with_pip() -> int:
    """Make `.venv` without uv, nor the ensurepip that Debian packs apart."""
    pins = TOOLS / "constraints.txt"
    pins.parent.mkdir(exist_ok=True)
    pins.write_text("\n".join(constraints((ROOT / "uv.lock").read_text("utf-8"))), "utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    interpreter = base_interpreter()
    install = [interpreter, "-m", "pip", "--python", str(PYTHON), "install", "--quiet"]
    for command in (
        [interpreter, "-m", "venv", "--without-pip", "--clear", str(VENV)],
        [*install, "-c", str(pins), "-e", str(ROOT), *project["dependency-groups"]["dev"]],
    ):
        if status := _call(command):
            return status
    return 0


def _call(command: list[str]) -> int:
    return subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    except OSError:
        return ""
    return done.stdout
