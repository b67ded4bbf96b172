"""Actors going to new places, so that the eye can follow them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from entente_ui.look.motion import CALM
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.map.canvas import Canvas

#: More than this many are simply there.
_MOST: Final = 400


class Glide(QObject):
    """Leads actors from where they were to where they are."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._from: dict[str, tuple[float, float]] = {}
        self._to: dict[str, tuple[float, float]] = {}
        self._way = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=2 * CALM)
        self._way.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._way.valueChanged.connect(self._go)
        self._way.finished.connect(self.finish)

    def start(self, before: Mapping[str, tuple[float, float]]) -> None:
        """Lead everybody from these places to the present ones."""
        canvas, chart = self._canvas, self._canvas.chart
        moved = [key for key in chart.actors if key in before and before[key] != chart.at[key]]
        if not moved or len(moved) > _MOST or theme().reduced_motion or not canvas.isVisible():
            return
        self._from = {key: before[key] for key in moved}
        self._to = {key: chart.at[key] for key in moved}
        canvas.lift(moved)
        canvas.shift(self._from)
        self._way.start()

    def finish(self) -> None:
        """Be there at once."""
        self._way.stop()
        targets, self._from, self._to = self._to, {}, {}
        if targets:
            self._canvas.shift(targets)
            self._canvas.lift(())

    def _go(self, part: float) -> None:
        if not self._to:
            return
        spots = {}
        for key, (x, y) in self._to.items():
            start = self._from[key]
            spots[key] = (start[0] + (x - start[0]) * part, start[1] + (y - start[1]) * part)
        self._canvas.shift(spots)
