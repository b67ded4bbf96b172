"""What is selected on the map."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from entente_ui.actors.map.things import (
    ACTOR_KIND,
    BOX_KIND,
    NOTE_KIND,
    RELATION_KIND,
    Thing,
    keys_of,
)

if TYPE_CHECKING:
    from entente_ui.actors.map.canvas import Canvas


class Picks(QObject):
    """Keeps what is selected, in the order it was.

    Signals:
        changed: Emitted when the user selects something else.
    """

    changed = Signal()

    def __init__(self, canvas: "Canvas") -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.things: tuple[Thing, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """Keys of the actors selected."""
        return keys_of(self.things, ACTOR_KIND)

    @property
    def relations(self) -> tuple[str, ...]:
        """Keys of the relations selected."""
        return keys_of(self.things, RELATION_KIND)

    @property
    def notes(self) -> tuple[str, ...]:
        """Keys of the notes and frames selected."""
        return keys_of(self.things, NOTE_KIND)

    @property
    def boxes(self) -> tuple[str, ...]:
        """Keys of the organisations selected."""
        return keys_of(self.things, BOX_KIND)

    @property
    def current(self) -> str:
        """Key of the actor the keyboard is on; empty for nobody."""
        actors = self.actors
        return actors[-1] if actors else ""

    def pick(self, things: Iterable[Thing], *, told: bool = True) -> None:
        """Select these and nothing else."""
        chosen = tuple(dict.fromkeys(things))
        if chosen == self.things:
            return
        self.things = chosen
        self._canvas.update()
        if told:
            self.changed.emit()

    def toggle(self, thing: Thing) -> None:
        """Select one more, or no longer."""
        if thing in self.things:
            self.pick([each for each in self.things if each != thing])
        else:
            self.pick([*self.things, thing])

    def keep(self) -> None:
        """Let go of what is no longer shown."""
        chart = self._canvas.chart
        shown = {
            ACTOR_KIND: chart.actors.keys(),
            BOX_KIND: chart.boxes.keys(),
            RELATION_KIND: {relation.id for relation in chart.relations},
            NOTE_KIND: {note.id for note in chart.notes},
        }
        left = [thing for thing in self.things if thing.key in shown[thing.kind]]
        self.pick(left)
