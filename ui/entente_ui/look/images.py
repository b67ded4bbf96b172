"""The few small pictures the style sheet draws with, kept in memory under `:/look/`.

A style sheet takes pictures only from files. Ours change with the theme, and a temporary
file would outlive a program that is killed, so they are handed to Qt as a resource.
"""

import struct
from typing import Final

from PySide6.QtCore import qRegisterResourceData, qUnregisterResourceData

from entente_ui.look.svg import coloured, themed
from entente_ui.look.tokens import Palette

#: Icon and role of every picture a style sheet can name as `:/look/<icon>-<role>.svg`.
PICTURES: Final = (
    ("chevron-down", "muted"),
    ("chevron-down", "faint"),
    ("chevron-up", "muted"),
    ("chevron-up", "faint"),
    ("chevron-left", "muted"),
    ("chevron-left", "faint"),
    ("chevron-right", "muted"),
    ("chevron-right", "faint"),
    ("chevron-right", "text"),
    ("tick", "on_accent"),
    ("tick", "faint"),
    ("dash", "on_accent"),
    ("tick", "accent"),
    ("x", "muted"),
    ("x", "text"),
)

#: Parts of controls in more than one colour, as `:/look/<name>.svg`.
CONTROLS: Final = (
    "radio",
    "radio-hover",
    "radio-checked",
    "radio-disabled",
    "radio-checked-disabled",
    "knob",
    "knob-hover",
    "knob-disabled",
)

_FORMAT: Final = 1
_FOLDER: Final = 2
#: For any country, in no language: QLocale.AnyCountry, QLocale.C.
_ANYWHERE: Final = (0, 1)
_NODE: Final = struct.Struct(">IHII")
_FILE: Final = struct.Struct(">IHHHI")


class _Registered:
    """What Qt holds now; it must stay alive as long as it is registered."""

    parts: tuple[bytes, bytes, bytes] | None = None


def register_images(palette: Palette) -> None:
    """Make the pictures of a theme available, in place of those of another."""
    files = {
        f"{name}-{role}.svg": coloured(name, getattr(palette, role)) for name, role in PICTURES
    }
    files |= {f"{name}.svg": themed(f"controls/{name}", palette) for name in CONTROLS}
    parts = _compiled("look", files)
    if parts == _Registered.parts:
        return
    if _Registered.parts is not None:
        qUnregisterResourceData(_FORMAT, *_Registered.parts)
    qRegisterResourceData(_FORMAT, *parts)
    _Registered.parts = parts


def _compiled(folder: str, files: dict[str, bytes]) -> tuple[bytes, bytes, bytes]:
    """Return the tree, names and data of one folder, as Qt's resource compiler writes them."""
    # Children are found by binary search over the hash of their names.
    ordered = sorted(files, key=_hash)
    names, offsets = _names([folder, *ordered])
    tree = _NODE.pack(0, _FOLDER, 1, 1) + _NODE.pack(offsets[folder], _FOLDER, len(files), 2)
    data = b""
    for name in ordered:
        tree += _FILE.pack(offsets[name], 0, *_ANYWHERE, len(data))
        data += struct.pack(">I", len(files[name])) + files[name]
    return tree, names, data


def _names(words: list[str]) -> tuple[bytes, dict[str, int]]:
    packed, offsets = b"", {}
    for word in words:
        offsets[word] = len(packed)
        packed += struct.pack(">HI", len(word), _hash(word)) + word.encode("utf-16-be")
    return packed, offsets


def _hash(word: str) -> int:
    value = 0
    for letter in word:
        value = (value << 4) + ord(letter)
        value ^= (value & 0xF0000000) >> 23
        value &= 0x0FFFFFFF
    return value
