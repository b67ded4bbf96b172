"""What the hand has lifted from the map: where it came from, and where it is being carried."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF

from entente.domain.canvas import NoteShape
from entente.services.maps import MapNote
from entente_ui.actors.map.aligning import in_line, moved_by, sized
from entente_ui.actors.map.chart import note_rect

if TYPE_CHECKING:
    from entente.domain.alignment import Guide
    from entente_ui.actors.map.canvas import Canvas


@dataclass(slots=True)
class Load:
    """Actors and notes on their way; the canvas moves them on the picture alone.

    Attributes:
        spots: Where each actor stood.
        notes: The notes as they were.
        live_notes: The notes as they are shown.
        guides: Lines with which what is carried has come into line.
    """

    canvas: "Canvas"
    spots: dict[str, tuple[float, float]] = field(default_factory=dict)
    notes: dict[str, MapNote] = field(default_factory=dict)
    live_notes: dict[str, MapNote] = field(default_factory=dict)
    guides: tuple["Guide", ...] = ()

    def take(self) -> bool:
        """Lift what is selected; say whether there was anything."""
        self.spots = self._held()
        if not self.spots and not self.notes:
            return False
        self.live_notes = dict(self.notes)
        self.canvas.lift((*self.spots, *self.notes))
        return True

    def take_note(self, note: MapNote) -> None:
        """Take hold of a note by its corner."""
        self.notes = {note.id: note}

    def carry(self, by: QPointF, held: str, *, free: bool) -> None:
        """Move everything by so much of the map.

        Args:
            by: How far from where it was lifted.
            held: Key of what is under the pointer, which comes into line with others.
            free: Whether it does not.
        """
        step = (by.x(), by.y())
        self.guides = ()
        if not free:
            step, self.guides = in_line(self.canvas, self.spots, held, step)
        self.live_notes = {
            key: replace(note, x=round(note.x + step[0]), y=round(note.y + step[1]))
            for key, note in self.notes.items()
        }
        self.canvas.shift(moved_by(self.spots, step))

    def size(self, by: QPointF) -> None:
        """Make the notes larger by so much of the map."""
        for key, note in self.notes.items():
            self.live_notes[key] = sized(note, by)
        self.canvas.lift(self.notes)
        self.canvas.update()

    def put_down(self) -> None:
        """Leave actors and notes where they are now."""
        canvas = self.canvas
        canvas.carried.emit((), QPoint())
        at = canvas.chart.at
        spots = {key: (round(at[key][0]), round(at[key][1])) for key in self.spots}
        changed = any(spots[key] != spot for key, spot in self.spots.items())
        notes, self.live_notes = self.live_notes, {}
        if changed or notes != self.notes:
            canvas.moved.emit(spots, notes)
        canvas.lift(())

    def put_notes(self) -> None:
        """Leave the notes as large as they are now."""
        notes, self.live_notes = self.live_notes, {}
        if notes:
            self.canvas.moved.emit({}, notes)
        self.canvas.lift(())

    def put_back(self) -> None:
        """Show the actors again where they stood."""
        self.canvas.shift(self.spots)
        self.canvas.carried.emit((), QPoint())

    def _held(self) -> dict[str, tuple[float, float]]:
        """Return where everything stands that moves along, and take note of the notes."""
        picks, chart = self.canvas.picks, self.canvas.chart
        keys = dict.fromkeys(picks.actors)
        for box in picks.boxes:
            keys |= dict.fromkeys(chart.people_of(box))
        for note in chart.notes:
            if note.id in picks.notes:
                self.notes[note.id] = note
                if note.shape == NoteShape.FRAME:
                    inside = note_rect(note)
                    keys |= {k: None for k in chart.actors if inside.contains(chart.card(k))}
        return {key: chart.at[key] for key in keys if key in chart.at}
