"""How the answers of a wave lie apart: a bar an item, agreement to the right of the middle."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.climate.charts.answers_chart import AnswersChart
from entente_ui.climate.charts.told import Answers
from entente_ui.climate.charts.words import answers_words
from entente_ui.look.theme import theme

_BAR: Final = 18
#: Px at 100 % of width from which on a number fits into a part of a bar.
_FITS: Final = 15
#: Least share of an item that half of the drawing stands for.
_LEAST: Final = 0.5
#: Role and strength of each answer, from 1 on. The outer ones are darkest, also in grey.
_FILLS: Final = (
    ("caution", 0.85),
    ("caution", 0.35),
    ("edge", 0.25),
    ("accent", 0.35),
    ("accent", 0.9),
)
_OUTER: Final = frozenset({0, len(_FILLS) - 1})


class SpreadChart(AnswersChart):
    """A bar an item. What nobody agrees or disagrees with stands astride of the middle."""

    head = 30
    foot = 8
    side = 140

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Spread of the answers"), parent)
        self._reach = _LEAST

    @override
    def show_items(self, items: Sequence[Answers], sentence: str) -> None:
        shares = [
            _before(each) / sum(each) for each in (item.counts for item in items) if sum(each)
        ]
        # As far as the longest bar reaches to either side of the middle.
        self._reach = max([_LEAST, *(max(share, 1 - share) for share in shares)])
        super().show_items(items, sentence)

    @override
    def spoken(self, place: int) -> str:
        return answers_words(self.items[place])

    def parts(self, place: int) -> list[QRectF]:
        """Return where each answer to an item is drawn, from 1 on; none where withheld."""
        counts = self.items[place].counts
        if not sum(counts):
            return []
        plot, row, height = self.plot(), self.row_rect(place), theme().px(_BAR)
        one = plot.width() / 2 / self._reach / sum(counts)
        left = plot.center().x() - one * _before(counts)
        found = []
        for count in counts:
            top = row.center().y() - height / 2
            found.append(QRectF(left, top, one * count, height))
            left += one * count
        return found

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.items:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, plot = theme().px, self.plot()
        self._paint_heads(painter)
        painter.setPen(QPen(theme().colour("text"), px(1)))
        x = plot.center().x()
        painter.drawLine(QPointF(x, plot.top() - px(4)), QPointF(x, plot.bottom() + px(4)))
        for place, item in enumerate(self.items):
            self.paint_name(painter, place)
            parts = self.parts(place)
            for answer, part in enumerate(parts):
                self._paint_part(painter, answer, part, item.counts[answer])
            if not parts:
                self._paint_word(painter, self.row_rect(place), _("not shown"))
            if item.summary is not None:
                split = item.summary.is_split
                self.paint_figure(painter, place, item.summary.mean, is_split=split)

    def _paint_heads(self, painter: QPainter) -> None:
        plot, px = self.plot(), theme().px
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        middle = plot.center().x()
        half = plot.width() / 2 - px(8)
        flags = Qt.AlignmentFlag
        low, high = _("disagree"), _("agree")
        if all(item.is_weather for item in self.items):
            low, high = _("foul weather"), _("fine weather")
        for box, words, side in (
            (QRectF(plot.left(), 0, half, px(24)), low, flags.AlignRight),
            (QRectF(middle + px(8), 0, half, px(24)), high, flags.AlignLeft),
            (
                QRectF(plot.right() + px(6), 0, px(self.side - 10), px(24)),
                _("mean"),
                flags.AlignLeft,
            ),
        ):
            painter.drawText(box, int(side | flags.AlignVCenter), words)

    def _paint_part(self, painter: QPainter, answer: int, part: QRectF, count: int) -> None:
        if not count:
            return
        role, strength = _FILLS[answer]
        painter.setPen(QPen(theme().colour("surface"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRect(part)
        painter.setBrush(theme().colour(role, strength))
        painter.drawRect(part)
        if answer == 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(theme().colour("surface", 0.35), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(part)
        if part.width() >= theme().px(_FITS):
            painter.setFont(theme().font("small_strong"))
            painter.setPen(theme().colour("on_accent" if answer in _OUTER else "text"))
            painter.drawText(part, int(Qt.AlignmentFlag.AlignCenter), str(count))

    def _paint_word(self, painter: QPainter, row: QRectF, words: str) -> None:
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("muted"))
        box = QRectF(self.plot().left(), row.top(), self.plot().width() / 2 - 8, row.height())
        flags = Qt.AlignmentFlag
        painter.drawText(box, int(flags.AlignRight | flags.AlignVCenter), words)


def _before(counts: Sequence[int]) -> float:
    """Return how many stand to the left of the middle; who is undecided stands astride."""
    middle = len(counts) // 2
    return sum(counts[:middle]) + counts[middle] / 2
