"""A bar for each item of a wave, chosen one by one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.charts.bars import BarChart
from entente_ui.climate.charts.told import Answers
from entente_ui.formats import decimal
from entente_ui.kit import NOWHERE
from entente_ui.look.theme import theme

#: Px at 100 % the figure beside a bar takes, and the word after it.
_FIGURE: Final = 42
_WORD: Final = 84


class AnswersChart(BarChart):
    """What its bars measure is for each chart.

    Attributes:
        items: What was answered to each.

    Signals:
        picked: Emitted with the key of an item that was chosen.
    """

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.items: Sequence[Answers] = ()

    def show_items(self, items: Sequence[Answers], sentence: str) -> None:
        """Show other answers; the sentence says what they show."""
        self.items = items
        self.aimed_part = 0 if items else NOWHERE
        self.setAccessibleDescription(sentence)
        self.updateGeometry()
        self.update()

    @property
    @override
    def count(self) -> int:
        return len(self.items)

    @override
    def name_of(self, place: int) -> str:
        return self.items[place].name

    @override
    def tip(self, part: int) -> str:
        return self.spoken(part)

    @override
    def choose(self, part: int) -> None:
        self.look_at(part)
        self.picked.emit(self.items[part].key)

    def paint_figure(self, painter: QPainter, place: int, value: float, *, is_split: bool) -> None:
        """Write a figure beside a bar, and whether there are two camps."""
        px, row, plot = theme().px, self.row_rect(place), self.plot()
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("text"))
        flag = int(Qt.AlignmentFlag.AlignVCenter)
        box = QRectF(plot.right() + px(8), row.top(), px(_FIGURE), row.height())
        painter.drawText(box, flag, decimal(value, 2))
        if is_split:
            painter.setPen(theme().colour("caution"))
            box = QRectF(box.right() + px(4), row.top(), px(_WORD), row.height())
            painter.drawText(box, flag, _("two camps"))
