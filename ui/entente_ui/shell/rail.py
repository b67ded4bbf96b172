"""The navigation rail: icons and words, or icons alone."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.drag import RECORDS_MIME
from entente_ui.kit import Panel, spaced, tooltip
from entente_ui.look.icons import IconName, draw_icon
from entente_ui.look.theme import theme
from entente_ui.look.tokens import ICON, RADIUS, Type
from entente_ui.shell.places import Place

WIDE: Final = 184
NARROW: Final = 60
_HEIGHT: Final = 40
_INDENT: Final = 12
#: Ms that records are held over a place until it opens.
_HELD: Final = 500


class RailButton(QAbstractButton):
    """One entry of the rail; records held over it open its place, to be dropped there."""

    def __init__(self, icon_name: IconName, label: str, keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._folded = False
        self._hovered = False
        self.setCheckable(True)
        self.setText(label)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tooltip(self, label, keys)
        self.setAcceptDrops(True)
        self._holding = QTimer(self, singleShot=True, interval=_HELD)
        self._holding.timeout.connect(self.click)

    def fold(self, on: bool) -> None:
        """Show the icon alone, or with its word."""
        self._folded = on
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(NARROW), theme().px(_HEIGHT))

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: object) -> None:
        self._hovered = False
        self.update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(RECORDS_MIME):
            event.accept()
            self._holding.start()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._holding.stop()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._holding.stop()
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = theme().px(RADIUS)
        ground = "accent_soft" if self.isChecked() else "hover" if self._hovered else ""
        if ground:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour(ground))
            painter.drawRoundedRect(box, radius, radius)
        if self.property("ring") == "true":
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)
        side = theme().px(ICON)
        indent = (self.width() - side) // 2 if self._folded else theme().px(_INDENT)
        place = QRect(indent, (self.height() - side) // 2, side, side)
        role = "accent" if self.isChecked() else "muted"
        draw_icon(painter, self._icon_name, place, role)
        if not self._folded:
            painter.setFont(theme().font(Type.STRONG if self.isChecked() else Type.BODY))
            painter.setPen(theme().colour("accent" if self.isChecked() else "text"))
            words = self.rect().adjusted(place.right() + theme().px(_INDENT), 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())


class Rail(Panel):
    """The places one can go to.

    Signals:
        chosen: Emitted with the name of a place.
    """

    chosen = Signal(str)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__("raised", "right", parent)
        self.setAccessibleName(_("Navigation"))
        self._buttons: dict[str, RailButton] = {}
        self._folded = False
        self._group = QButtonGroup(self)
        layout = spaced(QVBoxLayout(self), (8, 10, 9, 10), 2)
        for place in places:
            button = RailButton(place.icon, _(place.label), f"Ctrl+{place.key[0]}", self)
            button.clicked.connect(lambda _on=False, name=place.name: self.chosen.emit(name))
            self._group.addButton(button)
            self._buttons[place.name] = button
            layout.addWidget(button)
        layout.addStretch(1)
        theme().changed.connect(self._apply_width)
        self.fold(False)

    @property
    def is_folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def fold(self, on: bool) -> None:
        """Show icons alone, or icons and words."""
        self._folded = on
        for button in self._buttons.values():
            button.fold(on)
        self._apply_width()

    def mark(self, place: str) -> None:
        """Show where one is."""
        if place in self._buttons:
            self._buttons[place].setChecked(True)

    def focus_current(self) -> None:
        """Put the focus on the place one is at."""
        button = self._group.checkedButton()
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _apply_width(self) -> None:
        self.setFixedWidth(theme().px(NARROW if self._folded else WIDE))
