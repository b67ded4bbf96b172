"""Large buttons for who speaks, and bars for how speaking time is shared."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.speaking import Equity
from entente.i18n import _
from entente_ui.difficulties.sessions.words import stopwatch
from entente_ui.formats import labelled, percent
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme
from entente_ui.look.tokens import RADIUS, Type

_SIDE = 60
_EDGE = 12


class SpeakerButton(QAbstractButton):
    """One person: press it when they begin and when they stop."""

    def __init__(
        self, number: int, name: str, on_press: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """Make a button.

        Args:
            number: The key that presses it, 0 for none.
            name: Of the person, as the viewer may know it.
            on_press: Called when it is pressed.
            parent: Its widget.
        """
        super().__init__(parent)
        self._number = number
        self._seconds = 0
        self.setText(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on: on_press())
        theme().changed.connect(self.updateGeometry)

    @property
    def seconds(self) -> int:
        """What it shows."""
        return self._seconds

    def show_time(self, seconds: int, *, speaks: bool) -> None:
        """Show how long this person has spoken, and whether they speak now."""
        self._seconds = seconds
        self.setChecked(speaks)
        state = _("speaks") if speaks else ""
        self.setAccessibleName(", ".join(filter(None, (self.text(), stopwatch(seconds), state))))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(210), theme().px(_SIDE))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(190), theme().px(_SIDE))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            event.ignore()  # the space bar is the pause of all

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        speaks = self.isChecked()
        ring = self.hasFocus()
        painter.setPen(
            QPen(theme().colour("accent" if ring or speaks else "border"), 2 if ring else 1)
        )
        ground = "accent" if speaks else "hover" if self.underMouse() else "surface"
        painter.setBrush(theme().colour(ground))
        radius = theme().px(RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        ink = theme().colour("on_accent" if speaks else "text")
        quiet = theme().colour("on_accent" if speaks else "muted")
        inside = self.rect().adjusted(theme().px(_EDGE), 0, -theme().px(_EDGE), 0)
        inside = self._paint_number(painter, inside, "on_accent" if speaks else "muted")
        time = stopwatch(self._seconds)
        painter.setFont(theme().font(Type.SECTION))
        width = painter.fontMetrics().horizontalAdvance(time) + theme().px(8)
        painter.setPen(ink if self._seconds or speaks else quiet)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | middle), time)
        painter.setPen(ink)
        painter.setFont(theme().font(Type.STRONG))
        room = inside.adjusted(0, 0, -width, 0)
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | middle), name)

    def _paint_number(self, painter: QPainter, inside: QRect, role: str) -> QRect:
        """Draw the key at the left, or who speaks; return what room is left."""
        side = theme().px(22)
        box = QRect(inside.left(), inside.center().y() - side // 2, side, side)
        if self.isChecked():
            draw_icon(painter, "message", box, role)
        elif self._number:
            painter.setPen(theme().colour(role))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box), theme().px(5), theme().px(5))
            painter.setFont(theme().font(Type.SMALL_STRONG))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        return inside.adjusted(side + theme().px(10), 0, 0, 0)


class EquityBars(QWidget):
    """A bar for each side, with a mark where all would be if all had the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._equity: Equity | None = None
        self._names: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_equity(self, equity: Equity, names: Mapping[str, str]) -> None:
        """Show how sides share speaking time."""
        if self._equity is None or len(equity.shares) != len(self._equity.shares):
            self.updateGeometry()
        self._equity, self._names = equity, names
        told = [labelled(names.get(one.key, ""), percent(one.share)) for one in equity.shares]
        self.setAccessibleName(" ".join((_("Shares of speaking time"), ", ".join(told))))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        count = len(self._equity.shares) if self._equity else 0
        return QSize(theme().px(240), theme().px(26) * count)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._equity is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = theme().px(26)
        names = min(theme().px(220), self.width() * 2 // 5)
        figures = theme().px(56)
        room = max(1, self.width() - names - figures)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme().font(Type.SMALL))
        for place, one in enumerate(self._equity.shares):
            top = place * row
            words = painter.fontMetrics().elidedText(
                self._names.get(one.key, ""),
                Qt.TextElideMode.ElideRight,
                names - theme().px(10),
            )
            painter.setPen(theme().colour("text"))
            painter.drawText(QRect(0, top, names, row), int(middle), words)
            groove = QRectF(names, top + theme().px(8), room, row - theme().px(16))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("raised"))
            painter.drawRect(groove)
            painter.setBrush(theme().colour("accent"))
            painter.drawRect(QRectF(groove.left(), groove.top(), room * one.share, groove.height()))
            painter.setPen(theme().colour("text"))
            end = QRect(names + room, top, figures, row)
            painter.drawText(end, int(Qt.AlignmentFlag.AlignRight | middle), percent(one.share))
        if len(self._equity.shares) > 1:
            x = names + room * self._equity.even
            painter.setPen(QPen(theme().colour("muted"), theme().px(1.5), Qt.PenStyle.DashLine))
            painter.drawLine(int(x), theme().px(2), int(x), row * len(self._equity.shares))
