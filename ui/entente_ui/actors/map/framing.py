"""What lies in a frame drawn around it, or in a lasso."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPolygonF

from entente_ui.actors.map.camera import Camera
from entente_ui.actors.map.chart import Chart, note_rect
from entente_ui.actors.map.things import NOTE_KIND, Thing, actor_thing


def framed(chart: Chart, camera: Camera, band: QRectF) -> list[Thing]:
    """Return the actors a band touches and the notes it holds; the band is in the view."""
    area = camera.rect_to_map(band)
    notes = [note.id for note in chart.notes if area.contains(note_rect(note))]
    actors = [actor_thing(key) for key in chart.actors_in(area)]
    return [*actors, *(Thing(NOTE_KIND, key) for key in notes)]


def encircled(chart: Chart, camera: Camera, lasso: QPolygonF) -> list[Thing]:
    """Return the actors whose middle lies in a lasso drawn in the view."""
    rule = Qt.FillRule.OddEvenFill
    near = chart.actors_in(camera.rect_to_map(lasso.boundingRect()))
    return [
        actor_thing(key)
        for key in near
        if lasso.containsPoint(camera.to_view(chart.card(key).center()), rule)
    ]
