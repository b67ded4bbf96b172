"""What is around the map: its bar, the legend, the whole of it in small, the difficulties."""

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from entente.domain.actor import Camp
from entente.i18n import _
from entente_ui import formats
from entente_ui.actors.map.corners import Corners
from entente_ui.kit import EmptyState
from entente_ui.look.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from entente_ui.actors.map.view import MapView

#: Px at 100 %: where the page is lower, the map needs the room of the legend.
_LOW: Final = 480
#: Names of the actions that show a part of the page, and whether it is shown at first.
_SWITCHES: Final = {"strip": False, "legend": True, "minimap": True}


class Around(QObject):
    """Keeps what is around the map in step with it, and shows of it what is wished."""

    def __init__(self, view: "MapView") -> None:
        super().__init__(view)
        self._view = view
        self._parts = {"strip": view.strip, "legend": view.legend, "minimap": view.minimap}
        self._is_low = False
        self._folding = False
        self._invitation = EmptyState(
            "actors",
            _("Nobody is on the map yet."),
            _("Add an actor"),
            view.work.ask_actor,
            view.canvas,
            hint=_("Double-click where somebody stands, or paste a list of names."),
        )
        self._corners = Corners(
            view.canvas, self._invitation, view.minimap, view.actions_.minimap.isChecked
        )
        theme().changed.connect(self.fold)
        view.canvas.looked.connect(self.follow_look)

    def recall(self) -> None:
        """Show what was shown when last seen."""
        for name, usual in _SWITCHES.items():
            on = bool(self._view.context.settings.value(f"map/{name}", usual, bool))
            switch: QAction = getattr(self._view.actions_, name)
            switch.setChecked(on)
            self._parts[name].setVisible(on)

    def switch(self, name: str, *, on: bool) -> None:
        """Show a part of this page or do not, now and the next time."""
        self._parts[name].setVisible(on)
        if not self._folding:
            self._view.context.settings.setValue(f"map/{name}", on)
        self._corners.settle()

    @Slot()
    def fold(self) -> None:
        """Leave the room of the legend to a map that has little; the button brings it back."""
        view = self._view
        low = view.height() < theme().px(_LOW)
        if low != self._is_low:
            self._is_low = low
            wanted = bool(view.context.settings.value("map/legend", _SWITCHES["legend"], bool))
            self._folding = True
            view.actions_.legend.setChecked(wanted and not low)
            self._folding = False

    def fit(self) -> None:
        """Find room for everything after the page has changed its size."""
        self.fold()
        self._corners.settle()

    @Slot()
    def follow_look(self) -> None:
        """Say how large the map is drawn, and let what floats stay in its place."""
        self._view.bar.show_zoom(self._view.canvas.camera.relative)
        self._corners.settle()

    def show(self, day: dt.date | None) -> None:
        """Bring everything up to date with the chart that is shown, as of a day."""
        view = self._view
        chart, shown = view.canvas.chart, view.canvas.chart.shown
        view.bar.show_view(chart.data.view.name)
        names = {actor.id: actor.name for actor in chart.data.actors}
        view.bar.show_focus(names.get(shown.focus, ""), shown.steps)
        view.bar.show_filtered(on=shown.filter.is_narrow)
        view.bar.show_day(_("As of {day}").format(day=formats.long_date(day)) if day else "")
        view.bar.enable(writing=view.canvas.writable)
        counts = Counter(Camp(a.camp) if a.camp else None for a in chart.data.actors)
        order: list[Camp | None] = [camp for camp in Camp if camp in counts]
        order += [None] if None in counts and len(counts) > 1 else []
        view.bar.camps.show_camps(order, counts)
        self._invitation.setVisible(not (chart.data.actors or chart.data.notes or day))
        view.strip.show_difficulties(chart.data.difficulties)
        view.actions_.boxes.setChecked(shown.filter.boxes)
