"""Breaking text into lines, fast enough for thousands of cards.

What is measured here is what is painted, line by line, so a card is exactly as high as its
words. Qt's own text layout takes a hundred times as long.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

#: Characters looked at for each line wanted; nobody reads more on a card.
_A_LINE: Final = 200
_WORDS_KEPT: Final = 50_000


class Wrapper:
    """Breaks text written in one font; the width of each word is measured once."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._space = self._metrics.horizontalAdvance(" ")
        self._widths: dict[str, float] = {}
        #: Px from one line to the next.
        self.line_height = round(self._metrics.lineSpacing())

    def broken(self, text: str, width: float, most: int) -> list[str]:
        """Return text as lines: one more than so many if there is more."""
        found: list[str] = []
        for paragraph in text[: _A_LINE * most].split("\n"):
            self._break(paragraph, width, most + 1, found)
            if len(found) > most:
                break
        if len(text) > _A_LINE * most:
            found.append("…")
        return found

    def shortened(self, lines: list[str], width: float, most: int) -> list[str]:
        """Return what `broken` gave, the last line ending with … if there was more."""
        if len(lines) <= most:
            return lines
        last = f"{lines[most - 1]} {lines[most]}…"
        end = self._metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)
        return [*lines[: most - 1], end]

    def _break(self, paragraph: str, width: float, most: int, found: list[str]) -> None:
        line: list[str] = []
        used = 0.0
        for each in paragraph.split(" "):
            word, wide = each, self._width(each)
            if line and used + self._space + wide <= width:
                line.append(word)
                used += self._space + wide
                continue
            if line:
                found.append(" ".join(line))
            while wide > width and len(word) > 1 and len(found) < most:
                head = self._fitting(word, width)
                found.append(word[:head])
                word = word[head:]
                wide = self._metrics.horizontalAdvance(word)
            if len(found) >= most:
                return
            line, used = [word], wide
        found.append(" ".join(line))

    def _width(self, word: str) -> float:
        width = self._widths.get(word)
        if width is None:
            if len(self._widths) > _WORDS_KEPT:
                self._widths.clear()
            width = self._widths[word] = self._metrics.horizontalAdvance(word)
        return width

    def _fitting(self, word: str, width: float) -> int:
        """Return how many characters of a word too long for a line fit on it, at least one."""
        least, beyond = 1, len(word)
        while beyond - least > 1:
            middle = (least + beyond) // 2
            if self._metrics.horizontalAdvance(word[:middle]) <= width:
                least = middle
            else:
                beyond = middle
        return least
