"""The map among the views of the actors."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.canvas import MAP_VIEW
from entente.domain.difficulty import DIFFICULTY
from entente.domain.relation import RELATION
from entente_ui.actors.map.around import Around
from entente_ui.actors.map.arranging import Arranger
from entente_ui.actors.map.bar import MapBar
from entente_ui.actors.map.beside import LineLegend, MiniMap
from entente_ui.actors.map.canvas import Canvas
from entente_ui.actors.map.chart import Chart
from entente_ui.actors.map.choices import MapChoices
from entente_ui.actors.map.commands import MapActions
from entente_ui.actors.map.deeds import Deeds
from entente_ui.actors.map.filters import MapFilter
from entente_ui.actors.map.revealing import found
from entente_ui.actors.map.showing import Shown
from entente_ui.actors.map.strip import DifficultyStrip
from entente_ui.actors.map.things import actor_thing
from entente_ui.actors.map.twin import Twin
from entente_ui.actors.map.wording import counted
from entente_ui.actors.map.work import MapWork
from entente_ui.actors.map_output import MapOutput
from entente_ui.kit import spaced
from entente_ui.pane import Context, Selection
from entente_ui.pane_view import PaneView

if TYPE_CHECKING:
    from entente.services.maps import MapData
    from entente.store.journal import ChangeSet

#: Ms a selection stands before others hear of it.
_REST: Final = 140


class MapView(PaneView):
    """Shows the map.

    Attributes:
        canvas, twin, strip: The map itself, the same as a table, and the difficulties.
        legend, minimap: What the lines mean; the whole map in small.
        around: Keeps in step what is around the map.
        bar, actions_: Buttons and filters; everything that can be done.
        deeds, work, choices, arranger: What is written; what is asked and carried out; what is
            shown; how everybody is arranged.
        output: Takes the map to files, paper and the clipboard.
    """

    name: ClassVar[str] = "map"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.canvas = Canvas(self)
        self.twin = Twin(self)
        self.strip = DifficultyStrip(self)
        self.legend = LineLegend(self)
        self.minimap = MiniMap(self.canvas)
        self.bar = MapBar(self)
        self.deeds = Deeds(context.document, lambda: self.canvas.chart)
        self.arranger = Arranger(self)
        self.output = MapOutput(context, self)
        self.work = MapWork(self)
        self.choices = MapChoices(self)
        self.actions_ = MapActions(self)
        self._stack = QStackedWidget(self)
        self.around = Around(self)
        self._day: dt.date | None = None
        self._view_id = ""
        self._chosen: Shown | None = None
        self._is_old = True
        self._telling = QTimer(self, singleShot=True, interval=_REST)
        self._telling.timeout.connect(self.tell_selection)
        self._build()
        self._connect()
        self.around.recall()

    @property
    @override
    def status(self) -> str:
        return counted(self.canvas.chart)

    @property
    def day(self) -> dt.date | None:
        """The day shown; None for today."""
        return self._day

    @override
    def offered(self) -> Sequence[QAction]:
        self._offer()
        return self.actions_.offered

    @override
    def add_record(self) -> bool:
        if self.canvas.writable and not self.twin.isVisible():
            self.work.ask_actor()
        return True

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        if self._is_old:
            self.refresh(now=True)
        chart = self.canvas.chart
        if record_type == ACTOR.name and key in chart.actors:
            self.canvas.go(key)
        elif record_type == MAP_VIEW.name and any(each.id == key for each in chart.data.views):
            self.show_view(key)
        elif (place := found(chart, record_type, key)) is not None:
            thing, middle = place
            self.canvas.picks.pick([thing])
            self.canvas.centre_on(middle)
        else:
            return False
        self.tell_selection()
        return True

    @override
    def focus_filter(self) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    @override
    def print_out(self) -> None:
        self.canvas.keys.settle()
        self.output.print_out(self.canvas.chart.data.view.id, self._day)

    @override
    def zoom(self, steps: int) -> None:
        if steps:
            self.canvas.zoom(steps)
        else:
            self.canvas.fit()

    @override
    def show_as_of(self, day: dt.date | None) -> None:
        if day != self._day:
            self._day = day
            self._chosen = None
            self.refresh()

    @override
    def state(self) -> Mapping[str, Any]:
        return {
            "view": self._view_id,
            "camera": () if self.canvas.is_whole else self.canvas.camera.state,
            "actors": self.canvas.picks.actors,
            "table": self.actions_.table.isChecked(),
        }

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self._view_id = str(state.get("view", ""))
        if camera := state.get("camera"):
            self.canvas.look_from(float(camera[0]), QPoint(int(camera[1]), int(camera[2])))
        self.refresh(now=True)
        if not camera:
            self.canvas.fit()
        self.canvas.picks.pick([actor_thing(str(key)) for key in state.get("actors", ())])
        self.canvas.picks.keep()
        self.actions_.table.setChecked(bool(state.get("table")))

    def refresh(self, *, now: bool = False) -> None:
        """Show the mission as it is; later, while this cannot be seen, unless `now`."""
        if not (now or self.isVisible()):
            self._is_old = True
            return
        self._is_old = False
        self._show(self._read())

    def choose(self, shown: Shown) -> None:
        """Show something else of the map; where nothing may be written, for now only."""
        if self.canvas.writable:
            self.deeds.keep_choices(shown.filter.to_words(), shown.focus, shown.steps)
        else:
            self._chosen = shown
            self._show(self.canvas.chart.data)

    def show_view(self, key: str) -> None:
        """Show another of the named views."""
        if key != self._view_id:
            self._view_id = key
            self._chosen = None
            self.refresh()
            self.canvas.fit()

    def add_view(self, name: str) -> None:
        """Add a view that begins like this one, and show it."""
        key = self.deeds.add_view(name)
        if key:
            self.show_view(key)

    def turn_to_table(self, *, on: bool) -> None:
        """Show the table in place of the map, or the map again; both select the same."""
        if on:
            self.canvas.keys.settle()
            self.twin.show_chart(self.canvas.chart, self.canvas.picks.actors)
        self._stack.setCurrentWidget(self.twin if on else self.canvas)
        (self.twin if on else self.canvas).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def tell_selection(self) -> None:
        """Let others hear what is selected."""
        self._telling.stop()
        if self.canvas.hand.is_busy:
            self._telling.start()
            return
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

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self.refresh()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.around.fit()

    def _build(self) -> None:
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.twin)
        middle = spaced(QHBoxLayout(), 0, 0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.strip)
        layout = spaced(QVBoxLayout(self), 0, 4)
        layout.addWidget(self.bar)
        layout.addLayout(middle, 1)
        layout.addWidget(self.legend)
        self.bar.connect_actions(self.actions_)

    def _connect(self) -> None:
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._on_viewer_changed)
        canvas, work = self.canvas, self.work
        canvas.moved.connect(self._on_moved)
        canvas.relation_drawn.connect(work.ask_relation)
        canvas.opened.connect(work.open_thing)
        canvas.empty_clicked.connect(work.ask_actor_at)
        canvas.dropped.connect(work.take_in)
        canvas.asked.connect(work.obey)
        canvas.carried.connect(self.strip.point_at)
        canvas.carried_out.connect(work.carried_out)
        canvas.menu_wanted.connect(self._show_menu)
        canvas.picks.changed.connect(self._on_picked)
        self.twin.picked.connect(self._on_twin_picked)
        self.twin.opened.connect(lambda key: work.open_thing(actor_thing(key)))
        self.strip.linked.connect(work.link)
        self.strip.opened.connect(lambda key: self.context.reveal(DIFFICULTY.name, key))
        self.bar.camps.chosen.connect(self.choices.choose_camps)
        self.bar.steps_chosen.connect(self.choices.choose_steps)
        self.bar.search.searched.connect(self.choices.find)
        self.bar.search.left_downwards.connect(canvas.setFocus)

    def _read(self) -> "MapData":
        from entente.services import maps  # noqa: PLC0415  # after the first paint

        document = self.context.document
        read = partial(maps.read_map, view_id=self._view_id, audience=document.viewer, on=self._day)
        return document.read(read)

    def _show(self, data: "MapData") -> None:
        self.canvas.writable = self._day is None and not self.context.document.is_presenting
        view = data.view
        kept = Shown(MapFilter.from_words(view.filters), view.focus_id, view.steps)
        self._view_id = view.id
        before = self.canvas.chart
        self.canvas.show_chart(Chart(data, self._chosen or kept))
        self.canvas.fit_once()
        if before.data.view.id == view.id:
            self.canvas.glide.start(before.at)
        self._show_around()

    def _show_around(self) -> None:
        """Bring everything beside the map up to date with it."""
        self.around.show(self._day)
        if self.twin.isVisible():
            self.twin.show_chart(self.canvas.chart, self.canvas.picks.actors)
        self._offer()
        self.around.follow_look()
        self.status_changed.emit(self.status)

    def _offer(self) -> None:
        self.actions_.offer(writable=self.canvas.writable)

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        from entente.services import maps  # noqa: PLC0415  # after the first paint

        if not maps.CONCERNED & change_set.tables:
            return
        patched = None if self._is_old else maps.with_places(self.canvas.chart.data, change_set)
        if patched is None or not self.isVisible():
            self.refresh()
            return
        before = dict(self.canvas.chart.at)
        if self.canvas.adopt(patched):
            self.canvas.glide.start(before)
            self._offer()
            self.around.follow_look()
        else:
            self._show(patched)

    @Slot()
    def _on_viewer_changed(self) -> None:
        self._chosen = None
        self.refresh()

    @Slot(object, object)
    def _on_moved(self, spots: Mapping[str, tuple[int, int]], notes: Mapping[str, Any]) -> None:
        if not self.deeds.move(spots, notes):
            self.refresh()

    @Slot()
    def _on_picked(self) -> None:
        self._offer()
        if self.twin.isVisible():
            self.twin.select(self.canvas.picks.actors)
        self._telling.start()

    @Slot(tuple)
    def _on_twin_picked(self, keys: Sequence[str]) -> None:
        self.canvas.picks.pick([actor_thing(key) for key in keys])

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        self._offer()
        self.actions_.menu().popup(place)
