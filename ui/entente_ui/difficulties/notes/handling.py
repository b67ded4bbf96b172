"""What every view of notes does with keys and with the pointer."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from typing_extensions import override

from entente.services.notes import Note
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.kit.cards import NO_KEYS, Handling

_Key: Final = Qt.Key
#: What a key by itself asks for; the names are those of `commands.Commands.run`.
_KEYS: Final[Mapping[Qt.Key, str]] = MappingProxyType(
    {
        _Key.Key_M: "level-mediator",
        _Key.Key_A: "level-caucus",
        _Key.Key_P: "level-parties",
        _Key.Key_C: "level-sponsor",
        _Key.Key_U: "level-public",
        _Key.Key_V: "level-next",
        _Key.Key_S: "strike",
        _Key.Key_L: "link",
        _Key.Key_F2: "edit",
        _Key.Key_Return: "edit",
        _Key.Key_Enter: "edit",
        _Key.Key_Delete: "delete",
        _Key.Key_Escape: "escape",
        _Key.Key_N: "new",
    }
)


class NoteHandling(Handling[Note]):
    """Notes by mouse and by key; holding Space uncovers one of them."""

    own_keys = _KEYS

    def uncover_by(self, veil: Veil) -> None:
        """Let Space uncover the card that is pointed at, else the one the cursor is on."""
        self._veil = veil

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() != _Key.Key_Space or held != NO_KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            current = self.current
            self._veil.peek(self._veil.pointed or (current.id if current else ""))

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _Key.Key_Space and not event.isAutoRepeat():
            self._veil.peek("")
        super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._veil.peek("")
        super().focusOutEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        note = self._cards.card_at(self.indexAt(event.position().toPoint()))
        self._veil.pointed = note.id if note else ""
        if self._veil.pointed != self._veil.peeked:
            self._veil.peek("")
        super().mouseMoveEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._veil.pointed = ""
        super().leaveEvent(event)
