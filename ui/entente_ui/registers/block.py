"""Blocks of cells on their way to and from spreadsheets: text with tabs between cells."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

#: Cells one paste may hold; more of them are an import.
MOST_CELLS: Final = 20_000

_NEEDS_QUOTES: Final = re.compile(r'[\t\n\r"]')
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r\n|\n|\r|$)')
_BARE: Final = re.compile(r"[^\t\r\n]*")
#: A sheet would take it for a formula. A telephone number or a sum of money is none.
_FORMULA: Final = re.compile(r"'*(?:[=@]|[+-](?=.*[A-Za-z(|!]))")


def read_block(text: str) -> list[list[str]]:
    """Return the cells of a block as spreadsheets copy it; the last line end adds no row."""
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        cell, place = _cell(text, place)
        rows[-1].append(cell)
        if place >= len(text):
            break
        if text[place] == "\t":
            place += 1
            continue
        place += 2 if text.startswith("\r\n", place) else 1
        if place >= len(text):
            break
        rows.append([])
    return rows


def write_block(rows: Iterable[Sequence[str]]) -> str:
    """Return cells as spreadsheets paste them; nothing in them can act as a formula."""
    return "\n".join("\t".join(_written(cell) for cell in row) for row in rows)


def unguarded(cell: str) -> str:
    """Return the text of a cell without the sign that keeps a sheet from calculating it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def tiled(block: Sequence[Sequence[str]], rows: int, columns: int) -> list[list[str]]:
    """Return a block repeated over a larger selection that it divides, else as it is."""
    height, width = len(block), max(map(len, block))
    whole = [[*row, *[""] * (width - len(row))] for row in block]
    if rows % height or columns % width:
        return whole
    return [
        [whole[row % height][column % width] for column in range(columns)] for row in range(rows)
    ]


def size_of(block: Sequence[Sequence[str]]) -> int:
    """Return how many cells a block has."""
    return sum(map(len, block))


def _cell(text: str, place: int) -> tuple[str, int]:
    quoted = _QUOTED.match(text, place)
    if quoted:
        return quoted[1].replace('""', '"'), quoted.end()
    bare = _BARE.match(text, place)
    return (bare[0], bare.end()) if bare else ("", place)


def _written(cell: str) -> str:
    safe = f"'{cell}" if _FORMULA.match(cell) else cell
    if _NEEDS_QUOTES.search(safe):
        return '"' + safe.replace('"', '""') + '"'
    return safe
