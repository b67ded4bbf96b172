"""A field to search or filter with."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit.button import IconButton
from entente_ui.kit.label import shortcut_text, tooltip
from entente_ui.look.icons import icon_pixmap
from entente_ui.look.theme import theme
from entente_ui.look.tokens import Type


class SearchField(QLineEdit):
    """A line to search with: a glass on the left, a cross on the right once there is text.

    Escape empties it; when it is empty already, Escape goes on to whoever holds it.

    Signals:
        searched: Emitted with the stripped text shortly after the typing pauses, and at once
            on Enter or when it is emptied.
        left_downwards: Emitted on the Down key, to go on to the results.
    """

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(
        self,
        placeholder: str,
        parent: QWidget | None = None,
        *,
        shortcut: QKeySequence | str = "",
        pause: int = 150,
    ) -> None:
        """Make a field.

        Args:
            placeholder: What can be searched for; also its name when read aloud.
            parent: Its widget.
            shortcut: Key that leads here, shown at the right end while it is empty. The
                field does not listen to it: whoever owns the action does.
            pause: Ms without typing after which `searched` is emitted.
        """
        super().__init__(parent)
        self._keys = shortcut_text(shortcut)
        self._told = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if self._keys:
            tooltip(self, placeholder, shortcut)
        self._timer = QTimer(self, singleShot=True, interval=pause)
        self._timer.timeout.connect(self._tell)
        self._cross = IconButton("x", _("Clear the search"), self._empty, self)
        self._cross.setProperty("inside", "true")
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.hide()
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._tell)
        theme().changed.connect(self._fit)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._empty()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme().px(18)
        role = "accent" if self.hasFocus() else "faint"
        glass = icon_pixmap("search", side, role, self.devicePixelRatioF())
        painter.drawPixmap(theme().px(10), (self.height() - side) // 2, glass)
        if self._keys and not self.text():
            self._paint_keys(painter)

    def _paint_keys(self, painter: QPainter) -> None:
        font = theme().font(Type.SMALL)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(self._keys) + theme().px(12)
        height = metrics.height() + theme().px(2)
        left, top = self.width() - width - theme().px(8), (self.height() - height) / 2
        chip = QRectF(left + 0.5, round(top) + 0.5, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(chip, theme().px(4), theme().px(4))
        painter.setFont(font)
        painter.setPen(theme().colour("muted"))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, self._keys)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cross()

    def _on_text_changed(self) -> None:
        self._cross.setVisible(bool(self.text()))
        if self.text():
            self._timer.start()
        else:
            self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.searched.emit(text)

    def _empty(self) -> None:
        self.clear()

    def _fit(self) -> None:
        room = theme().px(28)
        self.setTextMargins(theme().px(24), 0, room, 0)
        self._cross.setIconSize(QSize(theme().px(16), theme().px(16)))
        self._place_cross()

    def _place_cross(self) -> None:
        side = theme().px(24)
        self._cross.resize(side, side)
        self._cross.move(self.width() - side - theme().px(5), (self.height() - side) // 2)
