"""The camps on the grid, each a switch: those pressed stand out, the others step back."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.actor import Camp
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.data import camp_word
from entente_ui.kit import FlowLayout, spaced, tooltip
from entente_ui.kit.badge import paint_camp_badge
from entente_ui.look.theme import theme

_DISC: Final = 16
_HEIGHT: Final = 28
_GAP: Final = 2


class CampSwitch(QAbstractButton):
    """One camp: disc, letter, word and how many there are."""

    def __init__(self, camp: Camp | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.camp = camp
        self._count = 0
        self._brief = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._word = camp_word(camp)
        tooltip(self, _("Show only: {camp}").format(camp=self._word))
        theme().changed.connect(self.updateGeometry)

    def count(self, number: int) -> None:
        """Say how many actors are of this camp."""
        self._count = number
        self.setAccessibleName(f"{self._word} {formats.number(number)}")
        self.updateGeometry()
        self.update()

    def shorten(self, *, on: bool) -> None:
        """Leave the word to the tooltip, or show it."""
        if on != self._brief:
            self._brief = on
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.width_when(brief=self._brief), theme().px(_HEIGHT))

    def width_when(self, *, brief: bool) -> int:
        """Return its width with or without the word."""
        metrics = QFontMetrics(theme().font("small"))
        word = 0 if brief else metrics.horizontalAdvance(self._word) + theme().px(4)
        return word + metrics.horizontalAdvance(self._number()) + theme().px(_DISC + 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setBrush(theme().colour("accent_soft" if self.isChecked() else "hover"))
            edge = theme().colour("accent") if self.isChecked() else Qt.GlobalColor.transparent
            painter.setPen(QPen(edge, 1))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus() and self.property("ring"):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        radius = theme().px(_DISC) / 2
        paint_camp_badge(
            painter, QPointF(theme().px(6) + radius, self.height() / 2), radius, self.camp
        )
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        font = theme().font("small")
        left = theme().px(6 + _DISC + 5)
        box = self.rect().adjusted(left, 0, 0, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font)
        painter.setPen(theme().colour("text" if self.isChecked() else "muted"))
        off = 0
        if not self._brief:
            painter.drawText(box, middle, self._word)
            off = QFontMetrics(font).horizontalAdvance(self._word) + theme().px(4)
        painter.setPen(theme().colour("accent" if self.isChecked() else "faint"))
        painter.drawText(box.adjusted(off, 0, 0, 0), middle, self._number())

    def _number(self) -> str:
        return formats.number(self._count) if self._count else ""


class Legend(QWidget):
    """The camps there are.

    Signals:
        chosen: Emitted with the camps that are to stand out; with none, all do.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switches: dict[Camp | None, CampSwitch] = {}
        self._layout = spaced(FlowLayout(self), 0, _GAP)
        self.setAccessibleName(_("Camps"))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def camps(self) -> frozenset[Camp | None]:
        """The camps that are pressed."""
        return frozenset(camp for camp, each in self._switches.items() if each.isChecked())

    def show_camps(self, order: Sequence[Camp | None], counts: Mapping[Camp | None, int]) -> None:
        """Show these camps with their numbers; what is pressed stays so."""
        if list(self._switches) != list(order):
            pressed = self.camps
            for switch in self._switches.values():
                self._layout.removeWidget(switch)
                switch.deleteLater()
            self._switches = {camp: CampSwitch(camp, self) for camp in order}
            for camp, switch in self._switches.items():
                switch.setChecked(camp in pressed)
                switch.toggled.connect(lambda _on: self.chosen.emit(self.camps))
                self._layout.addWidget(switch)
                switch.show()
        for camp, switch in self._switches.items():
            switch.count(counts.get(camp, 0))
        self._fit()

    def clear(self) -> None:
        """Let all stand out."""
        for switch in self._switches.values():
            switch.setChecked(False)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep to one line: the words give way, the letters and numbers stay."""
        gap = theme().px(_GAP)
        whole = sum(each.width_when(brief=False) + gap for each in self._switches.values())
        for switch in self._switches.values():
            switch.shorten(on=whole - gap > self.width())

    @override
    def heightForWidth(self, width: int) -> int:
        return self._layout.heightForWidth(width)

    @override
    def hasHeightForWidth(self) -> bool:
        return True
