"""The one place where words become something ReportLab draws.

ReportLab reads `<img src=…>` in a paragraph as an order to open a file. So nothing else in
the program builds a paragraph: what people wrote comes through here, is cleaned and fitted
to the characters the typeface has; and paragraphs are put together from pieces of text, so
that nothing is ever read as markup.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from entente.briefs import type as typeface
from entente.briefs.type import Face
from entente.domain import text as written

#: Stands for a character the typeface does not hold; only the sans serif has it.
SUBSTITUTE: Final = "□"

#: ReportLab's line breaking is quadratic in the length of a paragraph and of a word.
_WORDS_MAX: Final = 500
_LETTERS_MAX: Final = 4_000
_WORD_MAX: Final = 200
_PIECE: Final = 100
#: A name or title; nobody reads a longer one.
_LINE_MAX: Final = 300
#: A letter takes more than this share of the size of its type, on average over a line.
_NARROWEST: Final = 0.3

_JOINER: Final = "\u200d"

#: Characters that steer the reading direction or joining of others and print as nothing.
_UNSEEN: Final = (
    "\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f"
)
_INVISIBLE: Final = re.compile(f"[{_UNSEEN}]")
_BREAKS: Final = re.compile("\r\n?|[\u000b\u000c\u0085\u2028\u2029]")
_WIDE: Final = "\t\u1680\u2000-\u2006\u2008\u205f\u3000"
_BLANKS: Final = re.compile(f"[ {_WIDE}]+")
#: Whatever makes tidying worth its time; most texts have none of it.
_UNTIDY: Final = re.compile(f"[{_WIDE}{_UNSEEN}]|  | \n|\n[ \n]|^[ \n]|[ \n]$")
_LONG_WORD: Final = re.compile(rf"[^ \n]{{{_WORD_MAX + 1},}}")

#: ReportLab breaks lines at these; U+00A0 is the only space it leaves alone.
_NARROW: Final = "\u2007\u2009\u200a\u202f"
_UNITS: Final = r"€|£|\$|%|‰|°C|[kM]€|h|min|s|j|jours?|mois|ans?|km|kg|pt|[MG]o"
#: Spaces typed where French, or a number, allows no line break.
_BOUND: Final = re.compile(
    " (?:"
    r"(?<=\d )(?=\d{3}(?!\d))"
    rf"|(?<=\d )(?=(?:{_UNITS})(?!\w))"
    r"|(?<=\d[ \u00a0]h )(?=\d\d(?!\d))"
    r"|(?<=« )|(?=»)|(?=[:;!?](?!\w))"
    r"|(?<=\b[nN]° )|(?<=\b[aA]rt\. )|(?<=\bM\. )|(?<=\bMme )"
    ")"
)


def paragraphs(
    text: str, style: ParagraphStyle, *, lead: str = "", label: str = "", colour: str = ""
) -> list[Paragraph]:
    """Return somebody's text as paragraphs, one or more for each of its lines.

    Args:
        text: Any text.
        style: How it is set.
        lead: Words of ours in bold before it.
        label: A word of ours after it, small and coloured.
        colour: Colour of the label, as `#rrggbb`.
    """
    parts = _parts(clean(text))
    if lead:
        parts[0] = f" {parts[0]}"
    if label:
        parts[-1] += "\u00a0"
    pieces = [_pieces(part, style) for part in parts]
    if lead:
        bold = {"fontName": Face.SEMIBOLD}
        pieces[0] = [piece.clone(**bold) for piece in _pieces(one_line(lead), style)] + pieces[0]
    if label:
        words = "·\u00a0" + one_line(label).replace(" ", "\u00a0")
        small = {"fontSize": typeface.SMALL_SIZE, "textColor": HexColor(colour)}
        pieces[-1] += [piece.clone(**small) for piece in _pieces(words, style)]
    return [_paragraph(each, style) for each in pieces]


def line_or_paragraphs(text: str, style: ParagraphStyle, room: float) -> str | list[Paragraph]:
    """Return somebody's text as a mere line to draw if it fits `room` points, else set.

    Breaking lines is what takes the time.
    """
    cleaned = clean(text)
    if len(cleaned) * style.fontSize * _NARROWEST <= room and "\n" not in cleaned:
        single = _drawn(cleaned, style.fontName)
        if typeface.width(single, style.fontName, style.fontSize) <= room:
            return single
    return [_paragraph(_pieces(part, style), style) for part in _parts(cleaned)]


def line(text: str, style: ParagraphStyle) -> Paragraph:
    """Return a name or title as one paragraph, shortened when nobody would read it all."""
    return _paragraph(_pieces(_short(text), style), style)


def phrase(template: str, style: ParagraphStyle, **values: str) -> Paragraph:
    """Return a sentence of ours with somebody's words in it.

    Args:
        template: The sentence, with named placeholders.
        style: How it is set.
        values: The words for the placeholders, a name or title each.
    """
    short = {name: _short(text) for name, text in values.items()}
    return _paragraph(_pieces(_bind(template).format(**short), style), style)


def clean(text: str) -> str:
    """Return `text` as it can be printed: no control characters, spaces bound, lines kept.

    It is what people typed for the rest; markup in it is still just characters.
    """
    lines = written.clean(_BREAKS.sub("\n", text) if _BREAKS.search(text) else text)
    if _UNTIDY.search(lines):
        visible = _BLANKS.sub(" ", _INVISIBLE.sub("", lines))
        tidy = (part.strip() for part in visible.split("\n"))
        lines = "\n".join(part for part in tidy if part)
    bound = _bind(lines)
    return _LONG_WORD.sub(_in_pieces, bound) if len(bound) > _WORD_MAX else bound


def one_line(text: str) -> str:
    """Return `text` cleaned and on one line."""
    return clean(text).replace("\n", " ")


def drawable(text: str, face: str = Face.SANS) -> str:
    """Return `text` on one line with only characters the face has, to draw as it is."""
    return _drawn(one_line(text), face)


def fitted(text: str, face: str, size: float, room: float) -> str:
    """Return `text` on one line, shortened with `…` to at most `room` points."""
    whole = drawable(_short(text), face)
    if typeface.width(whole, face, size) <= room:
        return whole
    kept = whole
    while kept and typeface.width(f"{kept}…", face, size) > room:
        kept = kept[:-1].rstrip()
    return f"{kept}…" if kept else ""


def has_substitutes(texts: Iterable[str]) -> bool:
    """Return whether some of the texts hold characters the typeface does not."""
    held = typeface.glyphs(Face.SANS)
    return any(
        not is_held
        for text in texts
        if not held.issuperset(map(ord, text))
        for _run, is_held in _runs(one_line(text), held)
    )


def _drawn(cleaned: str, face: str) -> str:
    held = typeface.glyphs(face)
    stand_in = SUBSTITUTE if ord(SUBSTITUTE) in held else "?"
    runs = _runs(cleaned, held)
    return "".join(run if is_held else stand_in * len(run) for run, is_held in runs)


def _paragraph(pieces: list[ParaFrag], style: ParagraphStyle) -> Paragraph:
    # With pieces given, ReportLab parses nothing.
    return Paragraph("", style, frags=pieces)


def _pieces(text: str, style: ParagraphStyle) -> list[ParaFrag]:
    """Return cleaned text as pieces of a paragraph in which every character is drawn."""
    pattern = _pattern(style)
    return [
        pattern.clone(text=run)
        if is_held
        else pattern.clone(text=_drawn(run, Face.SANS), fontName=Face.SANS)
        for run, is_held in _runs(text, typeface.glyphs(style.fontName))
    ]


@cache
def _pattern(style: ParagraphStyle) -> ParaFrag:
    """Return a piece as ReportLab itself makes it."""
    (piece,) = Paragraph("x", style).frags
    return piece


def _parts(text: str) -> list[str]:
    """Split cleaned text into lines, and long ones further."""
    parts: list[str] = []
    for line_ in text.split("\n"):
        part: list[str] = []
        size = 0
        for word in line_.split(" "):
            if len(part) == _WORDS_MAX or size > _LETTERS_MAX:
                parts.append(" ".join(part))
                part, size = [], 0
            part.append(word)
            size += len(word)
        parts.append(" ".join(part))
    return parts


def _short(text: str) -> str:
    return one_line(written.shorten(text, _LINE_MAX))


def _runs(text: str, held: frozenset[int]) -> list[tuple[str, bool]]:
    """Return the pieces of a text, each with whether the typeface holds it.

    Marks, joiners and skin tones go with the character they belong to: what people see
    as one emoji counts as one.
    """
    if held.issuperset(map(ord, text)) or held.issuperset(map(ord, set(text) - {" "})):
        return [(text, True)] if text else []
    units: list[tuple[str, bool]] = []
    joined = False
    for char in text:
        follows_missing = bool(units) and not units[-1][1]
        if char == _JOINER or (follows_missing and (joined or _modifies(char))):
            joined = char == _JOINER and follows_missing
            continue
        units.append((char, ord(char) in held or char == " "))
    return [
        ("".join(char for char, _ in group), is_held)
        for is_held, group in groupby(units, key=itemgetter(1))
    ]


def _modifies(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Me", "Cf"} or "\U0001f3fb" <= char <= "\U0001f3ff"


def _bind(text: str) -> str:
    for narrow in _NARROW:
        text = text.replace(narrow, "\u00a0")
    return _BOUND.sub("\u00a0", text)


def _in_pieces(match: re.Match[str]) -> str:
    word = match.group()
    return " ".join(word[start : start + _PIECE] for start in range(0, len(word), _PIECE))
