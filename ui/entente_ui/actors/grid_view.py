"""The grid under the hand: pressing, dragging, zooming; keys and drops go to their helpers."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.actors.board import Board, Spot
from entente_ui.actors.data import Marks, Person
from entente_ui.actors.frame import Score
from entente_ui.actors.gestures import Nudge
from entente_ui.actors.landing import Landing
from entente_ui.actors.lens import Lens
from entente_ui.actors.picks import Picks
from entente_ui.actors.pointer import Pointer
from entente_ui.actors.shapes import rect_of
from entente_ui.actors.steering import Steering
from entente_ui.actors.wording import describe, describe_crowd
from entente_ui.actors.zooming import Zooming
from entente_ui.kit.announce import announce
from entente_ui.kit.landing import TakesDrops
from entente_ui.look.theme import theme

_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
#: The keyboard goes away for these, and comes back to where it was.
_PASSING: Final = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
#: Px at 100 % around the words of the hint.
_HINT_PAD: Final = 12


class GridView(TakesDrops, QGraphicsView):
    """Shows the grid and turns what hands do into wishes; whoever holds it carries them out.

    Attributes:
        board: What is drawn.
        known: Finds an actor by key, also one who is not on the sheet.
        picks: What is selected.
        zooming: How large it is drawn, and which part is in view.
        is_locked: Whether nothing can be moved, as it is with the past.

    Signals:
        tied: Emitted with the keys of two actors, from and to, and whether the tie is a
            choice; None takes it back.
        refused: Emitted when something was to be moved while it is locked.
        moved: Emitted with a mapping from keys to positions, and whether to ask for the fact.
        dropped: Emitted with keys and the position they were dropped on.
        fact_wanted: Emitted with keys whose present position wants a fact.
        opened: Emitted with the key of an actor to be shown in full.
        taken_off: Emitted with keys that are to leave the grid.
        menu_wanted: Emitted with the place for a context menu, on the screen.
        aimed: Emitted with the position aimed at while something is carried, else None.
    """

    moved = Signal(object, bool)
    dropped = Signal(tuple, object)
    fact_wanted = Signal(tuple)
    opened = Signal(str)
    taken_off = Signal(tuple)
    menu_wanted = Signal(QPoint)
    aimed = Signal(object)
    refused = Signal()
    tied = Signal(str, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = Board(self)
        self.known: Callable[[str], Person | None] = self.board.person
        self.picks = Picks(self.board, self)
        self.nudge = Nudge(self.board, self)
        self.zooming = Zooming(self)
        self._steering = Steering(self)
        self._pointer = Pointer(self)
        self.landing = Landing(self)
        self.nudge.rested.connect(lambda: self.finish_nudge(ask=False))
        self._hint = ""
        self.is_locked = False
        self._set_up()

    @property
    def hint(self) -> str:
        """What to do while nobody is on the grid."""
        return self._hint

    @hint.setter
    def hint(self, text: str) -> None:
        self._hint = text
        self.viewport().update()

    def _set_up(self) -> None:
        self.setScene(self.board)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # The paper behind is that of the pane.
        self.viewport().setAutoFillBackground(False)
        self._name()
        self.setAccessibleDescription(
            _(
                "Tab goes to the next actor, the arrows move it by half a point and with Shift "
                "by a whole one, Enter asks for the observed fact, F2 shows the actor in full."
            )
        )
        theme().changed.connect(self._on_theme_changed)

    def look_through(self, lens: Lens) -> None:
        """Take another lens."""
        self.cancel()
        self.picks.go(None)
        # Before they go to their new places: everybody goes from where they are seen.
        self.zooming.make_room(lens.least_height)
        self.board.look_through(lens)
        self._name()
        self.zooming.note_view()

    def told_of(self, keys: Sequence[str], score: Score) -> Sequence[str]:
        """Return what dropping actors at a place would mean."""
        people = [self.known(key) for key in keys]
        marks = [person.marks if person is not None else Marks() for person in people]
        return self.board.lens.told(marks[:1], score, score)

    def _name(self) -> None:
        for each in (self, self.viewport()):
            each.setAccessibleName(self.board.lens.title)

    @property
    def is_busy(self) -> bool:
        """Whether something is being carried or moved."""
        return self._pointer.is_carrying or self.nudge.is_under_way or bool(self.board.ties.giver)

    def tie(self, giver: str, taker: str, *, is_choice: bool | None) -> None:
        """Wish for a tie between two, or for none with None."""
        self.board.ties.end()
        if self.is_locked:
            self.refused.emit()
        elif taker and taker != giver:
            self.tied.emit(giver, taker, is_choice)

    def finish_nudge(self, *, ask: bool) -> None:
        """Keep what was moved by keys."""
        changes = self.nudge.finish()
        self.aimed.emit(None)
        if changes:
            self.moved.emit(changes, ask)

    def cancel(self) -> bool:
        """Put back what is carried or moved; say whether anything was."""
        busy = self._pointer.cancel() or self.nudge.is_under_way or bool(self.board.ties.giver)
        self.board.ties.end()
        self.nudge.cancel()
        self.aimed.emit(None)
        if busy:
            self.picks.keep()
        return busy

    def go(self, spot: Spot | None) -> None:
        """Put the keyboard on a token or a crowd, select it and say it aloud."""
        self.picks.go(spot)
        if isinstance(spot, str) and self.board.ties.giver:
            self.board.ties.lead_to(self.board.centre(spot), spot)
        if spot is None:
            self.board.tag.say(())
            return
        if isinstance(spot, str) and len(self.picks.keys) <= 1:
            self.picks.pick([spot])
        self.zooming.bring_into_view(spot)
        words = self._words_for(spot)
        announce(self, ", ".join(words))
        # The inspector says the rest; a larger sheet would hide the neighbours.
        self._show_tag(spot, words[:1] if isinstance(spot, str) else words)

    def toggle_crowd(self, score: Score) -> None:
        """Open a crowd, or close it if it is the one that is open."""
        self.board.tag.say(())
        if self.board.opened.score == score:
            self.board.opened.close()
            self.picks.go(score)
        else:
            self.board.opened.open(score)
            self.picks.go(next(iter(self.board.opened.keys), None))

    def rect_of(self, key: str) -> QRect:
        """Return where an actor is drawn, in the coordinates of this widget."""
        spot = self.board.spot_of(key)
        around = self.board.rect_around(spot) if spot else QRectF()
        box = self.mapFromScene(around).boundingRect()
        return QRect(self.viewport().mapTo(self, box.topLeft()), box.size())

    def tell(self, spot: Spot) -> None:
        """Say who a token or a crowd is, beside it."""
        self._show_tag(spot, self._words_for(spot))

    def _show_tag(self, spot: Spot, words: Sequence[str]) -> None:
        self.board.tag.say(words)
        self.board.tag.stand_by(self.board.rect_around(spot), self.board.visible)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.finish_nudge(ask=False)
        self._pointer.press(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.double_click(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer.leave()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._pointer.menu(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & _CONTROL:
            self.finish_nudge(ask=False)
            self.zooming.by(turned.y() / 120, event.position())
        elif self.zooming.is_enlarged:
            across = QPoint(turned.y(), 0) if event.modifiers() & _SHIFT else turned
            self.zooming.scroll(QPoint(-across.x(), -across.y()) / 2)
        else:
            event.ignore()
            return
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._steering.take(event):
            event.ignore()

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        if self._steering.go_on(forward=forward):
            return True
        return super().focusNextPrevChild(forward)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _PASSING:
            return
        by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
            Qt.FocusReason.OtherFocusReason,
        }
        self._steering.enter(event.reason())
        self.picks.reveal_focus(on=by_key)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in _PASSING:
            return
        self.finish_nudge(ask=False)
        self.picks.reveal_focus(on=False)
        self._pointer.hide_tag()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cancel()
        self.zooming.refit()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.zooming.note_view()

    @override
    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        if self._hint:
            self._paint_hint(painter)
        if self._pointer.band is not None:
            painter.setPen(QPen(theme().colour("accent"), 1))
            painter.setBrush(theme().colour("accent", 0.10))
            painter.drawRoundedRect(self._pointer.band, theme().px(4), theme().px(4))

    def _paint_hint(self, painter: QPainter) -> None:
        """Write the hint where the lens wants it, on a plate: lines may run below it."""
        panel = rect_of(self.board.lens.hint_box(self.board.frame)) & self.board.visible
        pad = theme().px(_HINT_PAD)
        wrapped = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.setFont(theme().font("section"))
        words = painter.boundingRect(panel.adjusted(2 * pad, 0, -2 * pad, 0), wrapped, self._hint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("surface", 0.92))
        painter.drawRoundedRect(words.adjusted(-pad, -pad / 2, pad, pad / 2), pad, pad)
        painter.setPen(theme().colour("muted"))
        painter.drawText(words, wrapped, self._hint)

    def _words_for(self, spot: Spot) -> tuple[str, ...]:
        people = [self.board.person(key) for key in self.board.keys_of(spot)]
        known = [person for person in people if person is not None]
        if isinstance(spot, Score):
            return describe_crowd(known)
        return describe(known[0]) if known else ()

    def _on_theme_changed(self) -> None:
        self.board.labels.forget()
        self.zooming.refit()
