"""How large the grid is drawn. Tokens keep their size: zooming in makes room between them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal

from entente_ui.actors.board import Spot
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from entente_ui.actors.grid_view import GridView

_MOST: Final = 6.0
_STEP: Final = 1.25
#: Ms after which names are placed anew while the size changes.
_PAUSE: Final = 60
#: Px at 100 % from the edge within which what is carried scrolls the grid, and px a beat.
_EDGE: Final = 26
_SPEED: Final = 12
_BEAT: Final = 30


class Zooming(QObject):
    """Keeps the grid as large as its view, or some times as large.

    Signals:
        changed: Emitted when another part of the grid is in view, or at another size.
    """

    changed = Signal()

    def __init__(self, view: "GridView") -> None:
        super().__init__(view)
        self._view = view
        self._scale = 1.0
        self._least = view.board.lens.least_height
        self._pushed: QPoint | None = None
        self._settling = QTimer(self, singleShot=True, interval=_PAUSE)
        self._settling.timeout.connect(lambda: view.board.settle(animate=False))
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self._scroll_on)

    @property
    def scale(self) -> float:
        """How many times as large the grid is as when all of it is shown, from 1.0."""
        return self._scale

    @property
    def is_enlarged(self) -> bool:
        """Whether only a part of the grid is in view."""
        viewport, frame = self._view.viewport(), self._view.board.frame
        return frame.width > viewport.width() or frame.height > viewport.height()

    def by(self, steps: float, anchor: QPointF | None = None) -> None:
        """Zoom in, or out with negative steps, about a point of the view."""
        self.to(self._scale * _STEP**steps, anchor)

    def reset(self) -> None:
        """Show the whole grid."""
        self.to(1.0)

    def to(self, scale: float, anchor: QPointF | None = None) -> None:
        """Draw the grid some times as large as when all of it is shown."""
        wanted = min(max(scale, 1.0), _MOST)
        if wanted == self._scale:
            return
        viewport = self._view.viewport()
        about = anchor or QPointF(viewport.width() / 2, viewport.height() / 2)
        point = self._view.mapToScene(about.toPoint())
        frame = self._view.board.frame
        part = QPointF(point.x() / frame.width, point.y() / frame.height)
        self._scale = wanted
        self._fit()
        target = QPointF(
            part.x() * self._view.board.frame.width, part.y() * self._view.board.frame.height
        )
        self._view.horizontalScrollBar().setValue(round(target.x() - about.x()))
        self._view.verticalScrollBar().setValue(round(target.y() - about.y()))
        self.note_view()

    def make_room(self, least: int) -> None:
        """Make the sheet at least so high, in px at 100 %."""
        if least != self._least:
            self._least = least
            self._fit()

    def refit(self) -> None:
        """Follow a new size of the view or of the interface."""
        self._fit()
        self.note_view()

    def scroll(self, by: QPoint) -> None:
        """Show what is some px further."""
        across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())

    def push(self, at: QPoint | None) -> None:
        """Scroll on while something is held near the edge; None lets go."""
        self._pushed = at if self.is_enlarged else None
        if self._pushed is None:
            self._beat.stop()
        elif not self._beat.isActive():
            self._beat.start()

    def bring_into_view(self, spot: Spot) -> None:
        """Scroll until a token or a crowd can be seen."""
        if self.is_enlarged:
            room = theme().px(40)
            rect = self._view.board.rect_around(spot)
            self._view.ensureVisible(rect, room, room)

    def note_view(self) -> None:
        """Take note of which part is in view."""
        viewport = self._view.viewport().rect()
        shown = self._view.mapToScene(viewport).boundingRect()
        self._view.board.look_at(QRectF(shown) & self._view.board.sceneRect())
        self.changed.emit()

    def take_as_settled(self) -> None:
        """Take note that names have just been placed."""
        self._settling.stop()

    def settle_now(self) -> None:
        """Place names at once, as a picture or a test needs them."""
        if self._settling.isActive():
            self._settling.stop()
            self._view.board.settle(animate=False)

    def _fit(self) -> None:
        view = self._view
        least = theme().px(self._least)
        # In a window so low that names would find no room the sheet is higher than what is seen.
        is_low = view.viewport().height() < least
        policy = Qt.ScrollBarPolicy
        view.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_low else policy.ScrollBarAlwaysOff
        )
        size = view.viewport().size()
        width, height = size.width() * self._scale, max(size.height(), least) * self._scale
        view.board.fit(max(width, 1), max(height, 1))
        self._settling.start()

    def _scroll_on(self) -> None:
        if self._pushed is None:
            return
        edge, size = theme().px(_EDGE), self._view.viewport().size()
        x, y = self._pushed.x(), self._pushed.y()
        by = QPoint(
            _SPEED * ((x > size.width() - edge) - (x < edge)),
            _SPEED * ((y > size.height() - edge) - (y < edge)),
        )
        if not by.isNull():
            self.scroll(by)
