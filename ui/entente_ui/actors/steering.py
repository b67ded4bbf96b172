"""The grid from the keyboard: everything the pointer does has its key."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from entente.i18n import _
from entente_ui.actors.board import Spot
from entente_ui.actors.frame import Score
from entente_ui.kit.announce import announce

if TYPE_CHECKING:
    from entente_ui.actors.grid_view import GridView

_Key: Final = Qt.Key
#: Which way an arrow leads: upwards, across.
_ARROWS: Final = {
    _Key.Key_Up: (1, 0),
    _Key.Key_Down: (-1, 0),
    _Key.Key_Right: (0, 1),
    _Key.Key_Left: (0, -1),
}


class Steering:
    """Understands keys on behalf of a grid."""

    def __init__(self, view: "GridView") -> None:
        self._view = view

    def enter(self, reason: Qt.FocusReason) -> None:
        """Begin at the end one came from, when the focus came by Tab."""
        if reason is Qt.FocusReason.TabFocusReason:
            self._go_to(0)
        elif reason is Qt.FocusReason.BacktabFocusReason:
            self._go_to(-1)

    def go_on(self, *, forward: bool) -> bool:
        """Go to the next actor or the one before; say whether there was one."""
        view = self._view
        view.finish_nudge(ask=False)
        stops = view.board.stops()
        if view.picks.current not in stops:
            if not stops or not view.hasFocus():
                return False
            self._go_to(0 if forward else -1)
            return True
        at = stops.index(view.picks.current) + (1 if forward else -1)
        if view.board.opened.score is not None:
            view.go(stops[at % len(stops)])
            return True
        if not 0 <= at < len(stops):
            return False
        view.go(stops[at])
        return True

    def take(self, event: QKeyEvent) -> bool:
        """Act on a key; say whether it meant anything."""
        key = _Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        if control:
            return self._with_control(key)
        if key in _ARROWS:
            self._step(key, whole=shift)
            return True
        return self._plain(key, shift=shift)

    def _with_control(self, key: Qt.Key) -> bool:
        if key != _Key.Key_A:
            return False
        board = self._view.board
        self._view.picks.pick(board.inside(board.sceneRect()))
        return True

    def _plain(self, key: Qt.Key, *, shift: bool) -> bool:
        view = self._view
        if view.board.lens.draws_ties and self._about_tie(key, shift=shift):
            return True
        match key:
            case _Key.Key_Return | _Key.Key_Enter:
                return self._enter_pressed()
            case _Key.Key_Escape:
                return self._escape_pressed()
            case _Key.Key_Home:
                self._go_to(0)
            case _Key.Key_End:
                self._go_to(-1)
            case _Key.Key_Plus | _Key.Key_Equal:
                view.zooming.by(1)
            case _Key.Key_Minus:
                view.zooming.by(-1)
            case _Key.Key_0:
                view.zooming.reset()
            case _:
                return self._about_somebody(key)
        return True

    def _about_somebody(self, key: Qt.Key) -> bool:
        view = self._view
        meant = view.picks.meant()
        if not meant:
            return False
        match key:
            case _Key.Key_F2:
                view.opened.emit(meant[0])
            case _Key.Key_Space if view.picks.current is not None:
                view.picks.toggle(view.board.keys_of(view.picks.current))
            case _Key.Key_Delete | _Key.Key_Backspace:
                view.taken_off.emit(meant)
            case _:
                return False
        return True

    def _enter_pressed(self) -> bool:
        view = self._view
        if view.nudge.is_under_way:
            view.finish_nudge(ask=True)
        elif isinstance(view.picks.current, Score):
            view.toggle_crowd(view.picks.current)
        elif view.picks.meant():
            view.fact_wanted.emit(view.picks.meant())
        else:
            return False
        return True

    def _escape_pressed(self) -> bool:
        view = self._view
        if view.cancel():
            return True
        if view.board.opened.score is not None:
            view.toggle_crowd(view.board.opened.score)
            return True
        if view.picks.keys:
            view.picks.pick(())
            return True
        return False

    def _step(self, key: Qt.Key, *, whole: bool) -> None:
        view = self._view
        if view.picks.current is None:
            first = next(iter(view.picks.keys), None)
            if first is None:
                self._go_to(0)
                return
            view.picks.go(view.board.spot_of(first))
        spot, keys = view.picks.current, view.picks.meant()
        if spot is None or not keys:
            return
        up, across = _ARROWS[key]
        if view.board.lens.draws_ties:
            self._walk(spot, up, across)
            return
        view.board.tag.say(())
        if view.is_locked:
            view.refused.emit()
            return
        size = 2 if whole else 1
        view.picks.reveal_focus(on=True)
        view.nudge.step(spot, keys, up * size, across * size)

    def _about_tie(self, key: Qt.Key, *, shift: bool) -> bool:
        """Begin a tie with Enter and end it at another actor; say whether the key meant that."""
        view = self._view
        ties, spot = view.board.ties, view.picks.current
        if not isinstance(spot, str):
            return False
        if key in {_Key.Key_Return, _Key.Key_Enter}:
            if not ties.giver:
                ties.begin(spot)
                announce(view, _("Go to whom is chosen, then Enter; Shift+Enter sets aside."))
            else:
                view.tie(ties.giver, spot, is_choice=not shift)
            return True
        if key in {_Key.Key_Delete, _Key.Key_Backspace}:
            if ties.giver:
                view.tie(ties.giver, spot, is_choice=None)
            return True
        return False

    def _walk(self, spot: Spot, up: int, across: int) -> None:
        """Put the keyboard on the nearest actor in a direction."""
        view = self._view
        person = view.board.person(spot) if isinstance(spot, str) else None
        if person is None or person.score is None:
            return
        score = view.board.lens.stepped(view.board.frame, person.score, up, across)
        near = view.board.keys_at(score)
        if near:
            view.picks.reveal_focus(on=True)
            view.go(near[0])
            if view.board.ties.giver:
                view.board.ties.lead_to(view.board.centre(near[0]), near[0])

    def _go_to(self, place: int) -> None:
        stops = self._view.board.stops()
        if stops:
            self._view.picks.reveal_focus(on=True)
            self._view.go(stops[place])
