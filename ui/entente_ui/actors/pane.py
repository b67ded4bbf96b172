"""The actors pane: a title, and the views of the actors behind tabs."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.relation import RELATION
from entente.i18n import _
from entente_ui.actors.mime import list_in
from entente_ui.actors.prefs import Pref
from entente_ui.actors.registers_view import RegistersView
from entente_ui.actors.summary import subtitle
from entente_ui.actors.timebar import TimeBar
from entente_ui.actors.veil import Veil
from entente_ui.actors.view import ActorsView
from entente_ui.actors.views import LENSES, REGISTER, VIEWS
from entente_ui.kit import ElidedLabel, PlainLabel, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Pane, Selection

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

_COUNTED: Final = frozenset({ACTOR.name, ACTOR.rating_name, ORGANISATION.name})
#: Ms before the subtitle is counted anew.
_PAUSE: Final = 120
#: Px at 100 % of height up to which a drawing needs the lines of the title more.
_LOW: Final = 560
#: Px at 100 % of height that every view can do with.
_LEAST: Final = 180


class _Page(QWidget):
    """Holds a view; one that would like more room must not make the window grow."""

    @override
    def minimumSizeHint(self) -> QSize:
        wanted = super().minimumSizeHint()
        return QSize(wanted.width(), min(wanted.height(), theme().px(_LEAST)))


class ActorsPane(Pane):
    """Who takes part, where they stand, where they belong, how they get on.

    Attributes:
        tabs: One for each view.
        time: The day that is looked at.
    """

    place = "actors"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tabs = QTabWidget(self)
        self._pages: dict[str, QWidget] = {}
        self._views: dict[str, ActorsView] = {}
        self._selections: dict[str, Selection | None] = {}
        self._title = PlainLabel(_("Actors"), "title", self)
        self._subtitle = ElidedLabel("", "muted", self)
        self.time = TimeBar(context, self)
        self._veil = Veil(self)
        self._counting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()

    @property
    def name(self) -> str:
        """Name of the view one is at."""
        current = self.tabs.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), "")

    @property
    def current(self) -> ActorsView:
        """The view one is at."""
        return self.view(self.name)

    def view(self, name: str) -> ActorsView:
        """Return a view, made when first asked for."""
        if name not in self._views:
            entry = next(entry for entry in VIEWS if entry.name == name)
            view = entry.make(self.context, self._pages[name])
            spaced(QVBoxLayout(self._pages[name]), 0, 0).addWidget(view)
            self._views[name] = view
            view.selected.connect(lambda chosen: self._on_selected(name, chosen))
            view.status_changed.connect(lambda text: self._on_status(name, text))
            view.view_wanted.connect(self._on_wanted)
            if entry.has_past and self.time.day is not None:
                view.show_as_of(self.time.day)
        return self._views[name]

    def go(self, name: str) -> ActorsView:
        """Open a view and return it."""
        self.tabs.setCurrentWidget(self._pages[name])
        return self.view(name)

    @override
    def reveals(self) -> Sequence[str]:
        return tuple(kind for entry in VIEWS for kind in entry.kinds)

    @override
    def reveal(self, record_type: str, key: str) -> None:
        if not self.current.reveal(record_type, key):
            found = next(entry for entry in VIEWS if record_type in entry.kinds)
            self.go(found.name).reveal(record_type, key)

    @override
    def commands(self) -> Sequence[QAction]:
        return self.current.offered()

    @override
    def add_record(self) -> None:
        if not self.current.add_record():
            self._add_actor()

    @override
    def focus_filter(self) -> None:
        self.current.focus_filter()

    @override
    def print_out(self) -> None:
        self.current.print_out()

    @override
    def zoom(self, steps: int) -> None:
        self.current.zoom(steps)

    @override
    def state(self) -> Mapping[str, Any]:
        return {"tab": self.name, "view": dict(self.current.state())}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        name, kept = str(state.get("tab", "")), state.get("view")
        if name in self._pages:
            view = self.go(name)
            if isinstance(kept, Mapping):
                view.restore(kept)

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

    def _build(self) -> None:
        self.setAcceptDrops(True)
        layout = spaced(QVBoxLayout(self), (20, 16, 20, 12), 2)
        layout.addWidget(self._title)
        layout.addWidget(self._subtitle)
        layout.addSpacing(6)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.time)
        for entry in VIEWS:
            self._pages[entry.name] = _Page(self)
            self.tabs.addTab(self._pages[entry.name], _(entry.title))
        self.tabs.setAccessibleName(_("Views of the actors"))
        bar = self.tabs.tabBar()
        bar.setAccessibleName(_("Views of the actors"))
        # Somebody dragged from the register is held over the tab of a drawing to get there.
        bar.setAcceptDrops(True)
        bar.setChangeCurrentOnDrag(True)
        remembered = str(self.context.settings.value(Pref.TAB.value, LENSES))
        self.go(remembered if remembered in self._pages else LENSES)

    def _connect(self) -> None:
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._count)
        self._counting.timeout.connect(self._count)
        self.tabs.currentChanged.connect(self._on_tab)
        self.time.day_changed.connect(self._on_day)
        self._on_tab()

    @Slot(object)
    def _on_day(self, day: dt.date | None) -> None:
        for entry in VIEWS:
            if entry.has_past and entry.name in self._views:
                self._views[entry.name].show_as_of(day)

    @Slot()
    def _on_tab(self) -> None:
        name = self.name
        self.time.setVisible(next(entry for entry in VIEWS if entry.name == name).has_past)
        self.context.settings.setValue(Pref.TAB.value, name)
        self._on_status(name, self.view(name).status)
        self.selected.emit(self._selections.get(name))

    @Slot(str, str)
    def _on_wanted(self, name: str, key: str) -> None:
        match name:
            case "add":
                self._add_actor()
            case "import":
                self.import_file()
            case "relations":
                self._show_relations(key)
            case _:
                view = self.go(name)
                if key:
                    view.reveal(ACTOR.name, key)

    def _add_actor(self) -> None:
        view = self.go(REGISTER)
        if isinstance(view, RegistersView):
            view.register(ACTOR).add_record()

    def _show_relations(self, key: str) -> None:
        view = self.go(REGISTER)
        if isinstance(view, RegistersView):
            name = self.context.document.labels(ACTOR).get(key, "")
            view.register(RELATION).filter_field.setText(name)

    def _on_selected(self, name: str, chosen: Selection | None) -> None:
        self._selections[name] = chosen
        if name == self.name:
            self.selected.emit(chosen)

    def _on_status(self, name: str, text: str) -> None:
        if name == self.name:
            self.status_changed.emit(text)

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        if _COUNTED & change_set.tables:
            self._counting.start()

    @Slot()
    def _count(self) -> None:
        if self.isVisible():  # else it is counted when it is shown
            self._subtitle.setText(subtitle(self.context.document))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._subtitle.setVisible(self.height() > theme().px(_LOW))
        self._title.setVisible(self.height() > theme().px(_LOW))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()

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
