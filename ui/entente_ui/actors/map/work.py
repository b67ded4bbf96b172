"""What the map does when it is asked to: questions, switches, arrangements."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication

from entente.domain.alignment import Side, aligned, distributed
from entente.domain.canvas_layout import Spot, free_block, free_spot
from entente.domain.text import fold
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.actors.map.arranging import Arrangement
from entente_ui.actors.map.notes import Notes
from entente_ui.actors.map.pointing import box_at
from entente_ui.actors.map.relating import RelationQuestion
from entente_ui.actors.map.things import NOTE_KIND, RELATION_KIND, Thing, actor_thing
from entente_ui.actors.map.wording import ends
from entente_ui.kit import ask_beside, tell
from entente_ui.registers.inspecting import focus_inspector

if TYPE_CHECKING:
    from entente_ui.actors.map.view import MapView

#: A list is no longer, and a name neither.
_LIST_MOST: Final = 500
_NAME_MOST: Final = 120


def names_in(text: str) -> list[str]:
    """Return the names that a text lists, one a line or in the first column of a sheet.

    Nothing is taken from a text that is too long to be a list of people.
    """
    lines = text.splitlines()
    if len(lines) > _LIST_MOST:
        return []
    firsts = (" ".join(line.split("\t")[0].split(";")[0].split()).strip("•-–* ") for line in lines)
    names = [first for first in firsts if 0 < len(first) <= _NAME_MOST and first.isprintable()]
    return list({fold(name): name for name in reversed(names)}.values())[::-1]


class MapWork(QObject):
    """Carries out what is asked of the map.

    Attributes:
        notes: What is asked of notes and frames.
    """

    def __init__(self, view: "MapView") -> None:
        super().__init__(view)
        self._view = view
        self._canvas = view.canvas
        self._document = view.context.document
        self.notes = Notes(view)

    def ask_actor(self) -> None:
        """Ask for the name of a new actor, in the middle of the view."""
        middle = QPointF(self._canvas.rect().center())
        wish = self._canvas.camera.to_map(middle)
        self.ask_actor_at(QPointF(*self._free(wish)))

    @Slot(object)
    def ask_actor_at(self, point: QPointF) -> None:
        """Ask for the name of a new actor who is to stand at a point of the map."""
        organisation = box_at(self._canvas.chart, point)

        def answer(name: str) -> None:
            key = self._view.deeds.add_actor(name, organisation, point)
            if key:
                self._canvas.go(key)

        at = self._canvas.camera.to_view(point).toPoint()
        place = QRect(at, QSize(1, 1))
        ask_beside(self._canvas, place, _("Name of the actor"), answer)

    def paste(self) -> None:
        """Add an actor for each name of a list in the clipboard, unless there is one already."""
        if not self._canvas.writable:
            return
        known = {fold(actor.name) for actor in self._canvas.chart.data.actors}
        names = [
            name for name in names_in(QGuiApplication.clipboard().text()) if fold(name) not in known
        ]
        if not names:
            self._view.context.toast(_("There is no list of new names in the clipboard."), False)
            return
        middle = self._canvas.camera.to_map(QPointF(self._canvas.rect().center()))
        wish = (round(middle.x()), round(middle.y()))
        spots = free_block(wish, len(names), self._taken())
        if self._view.deeds.add_actors(names, spots):
            text = ngettext("{count} actor is added.", "{count} actors are added.", len(names))
            words = text.format(count=formats.number(len(names)))
            self._view.context.toast(words, True)
            self._canvas.fit()

    def begin_relation(self) -> None:
        """Draw a relation from the actor selected to the next one chosen."""
        canvas = self._canvas
        if canvas.writable and canvas.picks.current:
            canvas.hand.begin_relation(canvas.picks.current)
            self._say(_("Choose the other actor: click, or Tab and Enter. Esc gives up."))

    @Slot(str, str)
    def ask_relation(self, first: str, second: str) -> None:
        """Ask how two actors get on, and draw the relation."""
        canvas = self._canvas
        if not canvas.writable:
            return
        names = {actor.id: actor.name for actor in canvas.chart.data.actors}
        question = _("{first} and {second}").format(first=names[first], second=names[second])

        def answer(quality: int | None, kind: str) -> None:
            key = self._view.deeds.relate((first, second), quality, kind)
            if key:
                canvas.picks.pick([Thing(RELATION_KIND, key)])

        popover = RelationQuestion(canvas, question, answer)
        popover.open_at(canvas.rect_of(actor_thing(second)))

    def ask_rating(self) -> None:
        """Ask for quality and nature of the relation selected."""
        canvas = self._canvas
        key = next(iter(canvas.picks.relations), "")
        relation = next((r for r in canvas.chart.relations if r.id == key), None)
        if relation is None or not canvas.writable:
            return
        first, second = ends(canvas.chart, relation)
        question = _("{first} and {second}").format(first=first, second=second)

        def answer(quality: int | None, kind: str) -> None:
            self._view.deeds.rate(key, quality, kind)

        popover = RelationQuestion(canvas, question, answer, relation)
        popover.open_at(canvas.rect_of(Thing(RELATION_KIND, key)))

    @Slot(object)
    def open_thing(self, thing: Thing) -> None:
        """Show something in full: in the inspector, or where its words are written."""
        if thing.kind == NOTE_KIND:
            self.notes.edit(thing.key)
            return
        self._canvas.picks.pick([thing])
        if thing.kind == RELATION_KIND and self._canvas.writable:
            self.ask_rating()
        else:
            self.open_inspector()

    def open_picked(self) -> None:
        """Show in full what is selected."""
        if self._canvas.picks.things:
            self.open_thing(self._canvas.picks.things[-1])

    def open_inspector(self) -> None:
        """Show what is selected in the inspector, with the keyboard in it."""
        self._view.tell_selection()
        focus_inspector(self._view.window())

    def toggle_pin(self) -> None:
        """Pin those selected, or unpin them if all are pinned."""
        canvas = self._canvas
        keys, places = canvas.picks.actors, canvas.chart.data.places
        if keys and canvas.writable:
            pinned = all(key in places and places[key].pinned for key in keys)
            self._view.deeds.pin(keys, on=not pinned)

    def remove(self) -> None:
        """Hide the actors selected; remove the relations or notes selected."""
        canvas, deeds = self._canvas, self._view.deeds
        picks = canvas.picks
        if not canvas.writable:
            return
        if picks.actors:
            keys = picks.actors
            if deeds.hide(keys):
                text = ngettext(
                    "{count} actor is hidden on this view.",
                    "{count} actors are hidden on this view.",
                    len(keys),
                )
                self._view.context.toast(text.format(count=formats.number(len(keys))), True)
        elif picks.relations:
            if deeds.remove_relations(picks.relations):
                self._view.context.toast(_("The relation is removed."), True)
        elif picks.notes:
            deeds.remove_notes(picks.notes)

    def show_all(self) -> None:
        """Show everybody hidden again."""
        if self._canvas.writable:
            self._view.deeds.show_all()

    def select_all(self) -> None:
        """Select everybody on the map."""
        self._canvas.picks.pick([actor_thing(key) for key in self._canvas.chart.actors])

    def align(self, side: Side) -> None:
        """Bring those selected into one line."""
        canvas = self._canvas
        boxes = {key: canvas.chart.card_box(key) for key in canvas.picks.actors}
        self._move_by(aligned(boxes, side), _("Align actors"))

    def distribute(self, *, across: bool) -> None:
        """Bring those selected to equal distances."""
        canvas = self._canvas
        boxes = {key: canvas.chart.card_box(key) for key in canvas.picks.actors}
        self._move_by(distributed(boxes, across=across), _("Distribute actors"))

    def arrange(self, arrangement: Arrangement) -> None:
        """Arrange everybody shown anew; what is pinned stays."""
        if not self._canvas.writable:
            return
        self._view.arranger.start(arrangement)

    def keep_arrangement(self, arrangement: Arrangement, places: dict[str, Spot]) -> None:
        """Keep an arrangement that has been worked out."""
        chart = self._canvas.chart
        known = {key: spot for key, spot in places.items() if key in chart.at}
        words = replace(chart.shown.filter, boxes=arrangement.boxes).to_words()
        if self._canvas.writable and known:
            self._view.deeds.arrange(known, words, _(arrangement.label))
            self._canvas.fit()

    @Slot(tuple, object)
    def take_in(self, keys: Sequence[str], point: QPointF) -> None:
        """Place actors from a register where they were dropped, and show those hidden."""
        taken = self._taken(without=keys)
        spots: dict[str, Spot] = {}
        wish = (round(point.x()), round(point.y()))
        for key in keys:
            if key in self._canvas.chart.at:
                spots[key] = free_spot(wish, taken)
                taken.append(spots[key])
        if spots and self._view.deeds.put(spots):
            self._canvas.picks.pick([actor_thing(key) for key in spots])
            self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)

    @Slot(str, tuple)
    def link(self, difficulty: str, keys: Sequence[str]) -> None:
        """Make actors a party of a difficulty."""
        if not self._canvas.writable:
            return
        each = next((d for d in self._canvas.chart.data.difficulties if d.id == difficulty), None)
        fresh = [key for key in keys if each is not None and key not in each.parties]
        if each is None or not fresh:
            self._view.context.toast(_("They are a party already."), False)
            return
        count = self._view.deeds.link(difficulty, fresh)
        if count:
            text = ngettext(
                "{count} party more in {difficulty}",
                "{count} parties more in {difficulty}",
                count,
            )
            words = text.format(count=formats.number(count), difficulty=each.title)
            self._view.context.toast(words, True)

    @Slot(tuple, QPoint)
    def carried_out(self, keys: Sequence[str], place: QPoint) -> None:
        """Take what was carried off the map."""
        self._view.strip.take(keys, place)

    def copy(self) -> None:
        """Put the map on the clipboard as a picture."""
        self._canvas.keys.settle()
        self._view.output.copy(self._canvas.chart.data.view.id, self._view.day)

    def show_strip(self, on: bool) -> None:
        """Show the difficulties beside the map, or do not."""
        self._view.around.switch("strip", on=on)

    def show_legend(self, on: bool) -> None:
        """Show what the lines mean, or do not."""
        self._view.around.switch("legend", on=on)

    def show_minimap(self, on: bool) -> None:
        """Show the whole map in small, or do not."""
        self._view.around.switch("minimap", on=on)

    def show_table(self, on: bool) -> None:
        """Show the table in place of the map, or the map again."""
        self._view.turn_to_table(on=on)

    def show_keys(self) -> None:
        """List the keys of the map."""
        text = "\n".join(
            (
                _("Tab, Shift+Tab: next and previous actor"),
                _("Arrows: move by 8 px, with Shift by 1 px; Ctrl+arrows: look elsewhere"),
                _("Enter: inspector; R: draw a relation; Del: hide; P: pin"),
                _("F: only the neighbours; H: show those hidden; N: note"),
                _("+ and −: zoom; 0: whole map; 1: 100 %"),
                _("Space and drag, or middle button: pan; Ctrl+wheel: zoom"),
                _("Drag on the ground: band; with Alt: lasso; Alt while moving: no snapping"),
                _("T: table; Esc: give up"),
            )
        )
        tell(self._view, _("Keys of the map"), text)

    @Slot(str)
    def obey(self, command: str) -> None:
        """Do what a key of the canvas asks for."""
        deeds: dict[str, Callable[[], object]] = {
            "relate": self.begin_relation,
            "copy": self.copy,
            "paste": self.paste,
            "focus": self._view.choices.toggle_focus,
            "note": self.notes.add,
            "pin": self.toggle_pin,
            "show_all": self.show_all,
            "remove": self.remove,
            "keys": self.show_keys,
            "table": self._view.actions_.table.toggle,
            "escape": self._view.choices.end_focus,
        }
        deeds[command]()

    def _move_by(self, moves: dict[str, Spot], label: str) -> None:
        canvas = self._canvas
        if not canvas.writable or not any(any(by) for by in moves.values()):
            return
        spots = {}
        for key, by in moves.items():
            x, y = canvas.chart.at[key]
            spots[key] = (round(x) + by[0], round(y) + by[1])
        self._view.deeds.move(spots, {}, label)

    def _free(self, wish: QPointF) -> Spot:
        return free_spot((round(wish.x()), round(wish.y())), self._taken())

    def _taken(self, without: Sequence[str] = ()) -> list[Spot]:
        chart = self._canvas.chart
        keys = [key for key in chart.actors if key not in without]
        return [(round(chart.at[key][0]), round(chart.at[key][1])) for key in keys]

    def _say(self, text: str) -> None:
        self._view.status_changed.emit(text)
