"""An actor on the grid: a ring in the colour of the camp, initials, the letter of the camp."""

from typing import Final

from PySide6.QtCore import QPointF, QPropertyAnimation, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from entente.domain.labelling import Label
from entente_ui.actors.data import Person
from entente_ui.actors.disc_item import DiscItem
from entente_ui.actors.naming import Lines
from entente_ui.actors.painting import (
    Layer,
    paint_badge,
    paint_disc,
    paint_lines,
    paint_shadow,
)
from entente_ui.look.kept import paint_kept
from entente_ui.look.motion import move
from entente_ui.look.theme import theme

#: Px at 100 % between the ring of a token and what surrounds it.
_HALO: Final = 3.5
_SELECTION: Final = 5.5
#: How much larger a token is while it is carried.
_LIFTED: Final = 1.12


class TokenItem(DiscItem):
    """One actor. Its name goes wherever it goes."""

    def __init__(self, person: Person, radius: float) -> None:
        super().__init__(radius)
        self.person = person
        self.name = NameItem(self)
        self._lifted = False
        self._layer = Layer.TOKEN
        self._rest = QPointF()
        self._flight: QPropertyAnimation | None = None

    @property
    def key(self) -> str:
        """Key of the actor."""
        return self.person.key

    @property
    def rest(self) -> QPointF:
        """Where it lies, or will when it has arrived."""
        return self._rest

    @property
    def is_flying(self) -> bool:
        """Whether it is on its way to where it will lie."""
        return self._flight is not None

    def stop_at(self, place: QPointF) -> None:
        """Lie at a place from now on."""
        self._rest = place
        self.hold_at(place)

    def lie_at(self, place: QPointF, *, animate: bool) -> None:
        """Lie at a place from now on; with `animate` it is seen to go there."""
        if animate:
            self.glide(place)
        else:
            self.stop_at(place)

    def hold_at(self, place: QPointF) -> None:
        """Be shown at a place for the moment."""
        self._halt()
        self.setPos(place)

    def glide(self, place: QPointF, *, resting: bool = True) -> None:
        """Move to a place, to lie there from then on or, if not `resting`, for the moment."""
        if resting and self.is_flying and place == self._rest:
            return
        if resting:
            self._rest = place
        self._halt()
        if self.pos() != place:
            self._flight = move(self, b"pos", place, done=self._land)

    def set_layer(self, layer: Layer) -> None:
        """Choose what it lies over while it is not carried."""
        self._layer = layer
        if not self._lifted:
            self.setZValue(layer)

    def show_person(self, person: Person, radius: float) -> None:
        """Take over new values."""
        if radius != self._radius:
            self.prepareGeometryChange()
            self._radius = radius
        if person != self.person:
            self.person = person
        self.update()

    def lift(self, *, on: bool) -> None:
        """Rise off the paper, or lie down again."""
        self._lifted = on
        self.setScale(_LIFTED if on else 1.0)
        self.setZValue(Layer.CARRIED if on else self._layer)
        self.setOpacity(1.0)
        self.update()

    def _halt(self) -> None:
        flight, self._flight = self._flight, None
        if flight is not None:
            flight.stop()

    def _land(self) -> None:
        self._flight = None

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        person = self.person
        state = (
            f"{self._lifted:d}{self._selected:d}{self._current:d}{person.is_uncertain:d}"
            f"/{self._radius}/{person.token.camp}/{person.initials}"
        )
        paint_kept(painter, f"token/{state}", self.boundingRect(), self._paint_whole)

    def _paint_whole(self, painter: QPainter) -> None:
        if self._lifted:
            paint_shadow(painter, self._radius)
        self._paint_rings(painter)
        colours = theme().camp(self.person.token.camp)
        paint_disc(painter, self._radius, colours.ring, self.person.initials)
        paint_badge(painter, self._radius, self.person.token.camp)

    def _paint_rings(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._selected or self._current:
            accent = theme().colour("accent")
            radius = self._radius + theme().px(_SELECTION)
            painter.setPen(QPen(accent, theme().px(2)))
            if self._current:
                painter.setBrush(theme().colour("accent", 0.22))
            painter.drawEllipse(QPointF(), radius, radius)
        elif self.person.is_uncertain:
            pen = QPen(theme().colour("edge", 0.75), max(1.0, theme().size / 110))
            pen.setDashPattern([2.4, 2.8])
            painter.setPen(pen)
            radius = self._radius + theme().px(_HALO)
            painter.drawEllipse(QPointF(), radius, radius)


class NameItem(QGraphicsItem):
    """The name of a token, beside it or a little off at the end of a fine line."""

    def __init__(self, token: TokenItem) -> None:
        super().__init__(token)
        self.key = token.key
        self.lines: Lines = ()
        self._box = QRectF()
        self._leader: tuple[QPointF, ...] = ()
        self._ground = ""
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def box(self) -> QRectF:
        """What the words fill, from the centre of the token."""
        return self._box

    def write(self, lines: Lines, label: Label | None, token: QPointF, ground: str) -> None:
        """Show a name at its place.

        Args:
            lines: The words.
            label: Where, on the whole grid; None hides it.
            token: Centre of its token, on the whole grid.
            ground: Role of the colour behind it.
        """
        self.prepareGeometryChange()
        self.setVisible(label is not None)
        if label is None:
            self.lines, self._box, self._leader = (), QRectF(), ()
            return
        box = label.box
        self.lines = lines
        self._ground = ground
        self._box = QRectF(
            box.left - token.x(), box.top - token.y(), box.right - box.left, box.bottom - box.top
        )
        self._leader = tuple(QPointF(x, y) - token for x, y in label.leader)
        self.update()

    @override
    def boundingRect(self) -> QRectF:
        rect = self._box.adjusted(-3, -3, 3, 3)
        for point in self._leader:
            rect = rect.united(QRectF(point.x() - 1, point.y() - 1, 2, 2))
        return rect

    @override
    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._box)
        return path

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._leader:
            painter.setPen(QPen(theme().colour("edge"), 1))
            painter.drawPolyline(list(self._leader))
        words = "\n".join(self.lines)
        paint_kept(
            painter, f"name/{self._ground}/{words}", self._box.adjusted(-3, -3, 3, 3), self._write
        )

    def _write(self, painter: QPainter) -> None:
        paint_lines(painter, self._box, self.lines, self._ground)
