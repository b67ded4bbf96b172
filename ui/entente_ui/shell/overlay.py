"""A field with a list under it that floats over the window; palette and search are such."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from entente_ui.kit import PlainLabel, spaced
from entente_ui.kit.announce import announce
from entente_ui.kit.floating import SHADOW, paint_shadow
from entente_ui.kit.search import SearchField
from entente_ui.look.theme import theme
from entente_ui.shell.entries import Entry, EntryDelegate, EntryModel

_TOP: Final = 56
_PAGE: Final = 8


class Overlay(QWidget):
    """Covers a window until something is chosen or Escape is pressed.

    A subclass answers what was typed in `look_for` and shows entries with `show_entries`.

    Attributes:
        field: Where one types.
    """

    def __init__(self, host: QWidget, placeholder: str, name: str, *, width: int) -> None:
        super().__init__(host)
        self._host = host
        self._wanted_width = width
        self._before: QWidget | None = QApplication.focusWidget()
        self._model = EntryModel(self)
        self._box = QWidget(self)
        self.setAccessibleName(name)
        self.field = SearchField(placeholder, self._box, pause=60)
        self.field.searched.connect(self.look_for)
        self.field.installEventFilter(self)
        self.list = QListView(self._box)
        self.list.setModel(self._model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setAccessibleName(name)
        self.list.setProperty("bare", "true")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self._foot = PlainLabel("", "small", self._box)
        layout = spaced(QVBoxLayout(self._box), 10, 8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)
        host.installEventFilter(self)

    def open(self) -> None:
        """Show it and take the focus."""
        self._fit()
        self.look_for(self.field.text().strip())
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]  # there is one

    def look_for(self, words: str) -> None:
        """Show what fits `words`."""

    def show_entries(self, entries: list[Entry], foot: str = "") -> None:
        """List entries and choose the first.

        Args:
            entries: With headings among them.
            foot: A sentence below them.
        """
        self._model.set_entries(entries)
        self._foot.setText(foot)
        self._foot.setVisible(bool(foot))
        self._fit()
        self._select(self._model.next_row(-1, 1), aloud=False)

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

    @property
    def entries(self) -> list[Entry]:
        """What can be chosen now."""
        rows = (self._model.entry(row) for row in range(self._model.rowCount()))
        return [entry for entry in rows if entry is not None]

    @property
    def current(self) -> Entry | None:
        """What Enter would choose."""
        return self._model.entry(self.list.currentIndex().row())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._fit()
        elif watched is self.field and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._on_key(event)
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.leave()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme().colour("shadow", 0.34 if theme().is_dark else 0.14))
        box = QRectF(self._box.geometry())
        paint_shadow(painter, box, theme().px(10))
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme().px(10), theme().px(10))

    def _on_key(self, event: QKeyEvent) -> bool:
        row = self.list.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down:
                self._select(self._model.next_row(row, 1))
            case Qt.Key.Key_Up:
                self._select(self._model.next_row(row, -1))
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                step = 1 if event.key() == Qt.Key.Key_PageDown else -1
                self._leap(row, step)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(row)
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass
            case _:
                return False
        return True

    def _leap(self, row: int, step: int) -> None:
        for _times in range(_PAGE):
            following = self._model.next_row(row, step)
            if (following - row) * step < 0:
                break
            row = following
        self._select(row)

    def _select(self, row: int, *, aloud: bool = True) -> None:
        index = self._model.index(row, 0)
        self.list.setCurrentIndex(index)
        # The heading above the first entry comes into view with it.
        above = self._model.index(max(0, row - 1), 0)
        if self._model.entry(above.row()) is None:
            self.list.scrollTo(above)
        self.list.scrollTo(index)
        entry = self._model.entry(row)
        if aloud and entry is not None:
            announce(self, entry.spoken)

    def _choose(self, row: int) -> None:
        entry = self._model.entry(row)
        if entry is None or entry.run is None:
            return
        self.leave()
        self.chosen(entry)
        entry.run()

    def chosen(self, entry: Entry) -> None:
        """Hear what was chosen, before it is carried out."""

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isVisible() and not self.isAncestorOf(now):
            self._before = now
            self.leave()

    def _fit(self) -> None:
        """Cover the host; as high as the entries need, as low as the host allows."""
        self.setGeometry(self._host.rect())
        edge = theme().px(SHADOW)
        width = min(theme().px(self._wanted_width), self.width() - 2 * edge)
        top = min(theme().px(_TOP), self.height() // 8)
        rows = (self.list.sizeHintForRow(row) for row in range(self._model.rowCount()))
        foot = self._foot.sizeHint().height() + theme().px(8) if self._foot.text() else 0
        needed = sum(rows) + self.field.sizeHint().height() + foot + theme().px(36)
        most = self.height() - top - theme().px(48)
        height = max(theme().px(120), min(needed, most, theme().px(560)))
        self._box.setGeometry(QRect((self.width() - width) // 2, top, width, height))
        self.update()
