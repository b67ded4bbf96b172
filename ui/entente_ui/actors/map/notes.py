"""Notes and frames on the map: put there, and written."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF

from entente.domain.canvas import NoteShape
from entente.i18n import _
from entente_ui.actors.map.note_editor import NoteEditor
from entente_ui.actors.map.things import NOTE_KIND, Thing

if TYPE_CHECKING:
    from entente_ui.actors.map.view import MapView

_NOTE: Final = (200, 96)
_FRAME: Final = (480, 288)
_FRAME_ROOM: Final = 32


class Notes:
    """Carries out what is asked of notes."""

    def __init__(self, view: "MapView") -> None:
        self._view = view
        self._canvas = view.canvas

    def add(self) -> None:
        """Put a note into the middle of the view and let it be written."""
        if self._canvas.writable:
            middle = self._canvas.camera.to_map(QPointF(self._canvas.rect().center()))
            self._put(NoteShape.NOTE, (middle.x(), middle.y(), *_NOTE), "")

    def add_frame(self) -> None:
        """Put a frame around what is selected, or into the middle of the view."""
        canvas = self._canvas
        if not canvas.writable:
            return
        area = QRectF()
        for key in canvas.picks.actors:
            area = area.united(canvas.chart.card(key))
        if area.isEmpty():
            middle = canvas.camera.to_map(QPointF(canvas.rect().center()))
            area = QRectF(middle.x() - _FRAME[0] / 2, middle.y() - _FRAME[1] / 2, *_FRAME)
        else:
            room = _FRAME_ROOM
            area = area.adjusted(-room, -room - 16, room, room)
        box = (area.center().x(), area.center().y(), area.width(), area.height())
        self._put(NoteShape.FRAME, box, _("Frame"))

    def edit(self, key: str) -> None:
        """Let the words of a note be written."""
        canvas = self._canvas
        note = next((each for each in canvas.chart.notes if each.id == key), None)
        if note is None or not canvas.writable:
            return

        def done(text: str) -> None:
            self._view.deeds.write_note(key, text)

        canvas.overlay.hide_words()
        NoteEditor(canvas, note.text, done).open_at(canvas.rect_of(Thing(NOTE_KIND, key)))

    def _put(self, shape: NoteShape, box: tuple[float, float, float, float], text: str) -> None:
        key = self._view.deeds.add_note(shape, box, text)
        if key:
            self._canvas.picks.pick([Thing(NOTE_KIND, key)])
            self.edit(key)
