"""A button that facts can also be dropped on."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.note import NOTE
from entente_ui.kit import SecondaryButton, set_look
from entente_ui.kit.cards import carried, take_up


class DropButton(SecondaryButton):
    """Does to what is dropped on it what a click does to what is selected.

    Signals:
        dropped: Emitted with the keys of notes.
    """

    dropped = Signal(list)

    def __init__(
        self, text: str, icon_name: str, on_click: Callable[[], object], tip: str, parent: QWidget
    ) -> None:
        super().__init__(text, on_click, parent, icon_name=icon_name, tip=tip)
        self.setAcceptDrops(True)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.isEnabled() and carried(event, NOTE.name):
            set_look(self, "ring", "true")
            take_up(event)
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        set_look(self, "ring", None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        set_look(self, "ring", None)
        take_up(event)
        self.dropped.emit(list(carried(event, NOTE.name)))
