"""The three readings of a risk, side by side and large: where it was, is, and should be."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.risk import READING_LABELS, Reading
from entente.domain.risk_layout import Cell
from entente.domain.risk_levels import Scales
from entente.i18n import _
from entente.services.risks import RiskView
from entente_ui.formats import number
from entente_ui.kit import FlowLayout, LinkButton, PlainLabel, spaced
from entente_ui.look.theme import theme
from entente_ui.risks.review.steps import Steps
from entente_ui.risks.seen import Seen, cell_of
from entente_ui.risks.words import effectiveness_words, heat_step, level_name, scored_words

_HEIGHT: Final = 54
_WIDTH: Final = 260


class LevelPlate(QWidget):
    """Score and level of a reading, large, in the colour of its cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scales: Scales | None = None
        self._cell: Cell | None = None
        self._pending: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_cell(self, scales: Scales, cell: Cell | None, pending: int | None = None) -> None:
        """Show a reading; `pending` is a probability whose impact is still to be said."""
        self._scales, self._cell, self._pending = scales, cell, pending
        self.setAccessibleName(self._words())
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words()

    def _words(self) -> str:
        if self._pending is not None:
            return _("{probability} × ?").format(probability=number(self._pending))
        if self._cell is None or self._scales is None:
            return _("unrated")
        return scored_words(self._scales, self._cell)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        place = self._scales.level(*self._cell) if self._scales and self._cell else None
        radius, px = theme().px(8), theme().px
        if place is None or self._scales is None or self._cell is None or self._pending is not None:
            painter.setBrush(theme().colour("field"))
            painter.setPen(QPen(theme().colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box, radius, radius)
            painter.setPen(theme().colour("muted"))
            painter.setFont(theme().font("section"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._words())
            return
        heat = theme().heat(heat_step(self._scales, place))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(heat.fill)
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(heat.ink)
        painter.setFont(theme().font("display"))
        score = number(self._cell[0] * self._cell[1])
        left = box.adjusted(px(12), 0, 0, 0)
        painter.drawText(left, int(Qt.AlignmentFlag.AlignVCenter), score)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(score) + px(12)
        rest = left.adjusted(taken, px(6), -px(8), -px(6))
        painter.setFont(theme().font("section"))
        half = rest.height() / 2
        upper = QRectF(rest.left(), rest.top(), rest.width(), half)
        name = QFontMetricsF(painter.font()).elidedText(
            level_name(self._scales, place), Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(theme().font("small"))
        said = f"{number(self._cell[0])} × {number(self._cell[1])}"
        painter.drawText(upper.translated(0, half), int(Qt.AlignmentFlag.AlignVCenter), said)


class Readings(QWidget):
    """The three of them; digits go to the one that is active.

    Attributes:
        active: Name of the reading that digits go to.
        plates: Score and level of each, by name.

    Signals:
        rated: Emitted with the name of a reading and its new `Cell`.
        activated: Emitted when another reading becomes the active one.
    """

    rated = Signal(str, object)
    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.active: str = Reading.CURRENT.value
        self.pending: int | None = None
        self.plates: dict[str, LevelPlate] = {}
        self._heads: dict[str, LinkButton] = {}
        self._axes: dict[str, tuple[Steps, Steps]] = {}
        self._half: dict[tuple[str, bool], int] = {}
        self._seen: Seen | None = None
        self._view: RiskView | None = None
        self._effect = PlainLabel("", "section", self, wrap=True)
        row = spaced(FlowLayout(), 0, 14)
        for reading in Reading:
            row.addWidget(self._column(reading.value))
        layout = spaced(QVBoxLayout(self), 0, 6)
        layout.addLayout(row)
        layout.addWidget(self._effect)

    @property
    def effect(self) -> str:
        """What is said of the response."""
        return self._effect.text()

    @property
    def steps(self) -> Mapping[str, tuple[Steps, Steps]]:
        """The buttons of each reading: probability and impact."""
        return self._axes

    def show_risk(self, seen: Seen, view: RiskView, *, read_only: bool) -> None:
        """Show the readings of a risk."""
        if self._view is None or self._view.id != view.id:
            self.pending = None
            self._half.clear()
        self._seen, self._view = seen, view
        for name, (probability, impact) in self._axes.items():
            rated = view.readings[name]
            waits_p = self._half.get((name, True), rated.probability)
            waits_i = self._half.get((name, False), rated.impact)
            probability.show_step(waits_p, seen.scales.probability, read_only=read_only)
            impact.show_step(waits_i, seen.scales.impact, read_only=read_only)
        self._effect.setText(effectiveness_words(view))
        self._effect.setVisible(bool(self._effect.text()))
        self._show_plates()

    def digit(self, step: int) -> None:
        """Take a digit: the probability first, then the impact, which rates."""
        if self.pending is None:
            self.pending = step
            self._show_plates()
            return
        cell, self.pending = (self.pending, step), None
        self._show_plates()
        self.rated.emit(self.active, cell)

    def forget_digit(self) -> bool:
        """Forget a probability whose impact was not said; say whether there was one."""
        waited, self.pending = self.pending is not None, None
        self._show_plates()
        return waited

    def activate(self, name: str) -> None:
        """Let digits go to another reading."""
        self.active, self.pending = name, None
        self._show_plates()
        self.activated.emit()

    def activate_next(self) -> None:
        """Let digits go to the next reading."""
        names = list(self.plates)
        self.activate(names[(names.index(self.active) + 1) % len(names)])

    def _column(self, name: str) -> QWidget:
        column = QWidget(self)
        layout = spaced(QVBoxLayout(column), 0, 4)
        head = LinkButton("", lambda: self.activate(name), column)
        plate = LevelPlate(column)
        axes = (
            Steps(_("Probability"), is_probability=True, parent=column),
            Steps(_("Impact"), is_probability=False, parent=column),
        )
        axes[0].chosen.connect(lambda step: self._press(name, step, is_probability=True))
        axes[1].chosen.connect(lambda step: self._press(name, step, is_probability=False))
        layout.addWidget(head, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (plate, *axes):
            layout.addWidget(widget)
        self.plates[name], self._heads[name], self._axes[name] = plate, head, axes
        return column

    def _press(self, name: str, step: int, *, is_probability: bool) -> None:
        view, seen = self._view, self._seen
        if view is None or seen is None:
            return
        rated = view.readings[name]
        self._half[name, is_probability] = step
        probability = self._half.get((name, True), rated.probability)
        impact = self._half.get((name, False), rated.impact)
        if probability is None or impact is None:
            self.show_risk(seen, view, read_only=False)
            return
        self._half.pop((name, True), None)
        self._half.pop((name, False), None)
        if (probability, impact) == cell_of(view, name):
            self.show_risk(seen, view, read_only=False)
        else:
            self.rated.emit(name, (probability, impact))

    def _show_plates(self) -> None:
        if self._seen is None or self._view is None:
            return
        for name, plate in self.plates.items():
            is_active = name == self.active
            words = _(READING_LABELS[name])
            self._heads[name].setText(f"▸ {words} (1–5)" if is_active else words)
            pending = self.pending if is_active else None
            plate.show_cell(self._seen.scales, cell_of(self._view, name), pending)
