"""What presses the mission from outside: how hard each pressure is, as buttons and as a shape."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget
from typing_extensions import override

from entente.domain.radar import Spoke
from entente.domain.start.context import INTENSITY_MAX, PRESSURE_LABELS
from entente.i18n import _
from entente.services.context import Pressure
from entente_ui.charts.radar import RadarChart
from entente_ui.formats import labelled, number
from entente_ui.kit import Card, LinkButton, PlainLabel, Segments, spaced, tooltip
from entente_ui.look.theme import theme

#: Fewer weighed pressures than these make no shape.
_FEWEST: Final = 3
_OPEN: Final = "?"
#: Narrower than this, in px at 100 %, the shape stands below.
_ROOMY: Final = 700
_BESIDE: Final = QBoxLayout.Direction.LeftToRight
_BELOW: Final = QBoxLayout.Direction.TopToBottom


class PressuresCard(Card):
    """Every sort of pressure with its intensity.

    Signals:
        weighed: Emitted with a kind and its intensity, None to leave it open again.
        asked: Emitted with the kind of a pressure one wants to say more of.
    """

    weighed = Signal(str, object)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Pressures of the context"), parent)
        self.rows: dict[str, Segments] = {}
        self._names: dict[str, LinkButton] = {}
        self._texts: dict[str, PlainLabel] = {}
        self.chart = RadarChart(_("Pressures of the context"), self, rings=INTENSITY_MAX)
        told = _("From 0, not felt, to 3, it decides. What nobody weighed is left out, not zero.")
        self.body.addWidget(PlainLabel(told, "small", self, wrap=True))
        self._line = spaced(QBoxLayout(_BESIDE), 0, 20)
        self._line.addLayout(self._grid(), 3)
        self._line.addWidget(self.chart, 2)
        self.body.addLayout(self._line)

    def _grid(self) -> QGridLayout:
        grid = spaced(QGridLayout(), 0, 6)
        grades = [str(grade) for grade in range(INTENSITY_MAX + 1)]
        for place, (kind, words) in enumerate(PRESSURE_LABELS.items()):
            name = LinkButton(_(words), partial(self.asked.emit, kind), self)
            tooltip(name, _("Say what it consists of"))
            choices = [(_OPEN, _OPEN), *((grade, number(int(grade))) for grade in grades)]
            row = Segments(choices, _OPEN, self)
            row.setAccessibleName(_(words))
            row.chosen.connect(partial(self._weigh, kind))
            text = PlainLabel("", "small", self, wrap=True)
            grid.addWidget(name, 2 * place, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(row, 2 * place, 1)
            grid.addWidget(text, 2 * place + 1, 0, 1, 2)
            self.rows[kind], self._names[kind], self._texts[kind] = row, name, text
        grid.setColumnStretch(1, 1)
        return grid

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._line.setDirection(_BESIDE if self.width() >= theme().px(_ROOMY) else _BELOW)

    def _weigh(self, kind: str, grade: str) -> None:
        self.weighed.emit(kind, None if grade == _OPEN else int(grade))

    def show_pressures(self, pressures: Sequence[Pressure], *, is_written: bool) -> None:
        """Show how hard each presses; others see those alone that are known to them."""
        for each in pressures:
            self._show(each, is_written=is_written)
        spokes = [
            Spoke(PRESSURE_LABELS[each.kind], each.intensity, INTENSITY_MAX)
            for each in pressures
            if each.intensity is not None
        ]
        self.chart.setVisible(len(spokes) >= _FEWEST)
        self.chart.show_shape(spokes)
        self.setVisible(is_written or bool(spokes))

    def _show(self, each: Pressure, *, is_written: bool) -> None:
        known = each.intensity is not None
        row, name, text = self.rows[each.kind], self._names[each.kind], self._texts[each.kind]
        row.set_current(str(each.intensity) if known else _OPEN)
        row.setVisible(is_written)
        words = _(PRESSURE_LABELS[each.kind])
        if not is_written and known:
            weight = _("{grade} of {most}").format(grade=each.intensity, most=INTENSITY_MAX)
            words = labelled(words, weight)
        name.setText(words)
        name.setEnabled(is_written)
        name.setVisible(is_written or known or bool(each.text))
        text.setText(each.text)
        text.setVisible(bool(each.text))
