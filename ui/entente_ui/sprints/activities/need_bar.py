"""How much something is needed: a bar with its number."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from entente.i18n import _
from entente.services.recommender import Need
from entente_ui.formats import number, signed
from entente_ui.look.theme import theme

#: Px at 100 %.
_WIDTH: Final = 132
_HEIGHT: Final = 18
_BAR: Final = 8
_FIGURE: Final = 44
_TWO_WAYS: Final = "divergence"


class NeedBar(QWidget):
    """From nothing to wholly; for divergence, from −1 on the left to +1 on the right."""

    def __init__(self, need: Need, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._need = need
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.words)
        theme().changed.connect(self.updateGeometry)

    @property
    def words(self) -> str:
        """The number, as it stands beside the bar."""
        value = self._need.value
        if value is None:
            return _("unknown")
        rounded = round(value, 2)
        return signed(rounded) if self._need.dimension == _TWO_WAYS else number(rounded)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), theme().px(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        value = self._need.value
        room = QRectF(0, (self.height() - px(_BAR)) / 2, self.width() - px(_FIGURE), px(_BAR))
        if value is None:
            # Nothing is known: a bar that is neither empty nor full.
            room.setWidth(room.width() - px(16))
            painter.setPen(QPen(theme().colour("border"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(QBrush(theme().colour("border"), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(room, px(4), px(4))
        else:
            painter.setPen(QPen(theme().colour("border"), 1))
            painter.setBrush(theme().colour("field"))
            painter.drawRoundedRect(room, px(4), px(4))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent"))
            painter.drawRoundedRect(self._filled(room, value), px(4), px(4))
        painter.setFont(theme().font("small_strong"))
        painter.setPen(theme().colour("text" if value else "muted"))
        words = QRectF(room.right() + px(6), 0, self.width() - room.right() - px(6), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.words)

    def _filled(self, room: QRectF, value: float) -> QRectF:
        if self._need.dimension != _TWO_WAYS:
            return QRectF(room.left(), room.top(), room.width() * value, room.height())
        half = room.width() / 2
        left = room.center().x() + min(value, 0.0) * half
        return QRectF(left, room.top(), abs(value) * half, room.height())
