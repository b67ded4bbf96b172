"""Text as people wrote it: cleaned, compared, sorted, shortened, made into file names."""

import re
import unicodedata
from typing import Final

from entente.i18n import _

#: Longest file name that leaves room for a folder, a suffix and a number on every system.
FILE_NAME_MAX: Final = 120

#: Letters that do not come apart into a letter and an accent, and signs people type in
#: several forms and mean as one.
_SAME: Final = {
    **dict.fromkeys("\u0131", "i"),
    **dict.fromkeys("øØ", "o"),
    **dict.fromkeys("đĐðÐ", "d"),
    **dict.fromkeys("łŁ", "l"),
    **dict.fromkeys("þÞ", "th"),
    **dict.fromkeys("œŒ", "oe"),
    **dict.fromkeys("æÆ", "ae"),
    **dict.fromkeys("`\u00b4\u2018\u2019\u201b\u02bc\u2032", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u00ad\u200b\ufeff", ""),
}
_CONTROLS: Final = dict.fromkeys(
    code for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"
)
#: Lone surrogates cannot be stored, the two last code points cannot stand in XML.
_UNFIT: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
#: Characters that turn the direction of what follows, or break the line.
_TURNS: Final = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_NO_WORD: Final = re.compile(r"[^\w°]|_")
_BLANKS: Final = re.compile(r"\s+")
_DIGIT: Final = re.compile("[0-9]")
_DIGITS: Final = re.compile(r"0*([0-9]+)")
_REF: Final = re.compile(r"(\D*)(\d*)(.*)", re.DOTALL)
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)


class _Folding(dict[int, str]):
    """What each character counts as, worked out once for each that occurs.

    Args:
        blanks: Characters that count as a space.
    """

    def __init__(self, blanks: str = "") -> None:
        super().__init__({ord(char): " " for char in blanks})

    def __missing__(self, code: int) -> str:
        char = chr(code)
        # Folding case can bring out an accent of its own (the dotted capital I).
        self[code] = _bare(_bare(_SAME.get(char, char)).casefold())
        return self[code]


def _bare(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(_SAME.get(char, char) for char in parts if not unicodedata.combining(char))


_FOLDED: Final = _Folding()
_SORTED: Final = _Folding(blanks="-'\"_/.,;:()[]\u2010\u2011\u2013\u2014\u2019«»")


def fold(text: str) -> str:
    """Return `text` blind to case, accents, ligatures and the form of its signs."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def fold_in_place(text: str) -> tuple[str, list[int]]:
    """Return the folded text, and for each of its signs the place of the one it came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for sign in fold(char):
            letters.append(sign)
            places.append(place)
    return "".join(letters), places


def heading_key(text: str) -> str:
    """Return what is left of a heading once it is only words: `E-mail :` gives `e mail`."""
    return " ".join(_NO_WORD.sub(" ", fold(text)).split())


def sort_key(text: str) -> str:
    """Return a key that sorts as a French dictionary does, and numbers by their value.

    Letters decide first; accents, ligatures and capitals only between equal words.
    """
    plain = text.translate(_SORTED)
    if _DIGIT.search(plain):
        plain = _DIGITS.sub(_by_length, plain)
    accents = "" if text.isascii() else text.lower()
    # Small letters before capitals, as dictionaries have it.
    return f"{plain}\0{accents}\0{text.swapcase()}"


def _by_length(match: re.Match[str]) -> str:
    """Put the length before a number, so that a longer one sorts after a shorter."""
    digits = match[1]
    length = len(digits)
    # One sign below the letters stands for the length; past 47 it is written out.
    return f"{chr(0x30 + length)}{digits}" if length < 48 else f"`{length:06d}{digits}"


def natural_key(ref: str) -> tuple[str, int, str]:
    """Return a key that sorts A2 before A10."""
    match = _REF.fullmatch(ref)
    letters, digits, rest = match.groups() if match else (ref, "", "")
    return letters, int(digits[:18] or 0), rest


def clean(text: str) -> str:
    """Return `text` in its composed form, without what cannot be stored or printed.

    Every line end becomes a line feed. Other control characters, lone surrogates and the two code
    points XML forbids go; everything else stays, writing direction and emoji included.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    return unicodedata.normalize("NFC", _UNFIT.sub("", lines))


def is_whole(text: str) -> bool:
    """Whether `clean` keeps every character, in whatever form."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.translate(_CONTROLS) == lines and not _UNFIT.search(lines)


def shorten(text: str, length: int) -> str:
    """Return the beginning of `text` on one line, with `…` where something was left out.

    Made for showing somebody's text inside a sentence of ours: characters that turn the
    writing direction go, so that they cannot scramble what follows.

    Args:
        text: Any text.
        length: Most characters to return, 1 or more.
    """
    # A hundred thousand characters need not be worked through for the first sixty.
    head = clean(text[: length * 4 + 64])
    line = _BLANKS.sub(" ", _TURNS.sub("", head)).strip()
    if len(line) <= length and len(text) <= length * 4 + 64:
        return line
    cut = min(length - 1, len(line))
    while cut > 0 and cut < len(line) and _belongs_to_previous(line, cut):
        cut -= 1
    return line[:cut].rstrip() + "…"


def _belongs_to_previous(text: str, place: int) -> bool:
    """Whether cutting before `place` would tear a letter or an emoji apart."""
    char = text[place]
    return (
        bool(unicodedata.combining(char))
        or char in "\u200d\ufe0e\ufe0f"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or text[place - 1] == "\u200d"
    )


def safe_file_name(text: str) -> str:
    """Return a file name made of `text` that every system takes, without a suffix.

    Never empty; at most `FILE_NAME_MAX` characters and 240 bytes.
    """
    name = _TURNS.sub("", clean(text))
    name = _BLANKS.sub(" ", _FORBIDDEN.sub("-", _BLANKS.sub(" ", name))).strip(" .")
    name = name[: FILE_NAME_MAX - 1].encode()[:240].decode(errors="ignore").strip(" .")
    if not name.strip("-_ "):
        return _("untitled")
    # Windows gives these names to devices, whatever follows the first point.
    return f"_{name}" if name.split(".")[0].strip().lower() in _RESERVED else name
