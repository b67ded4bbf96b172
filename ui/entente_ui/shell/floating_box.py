"""A box that floats over the window until it is answered or left."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid
from typing_extensions import override

from entente_ui.kit.floating import SHADOW, paint_shadow
from entente_ui.look.theme import theme
from entente_ui.shell.beneath import picture_of

_TOP: Final = 56


class FloatingBox(QWidget):
    """Covers a window with a box in its upper part, where one types.

    A subclass puts a layout with its field into `box`, tells `needed_height` and hears keys
    in `on_key`.

    Attributes:
        box: What floats.
        field: Where one types.
    """

    def __init__(self, host: QWidget, name: str, *, width: int) -> None:
        super().__init__(host)
        self._host = host
        self._wanted_width = width
        self._before: QWidget | None = QApplication.focusWidget()
        self.box = QWidget(self)
        self.field: QLineEdit
        self._beneath: QImage | None = None
        self.setAccessibleName(name)
        host.installEventFilter(self)
        theme().changed.connect(self._show_beneath)

    def open(self) -> None:
        """Show it and take the focus."""
        self._keep(picture_of(self._host))
        self.fit()
        self.field.installEventFilter(self)
        self.prepare()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]  # there is one

    def _keep(self, beneath: QImage | None) -> None:
        """Lie on a picture of what is beneath: painting it anew with every key takes long."""
        self._beneath = beneath
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, beneath is not None)

    def prepare(self) -> None:
        """Fill it before it is first seen."""

    def leave(self) -> None:
        """Go away and give the focus back."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.disconnect(self._on_focus_changed)
        self._host.removeEventFilter(self)
        self.hide()
        # What had the focus may have been deleted meanwhile.
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    def on_key(self, event: QKeyEvent) -> bool:
        """Hear a key of the field; say whether it goes no further."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass
            case _:
                return False
        return True

    def needed_height(self) -> int:
        """Return how high the box would like to be at the width it has."""
        layout = self.box.layout()
        return 0 if layout is None else layout.totalHeightForWidth(self.box.width())

    def fit(self) -> None:
        """Cover the host; as high as needed, as low as the host allows."""
        self.setGeometry(self._host.rect())
        edge = theme().px(SHADOW)
        width = min(theme().px(self._wanted_width), self.width() - 2 * edge)
        top = min(theme().px(_TOP), self.height() // 8)
        self.box.resize(width, self.box.height())  # wrapped words need to know their width
        most = self.height() - top - theme().px(48)
        height = max(theme().px(120), min(self.needed_height(), most, theme().px(560)))
        self.box.setGeometry(QRect((self.width() - width) // 2, top, width, height))
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._show_beneath()
            self.fit()
        elif watched is self.field and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self.on_key(event)
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.leave()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._beneath is not None:
            painter.drawImage(0, 0, self._beneath)
        painter.fillRect(self.rect(), theme().colour("shadow", 0.34 if theme().is_dark else 0.14))
        box = QRectF(self.box.geometry())
        paint_shadow(painter, box, theme().px(10))
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme().px(10), theme().px(10))

    @Slot()
    def _show_beneath(self) -> None:
        """Let what is beneath be seen itself, as it has changed."""
        self._keep(None)
        self.update()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and not self.isAncestorOf(now):
            self._before = now
            self.leave()
