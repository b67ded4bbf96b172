"""What the map shows: filters, focus, named views."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Slot

from entente.domain.actor import Camp
from entente.domain.text import fold
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.actors.map.filters import MapFilter, Sign
from entente_ui.actors.map.things import actor_thing
from entente_ui.kit import ask_beside

if TYPE_CHECKING:
    from entente_ui.actors.map.view import MapView


class MapChoices(QObject):
    """Chooses what the map shows."""

    def __init__(self, view: "MapView") -> None:
        super().__init__(view)
        self._view = view
        self._canvas = view.canvas

    def toggle_focus(self) -> None:
        """Show only who is near the actor selected, or everybody again."""
        canvas = self._canvas
        current, shown = canvas.picks.current, canvas.chart.shown
        if not current or current == shown.focus:
            self.end_focus()
        else:
            self._view.choose(replace(shown, focus=current, steps=max(1, shown.steps)))
            canvas.fit()

    def end_focus(self) -> None:
        """Show everybody again."""
        shown = self._canvas.chart.shown
        if shown.focus:
            self._view.choose(replace(shown, focus=""))
            self._canvas.fit()

    @Slot(int)
    def choose_steps(self, steps: int) -> None:
        """Show so many steps around the focus."""
        shown = self._canvas.chart.shown
        if shown.focus and steps != shown.steps:
            self._view.choose(replace(shown, steps=steps))
            self._canvas.fit()

    def toggle_fold(self) -> None:
        """Show an organisation without its people, or with them again."""
        chosen = self._canvas.chart.shown.filter
        keys = frozenset(self._canvas.picks.boxes)
        self._filter(replace(chosen, folded=chosen.folded ^ keys))

    def toggle_sign(self, sign: Sign) -> None:
        """Show relations of a quality alone, or no longer."""
        chosen = self._canvas.chart.shown.filter
        self._filter(replace(chosen, signs=chosen.signs ^ {sign}))

    def toggle_kind(self, kind: str) -> None:
        """Show relations of a nature alone, or no longer."""
        chosen = self._canvas.chart.shown.filter
        self._filter(replace(chosen, kinds=chosen.kinds ^ {kind}))

    def toggle_unsure(self) -> None:
        """Show only relations of which little is sure, or all."""
        chosen = self._canvas.chart.shown.filter
        self._filter(replace(chosen, unsure=not chosen.unsure))

    def toggle_tied(self) -> None:
        """Show only actors with relations, or all."""
        chosen = self._canvas.chart.shown.filter
        self._filter(replace(chosen, tied=not chosen.tied))

    @Slot(object)
    def choose_camps(self, camps: frozenset[Camp | None]) -> None:
        """Let the actors of some camps stand out."""
        chosen = self._canvas.chart.shown.filter
        words = frozenset(camp.value if camp else "" for camp in camps)
        if words != chosen.camps:
            self._filter(replace(chosen, camps=words))

    def clear_filters(self) -> None:
        """Show everything that is not hidden."""
        chosen = self._canvas.chart.shown.filter
        self._filter(MapFilter(boxes=chosen.boxes, folded=chosen.folded))

    def show_boxes(self, on: bool) -> None:
        """Draw the organisations, or do not."""
        chosen = self._canvas.chart.shown.filter
        if on != chosen.boxes:
            self._filter(replace(chosen, boxes=on))

    @Slot(str)
    def find(self, words: str) -> None:
        """Select who has these words in their name or role."""
        wanted = fold(words).split()
        if not wanted:
            return
        found = [
            actor.id
            for actor in self._canvas.chart.actors.values()
            if all(word in fold(f"{actor.name} {actor.role} {actor.ref}") for word in wanted)
        ]
        self._canvas.picks.pick([actor_thing(key) for key in found])
        if found:
            self._canvas.bring_into_view(found[0])
        text = ngettext("{count} found", "{count} found", len(found))
        self._view.status_changed.emit(text.format(count=formats.number(len(found))))

    def ask_new_view(self) -> None:
        """Ask for the name of a new view that begins like this one."""
        self._ask_name(_("Name of the new view"), "", self._view.add_view)

    def ask_view_name(self) -> None:
        """Ask for another name for this view."""
        before = self._canvas.chart.data.view.name
        self._ask_name(_("Name of this view"), before, self._view.deeds.rename_view)

    def remove_view(self) -> None:
        """Remove this view; the actors stay."""
        data = self._canvas.chart.data
        if len(data.views) > 1 and self._view.deeds.remove_view():
            self._view.context.toast(_("The view is removed."), True)

    def _ask_name(self, question: str, before: str, answered: Callable[[str], object]) -> None:
        place = QRect(self._canvas.rect().center().x(), 8, 1, 1)
        ask_beside(self._canvas, place, question, answered, text=before)

    def _filter(self, chosen: MapFilter) -> None:
        self._view.choose(replace(self._canvas.chart.shown, filter=chosen))
