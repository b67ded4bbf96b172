"""A field with a list under it that floats over the window; palette and search are such."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from entente_ui.kit import PlainLabel, spaced
from entente_ui.kit.announce import announce
from entente_ui.kit.search import SearchField
from entente_ui.look.theme import theme
from entente_ui.shell.entries import Entry, EntryDelegate, EntryModel
from entente_ui.shell.floating_box import FloatingBox

_PAGE: Final = 8


class Overlay(FloatingBox):
    """Covers a window until something is chosen or Escape is pressed.

    A subclass answers what was typed in `look_for` and shows entries with `show_entries`.

    Attributes:
        field: Where one types.
    """

    def __init__(self, host: QWidget, placeholder: str, name: str, *, width: int) -> None:
        super().__init__(host, name, width=width)
        self._model = EntryModel(self)
        field = SearchField(placeholder, self.box, pause=60)
        field.searched.connect(self.look_for)
        self.field = field
        self.list = QListView(self.box)
        self.list.setModel(self._model)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setAccessibleName(name)
        self.list.setProperty("bare", "true")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._choose(index.row()))
        self._foot = PlainLabel("", "small", self.box)
        layout = spaced(QVBoxLayout(self.box), 10, 8)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._foot)

    @override
    def prepare(self) -> None:
        self.look_for(self.field.text().strip())

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
        self.fit()
        self._select(self._model.next_row(-1, 1), aloud=False)

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
    def on_key(self, event: QKeyEvent) -> bool:
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
            case _:
                return super().on_key(event)
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

    @override
    def needed_height(self) -> int:
        rows = (self.list.sizeHintForRow(row) for row in range(self._model.rowCount()))
        foot = self._foot.sizeHint().height() + theme().px(8) if self._foot.text() else 0
        return sum(rows) + self.field.sizeHint().height() + foot + theme().px(36)
