"""The grid under the pointer: a press begins a drag of tokens, a band, or a look around."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from entente_ui.actors.board import Spot
from entente_ui.actors.frame import Score
from entente_ui.actors.gestures import Band, Carry

if TYPE_CHECKING:
    from entente_ui.actors.grid_view import GridView

#: Ms before a tag shows under a resting pointer.
_HOVER: Final = 260
_ADDING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(slots=True)
class _Press:
    """A press on a token or a crowd that may become a drag.

    Attributes:
        spot: What was pressed.
        point, at: Where, on the grid and in the view.
        narrows: Whether letting go selects this one alone out of several.
    """

    spot: Spot
    point: QPointF
    at: QPoint
    narrows: bool = False


class Pointer(QObject):
    """Understands the pointer on behalf of a grid."""

    def __init__(self, view: "GridView") -> None:
        super().__init__(view)
        self._view = view
        self._carry: Carry | None = None
        self._band: Band | None = None
        self._press: _Press | None = None
        self._pan: QPoint | None = None
        self._hover: Spot | None = None
        self._hovering = QTimer(self, singleShot=True, interval=_HOVER)
        self._hovering.timeout.connect(self._show_tag)

    @property
    def is_carrying(self) -> bool:
        """Whether tokens are being dragged."""
        return self._carry is not None

    @property
    def band(self) -> QRectF | None:
        """The rectangle being drawn to select, if one is."""
        return None if self._band is None else self._band.box

    def cancel(self) -> bool:
        """Put back what is carried; say whether anything was going on."""
        busy = self._carry is not None or self._band is not None
        if self._carry is not None:
            self._view.board.hand.put_down(back=True)
        self._carry = self._band = self._press = self._pan = None
        self._view.zooming.push(None)
        self._view.viewport().unsetCursor()
        self._view.viewport().update()
        return busy

    def press(self, event: QMouseEvent) -> None:
        """Begin something."""
        view = self._view
        self.hide_tag()
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton and view.zooming.is_enlarged:
            self._pan = at
            view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        view.board.ties.end()
        point = view.mapToScene(at)
        spot = view.board.spot_at(point)
        adding = bool(event.modifiers() & _ADDING)
        if spot is None:
            self._press_paper(point, adding=adding)
            return
        self._press = _Press(spot, point, at)
        view.picks.go(spot)
        if isinstance(spot, str):
            self._press_token(spot, self._press, adding=adding)

    def move(self, event: QMouseEvent) -> None:
        """Go on with it."""
        view = self._view
        at = event.position().toPoint()
        if self._pan is not None:
            view.zooming.scroll(self._pan - at)
            self._pan = at
        elif self._band is not None:
            view.picks.pick(self._band.stretch(view.mapToScene(at)))
            view.viewport().update()
        elif self._carry is not None:
            self._carry_on(at)
        elif view.board.ties.giver and self._press is None:
            self._lead_tie(at, event)
        elif self._press is not None:
            self._begin_carry(self._press, at)
        else:
            self._hover_over(view.board.spot_at(view.mapToScene(at)))

    def release(self, event: QMouseEvent) -> None:
        """End it."""
        view = self._view
        if view.board.ties.giver and self._press is None:
            taker = view.board.spot_at(view.mapToScene(event.position().toPoint()))
            aside = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            name = taker if isinstance(taker, str) else ""
            view.tie(view.board.ties.giver, name, is_choice=not aside)
            return
        press, carry, busy = self._press, self._carry, self._pan or self._band
        self._carry = self._band = self._press = self._pan = None
        view.zooming.push(None)
        view.viewport().unsetCursor()
        view.viewport().update()
        if carry is not None:
            changes = carry.changes
            view.board.hand.put_down(back=not changes)
            view.aimed.emit(None)
            if changes:
                view.moved.emit(changes, True)
        elif press is None or busy is not None:
            return
        elif isinstance(press.spot, Score):
            view.toggle_crowd(press.spot)
        elif press.narrows:
            view.picks.pick(view.board.keys_of(press.spot))

    def double_click(self, event: QMouseEvent) -> None:
        """Show what is under the pointer in full."""
        spot = self._view.board.spot_at(self._view.mapToScene(event.position().toPoint()))
        if isinstance(spot, str):
            self._press = None
            self._view.opened.emit(spot)

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about what is under the pointer, or where the keyboard is."""
        view = self._view
        self.hide_tag()
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            spot = view.picks.current
            if spot is not None:
                rect = view.mapFromScene(view.board.rect_around(spot)).boundingRect()
                place = view.viewport().mapToGlobal(rect.center())
        else:
            spot = view.board.spot_at(view.mapToScene(event.pos()))
            if spot is None:
                view.picks.pick(())
        if spot is not None:
            keys = view.board.keys_of(spot)
            view.picks.go(spot)
            if not set(keys) <= set(view.picks.keys):
                view.picks.pick(keys)
        view.menu_wanted.emit(place)

    def leave(self) -> None:
        """Forget what was under the pointer."""
        self._hover_over(None)

    def hide_tag(self) -> None:
        """Say no more of what is under the pointer."""
        self._hovering.stop()
        self._view.board.tag.say(())

    def _press_token(self, key: str, press: _Press, *, adding: bool) -> None:
        picks = self._view.picks
        if adding:
            picks.toggle([key])
            if key not in picks.keys:
                self._press = None
        elif key in picks.keys:
            press.narrows = True
        else:
            picks.pick([key])

    def _press_paper(self, point: QPointF, *, adding: bool) -> None:
        view = self._view
        if view.board.opened.box.contains(point):
            return
        view.board.opened.close()
        view.picks.go(None)
        kept = view.picks.keys if adding else ()
        view.picks.pick(kept)
        self._band = Band(view.board, point, kept)

    def _begin_carry(self, press: _Press, at: QPoint) -> None:
        if (at - press.at).manhattanLength() < QApplication.startDragDistance():
            return
        view = self._view
        if view.is_locked:
            self._press = None
            view.refused.emit()
            return
        if view.board.lens.draws_ties:
            self._press = None
            self.hide_tag()
            if isinstance(press.spot, str):
                view.board.ties.begin(press.spot)
            return
        mine = view.board.keys_of(press.spot)
        keys = view.picks.keys if set(mine) <= set(view.picks.keys) else mine
        if not keys:
            return
        view.picks.pick(keys)
        self.hide_tag()
        self._carry = Carry(view.board, press.spot, keys, press.point)
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._carry_on(at)

    def _carry_on(self, at: QPoint) -> None:
        if self._carry is not None:
            self._view.zooming.push(at)
            self._carry.move(self._view.mapToScene(at))
            self._view.aimed.emit(self._carry.target)

    def _lead_tie(self, at: QPoint, event: QMouseEvent) -> None:
        view = self._view
        point = view.mapToScene(at)
        spot = view.board.spot_at(point)
        aside = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        view.board.ties.lead_to(point, spot if isinstance(spot, str) else "", is_choice=not aside)

    def _hover_over(self, spot: Spot | None) -> None:
        if spot == self._hover:
            return
        self._hover = spot
        self.hide_tag()
        viewport = self._view.viewport()
        if spot is None:
            viewport.unsetCursor()
            return
        shape = Qt.CursorShape
        is_crowd = isinstance(spot, Score)
        viewport.setCursor(shape.PointingHandCursor if is_crowd else shape.OpenHandCursor)
        self._hovering.start()

    def _show_tag(self) -> None:
        if self._hover is not None and not self._view.is_busy:
            self._view.tell(self._hover)
