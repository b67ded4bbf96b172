"""The actors pane: a title, and the views of the actors behind tabs."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.relation import RELATION
from entente.i18n import N_
from entente_ui.actors.mime import list_in
from entente_ui.actors.prefs import Pref
from entente_ui.actors.registers_view import RegistersView
from entente_ui.actors.summary import subtitle
from entente_ui.actors.timebar import TimeBar
from entente_ui.actors.veil import Veil
from entente_ui.actors.views import LENSES, REGISTER, VIEWS
from entente_ui.pane import Context
from entente_ui.pane_view import PaneView
from entente_ui.tabbed import TabbedPane, ViewEntry


class ActorsPane(TabbedPane):
    """Who takes part, where they stand, where they belong, how they get on.

    Attributes:
        time: The day that is looked at.
    """

    place = "actors"
    entries = VIEWS
    first = LENSES
    title = N_("Actors")
    tabs_name = N_("Views of the actors")
    tab_setting = Pref.TAB.value
    counted = frozenset({ACTOR.name, ACTOR.rating_name, ORGANISATION.name})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.time = TimeBar(context, self)
        self.column.addWidget(self.time)
        self._veil = Veil(self)
        self.setAcceptDrops(True)
        # Somebody dragged from the register is held over the tab of a drawing to get there.
        self.tabs.tabBar().setAcceptDrops(True)
        self.tabs.tabBar().setChangeCurrentOnDrag(True)
        self.tabs.currentChanged.connect(self._show_time)
        self.time.day_changed.connect(self._on_day)
        self.begin()
        self._show_time()

    @override
    def prepare(self, entry: ViewEntry, view: PaneView) -> None:
        if entry.has_past and self.time.day is not None:
            view.show_as_of(self.time.day)

    @override
    def figures(self) -> str:
        return subtitle(self.context.document)

    @override
    def show_wanted(self, name: str, wanted: object) -> None:
        match name:
            case "add":
                self._add_actor()
            case "import":
                self.import_file()
            case "relations":
                self._show_relations(str(wanted))
            case _:
                super().show_wanted(name, wanted)

    @override
    def add_record(self) -> None:
        if not self.current.add_record():
            self._add_actor()

    def import_file(self, path: Path | None = None) -> None:
        """Take over people from a list; ask for the file if none is given."""
        from entente_ui.registers import import_dialog  # noqa: PLC0415  # readers are heavy

        current = self._views.get(self.name)
        kind = current.kind if isinstance(current, RegistersView) else ACTOR
        import_dialog.import_file(self.context, kind, path, self)

    def paste_names(self) -> None:
        """Add whoever is listed on the clipboard to the register, and go there."""
        view = self.go(REGISTER)
        if isinstance(view, RegistersView):
            view.register(ACTOR).paste_rows()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Where rows are, a paste is theirs: they know where it goes.
        view = self.current
        has_rows = isinstance(view, RegistersView) and view.current.model.total
        if event.matches(QKeySequence.StandardKey.Paste) and not has_rows:
            if isinstance(view, RegistersView):
                view.current.paste_rows()
            elif not self.context.document.is_presenting:
                self.paste_names()
            return
        super().keyPressEvent(event)

    @Slot(object)
    def _on_day(self, day: dt.date | None) -> None:
        for entry in self.entries:
            if entry.has_past and entry.name in self._views:
                self._views[entry.name].show_as_of(day)

    @Slot()
    def _show_time(self) -> None:
        """Let a day be chosen where there is a past."""
        self.time.setVisible(next(each.has_past for each in self.entries if each.name == self.name))

    def _add_actor(self) -> None:
        view = self.go(REGISTER)
        if isinstance(view, RegistersView):
            view.register(ACTOR).add_record()

    def _show_relations(self, key: str) -> None:
        view = self.go(REGISTER)
        if isinstance(view, RegistersView):
            name = self.context.document.labels(ACTOR).get(key, "")
            view.register(RELATION).filter_field.setText(name)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # What is in a list is not for those who look on.
        if self.context.document.is_presenting or list_in(event.mimeData()) is None:
            event.ignore()
            return
        self._veil.rise()
        event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._veil.isVisible():
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._veil.hide()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._veil.hide()
        path = list_in(event.mimeData())
        if path is None:
            event.ignore()
            return
        event.acceptProposedAction()
        # The program the file came from waits until the drop has been answered.
        QTimer.singleShot(0, self, lambda: self.import_file(path))
