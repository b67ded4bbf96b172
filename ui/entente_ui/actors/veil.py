"""The veil over the pane while a file that can be imported is held over it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.look.icons import draw_icon
from entente_ui.look.theme import theme

_INSET: Final = 12
_ICON: Final = 40


class Veil(QWidget):
    """Says that a list can be let go here; the pointer passes through it."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_("Drop the list here"))
        host.installEventFilter(self)
        self.hide()

    def rise(self) -> None:
        """Show it over everything."""
        self.setGeometry(self._host.rect())
        self.raise_()
        self.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().colour("window", 0.72))
        inset = theme().px(_INSET)
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        pen = QPen(theme().colour("accent"), 2)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(theme().colour("accent_soft", 0.82))
        painter.drawRoundedRect(box, theme().px(10), theme().px(10))
        side = theme().px(_ICON)
        middle = self.rect().center()
        top = middle.y() - theme().px(54)
        draw_icon(painter, "file-import", QRect(middle.x() - side // 2, top, side, side), "accent")
        painter.setFont(theme().font("title"))
        painter.setPen(theme().colour("text"))
        words = QRectF(0, middle.y() - theme().px(8), self.width(), theme().px(40))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, _("Drop the list here"))
        painter.setFont(theme().font("body"))
        painter.setPen(theme().colour("muted"))
        below = words.translated(0, theme().px(34))
        painter.drawText(
            below, Qt.AlignmentFlag.AlignCenter, _("CSV, Excel, LibreOffice or vCard contacts")
        )
