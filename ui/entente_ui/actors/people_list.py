"""Lists of actors beside the grid, to be dragged onto it."""

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QDrag, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QWidget,
)
from typing_extensions import override

from entente_ui.actors.data import Person
from entente_ui.actors.mime import mime_of
from entente_ui.actors.person_row import PERSON_ROLE, PersonDelegate, picture_of
from entente_ui.actors.wording import describe, sentence
from entente_ui.kit import tooltip_html
from entente_ui.look.theme import theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex

_ROOT: Final = QModelIndex()


class PeopleModel(QAbstractListModel):
    """Some actors, to look at and to drag."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these actors."""
        if tuple(people) != self._people:
            self.beginResetModel()
            self._people = tuple(people)
            self.endResetModel()

    def person(self, index: Index) -> Person:
        """Return the actor behind a valid `index`."""
        return self._people[index.row()]

    def row_of(self, key: str) -> int:
        """Return the row of an actor, −1 if not in the list."""
        return next((row for row, person in enumerate(self._people) if person.key == key), -1)

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.person(index).name
            case role if role == PERSON_ROLE:
                return self.person(index)
            case Qt.ItemDataRole.AccessibleTextRole:
                return sentence(self.person(index))
            case Qt.ItemDataRole.ToolTipRole:
                return tooltip_html("\n".join(describe(self.person(index))))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    @override
    def mimeTypes(self) -> list[str]:
        return list(mime_of(()).formats())

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return mime_of([self.person(index).key for index in indexes])


class PeopleList(QListView):
    """A list of actors.

    Signals:
        picked: Emitted with the keys selected by the user.
        asked: Emitted with the keys whose position is to be typed: by Enter or a double click.
        menu_wanted: Emitted with the place for a context menu, on the screen.
    """

    picked = Signal(tuple)
    asked = Signal(tuple)
    menu_wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleModel(self)
        self._is_told = False
        self.setModel(self.people)
        self.setItemDelegate(PersonDelegate(self))
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.doubleClicked.connect(lambda index: self.asked.emit((self.people.person(index).key,)))
        self.selectionModel().selectionChanged.connect(self._on_selected)
        theme().changed.connect(self.doItemsLayout)

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the actors selected, from above."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.people.person(self.people.index(row)).key for row in rows)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these actors; who is selected stays so."""
        kept = self.keys
        self.people.show_people(people)
        self.select(kept)

    def select(self, keys: Sequence[str]) -> None:
        """Select those of these actors who are here, without telling anybody."""
        self._is_told = True
        self.clearSelection()
        for key in keys:
            row = self.people.row_of(key)
            if row >= 0:
                index = self.people.index(row)
                self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        self._is_told = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.keys:
            self.asked.emit(self.keys)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # Qt's name
        indexes = self.selectedIndexes()
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self.people.mimeData(indexes))
        picture = picture_of([self.people.person(index) for index in indexes], self)
        drag.setPixmap(picture)
        middle = picture.deviceIndependentSize() / 2
        drag.setHotSpot(QPointF(middle.width(), middle.height()).toPoint())
        drag.exec(Qt.DropAction.CopyAction)

    def _on_selected(self) -> None:
        if not self._is_told:
            self.picked.emit(self.keys)
