"""What lies under a point of the map."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF

from entente.domain.canvas import NoteShape
from entente.domain.canvas_layout import BOX_HEAD
from entente_ui.actors.map import strokes
from entente_ui.actors.map.camera import Camera, Level
from entente_ui.actors.map.chart import Chart, note_rect
from entente_ui.actors.map.things import (
    BOX_KIND,
    NOTE_KIND,
    RELATION_KIND,
    Thing,
    actor_thing,
)
from entente_ui.look.theme import theme

#: Px of the view at 100 %: how near a line is meant, and how large a handle is.
_LINE_REACH: Final = 6
HANDLE: Final = 5
_HANDLE_REACH: Final = 9
_CORNER: Final = 14


def thing_at(chart: Chart, camera: Camera, at: QPointF) -> Thing | None:
    """Return what lies at a point of the view, the topmost first."""
    point = camera.to_map(at)
    if key := actor_at(chart, point):
        return actor_thing(key)
    for note in reversed(chart.notes):
        if note.shape == NoteShape.NOTE and note_rect(note).contains(point):
            return Thing(NOTE_KIND, note.id)
    reach = theme().px(_LINE_REACH) / camera.scale
    if camera.level >= Level.SHORT:
        around = QRectF(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach))
        place = strokes.nearest(chart, chart.lines_in(around), point, reach)
        if place is not None:
            return Thing(RELATION_KIND, chart.relations[place].id)
    return _container_at(chart, camera, point)


def actor_at(chart: Chart, point: QPointF) -> str:
    """Return the key of the actor whose card lies at a point of the map; empty for none."""
    found = chart.actors_in(QRectF(point, QSizeF(0.01, 0.01)))
    return found[-1] if found else ""


def box_at(chart: Chart, point: QPointF) -> str:
    """Return the key of the organisation whose box lies at a point of the map."""
    for key, box in chart.boxes.items():
        if box.rect.contains(point):
            return key
    return ""


def _container_at(chart: Chart, camera: Camera, point: QPointF) -> Thing | None:
    """Return the organisation or the frame whose head lies at a point."""
    head = max(BOX_HEAD, theme().px(14) / camera.scale)
    for note in reversed(chart.notes):
        if note.shape == NoteShape.FRAME and _is_on_frame(note_rect(note), point, head):
            return Thing(NOTE_KIND, note.id)
    for key, box in chart.boxes.items():
        rect = QRectF(box.rect)
        if box.members:
            rect.setHeight(min(head, rect.height()))
        if rect.contains(point):
            return Thing(BOX_KIND, key)
    return None


def _is_on_frame(rect: QRectF, point: QPointF, head: float) -> bool:
    edge = 6.0
    inner = rect.adjusted(edge, head, -edge, -edge)
    return rect.adjusted(-edge, -edge, edge, edge).contains(point) and not inner.contains(point)


def handles(card: QRectF) -> Sequence[QPointF]:
    """Return from where on a card, in px of the view, a relation is drawn."""
    middle = card.center()
    return (
        QPointF(card.right(), middle.y()),
        QPointF(middle.x(), card.bottom()),
        QPointF(card.left(), middle.y()),
        QPointF(middle.x(), card.top()),
    )


def is_on_handle(card: QRectF, at: QPointF) -> bool:
    """Return whether a point of the view is on a handle of a card."""
    reach = theme().px(_HANDLE_REACH)
    return any((point - at).manhattanLength() <= reach * 1.3 for point in handles(card))


def corner_of(rect: QRectF) -> QRectF:
    """Return where a note is pulled larger, in px of the view."""
    side = theme().px(_CORNER)
    return QRectF(rect.right() - side, rect.bottom() - side, side * 1.4, side * 1.4)
