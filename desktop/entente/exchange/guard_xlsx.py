"""Counting the cells of an Excel sheet before it is read."""

import posixpath
import zipfile
from typing import Final

from entente.exchange.guard import LETTERS_MAX, Findings, UnsafeWorkbookError, unfold, walk

_SHARED: Final = "xl/sharedStrings.xml"
_TRUE: Final = frozenset({"1", "true"})


def sheet_parts(archive: zipfile.ZipFile) -> list[tuple[str, str, bool]]:
    """Return name, part and whether it is shown, of every sheet of a workbook.

    Raises:
        UnsafeWorkbookError: If the workbook is damaged.
    """
    sheets: list[tuple[str, str, bool]] = []
    targets: dict[str, str] = {}

    def relation(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def sheet(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            key = next((value for key, value in attributes.items() if _local(key) == "id"), "")
            shown = attributes.get("state", "visible") == "visible"
            sheets.append((attributes.get("name", ""), targets.get(key, ""), shown))

    walk(unfold(archive, "xl/_rels/workbook.xml.rels"), relation)
    walk(unfold(archive, "xl/workbook.xml"), sheet)
    return [
        (name, posixpath.normpath(posixpath.join("/xl", target)).lstrip("/"), shown)
        for name, target, shown in sheets
    ]


class SheetCounter:
    """Counts the cells of one sheet while it is unfolded."""

    def __init__(self) -> None:
        self.findings = Findings()
        self._uses: dict[str, int] = {}
        self._letters = 0
        self._row = 0
        self._column = -1
        self._kind = ""
        self._filled = False
        self._formula = False
        self._reading = False
        self._text = ""

    def count(self, archive: zipfile.ZipFile, part: str) -> Findings:
        """Return what the sheet holds.

        Raises:
            UnsafeWorkbookError: If it is damaged or too large.
        """
        walk(unfold(archive, part), self._start, self._end, self._characters)
        if self._uses:
            self._count_shared(archive)
        return self.findings

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match _local(name):
            case "row":
                self._row = _number(attributes["r"]) if "r" in attributes else self._row
                self._column = -1
                if attributes.get("hidden") in _TRUE:
                    self.findings.hide_rows(self._row, 1)
            case "col" if attributes.get("hidden") in _TRUE:
                first, last = _number(attributes["min"]), _number(attributes["max"])
                self.findings.hide_columns(first, last - first + 1)
            case "c":
                self._place(attributes.get("r", ""))
                self._kind = attributes.get("t", "")
                self._formula = self._filled = self._reading = False
                self._text = ""
            case "f":
                self._formula = True
            case "v" | "is":
                self._filled = self._reading = True

    def _end(self, name: str) -> None:
        match _local(name):
            case "row":
                self._row += 1
            case "v" | "is":
                self._reading = False
            case "c" if self._filled or self._formula:
                self._close()

    def _characters(self, text: str) -> None:
        if not self._reading:
            return
        self._text += text
        self._letters += len(text)
        if self._letters > LETTERS_MAX:
            raise UnsafeWorkbookError("size")

    def _place(self, reference: str) -> None:
        if not reference:
            self._column += 1
            return
        letters = reference.rstrip("0123456789")
        if not letters.isalpha() or not letters.isascii() or len(letters) > 3:
            raise UnsafeWorkbookError("damaged")
        column = 0
        for letter in letters.upper():
            column = column * 26 + ord(letter) - ord("A") + 1
        self._row, self._column = _number(reference[len(letters) :]), column - 1

    def _close(self) -> None:
        place = (self._row, self._column)
        if self._kind == "e":
            self.findings.add_error(*place)
        elif self._formula and not self._text and self._kind != "str":
            self.findings.add_uncounted(*place)
        elif self._kind == "s" and (index := self._text.strip()):
            self._uses[index] = self._uses.get(index, 0) + 1
        self.findings.add(*place)

    def _count_shared(self, archive: zipfile.ZipFile) -> None:
        """Count the letters of shared texts as often as cells repeat them."""
        lengths: list[int] = []

        def start(name: str, _attributes: dict[str, str]) -> None:
            if _local(name) == "si":
                lengths.append(0)

        def text(characters: str) -> None:
            if lengths:
                lengths[-1] += len(characters)

        walk(unfold(archive, _SHARED), start, None, text)
        for index, uses in self._uses.items():
            place = _number(index) + 1
            if place < len(lengths):
                self._letters += lengths[place] * uses
        if self._letters > LETTERS_MAX:
            raise UnsafeWorkbookError("size")


def _number(digits: str) -> int:
    """Return the number before the one written: rows count from 1, places from 0."""
    if not digits.isdecimal() or not digits.isascii() or len(digits) > 9:
        raise UnsafeWorkbookError("damaged")
    return int(digits) - 1


def _local(name: str) -> str:
    return name.rpartition(":")[2]
