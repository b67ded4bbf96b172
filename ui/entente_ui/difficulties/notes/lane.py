"""A lane: who or what it stands for, how many notes, the cards."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import ngettext
from entente.services.notes import Note
from entente_ui.difficulties.notes.arrange import LaneHead, summary
from entente_ui.difficulties.notes.carrying import carried_notes, take_up
from entente_ui.difficulties.notes.lane_view import LaneView
from entente_ui.difficulties.notes.veil import Veil
from entente_ui.formats import number
from entente_ui.kit import ElidedLabel, PlainLabel, spaced, tooltip
from entente_ui.look.theme import theme

_WIDE, _SLIM = 236, 132


class Lane(QFrame):
    """Notes that have something in common; dropped notes take it on.

    Attributes:
        view: The cards.

    Signals:
        dropped: Emitted with the keys of notes, and the key of the card they were dropped
            on, or nothing for the lane itself.
    """

    dropped = Signal(list, str)

    def __init__(self, veil: Veil, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("lane", "true")
        self.setAcceptDrops(True)
        self.head = LaneHead("", "")
        self._title = ElidedLabel("", "strong", self)
        self._count = PlainLabel("", "strong", self)
        self._below = ElidedLabel("", "small", self)
        self.view = LaneView(veil, self)
        line = spaced(QHBoxLayout(), 0, 8)
        line.addWidget(self._title, 1)
        line.addWidget(self._count)
        words = spaced(QVBoxLayout(), (12, 10, 12, 0), 0)
        words.addLayout(line)
        words.addWidget(self._below)
        whole = spaced(QVBoxLayout(self), (0, 0, 0, 6), 8)
        whole.addLayout(words)
        whole.addWidget(self.view, 1)
        self._is_slim = self._is_aimed = False
        self._fit()
        theme().changed.connect(self._fit)
        self.view.dropped.connect(self.dropped)
        self.view.aimed.connect(self._aim)

    def show_notes(self, head: LaneHead, notes: Sequence[Note]) -> None:
        """Show what the lane stands for, and the notes in it."""
        self.head = head
        told = summary(notes)
        self._title.setText(head.title)
        self._count.setText(number(len(notes)))
        self._below.setText(told or head.subtitle)
        count = ngettext("{count} note", "{count} notes", len(notes)).format(count=len(notes))
        words = "\n".join(filter(None, (head.title, head.subtitle, count, told)))
        tooltip(self._count, words)
        self.view.setAccessibleName(", ".join(filter(None, (head.title, count, told))))
        self.view.show_notes(notes)

    def set_slim(self, on: bool) -> None:
        """Take less room, as a lane without notes may."""
        self._is_slim = on
        self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(theme().px(_SLIM if self._is_slim else _WIDE))

    def _aim(self, on: bool) -> None:
        self._is_aimed = on
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_aimed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(theme().colour("accent_soft"))
            radius = theme().px(8)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if carried_notes(event) and self.view.cards.is_editable:
            self._aim(True)
            take_up(event)
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        keys = carried_notes(event)
        self._aim(False)
        if keys and self.view.cards.is_editable:
            take_up(event)
            self.dropped.emit(list(keys), "")
