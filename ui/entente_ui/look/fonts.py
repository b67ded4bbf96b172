"""The typefaces the program brings along, so that it looks the same everywhere."""

from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from entente_resources import resource

FILES: Final = (
    "SourceSans3-Regular.ttf",
    "SourceSans3-SemiBold.ttf",
    "SourceSans3-Bold.ttf",
    "SourceSerif4-SemiBold.ttf",
)


def register_fonts() -> None:
    """Make our typefaces known to Qt; call it once there is an application.

    Raises:
        RuntimeError: If Qt cannot read one of them.
    """
    if "Source Sans 3" in QFontDatabase.families() and _all_weights():
        return
    for name in FILES:
        data = QByteArray(resource(f"fonts/{name}").read_bytes())
        if QFontDatabase.addApplicationFontFromData(data) < 0:
            raise RuntimeError(f"unreadable font {name}")


def _all_weights() -> bool:
    has_semibold = "SemiBold" in QFontDatabase.styles("Source Sans 3")
    return has_semibold and "Source Serif 4" in QFontDatabase.families()
