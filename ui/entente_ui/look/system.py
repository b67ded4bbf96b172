"""What the desktop says about movement."""

import sys
from pathlib import Path
from typing import Final

_SPI_GETCLIENTAREAANIMATION: Final = 0x1042


def system_reduces_motion() -> bool:
    """Return whether the desktop asks programs not to move things about."""
    if sys.platform == "win32":
        return _windows_reduces_motion()
    if sys.platform == "darwin":
        return _mac_reduces_motion()
    return _gtk_reduces_motion(Path.home() / ".config")


def _windows_reduces_motion() -> bool:
    import ctypes  # noqa: PLC0415  # only where it is used

    wanted = ctypes.c_int(1)
    user32 = getattr(ctypes, "windll").user32  # noqa: B009  # absent elsewhere, also for mypy
    answered = user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(wanted), 0)
    return bool(answered) and not wanted.value


def _mac_reduces_motion() -> bool:
    import plistlib  # noqa: PLC0415  # only where it is used

    file = Path.home() / "Library/Preferences/com.apple.universalaccess.plist"
    try:
        with file.open("rb") as settings:
            return bool(plistlib.load(settings).get("reduceMotion", False))
    except (OSError, plistlib.InvalidFileException):
        return False


def _gtk_reduces_motion(config: Path) -> bool:
    for version in ("gtk-4.0", "gtk-3.0"):
        try:
            lines = (config / version / "settings.ini").read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            continue
        for line in lines:
            name, _equals, value = line.partition("=")
            if name.strip() == "gtk-enable-animations":
                return value.strip().lower() in {"0", "false"}
    return False
