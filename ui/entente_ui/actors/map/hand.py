"""The mouse on the map: pressing, dragging, selecting, drawing relations."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPolygonF
from PySide6.QtWidgets import QApplication

from entente_ui.actors.map.chart import note_rect
from entente_ui.actors.map.edge import Edge
from entente_ui.actors.map.framing import encircled, framed
from entente_ui.actors.map.load import Load
from entente_ui.actors.map.pointing import actor_at, corner_of, is_on_handle, thing_at
from entente_ui.actors.map.things import ACTOR_KIND, Thing

if TYPE_CHECKING:
    from entente_ui.actors.map.canvas import Canvas

_LEFT: Final = Qt.MouseButton.LeftButton
_MIDDLE: Final = Qt.MouseButton.MiddleButton
_ADDING: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier


class Doing(Enum):
    """What the mouse is doing."""

    NOTHING = auto()
    PRESSED = auto()
    PANNING = auto()
    CARRYING = auto()
    BAND = auto()
    LASSO = auto()
    RELATING = auto()
    SIZING = auto()


@dataclass(slots=True)
class _Grip:
    """What is held, and where from."""

    at: QPointF = field(default_factory=QPointF)
    thing: Thing | None = None
    adding: bool = False
    kept: tuple[Thing, ...] = ()


class Hand(QObject):
    """Works the map with the mouse.

    Attributes:
        doing: What is going on.
        load: What is carried or sized.
        origin: Actor a relation is being drawn from; empty for none.
        tip: Where the pointer is, in the view.
        band: What is being framed, in the view.
        lasso: What is being encircled, in the view.
        space: Whether the space bar is held, which pans.
    """

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._grip = _Grip()
        self.doing = Doing.NOTHING
        self.load = Load(canvas)
        self.origin = ""
        self.tip = QPointF()
        self.band = QRectF()
        self.lasso = QPolygonF()
        self.space = False
        self._edge = Edge(canvas, self._scroll_on)

    @property
    def is_busy(self) -> bool:
        """Whether something is held."""
        return self.doing not in {Doing.NOTHING, Doing.PRESSED}

    @property
    def carried(self) -> tuple[str, ...]:
        """Keys of the actors that are being carried."""
        return tuple(self.load.spots) if self.doing is Doing.CARRYING else ()

    def press(self, event: QMouseEvent) -> None:
        """Take hold of what lies under the pointer."""
        canvas = self._canvas
        at = event.position()
        if self.is_busy:
            return
        if event.button() is _MIDDLE or (event.button() is _LEFT and self.space):
            self._grip = _Grip(at)
            self.doing = Doing.PANNING
            canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if event.button() is not _LEFT:
            return
        if self.origin:
            self._end_relation(at)
            return
        hovered = canvas.overlay.hovered
        if canvas.writable and hovered is not None and self._grab_handle(hovered, at):
            return
        thing = thing_at(canvas.chart, canvas.camera, at)
        adding = bool(event.modifiers() & _ADDING)
        self._grip = _Grip(at, thing, adding, kept=canvas.picks.things if adding else ())
        self.doing = Doing.PRESSED
        if thing is None:
            if not adding:
                canvas.picks.pick([])
            self.doing = Doing.LASSO if event.modifiers() & _ALT else Doing.BAND
            self.band = QRectF(at, at)
            self.lasso = QPolygonF([at])
        elif adding:
            canvas.picks.toggle(thing)
        elif thing not in canvas.picks.things:
            canvas.picks.pick([thing])

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        at = event.position()
        self.tip = at
        match self.doing:
            case Doing.NOTHING:
                self._hover(at)
            case Doing.PRESSED:
                far = (at - self._grip.at).manhattanLength() >= QApplication.startDragDistance()
                if far and event.buttons() & _LEFT:
                    self._take(at)
            case Doing.PANNING:
                self._canvas.pan((self._grip.at - at).toPoint())
                self._grip.at = at
            case Doing.CARRYING:
                self._carry(at, free=bool(event.modifiers() & _ALT))
                self._edge.feel(at)
            case Doing.BAND | Doing.LASSO:
                self._frame(at)
            case Doing.SIZING:
                self._size(at)
            case Doing.RELATING:
                self._edge.feel(at)
                self._hover(at)
                self._canvas.update()

    def release(self, event: QMouseEvent) -> None:
        """Let go."""
        at = event.position()
        doing, self.doing = self.doing, Doing.NOTHING
        self._edge.let_go()
        match doing:
            case Doing.PANNING:
                self._canvas.unsetCursor()
            case Doing.CARRYING:
                self._put_down(event)
            case Doing.SIZING:
                self.load.put_notes()
            case Doing.RELATING:
                self._end_relation(at)
            case Doing.PRESSED if not self._grip.adding and self._grip.thing is not None:
                self._canvas.picks.pick([self._grip.thing])
        self.band, self.lasso, self.load.guides = QRectF(), QPolygonF(), ()
        self._canvas.update()

    def double_click(self, event: QMouseEvent) -> None:
        """Open what lies under the pointer, or begin something there."""
        self.doing = Doing.NOTHING
        if event.button() is not _LEFT:
            return
        canvas = self._canvas
        thing = thing_at(canvas.chart, canvas.camera, event.position())
        if thing is not None:
            canvas.opened.emit(thing)
        elif canvas.writable:
            canvas.empty_clicked.emit(canvas.camera.to_map(event.position()))

    def menu(self, event: QContextMenuEvent) -> None:
        """Select what a menu is asked for, and ask for it."""
        canvas = self._canvas
        if self.is_busy:
            return
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            things = canvas.picks.things
            spot = canvas.rect_of(things[-1]).center() if things else canvas.rect().center()
            place = canvas.mapToGlobal(spot)
        else:
            thing = thing_at(canvas.chart, canvas.camera, QPointF(event.pos()))
            if thing is None:
                canvas.picks.pick([])
            elif thing not in canvas.picks.things:
                canvas.picks.pick([thing])
        canvas.menu_wanted.emit(place)

    def begin_relation(self, key: str) -> None:
        """Draw a relation from an actor to the next one chosen."""
        self.origin = key
        self.tip = self._canvas.camera.to_view(self._canvas.chart.card(key).center())
        self._canvas.update()

    def end_relation_at(self, key: str) -> None:
        """Draw the relation that was begun to an actor."""
        origin, self.origin = self.origin, ""
        self.doing = Doing.NOTHING
        self._canvas.update()
        if key and origin and key != origin:
            self._canvas.relation_drawn.emit(origin, key)

    def cancel(self) -> bool:
        """Put back what is held; say whether anything was."""
        busy = self.is_busy or bool(self.origin) or bool(self._canvas.lifted)
        self._grip = _Grip()
        load, self.load = self.load, Load(self._canvas)
        doing, self.doing = self.doing, Doing.NOTHING
        self._edge.let_go()
        self.origin = ""
        self.band, self.lasso = QRectF(), QPolygonF()
        if doing is Doing.CARRYING:
            load.put_back()
        if doing is Doing.PANNING:
            self._canvas.unsetCursor()
        self._canvas.lift(())
        self._canvas.update()
        return busy

    def _grab_handle(self, hovered: Thing, at: QPointF) -> bool:
        canvas = self._canvas
        if hovered.kind == ACTOR_KIND and hovered.key in canvas.chart.actors:
            card = canvas.camera.rect_to_view(canvas.chart.card(hovered.key))
            if canvas.is_readable and is_on_handle(card, at):
                self.origin, self.tip = hovered.key, at
                self.doing = Doing.RELATING
                return True
        for note in canvas.chart.notes:
            rect = canvas.camera.rect_to_view(note_rect(note))
            if note.id == hovered.key and corner_of(rect).contains(at):
                canvas.picks.pick([hovered])
                self._grip = _Grip(at, hovered)
                self.load = Load(canvas)
                self.load.take_note(note)
                self.doing = Doing.SIZING
                return True
        return False

    def _hover(self, at: QPointF) -> None:
        canvas = self._canvas
        hovered = canvas.overlay.hovered
        if hovered is not None and hovered.kind == ACTOR_KIND:
            card = canvas.rect_of(hovered)
            if canvas.is_readable and is_on_handle(QRectF(card), at):
                return  # a handle reaches over the edge of its card
        canvas.overlay.hover(thing_at(canvas.chart, canvas.camera, at))

    def _take(self, at: QPointF) -> None:
        """Lift what was pressed, and what is selected with it."""
        canvas = self._canvas
        thing = self._grip.thing
        if not canvas.writable or thing is None or thing not in canvas.picks.things:
            return
        load = Load(canvas)
        if not load.take():
            return
        self.load = load
        self.doing = Doing.CARRYING
        canvas.overlay.hover(None)
        self._carry(at, free=False)

    def _carry(self, at: QPointF, *, free: bool) -> None:
        canvas, thing = self._canvas, self._grip.thing
        by = (at - self._grip.at) / canvas.camera.scale
        self.load.carry(by, "" if thing is None else thing.key, free=free)
        if canvas.picks.actors:
            canvas.carried.emit(canvas.picks.actors, canvas.mapToGlobal(at.toPoint()))

    def _put_down(self, event: QMouseEvent) -> None:
        canvas = self._canvas
        place = event.globalPosition().toPoint()
        if not canvas.rect().contains(event.position().toPoint()):
            keys = canvas.picks.actors
            self.doing = Doing.CARRYING
            self.cancel()
            canvas.carried_out.emit(keys, place)
            return
        self.load.put_down()

    def _size(self, at: QPointF) -> None:
        self.load.size((at - self._grip.at) / self._canvas.camera.scale)

    def _frame(self, at: QPointF) -> None:
        """Select what lies in the band or the lasso."""
        canvas = self._canvas
        if self.doing is Doing.LASSO:
            self.lasso.append(at)
            found = encircled(canvas.chart, canvas.camera, self.lasso)
        else:
            self.band = QRectF(self._grip.at, at).normalized()
            found = framed(canvas.chart, canvas.camera, self.band)
        canvas.picks.pick([*self._grip.kept, *found])
        canvas.update()

    def _end_relation(self, at: QPointF) -> None:
        canvas = self._canvas
        inside = canvas.rect().contains(at.toPoint())
        self.end_relation_at(actor_at(canvas.chart, canvas.camera.to_map(at)) if inside else "")

    def _scroll_on(self, by: QPoint) -> None:
        """Go on scrolling while something is held near the edge."""
        if not self.is_busy:
            self._edge.let_go()
            return
        self._canvas.pan(by)
        if self.doing is Doing.CARRYING:
            self._grip.at -= QPointF(by)
            self._carry(self.tip, free=False)
