"""What this machine offers: its language, a display, the libraries Qt loads."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

#: Shared libraries without which Qt cannot even be imported, each with the Debian or
#: Ubuntu packages that hold it, newest name first.
IMPORT_LIBRARIES: Final = MappingProxyType(
    {
        "libGL.so.1": ("libgl1",),
        "libEGL.so.1": ("libegl1",),
        "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
        "libdbus-1.so.3": ("libdbus-1-3",),
        "libfontconfig.so.1": ("libfontconfig1",),
        "libxkbcommon.so.0": ("libxkbcommon0",),
    }
)

#: Those a window on X11 takes in addition.
WINDOW_LIBRARIES: Final = MappingProxyType(
    {
        "libxcb-cursor.so.0": ("libxcb-cursor0",),
        "libxcb-icccm.so.4": ("libxcb-icccm4",),
        "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
        "libxcb-shape.so.0": ("libxcb-shape0",),
        "libxcb-xkb.so.1": ("libxcb-xkb1",),
        "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    }
)

#: Qt platforms that draw where nobody looks.
_BLIND_PLATFORMS: Final = ("offscreen", "minimal")


def speaks_french(environ: Mapping[str, str]) -> bool:
    """Return whether the variables of a shell ask for French."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return value.lower().startswith("fr")
    return False


def say(english: str, french: str) -> None:
    """Tell the person at the shell something, in their language.

    The catalogues of the program cannot serve here: nothing is installed yet.
    """
    print(french if speaks_french(os.environ) else english, flush=True)


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Return whether a window opened now would be seen by somebody.

    Args:
        platform: As `sys.platform` names it.
        environ: The environment; a platform chosen for Qt in it has the last word.
    """
    if chosen := environ.get("QT_QPA_PLATFORM"):
        return chosen.split(":")[0].split(";")[0] not in _BLIND_PLATFORMS
    if platform != "linux":
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def loads(soname: str) -> bool:
    """Return whether the dynamic linker finds the library called `soname`."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_libraries(
    *, window: bool, present: Callable[[str], bool] = loads
) -> dict[str, tuple[str, ...]]:
    """Return the libraries Qt will not find, with the packages that may hold each.

    Args:
        window: Whether a window is to be shown, not only drawn offscreen.
        present: Says whether a library is there.
    """
    wanted = {**IMPORT_LIBRARIES, **(WINDOW_LIBRARIES if window else {})}
    return {soname: names for soname, names in wanted.items() if not present(soname)}


def packages_for(
    candidates: Iterable[tuple[str, ...]], is_known: Callable[[str], bool]
) -> list[str]:
    """Return one package name for each tuple of candidates.

    The first name that the package lists know is taken; where they know none, as on a
    machine that never fetched them, the last, which is the oldest.
    """
    return [next((name for name in names if is_known(name)), names[-1]) for names in candidates]


def install_line(packages: Iterable[str]) -> str:
    """Return what to type in a shell to install `packages`."""
    return f"sudo apt-get install {' '.join(packages)}"


def provide_libraries(*, window: bool) -> int:
    """Install what Qt misses where that is allowed, else say what to type.

    Returns:
        An exit status; other than 0, Qt will not start.
    """
    if sys.platform != "linux":
        return 0
    missing = missing_libraries(window=window)
    if not missing:
        return 0
    if not shutil.which("apt-get"):
        names = " ".join(missing)
        say(
            f"Qt needs these libraries; please install them with your package manager: {names}",
            f"Qt a besoin de ces bibliothèques, à installer avec votre gestionnaire"
            f" de paquets\u00a0: {names}",
        )
        return 1
    if os.geteuid() != 0:
        line = install_line(packages_for(missing.values(), _apt_knows))
        say(
            f"Qt needs system libraries that are missing here. Please run:\n\n    {line}\n",
            f"Il manque à Qt des bibliothèques du système. Veuillez lancer\u00a0:\n\n    {line}\n",
        )
        return 1
    return _apt_install(missing.values())


def _apt_install(candidates: Iterable[tuple[str, ...]]) -> int:
    """Install packages as root and return the exit status of apt-get."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # One broken third-party source makes the update fail and must not stop the rest.
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    packages = packages_for(candidates, _apt_knows)
    say(
        f"Installing system libraries: {' '.join(packages)}",
        f"Installation de bibliothèques du système\u00a0: {' '.join(packages)}",
    )
    options = ["-y", "-qq", "-o", "Dpkg::Use-Pty=0", "--no-install-recommends"]
    command = ["apt-get", "install", *options, *packages]
    done = subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL)
    return done.returncode


def _apt_knows(package: str) -> bool:
    found = subprocess.run(["apt-cache", "show", package], check=False, capture_output=True)
    return found.returncode == 0
