"""The bar on top: whose program, which mission, the way to everything, two main switches."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit import ElidedLabel, Panel, PlainLabel, SecondaryButton, spaced, tooltip
from entente_ui.kit.label import shortcut_text
from entente_ui.look.icons import IconName, draw_icon, icon
from entente_ui.look.theme import theme
from entente_ui.look.tokens import RADIUS, Type

_SEARCH_WIDTH: Final = 460
_NAME_WIDTH: Final = 260


class SearchButton(QAbstractButton):
    """Looks like the field of the palette, which opens where it stands."""

    def __init__(self, keys: QKeySequence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(_("Look for an actor, a difficulty, a command…"))
        self.setAccessibleName(self.text())
        self._keys = shortcut_text(keys).replace("+", " ")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tooltip(self, self.text(), keys)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(theme().px(_SEARCH_WIDTH))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_SEARCH_WIDTH), theme().px(32))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(32))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.property("ring") == "true"
        edge = "accent" if ring else "edge" if self.underMouse() else "border"
        painter.setPen(QPen(theme().colour(edge), 2 if ring else 1))
        painter.setBrush(theme().colour("field"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, theme().px(RADIUS), theme().px(RADIUS))
        side = theme().px(18)
        place = QRect(theme().px(10), (self.height() - side) // 2, side, side)
        draw_icon(painter, IconName.SEARCH, place, "faint")
        cap = self._paint_keys(painter)
        painter.setFont(theme().font())
        painter.setPen(theme().colour("faint"))
        room = QRect(place.right() + theme().px(8), 0, 0, self.height())
        room.setRight(cap.left() - theme().px(8))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_keys(self, painter: QPainter) -> QRect:
        """Draw the keys as a key cap at the right end and return where."""
        font = theme().font(Type.SMALL)
        width = QFontMetrics(font).horizontalAdvance(self._keys) + theme().px(14)
        height = theme().px(20)
        left = self.width() - width - theme().px(7)
        cap = QRect(left, (self.height() - height) // 2, width, height)
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font)
        painter.setPen(theme().colour("muted"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._keys)
        return cap


class TopBar(Panel):
    """The bar on top of the window."""

    def __init__(
        self, search: QAction, present: QAction, lock: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__("surface", "bottom", parent)
        self._name = ElidedLabel("", "muted", self)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.search = SearchButton(search.shortcut(), self)
        self.search.clicked.connect(search.trigger)
        self.present = SecondaryButton(
            _("Present"),
            present.trigger,
            self,
            icon_name=IconName.PRESENTATION,
            tip=_("Show the screen to others: roles for names, nothing private"),
        )
        self.lock = SecondaryButton(
            _("Lock"),
            lock.trigger,
            self,
            icon_name=IconName.LOCK,
            tip=_("Close the mission and ask for the passphrase"),
        )
        layout = spaced(QHBoxLayout(self), (16, 9, 16, 9), 12)
        left = spaced(QHBoxLayout(), 0, 12)
        left.addWidget(PlainLabel("Entente", "brand", self))
        left.addWidget(self._name)
        left.addStretch(1)
        right = spaced(QHBoxLayout(), 0, 10)
        right.addStretch(1)
        right.addWidget(self.present)
        right.addWidget(self.lock)
        layout.addLayout(left, 3)
        layout.addWidget(self.search, 4)
        layout.addLayout(right, 3)

    def set_mission(self, name: str) -> None:
        """Show the name of the open mission."""
        self._name.setText(name)
        self._name.setMaximumWidth(theme().px(_NAME_WIDTH))

    def set_presenting(self, on: bool) -> None:
        """Say what the switch would do now."""
        self.present.setText(_("Stop presenting") if on else _("Present"))
        self.present.setProperty("variant", "primary" if on else "secondary")
        sign = icon(IconName.EYE_OFF, "on_accent") if on else icon(IconName.PRESENTATION)
        self.present.setIcon(sign)
        self.present.style().unpolish(self.present)
        self.present.style().polish(self.present)
