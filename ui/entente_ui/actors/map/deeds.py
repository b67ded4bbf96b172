"""What is done to the mission from the map: each a step of its own that can be undone."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from entente.domain.actor import ACTOR
from entente.domain.canvas import NoteShape
from entente.domain.canvas_layout import snapped
from entente.domain.relation import RELATION
from entente.i18n import _, ngettext
from entente.services import map_edits, records
from entente.services.map_edits import NewNote, Put
from entente.services.maps import MapNote
from entente_ui import formats
from entente_ui.actors.map.chart import Chart
from entente_ui.document import Document

if TYPE_CHECKING:
    from entente.store.session import Session


class Deeds:
    """Writes what is done on the map.

    Attributes:
        chart: The map as it is shown.
    """

    def __init__(self, document: Document, chart: Callable[[], Chart]) -> None:
        self._document = document
        self._chart = chart

    def move(
        self, spots: Mapping[str, tuple[int, int]], notes: Mapping[str, MapNote], label: str = ""
    ) -> bool:
        """Keep where actors and notes were moved to."""
        view_id = self._view_id()
        puts = self._puts(spots)

        def action(session: "Session") -> None:
            if spots:
                map_edits.place(session, view_id, puts)
            for key, note in notes.items():
                box = map_edits.note_box(note.x, note.y, note.width, note.height)
                map_edits.change_note(session, key, box)

        if not label:
            label = self._named(
                ngettext("Move {actor} on the map", "Move {count} actors on the map", len(spots)),
                tuple(spots),
            )
            label = label if spots else _("Move a note")
        return self._document.run(label, action)

    def arrange(
        self, spots: Mapping[str, tuple[int, int]], words: Sequence[str], label: str
    ) -> bool:
        """Keep a new arrangement, and what is drawn with it."""
        shown, puts, view_id = self._chart().shown, self._puts(spots), self._view_id()

        def action(session: "Session") -> None:
            kept = map_edits.place(session, view_id, puts)
            map_edits.keep_choices(session, kept, words, shown.focus, shown.steps)

        return self._document.run(label, action)

    def hide(self, keys: Sequence[str]) -> bool:
        """Leave actors out of this view."""
        label = ngettext("Hide {actor} on the map", "Hide {count} actors on the map", len(keys))
        return self._mark(keys, self._named(label, keys), hidden=True)

    def show_all(self) -> bool:
        """Show everybody again who was hidden."""
        keys = [place.key for place in self._chart().data.places.values() if place.hidden]
        return bool(keys) and self._mark(keys, _("Show everybody on the map"), hidden=False)

    def pin(self, keys: Sequence[str], *, on: bool) -> bool:
        """Let actors stay where they are whatever the arrangement, or no longer."""
        if on:
            label = ngettext("Pin {actor}", "Pin {count} actors", len(keys))
        else:
            label = ngettext("Unpin {actor}", "Unpin {count} actors", len(keys))
        return self._mark(keys, self._named(label, keys), pinned=on)

    def put(self, spots: Mapping[str, tuple[int, int]]) -> bool:
        """Keep where actors from elsewhere were put, and show those of them that were hidden."""
        view_id = self._view_id()
        places = {key: Put(ACTOR.name, x, y, hidden=False) for key, (x, y) in spots.items()}
        puts = self._puts({}) | places

        def action(session: "Session") -> None:
            map_edits.place(session, view_id, puts)

        label = ngettext("Put {actor} on the map", "Put {count} actors on the map", len(spots))
        return self._document.run(self._named(label, tuple(spots)), action)

    def keep_choices(self, words: Sequence[str], focus: str, steps: int) -> bool:
        """Keep what this view shows."""
        view_id = self._view_id()

        def action(session: "Session") -> None:
            map_edits.keep_choices(session, view_id, words, focus, steps)

        return self._document.run(_("Choose what the map shows"), action)

    def add_view(self, name: str) -> str:
        """Add a view that begins like this one and return its key; empty if it was not done."""
        made: list[str] = []
        view_id, automatic = self._view_id(), self._puts({})

        def action(session: "Session") -> None:
            kept = map_edits.place(session, view_id, automatic)
            made.append(map_edits.add_view(session, name, kept))

        label = _("Add the view {name}").format(name=name)
        return made[0] if self._document.run(label, action) else ""

    def rename_view(self, name: str) -> bool:
        """Give this view another name."""
        view_id = self._view_id()

        def action(session: "Session") -> None:
            map_edits.rename_view(session, map_edits.keep_view(session, view_id), name)

        return self._document.run(_("Rename a view of the map"), action)

    def remove_view(self) -> bool:
        """Remove this view; the actors stay."""
        view_id, name = self._view_id(), self._chart().data.view.name

        def action(session: "Session") -> None:
            map_edits.remove_view(session, view_id)

        return self._document.run(_("Remove the view {name}").format(name=name), action)

    def add_actor(self, name: str, organisation: str, at: QPointF) -> str:
        """Add an actor at a place and return its key; empty if it was not done."""
        made: list[str] = []
        view_id = self._view_id()
        automatic = self._puts({})
        values = {"name": name, "organisation_id": organisation or None}
        spot = (snapped(at.x()), snapped(at.y()))

        def action(session: "Session") -> None:
            kept = map_edits.place(session, view_id, automatic)
            made.append(map_edits.add_actor(session, kept, values, *spot))

        done = self._document.run(_("Add {actor}").format(actor=name), action)
        return made[0] if done else ""

    def add_actors(self, names: Sequence[str], spots: Sequence[tuple[int, int]]) -> bool:
        """Add several actors, each at its place."""
        view_id = self._view_id()
        automatic = self._puts({})

        def action(session: "Session") -> None:
            kept = map_edits.place(session, view_id, automatic)
            for name, spot in zip(names, spots, strict=True):
                map_edits.add_actor(session, kept, {"name": name}, *spot)

        label = ngettext("Add {count} actor", "Add {count} actors", len(names))
        return self._document.run(label.format(count=formats.number(len(names))), action)

    def relate(self, ends: tuple[str, str], quality: int | None, kind: str) -> str:
        """Draw a relation and return its key; empty if it was not done."""
        made: list[str] = []
        names = [self._name(key) for key in ends]

        def action(session: "Session") -> None:
            made.append(map_edits.relate(session, ends[0], ends[1], quality, kind))

        label = _("Draw a relation from {first} to {second}").format(
            first=names[0], second=names[1]
        )
        return made[0] if self._document.run(label, action) else ""

    def rate(self, key: str, quality: int | None, kind: str) -> bool:
        """Change quality and nature of a relation."""
        values = {"quality": quality, "kind": kind or None}

        def action(session: "Session") -> None:
            records.change(session, RELATION, key, values)

        return self._document.run(_("Rate a relation"), action)

    def remove_relations(self, keys: Sequence[str]) -> bool:
        """Remove relations."""

        def action(session: "Session") -> None:
            for key in keys:
                records.remove(session, RELATION, key)

        label = ngettext("Remove {count} relation", "Remove {count} relations", len(keys))
        return self._document.run(label.format(count=formats.number(len(keys))), action)

    def add_note(self, shape: NoteShape, box: tuple[float, float, float, float], text: str) -> str:
        """Put a note or a frame on the map and return its key; empty if it was not done."""
        made: list[str] = []
        view_id, automatic = self._view_id(), self._puts({})
        x, y, width, height = (snapped(each) for each in box)
        note = NewNote(text, x, y, width, height, shape)

        def action(session: "Session") -> None:
            kept = map_edits.place(session, view_id, automatic)
            made.append(map_edits.add_note(session, kept, note))

        label = _("Add a frame") if shape is NoteShape.FRAME else _("Add a note to the map")
        return made[0] if self._document.run(label, action) else ""

    def write_note(self, key: str, text: str) -> bool:
        """Change the words of a note."""

        def action(session: "Session") -> None:
            map_edits.change_note(session, key, {"text": text})

        return self._document.run(_("Change a note of the map"), action)

    def remove_notes(self, keys: Sequence[str]) -> bool:
        """Remove notes and frames."""

        def action(session: "Session") -> None:
            map_edits.remove_notes(session, keys)

        label = ngettext("Remove {count} note", "Remove {count} notes", len(keys))
        return self._document.run(label.format(count=formats.number(len(keys))), action)

    def link(self, difficulty: str, keys: Sequence[str]) -> int:
        """Make actors a party of a difficulty and return how many were not yet."""
        made: list[str] = []
        title = next(
            (f"{d.ref} {d.title}" for d in self._chart().data.difficulties if d.id == difficulty),
            "",
        )

        def action(session: "Session") -> None:
            made.extend(map_edits.make_parties(session, difficulty, keys))

        label = ngettext(
            "Make {actor} a party of {difficulty}",
            "Make {count} actors a party of {difficulty}",
            len(keys),
        )
        names = {"difficulty": title}
        return len(made) if self._document.run(self._named(label, keys, names), action) else 0

    def _mark(
        self,
        keys: Sequence[str],
        label: str,
        *,
        pinned: bool | None = None,
        hidden: bool | None = None,
    ) -> bool:
        view_id, chart = self._view_id(), self._chart()
        puts = self._puts({})
        for key in keys:
            if key in chart.at:
                x, y = chart.at[key]
                puts[key] = Put(ACTOR.name, round(x), round(y), pinned, hidden)

        def action(session: "Session") -> None:
            map_edits.place(session, view_id, puts)

        return self._document.run(label, action)

    def _puts(self, spots: Mapping[str, tuple[int, int]]) -> dict[str, Put]:
        """Return places to keep: those given, and of those who have none yet."""
        chart = self._chart()
        puts = {
            key: Put(ACTOR.name, round(chart.at[key][0]), round(chart.at[key][1]))
            for key in chart.automatic
        }
        return puts | {key: Put(ACTOR.name, x, y) for key, (x, y) in spots.items()}

    def _view_id(self) -> str:
        return self._chart().data.view.id

    def _name(self, key: str) -> str:
        return next((a.name for a in self._chart().data.actors if a.id == key), _("an actor"))

    def _named(
        self, label: str, keys: Sequence[str], others: Mapping[str, str] | None = None
    ) -> str:
        name = self._name(keys[0]) if keys else ""
        return label.format(actor=name, count=formats.number(len(keys)), **(others or {}))
