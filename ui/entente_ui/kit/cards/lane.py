"""A lane: who or what it stands for, how many cards, the cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Generic

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

from entente_ui.formats import number
from entente_ui.kit.cards.carrying import carried, take_up
from entente_ui.kit.cards.face import C
from entente_ui.kit.cards.view import CardView
from entente_ui.kit.label import ElidedLabel, PlainLabel, tooltip
from entente_ui.kit.spacing import spaced
from entente_ui.look.theme import theme

#: Px at 100 % that a lane takes at least, and one without cards.
WIDE: Final = 236
_SLIM: Final = 132


@dataclass(frozen=True, slots=True)
class LaneHead:
    """What a lane is called.

    Attributes:
        value: What a card takes on that is dropped here.
        title: First line.
        subtitle: Line below, unless there is a summary.
        count: How many there are beside the title; the number of cards if empty.
        counted: The same in words, for the tooltip and read aloud.
        summary: What is to be known of the cards together.
        is_too_much: Whether there are more than there should be, as the summary says.
    """

    value: str
    title: str
    subtitle: str = ""
    count: str = ""
    counted: str = ""
    summary: str = ""
    is_too_much: bool = False


class Lane(QFrame, Generic[C]):
    """Cards that have something in common; dropped cards take it on.

    Attributes:
        head: What it is called.
        view: The cards.

    Signals:
        dropped: Emitted with the keys of cards, and the key of the card they were dropped
            on, or nothing for the lane itself.
    """

    dropped = Signal(list, str)

    def __init__(self, view: CardView[C], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("lane", "true")
        self.setAcceptDrops(True)
        self.head = LaneHead("", "")
        self._title = ElidedLabel("", "strong", self)
        self._count = PlainLabel("", "strong", self)
        self._below = ElidedLabel("", "small", self)
        self.view = view
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
        self._wide = WIDE
        self._fit()
        theme().changed.connect(self._fit)
        self.view.dropped.connect(self.dropped)
        self.view.aimed.connect(self._aim)

    def show_cards(self, head: LaneHead, cards: Sequence[C]) -> None:
        """Show what the lane stands for, and the cards in it."""
        self.head = head
        self._title.setText(head.title)
        self._count.setText(head.count or number(len(cards)))
        self._count.set_variant("error" if head.is_too_much else "strong")
        self._below.setText(head.summary or head.subtitle)
        self._below.set_variant("error" if head.is_too_much else "small")
        words = (head.title, head.subtitle, head.counted, head.summary)
        tooltip(self._count, "\n".join(filter(None, words)))
        aloud = (head.title, head.counted, head.summary)
        self.view.setAccessibleName(", ".join(filter(None, aloud)))
        self.view.show_cards(cards)

    def set_room(self, wide: int, *, is_slim: bool) -> None:
        """Take at least so much room, in px at 100 %; less, as a lane without cards may."""
        self._wide, self._is_slim = wide, is_slim
        self._fit()

    def _fit(self) -> None:
        self.setMinimumWidth(theme().px(_SLIM if self._is_slim else self._wide))

    def _aim(self, on: bool) -> None:
        self._is_aimed = on
        self.update()

    def _taken(self, event: QDropEvent) -> Sequence[str]:
        """Return the keys of the cards that are dragged, if they may be dropped here."""
        cards = self.view.cards
        return carried(event, cards.kind) if cards.is_editable else ()

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
        if self._taken(event):
            self._aim(True)
            take_up(event)
        else:
            event.ignore()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        keys = self._taken(event)
        self._aim(False)
        if keys:
            take_up(event)
            self.dropped.emit(list(keys), "")
