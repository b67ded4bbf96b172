"""The difficulties beside the map: an actor dropped on one becomes its party."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.actors.mime import actors_in
from entente_ui.kit import PlainLabel, dress_list, sized, spaced, tooltip_html

if TYPE_CHECKING:
    from entente.services.maps import MapDifficulty

_WIDTH: Final = 212
_KEY: Final = Qt.ItemDataRole.UserRole


class _List(QListWidget):
    """Takes actors that are dropped on a difficulty.

    Signals:
        linked: Emitted with the key of the difficulty and those of the actors.
    """

    linked = Signal(str, tuple)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._judge(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        keys = actors_in(event.mimeData())
        if item is None or not keys:
            event.ignore()
            return
        event.acceptProposedAction()
        self.linked.emit(item.data(_KEY), keys)

    def _judge(self, event: QDragMoveEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is None or not actors_in(event.mimeData()):
            event.ignore()
            return
        self.setCurrentItem(item)
        event.acceptProposedAction()


class DifficultyStrip(QWidget):
    """Lists the difficulties that are not closed.

    Signals:
        linked: Emitted with the key of a difficulty and those of actors dropped on it.
        opened: Emitted with the key of a difficulty to go to.
    """

    linked = Signal(str, tuple)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = _List(self)
        dress_list(self._list)
        self._list.setAcceptDrops(True)
        self._list.setAccessibleName(_("Difficulties"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.linked.connect(self.linked)
        self._list.itemActivated.connect(lambda item: self.opened.emit(item.data(_KEY)))
        layout = spaced(QVBoxLayout(self), (10, 0, 0, 0), 4)
        layout.addWidget(PlainLabel(_("Difficulties"), "section", self))
        hint = _("Drop an actor on one to make it a party.")
        layout.addWidget(PlainLabel(hint, "small", self, wrap=True))
        layout.addWidget(self._list, 1)
        sized(self, width=_WIDTH)

    def show_difficulties(self, difficulties: "Sequence[MapDifficulty]") -> None:
        """List these."""
        self._list.clear()
        for each in difficulties:
            count = len(each.parties)
            parties = ngettext("{count} party", "{count} parties", count)
            item = QListWidgetItem(f"{each.ref}  {each.title}", self._list)
            item.setData(_KEY, each.id)
            words = f"{each.title} · {parties.format(count=formats.number(count))}"
            item.setToolTip(tooltip_html(words))
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, words)

    def point_at(self, keys: Sequence[str], place: QPoint) -> None:
        """Show on which difficulty what is carried would come down."""
        item = self._list.itemAt(self._list.viewport().mapFromGlobal(place)) if keys else None
        if item is None:
            self._list.setCurrentRow(-1)
        else:
            self._list.setCurrentItem(item)

    def take(self, keys: Sequence[str], place: QPoint) -> bool:
        """Link actors that were let go over a difficulty; say whether they were."""
        if not self.isVisible() or not keys:
            return False
        viewport = self._list.viewport()
        at = viewport.mapFromGlobal(place)
        item = self._list.itemAt(at) if viewport.rect().contains(at) else None
        self._list.setCurrentRow(-1)
        if item is None:
            return False
        self.linked.emit(item.data(_KEY), tuple(keys))
        return True

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, 300)
