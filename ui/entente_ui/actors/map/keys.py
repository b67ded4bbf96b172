"""The map worked from the keyboard."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from entente.domain.canvas_layout import GRID
from entente_ui.actors.map.aligning import moved_by
from entente_ui.actors.map.things import actor_thing

if TYPE_CHECKING:
    from entente_ui.actors.map.canvas import Canvas

_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
#: Ms after the last arrow at which the new place is kept.
_REST: Final = 700
_PAN: Final = 80
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
#: Keys that ask whoever holds the map for something; the text typed, whatever the layout.
_ASKS: Final = {
    "r": "relate",
    "f": "focus",
    "n": "note",
    "p": "pin",
    "h": "show_all",
    "t": "table",
    "?": "keys",
}


class Keys(QObject):
    """Works the map with keys."""

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._start: dict[str, tuple[float, float]] = {}
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self.settle)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; say whether it means something here."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS:
            self._arrow(_ARROWS[key], modifiers)
            return True
        if modifiers & _CONTROL:
            return self._control(key)
        if key is Qt.Key.Key_Space:
            self._hold()
            return True
        if key is Qt.Key.Key_Escape:
            return self._escape()
        self.settle()
        return self._named(key) or self._typed(event.text().casefold())

    def release(self, event: QKeyEvent) -> bool:
        """Take the end of a key."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.let_go()
            return True
        return False

    def let_go(self) -> None:
        """Stop panning by the space bar."""
        if self._canvas.hand.space:
            self._canvas.hand.space = False
            self._canvas.unsetCursor()

    def go_on(self, *, forward: bool) -> bool:
        """Go to the next actor, as one reads; say whether there is one."""
        canvas = self._canvas
        order = sorted(canvas.chart.actors, key=self._reading_place)
        if not order:
            return False
        here = canvas.picks.current
        if here not in order:
            canvas.go(order[0 if forward else -1])
            return True
        place = order.index(here) + (1 if forward else -1)
        if not 0 <= place < len(order):
            return False
        self.settle()
        canvas.go(order[place])
        return True

    def settle(self) -> None:
        """Keep where the arrows led to."""
        self._resting.stop()
        start, self._start = self._start, {}
        if not start:
            return
        canvas = self._canvas
        spots = {k: (round(canvas.chart.at[k][0]), round(canvas.chart.at[k][1])) for k in start}
        if any(spots[key] != spot for key, spot in start.items()):
            canvas.moved.emit(spots, {})
        canvas.lift(())

    def put_back(self) -> bool:
        """Take back where the arrows led to; say whether anywhere."""
        self._resting.stop()
        start, self._start = self._start, {}
        if start:
            self._canvas.shift(start)
            self._canvas.lift(())
        return bool(start)

    def forget(self) -> None:
        """Let go of a move that something else overtook."""
        self._resting.stop()
        self._start = {}

    def _reading_place(self, key: str) -> tuple[float, float]:
        x, y = self._canvas.chart.at[key]
        return round(y / 24), x

    def _arrow(self, towards: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        canvas = self._canvas
        keys = dict.fromkeys(canvas.picks.actors)
        for box in canvas.picks.boxes:
            keys |= dict.fromkeys(canvas.chart.people_of(box))
        if modifiers & _CONTROL or not keys or not canvas.writable:
            canvas.pan(QPoint(towards[0], towards[1]) * _PAN)
            return
        if set(self._start) != set(keys):
            self.settle()
            self._start = {key: canvas.chart.at[key] for key in keys}
            canvas.lift(keys)
        step = 1 if modifiers & _SHIFT else GRID
        now = {key: canvas.chart.at[key] for key in keys}
        canvas.shift(moved_by(now, (towards[0] * step, towards[1] * step)))
        self._resting.start()

    def _control(self, key: Qt.Key) -> bool:
        canvas = self._canvas
        match key:
            case Qt.Key.Key_A:
                canvas.picks.pick([actor_thing(each) for each in canvas.chart.actors])
            case Qt.Key.Key_C:
                canvas.asked.emit("copy")
            case Qt.Key.Key_V:
                canvas.asked.emit("paste")
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                canvas.zoom(1)
            case Qt.Key.Key_Minus:
                canvas.zoom(-1)
            case Qt.Key.Key_0:
                canvas.fit()
            case _:
                return False
        return True

    def _named(self, key: Qt.Key) -> bool:
        canvas = self._canvas
        match key:
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                self._enter()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                canvas.asked.emit("remove")
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                canvas.zoom(1)
            case Qt.Key.Key_Minus:
                canvas.zoom(-1)
            case Qt.Key.Key_0:
                canvas.fit()
            case Qt.Key.Key_1:
                canvas.zoom_plain()
            case _:
                return False
        return True

    def _typed(self, text: str) -> bool:
        command = _ASKS.get(text, "")
        if command:
            self._canvas.asked.emit(command)
        return bool(command)

    def _enter(self) -> None:
        canvas = self._canvas
        if canvas.hand.origin:
            canvas.hand.end_relation_at(canvas.picks.current)
        elif canvas.picks.things:
            canvas.opened.emit(canvas.picks.things[-1])

    def _escape(self) -> bool:
        canvas = self._canvas
        if self.put_back() or canvas.hand.cancel():
            return True
        if canvas.picks.things:
            canvas.picks.pick([])
            return True
        canvas.asked.emit("escape")
        return False

    def _hold(self) -> None:
        self._canvas.hand.space = True
        self._canvas.setCursor(Qt.CursorShape.OpenHandCursor)
