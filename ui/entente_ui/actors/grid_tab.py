"""The power/interest grid with its filter, the lists beside it and the table behind it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.domain.sociometry import CHOICE, CRITERION
from entente.i18n import _, ngettext
from entente_ui import formats
from entente_ui.actors.data import GridData, Person, read_grid
from entente_ui.actors.grid_actions import GridActions
from entente_ui.actors.grid_area import GridArea
from entente_ui.actors.grid_bar import GridBar
from entente_ui.actors.grid_table import GridTable
from entente_ui.actors.grid_work import GridWork
from entente_ui.actors.lens import Lens
from entente_ui.actors.lenses.axes import AxesLens
from entente_ui.actors.output import Output
from entente_ui.actors.side import Side
from entente_ui.actors.sieve import Sieve
from entente_ui.actors.switches import Switches
from entente_ui.kit import PlainLabel, spaced
from entente_ui.pane import Context, Selection

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

#: Ms a selection stands before others hear of it.
_REST: Final = 140
_CONCERNED: Final = frozenset({ACTOR.name, ACTOR.rating_name, CHOICE.name, CRITERION.name})


class GridTab(QWidget):
    """Shows where the actors stand; dragging one rates it.

    Attributes:
        view, table, side: The grid, the same as a table, and the lists beside them.
        bar, sieve: Buttons and filters; who passes them.
        output: Files, clipboard and printer.
        actions_: Everything that can be done.
        data: What is shown.
        lens: What is looked through.
        day: The day that is looked at; None for now.
        twin: What stands for the table, where a lens has one of its own.

    Signals:
        selected: Emitted with a `Selection` or None when the user selects others.
        status_changed: Emitted with how many are shown.
        about_to_read: Emitted before the actors are read, for lenses that need more.
        shown: Emitted when they are shown.
        relations_wanted: Emitted with the key of an actor whose relations are asked for.
    """

    selected = Signal(object)
    status_changed = Signal(str)
    relations_wanted = Signal(str)
    about_to_read = Signal()
    shown = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.data = GridData()
        self.lens: Lens = AxesLens()
        self.day: dt.date | None = None
        self.twin: QWidget | None = None
        self._area = GridArea(self)
        self.view = self._area.view
        self.table = GridTable(self)
        self.side = Side(self)
        self.bar = GridBar(self)
        self.sieve = Sieve(self)
        self.output = Output(context, self)
        self.work = GridWork(self)
        self.switches = Switches(self)
        self.commands = GridActions(self)
        self._people: Mapping[str, Person] = {}
        self._wanted: tuple[str, ...] = ()
        self._is_old = True
        self._notice = PlainLabel("", "small", self, wrap=True)
        # The inspector follows once the hand rests: filling it must not hold up a drag.
        self._telling = QTimer(self, singleShot=True, interval=_REST)
        self._telling.timeout.connect(self._tell)
        self._stack = QStackedWidget(self)
        self._middle = spaced(QHBoxLayout(), 0, 12)
        self._build()
        self._connect()
        self.view.known = self._people_by_key
        self.table.show_lens(self.lens.title, self.lens.fields)
        self.switches.recall()

    @property
    def people(self) -> Mapping[str, Person]:
        """Everybody there is, by key."""
        return self._people

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the actors selected, wherever."""
        if self.table.isVisible():
            return self.table.keys
        return self.view.picks.keys or self.side.keys

    @property
    def status(self) -> str:
        """How many are on the grid, or pass the filter."""
        return self.sieve.words

    def refresh(self, *, animate: bool = False) -> None:
        """Show the mission as it is now; later, while this cannot be seen."""
        if not self.isVisible():
            self._is_old = True
            return
        self._is_old = False
        self.view.cancel()
        document = self.context.document
        self.lens.is_neutral = document.is_presenting
        self.about_to_read.emit()
        seen = partial(read_grid, viewer=document.viewer, lens=self.lens, on=self.day)
        self.data = document.read(seen)
        self._people = {person.key: person for person in self.data.people}
        self.view.board.show_people(self.data.placed, animate=animate)
        self.view.zooming.take_as_settled()
        self.view.picks.keep()
        self.table.people.edit = self.work.edit_cell if self.day is None else None
        self.view.is_locked = self.day is not None
        self.bar.enable(writing=not document.is_presenting)
        self.table.show_people(self.data.people)
        self.sieve.show_camps()
        self.sieve.sift()
        self._say_what_is_missing()
        self.shown.emit()
        if self._wanted:
            wanted, self._wanted = self._wanted, ()
            self.pick([key for key in wanted if key in self._people])

    def add_beside(self, widget: QWidget) -> None:
        """Put something between the sheet and the lists."""
        self._middle.insertWidget(1, widget)

    def look_through(self, lens: Lens) -> None:
        """Show the same actors through another lens; they are seen to go to their new places."""
        keys = self.keys
        self.lens = lens
        self.view.look_through(lens)
        self._area.follow_lens()
        self.table.show_lens(lens.title, lens.fields)
        self.refresh(animate=True)
        self.select([key for key in keys if key in self._people])

    def show_as_of(self, day: dt.date | None) -> None:
        """Show the actors as they stood on a day, None for now; the past is not edited."""
        if day != self.day:
            self.day = day
            self.refresh(animate=True)

    def reveal(self, key: str) -> bool:
        """Select an actor and bring it into view; say whether it is on the grid."""
        if self._is_old:
            self.refresh()
        person = self._people.get(key)
        if person is None or person.score is None:
            return False
        if not self.sieve.admits(person):
            self.bar.clear()
        self.select([key])
        spot = self.view.board.spot_of(key)
        if spot is not None:
            self.view.picks.go(spot)
            self.view.zooming.bring_into_view(spot)
        self.selected.emit(Selection(ACTOR, (key,)))
        return True

    def select(self, keys: Sequence[str]) -> None:
        """Select actors everywhere, without telling anybody."""
        board = self.view.board
        self.view.picks.pick([key for key in keys if board.person(key)], told=False)
        self.table.select(keys)
        self.side.select(keys)

    def restore_selection(self, keys: Sequence[str]) -> None:
        """Select actors again as they were, as soon as they are shown."""
        self._wanted = tuple(keys)
        self.refresh()

    def focus_filter(self) -> None:
        """Put the cursor into the filter."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def turn_to_table(self, *, on: bool) -> None:
        """Show the table in place of the grid, or the grid again; both select the same."""
        keys = self.view.picks.keys if on else self.table.keys
        self._stack.setCurrentWidget((self.twin or self.table) if on else self._area)
        self.select(keys)

    def use_twin(self, twin: QWidget | None) -> None:
        """Show another table than the usual one; None is the usual one again."""
        self.twin = twin
        if twin is not None and self._stack.indexOf(twin) < 0:
            self._stack.addWidget(twin)
        if self.commands.table.isChecked():
            self._stack.setCurrentWidget(twin or self.table)

    def rect_of(self, keys: Sequence[str]) -> tuple[QWidget, QRect]:
        """Return the widget that shows an actor, and where in it."""
        key = keys[0] if keys else ""
        if self.view.isVisible() and self.view.board.spot_of(key) is not None:
            return self.view, self.view.rect_of(key)
        for each in (self.table, self.side.unplaced, self.side.everybody):
            row = each.people.row_of(key)
            if each.isVisible() and row >= 0:
                index = each.people.index(row, 0)
                each.scrollTo(index)
                box = each.visualRect(index)
                return each.viewport(), box.intersected(each.viewport().rect())
        middle = self.view.rect().center()
        return self.view, QRect(middle, middle)

    def _build(self) -> None:
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.table)
        self._notice.hide()
        self._middle.addWidget(self._stack, 1)
        self._middle.addWidget(self.side)
        layout = spaced(QVBoxLayout(self), 0, 0)
        layout.addWidget(self.bar)
        layout.addWidget(self._notice)
        self._notice.setContentsMargins(0, 2, 0, 6)
        layout.addLayout(self._middle, 1)
        self.bar.add_switches(self.commands)

    def _connect(self) -> None:
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self.refresh)
        self.bar.search.left_downwards.connect(self.view.setFocus)
        self.bar.export_wanted.connect(self._show_exports)
        self.view.picks.changed.connect(self.pick)
        self.table.picked.connect(self.pick)
        self.side.picked.connect(self.pick)
        self.view.moved.connect(lambda targets, ask: self.work.move(targets, ask=ask))
        self.view.dropped.connect(self.work.drop)
        self.view.fact_wanted.connect(self.work.ask_fact)
        self.view.taken_off.connect(self.work.take_off)
        self.view.refused.connect(self.work.may_write)
        self.view.opened.connect(lambda _key: self.commands.open_inspector())
        self.side.asked.connect(lambda keys: self.work.ask_position(keys, self.rect_of(keys)))
        for each in (self.view, self.side):
            each.menu_wanted.connect(self._show_menu)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit_beside(self.width())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old:
            self.refresh()

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        if _CONCERNED & change_set.tables:
            self.refresh(animate=True)

    def _people_by_key(self, key: str) -> Person | None:
        return self._people.get(key)

    def _say_what_is_missing(self) -> None:
        count = self.data.unprojected
        text = ngettext(
            "{count} private assessment is not projected: the actor waits in the list.",
            "{count} private assessments are not projected: the actors wait in the list.",
            count,
        )
        self._notice.setText(text.format(count=formats.number(count)))
        self._notice.setVisible(bool(count))
        waiting = bool(self.data.unplaced)
        hint = _("Drag somebody from the list onto the grid to place them.")
        self.view.hint = hint if waiting and not self.data.placed else ""
        self.switches.follow_waiting(waiting=waiting)

    @Slot(tuple)
    def pick(self, keys: Sequence[str]) -> None:
        """Select actors everywhere, as the user does."""
        self.select(keys)
        self._offer()
        self._telling.start()

    @Slot()
    def _tell(self) -> None:
        pressed = QApplication.mouseButtons() is not Qt.MouseButton.NoButton
        if pressed or self.view.is_busy:
            self._telling.start()
            return
        keys = self.keys
        self.selected.emit(Selection(ACTOR, keys) if keys else None)

    def _offer(self) -> None:
        chosen = [self._people[key] for key in self.keys if key in self._people]
        self.commands.offer(
            placed=any(person.score is not None for person in chosen),
            rated=any(person.rating_id for person in chosen),
            presenting=self.context.document.is_presenting,
            past=self.day is not None or not self.lens.fields,
        )

    @Slot(object)
    def _show_menu(self, place: QPoint) -> None:
        self._offer()
        self.commands.menu(about_somebody=bool(self.keys)).popup(place)

    @Slot(object)
    def _show_exports(self, button: QPushButton) -> None:
        self.commands.export_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))
