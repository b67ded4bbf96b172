"""The lenses side by side, one of them pressed."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from entente_ui.kit import spaced, tooltip
from entente_ui.look.theme import theme

_HEIGHT: Final = 30
_PAD: Final = 12
_LEAST: Final = 56


class Segment(QAbstractButton):
    """One of several, of which one holds; the arrow keys go from one to the next."""

    def __init__(self, name: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tooltip(self, text)
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font("small_strong"))
        width = metrics.horizontalAdvance(self.text()) + 2 * theme().px(_PAD)
        return QSize(width, theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST), theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        radius = theme().px(6)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            pressed = self.isChecked()
            edge = theme().colour("border") if pressed else Qt.GlobalColor.transparent
            painter.setPen(QPen(edge, 1))
            painter.setBrush(theme().colour("surface" if pressed else "hover"))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus() and self.property("ring"):
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)
        role = "accent" if self.isChecked() else "muted"
        painter.setPen(theme().colour(role if self.isEnabled() else "faint"))
        painter.setFont(theme().font("small_strong"))
        room = self.width() - theme().px(_PAD)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), text)


class LensSwitch(QWidget):
    """The lenses.

    Signals:
        chosen: Emitted with the name of the lens the user presses.
    """

    chosen = Signal(str)

    def __init__(
        self, lenses: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        """Make a switch.

        Args:
            lenses: Name and words of each.
            name: What a screen reader calls the whole.
            parent: Holds it.
        """
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._segments: dict[str, Segment] = {}
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = spaced(QHBoxLayout(self), 0, 0)
        for lens, words in lenses:
            segment = Segment(lens, words, self)
            self._segments[lens] = segment
            self._group.addButton(segment)
            row.addWidget(segment)
        self._group.buttonToggled.connect(self._on_toggled)

    def press(self, name: str) -> None:
        """Press one without telling anybody."""
        self.blockSignals(True)
        self._segments[name].setChecked(True)
        self.blockSignals(False)

    def offer(self, name: str, *, on: bool) -> None:
        """Offer a lens, or do not."""
        self._segments[name].setVisible(on)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("raised"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme().px(8), theme().px(8))

    def _on_toggled(self, button: QAbstractButton, on: bool) -> None:
        if on and isinstance(button, Segment):
            self.chosen.emit(button.name)
