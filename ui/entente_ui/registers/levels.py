"""Choosing who may read a text: a word on a coloured edge that opens the levels."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from entente.domain.confidentiality import Level
from entente.domain.records import Field
from entente.i18n import _
from entente_ui.kit import Menu, level_word, tooltip
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

_EDGE = 3


def is_level(field: Field) -> bool:
    """Return whether a field says who may read."""
    return bool(field.choices) and set(field.choices or ()) <= {level.value for level in Level}


class LevelInput(QToolButton):
    """A confidentiality level.

    Signals:
        committed: Emitted when another one was chosen.
    """

    committed = Signal()
    is_changed = False

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._level = ""
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tooltip(self, _(field.help or field.label))
        menu = Menu("", self)
        self._group = QActionGroup(self)
        for value, label in (field.choices or {}).items():
            action = menu.addAction(_(label))
            action.setCheckable(True)
            action.setData(value)
            self._group.addAction(action)
        self._group.triggered.connect(lambda action: self._choose(action.data()))
        self.setMenu(menu)
        theme().changed.connect(self.updateGeometry)
        self.show_value(field.default)

    def show_value(self, value: str | None) -> None:
        """Show another level."""
        self._level = value or str(self._field.default or "")
        word = level_word(self._level) if value is not None else _("several")
        self.setText(word)
        label = _(self._field.label)
        self.setAccessibleName(f"{label} {word}")
        for action in self._group.actions():
            action.setChecked(value is not None and action.data() == self._level)
        self.update()

    def show_several(self, _words: str) -> None:
        """Show that levels differ."""
        self.show_value(None)

    def show_typed(self, text: str) -> None:
        """Show a level that was chosen and not taken."""
        self.show_value(text)

    def typed(self) -> str:
        """Return the level chosen."""
        return self._level

    def _choose(self, level: str) -> None:
        if level != self._level:
            self.show_value(level)
            self.committed.emit()

    @override
    def sizeHint(self) -> QSize:
        metrics = theme().font("small_strong")
        self.setFont(metrics)
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width + theme().px(_EDGE + 26), self.fontMetrics().height() + theme().px(6))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = theme().level(self._level)
        if self.underMouse() or self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme().colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        edge = theme().px(_EDGE)
        painter.fillRect(QRect(0, 2, edge, self.height() - 4), colour)
        painter.setPen(colour)
        painter.setFont(theme().font("small_strong"))
        box = self.rect().adjusted(edge + theme().px(6), 0, -theme().px(16), 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.isEnabled():
            self._paint_arrow(painter)

    def _paint_arrow(self, painter: QPainter) -> None:

        side = theme().px(12)
        right = self.width() - theme().px(3) - side
        draw_icon(painter, "chevron-down", QRect(right, (self.height() - side) // 2, side, side))
