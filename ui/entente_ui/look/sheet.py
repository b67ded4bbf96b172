"""The style sheet: lengths in px and pt at 100 %, colours by role after an `@`."""

import re
from functools import lru_cache
from typing import Final

from entente_ui.look.sheet_controls import CONTROLS
from entente_ui.look.sheet_views import VIEWS
from entente_ui.look.tokens import SANS, SERIF, Palette

_TEXT: Final = """
QLabel { background: transparent; }
QLabel[variant="display"] { font: 600 27pt @serif; color: @text; }
QLabel[variant="title"] { font: 600 19pt @serif; color: @text; }
QLabel[variant="heading"] { font: 600 14pt @serif; color: @text; }
QLabel[variant="section"] { font: 600 13pt @sans; color: @text; }
QLabel[variant="strong"] { font-weight: 600; color: @text; }
QLabel[variant="muted"] { color: @muted; }
QLabel[variant="small"] { font-size: 9.5pt; color: @muted; }
QLabel[variant="small-strong"] { font: 600 9.5pt @sans; color: @muted; }
QLabel[variant="field"] { font-size: 9.5pt; color: @muted; }
QLabel[variant="error"] { font-size: 9.5pt; color: @critical; }
QLabel[variant="brand"] { font: 600 15pt @serif; color: @accent; }
QLabel:disabled { color: @faint; }
"""

_GROUNDS: Final = """
QFrame[ground="window"] { background: @window; }
QFrame[ground="surface"] { background: @surface; }
QFrame[ground="raised"] { background: @raised; }
QFrame[ground="soft"] { background: @accent_soft; }
QFrame[line="left"] { border-left: 1px solid @border; }
QFrame[line="right"] { border-right: 1px solid @border; }
QFrame[line="top"] { border-top: 1px solid @border; }
QFrame[line="bottom"] { border-bottom: 1px solid @border; }
QFrame[frameShape="4"], QFrame[frameShape="5"] { color: @border; }
QFrame[card="true"] {
    background: @surface; border: 1px solid @border; border-radius: 8px;
}
QFrame[card="true"][clickable="true"]:hover { border-color: @edge; }
QFrame[card="true"][ring="true"] { border: 2px solid @accent; }
QFrame[card="true"][aimed="true"] { background: @accent_soft; }
QFrame[lane="true"] { background: @raised; border-radius: 8px; }
"""

_WORD: Final = re.compile(r"@(\w+)")
_LENGTH: Final = re.compile(
    r"(radius: |border(?:-left|-right|-top|-bottom)?: )?(?<![\w.])(\d+(?:\.\d+)?)(px|pt)\b"
)


@lru_cache(maxsize=4)
def style_sheet(palette: Palette, size: int, points: float) -> str:
    """Return the style sheet of a theme.

    Args:
        palette: The colours.
        size: Size of the interface in percent; lengths in px follow it, lines do not.
        points: Factor of every size of type.
    """

    def colour(match: re.Match[str]) -> str:
        word = match[1]
        if word in {"sans", "serif"}:
            return f'"{SANS if word == "sans" else SERIF}"'
        return str(getattr(palette, word))

    def length(match: re.Match[str]) -> str:
        name, value = match[1] or "", float(match[2])
        if match[3] == "pt":
            return f"{value * points:.2f}pt"
        if value <= 1 or name.startswith("border"):
            return match[0]
        scaled = value * size / 100
        # A radius above half the height would make Qt draw square corners.
        return f"{name}{int(scaled)}px" if name else f"{max(1, round(scaled))}px"

    template = _TEXT + _GROUNDS + CONTROLS + VIEWS
    return _LENGTH.sub(length, _WORD.sub(colour, template))
