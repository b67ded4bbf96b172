"""The map among the views of the actors."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.relation import RELATION
from entente.i18n import ngettext
from entente_ui import formats
from entente_ui.actors.map.canvas import Canvas
from entente_ui.actors.map.chart import Chart, Shown
from entente_ui.actors.map.deeds import Deeds
from entente_ui.actors.map.filters import MapFilter
from entente_ui.actors.map.things import actor_thing
from entente_ui.actors.view import ActorsView
from entente_ui.kit import spaced
from entente_ui.pane import Context, Selection

if TYPE_CHECKING:
    from entente.services.maps import MapData
    from entente.store.journal import ChangeSet

#: Ms a selection stands before others hear of it.
_SELECTION_REST = 140


class MapView(ActorsView):
    """Shows the map.

    Attributes:
        canvas: The map itself.
        deeds: What can be written.
    """

    name: ClassVar[str] = "map"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.canvas = Canvas(self)
        self.deeds = Deeds(context.document, lambda: self.canvas.chart)
        self._day: dt.date | None = None
        self._view_id = ""
        self._is_old = True
        self._telling = QTimer(self, singleShot=True, interval=_SELECTION_REST)
        self._telling.timeout.connect(self._tell)
        layout = spaced(QVBoxLayout(self), 0, 0)
        layout.addWidget(self.canvas, 1)
        self._connect()

    @property
    @override
    def status(self) -> str:
        count = len(self.canvas.chart.actors)
        text = ngettext("{count} on the map", "{count} on the map", count)
        return text.format(count=formats.number(count))

    def refresh(self) -> None:
        """Show the mission as it is now; later, while this cannot be seen."""
        if not self.isVisible():
            self._is_old = True
            return
        self._is_old = False
        self._show(self._read())

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if record_type != ACTOR.name:
            return False
        if self._is_old:
            self.refresh()
        if key not in self.canvas.chart.actors:
            return False
        self.canvas.go(key)
        return True

    @override
    def zoom(self, steps: int) -> None:
        if steps:
            self.canvas.zoom(steps)
        else:
            self.canvas.fit()

    @override
    def show_as_of(self, day: dt.date | None) -> None:
        self._day = day
        self.refresh()

    @override
    def state(self) -> Mapping[str, Any]:
        return {
            "view": self._view_id,
            "camera": self.canvas.camera.state,
            "actors": self.canvas.picks.actors,
        }

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._view_id = str(state.get("view", ""))
        camera = state.get("camera")
        if camera:
            self.canvas.look_from(float(camera[0]), QPoint(int(camera[1]), int(camera[2])))
        self.refresh()
        self.canvas.picks.pick([actor_thing(str(key)) for key in state.get("actors", ())])
        self.canvas.picks.keep()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self.refresh()

    def _connect(self) -> None:
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self.refresh)
        canvas = self.canvas
        canvas.moved.connect(self.deeds.move)
        canvas.picks.changed.connect(self._telling.start)

    def _read(self) -> "MapData":
        from entente.services import maps  # noqa: PLC0415  # after the first paint

        document = self.context.document
        read = partial(maps.read_map, view_id=self._view_id, audience=document.viewer, on=self._day)
        return document.read(read)

    def _show(self, data: "MapData") -> None:
        document = self.context.document
        self.canvas.writable = self._day is None and not document.is_presenting
        view = data.view
        shown = Shown(MapFilter.from_words(view.filters), view.focus_id, view.steps)
        self.canvas.show_chart(Chart(data, shown))
        self.canvas.fit_once()
        self.status_changed.emit(self.status)

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        from entente.services import maps  # noqa: PLC0415  # after the first paint

        if not maps.CONCERNED & change_set.tables:
            return
        patched = None if self._is_old else maps.with_places(self.canvas.chart.data, change_set)
        if patched is not None and self.isVisible():
            self._show(patched)
        else:
            self.refresh()

    def _tell(self) -> None:
        picks = self.canvas.picks
        for kind, keys in (
            (ACTOR, picks.actors),
            (RELATION, picks.relations),
            (ORGANISATION, picks.boxes),
        ):
            if keys:
                self.selected.emit(Selection(kind, keys))
                return
        self.selected.emit(None)
