"""One supporter of a cause: how strongly, and who."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.i18n import _
from entente.services.common_causes import Support
from entente_ui.common_causes.words import support_words
from entente_ui.drag import pack_records
from entente_ui.formats import signed
from entente_ui.kit import tooltip
from entente_ui.look.theme import theme

#: Px at 100 %.
_HIGH: Final = 34
_FIGURE: Final = 36
_SIDE: Final = 10
_MORE: Final = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
_GROUNDS: Final = {1: "info_soft", 0: "raised", -1: "critical_soft"}
_INKS: Final = {1: "info", 0: "muted", -1: "critical"}


class SupportChip(QAbstractButton):
    """A supporter whose strength the keys + and − change; it can be dragged to another cause.

    Attributes:
        support: Whom it shows.

    Signals:
        strengthened: Emitted with +1 or −1.
        left: Emitted when Delete is pressed.
        menu_wanted: Emitted with the place for a context menu, on the screen.
    """

    strengthened = Signal(int)
    left = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, support: Support, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.support = support
        self._pressed_at = QPoint()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(support.name)
        self.setAccessibleName(support_words(support))
        tooltip(self, _("{who}. + and − change it.").format(who=support_words(support)))
        theme().changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font("body"))
        px = theme().px
        return QSize(
            px(_FIGURE + 2 * _SIDE) + metrics.horizontalAdvance(self.support.name), px(_HIGH)
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour, px = QPainter(self), theme().colour, theme().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strength = self.support.strength or 0
        sign = (strength > 0) - (strength < 0)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        whole = QPainterPath()
        whole.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(whole, colour("hover" if self.underMouse() else "surface"))
        painter.setClipPath(whole)
        figure = QRectF(box.left(), box.top(), px(_FIGURE), box.height())
        painter.fillRect(figure, colour(_GROUNDS[sign]))
        painter.setClipping(False)
        painter.setPen(colour("accent" if self.hasFocus() else "border"))
        painter.drawPath(whole)
        font = QFont(theme().font("strong"))
        painter.setFont(font)
        painter.setPen(colour(_INKS[sign]))
        words = "?" if self.support.strength is None else signed(strength)
        painter.drawText(figure, Qt.AlignmentFlag.AlignCenter, words)
        painter.setFont(theme().font("body"))
        painter.setPen(colour("text"))
        rest = box.adjusted(px(_FIGURE + _SIDE - 2), 0, -px(_SIDE) + 4, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        metrics = painter.fontMetrics()
        name = metrics.elidedText(
            self.support.name, Qt.TextElideMode.ElideRight, int(rest.width()) + 1
        )
        painter.drawText(rest, int(flags), name)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _MORE:
            self.strengthened.emit(1)
        elif key == Qt.Key.Key_Minus:
            self.strengthened.emit(-1)
        elif key == Qt.Key.Key_Delete:
            self.left.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.mapToGlobal(self.rect().bottomLeft()) if is_key else event.globalPos()
        self.menu_wanted.emit(at)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        way = event.position().toPoint() - self._pressed_at
        is_held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if is_held and way.manhattanLength() >= QApplication.startDragDistance():
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(pack_records(ACTOR.name, [self.support.actor]))
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.CopyAction)
            return
        super().mouseMoveEvent(event)
