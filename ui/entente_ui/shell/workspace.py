"""An open mission on screen: rail, panes, inspector, bars. Rebuilt when the language changes."""

from collections.abc import Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any, Final, Protocol, cast

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from entente.domain.catalogue import RECORD_TYPES
from entente.domain.records import FieldKind
from entente.errors import EntenteError
from entente_ui.actions import Actions
from entente_ui.kit import Panel, Toaster, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Pane, Selection
from entente_ui.shell.banner import Banner
from entente_ui.shell.failed import FailedPane
from entente_ui.shell.places import HOME, Place, known_places
from entente_ui.shell.rail import Rail
from entente_ui.shell.statusbar import StatusBar
from entente_ui.shell.topbar import TopBar

_INSPECTOR_WIDTH: Final = 340
_LEAST_INSPECTOR: Final = 220
_LEAST_PANE: Final = 320
#: Percent of the window that the inspector may take by itself.
_MOST_INSPECTOR: Final = 38
#: Narrower than this, in px at 100 %, the rail folds by itself.
_ROOMY: Final = 1_080
_RAIL_FOLDED: Final = "window/rail_folded"
_INSPECTOR_SHOWN: Final = "window/inspector_shown"
_SPLIT: Final = "window/inspector_width"


class Inspecting(Protocol):
    """What the inspector understands."""

    def show_selection(self, selection: Selection | None) -> None:
        """Show the records that are selected."""


class Workspace(QWidget):
    """Everything around and in the panes of an open mission.

    Signals:
        went: Emitted with the `Place` one came to.
        wanted: Emitted with the name of a command a pane asks for.
    """

    went = Signal(object)
    wanted = Signal(str)

    def __init__(
        self,
        context: Context,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._places = {place.name: place for place in known_places()}
        self._panes: dict[str, Pane] = {}
        self._selections: dict[str, Selection | None] = {}
        self._statuses: dict[str, str] = {}
        self._wants_inspector = True
        self._folds_rail = False
        self._is_rail_kept = False
        self.banner = Banner(self)
        self.stack = QStackedWidget(self)
        self.toaster = Toaster(self)
        self.context = context
        self.top = TopBar(actions["palette"], actions["present"], actions["lock"], self)
        self.rail = Rail(tuple(self._places.values()), self)
        self.status = StatusBar(self.context.background, self)
        self.side = Panel("surface", "left", self)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self._inspector: Inspecting | None = None
        self._lay_out()
        self.rail.chosen.connect(self.go)
        self._size = theme().size
        theme().changed.connect(self._on_look)
        self._recall()

    def _lay_out(self) -> None:
        centre = Panel("window", "", self)
        spaced(QVBoxLayout(centre), 0, 0).addWidget(self.stack)
        self.split.addWidget(centre)
        self.split.addWidget(self.side)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 0)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        middle = spaced(QHBoxLayout(), 0, 0)
        middle.addWidget(self.rail)
        middle.addWidget(self.split, 1)
        layout = spaced(QVBoxLayout(self), 0, 0)
        layout.addWidget(self.top)
        layout.addWidget(self.banner)
        layout.addLayout(middle, 1)
        layout.addWidget(self.status)

    def add_inspector(self) -> None:
        """Make the inspector; later than the first pane, which is looked at first."""
        if self._inspector is None:
            module = import_module("entente_ui.registers.inspector")
            inspector = module.Inspector(self.context)
            spaced(QVBoxLayout(self.side), 0, 0).addWidget(inspector)
            self._inspector = cast("Inspecting", inspector)
            self._inspect(self._selections.get(self.place))

    @property
    def places(self) -> Sequence[Place]:
        """The places there are, in the order of the rail."""
        return tuple(self._places.values())

    @property
    def place(self) -> str:
        """Name of the place one is at, empty before the first."""
        current = self.stack.currentWidget()
        return next((name for name, pane in self._panes.items() if pane is current), "")

    @property
    def pane(self) -> Pane | None:
        """The pane one is at."""
        return self._panes.get(self.place)

    @property
    def is_complete(self) -> bool:
        """Whether the inspector has been made as well."""
        return self._inspector is not None

    def regions(self) -> Sequence[QWidget]:
        """Return the parts of the window F6 goes through."""
        return (self.top, self.rail, self.stack, self.side, self.banner)

    def commands(self) -> Sequence[QAction]:
        """Return what the pane one is at offers."""
        return () if self.pane is None else self.pane.commands()

    def go(self, name: str) -> Pane | None:
        """Go to a place; its pane is made on the first visit."""
        place = self._places.get(name) or self._places.get(HOME)
        if place is None:
            return None
        pane = self._panes.get(place.name)
        if pane is None or isinstance(pane, FailedPane):
            pane = self._panes[place.name] = self._make_pane(place, instead_of=pane)
        self.stack.setCurrentWidget(pane)
        self.rail.mark(place.name)
        self.status.show_status(self._statuses.get(place.name, ""))
        self._inspect(self._selections.get(place.name))
        focus = QApplication.focusWidget()
        if focus is None or not self.rail.isAncestorOf(focus):
            pane.setFocus()
        self.went.emit(place)
        return pane

    def reveal(self, kind: str, key: str) -> bool:
        """Go to a record, or to the one it is a part of; say whether some pane shows it."""
        for place in self._places.values():
            if kind in place.kinds:
                pane = self.go(place.name)
                if pane is not None and kind in pane.reveals():
                    pane.reveal(kind, key)
                    return True
        owner = self._owner(kind, key)
        return owner is not None and self.reveal(*owner)

    def state(self) -> dict[str, Any]:
        """Return what brings all this back: the place, the tab, keys; no mission text."""
        state = {} if self.pane is None else dict(self.pane.state())
        return {"place": self.place, "pane": state}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back to a state that `state` gave."""
        pane = self.go(str(state.get("place") or HOME))
        of_pane = state.get("pane")
        if pane is not None and isinstance(of_pane, Mapping):
            try:
                pane.restore(of_pane)
            except Exception as error:  # noqa: BLE001  # what is behind it still has to come
                self._tell_soon(error)

    def fold_rail(self, on: bool) -> None:
        """Show the rail as icons, or in full, also where there is little room."""
        self._folds_rail = on
        self._is_rail_kept = not on
        self._fit_rail()
        self.context.settings.setValue(_RAIL_FOLDED, "yes" if on else "no")

    def _fit_rail(self) -> None:
        """Fold the rail by itself where the pane would have too little room."""
        narrow = self.width() < theme().px(_ROOMY) and not self._is_rail_kept
        self.rail.fold(self._folds_rail or narrow)

    def show_inspector(self, on: bool) -> None:
        """Show or hide the inspector."""
        self._wants_inspector = on
        self.side.setVisible(on)
        self.context.settings.setValue(_INSPECTOR_SHOWN, "yes" if on else "no")

    @property
    def shows_inspector(self) -> bool:
        """Whether the inspector is to be seen."""
        return not self.side.isHidden()

    def remember(self) -> None:
        """Keep the widths for the next time."""
        if not self.side.isHidden():
            width = round(self.side.width() * 100 / theme().size)
            self.context.settings.setValue(_SPLIT, width)

    def rest(self) -> None:
        """Have panes do nothing more by themselves: they are about to go."""
        for timer in self.findChildren(QTimer):
            timer.stop()

    def _recall(self) -> None:
        settings = self.context.settings
        self._folds_rail = settings.value(_RAIL_FOLDED) == "yes"
        self._fit_rail()
        self._wants_inspector = settings.value(_INSPECTOR_SHOWN) != "no"
        stored = str(settings.value(_SPLIT, _INSPECTOR_WIDTH))
        width = theme().px(int(stored) if stored.isdecimal() else _INSPECTOR_WIDTH)
        self._fit()
        self.split.setSizes([10 * width, width])

    @Slot()
    def _on_look(self) -> None:
        """Let the inspector grow and shrink with the size of the interface."""
        width = self.side.width() * theme().size // self._size
        self._fit()
        if theme().size != self._size and not self.side.isHidden():
            whole = sum(self.split.sizes())
            width = min(width, whole * _MOST_INSPECTOR // 100)
            self.split.setSizes([whole - width, width])
        self._size = theme().size

    def _fit(self) -> None:
        """Keep room for both sides; what is in them makes do, or the window would grow."""
        self.side.setMinimumWidth(theme().px(_LEAST_INSPECTOR))
        self.stack.setMinimumWidth(theme().px(_LEAST_PANE))
        self._fit_rail()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def _make_pane(self, place: Place, *, instead_of: Pane | None) -> Pane:
        """Make the pane of a place, or one that says why it cannot be shown."""
        if instead_of is not None:
            self.stack.removeWidget(instead_of)
            instead_of.deleteLater()
        try:
            pane = place.make(self.context)
        except Exception as error:  # noqa: BLE001  # whatever it is, the place must not be empty
            pane = FailedPane(self.context, error)
            pane.again.connect(lambda: self.go(place.name))
            if not isinstance(error, EntenteError):
                self._tell_soon(error)
        pane.selected.connect(lambda chosen: self._on_selected(place.name, chosen))
        pane.status_changed.connect(lambda text: self._on_status(place.name, text))
        wanted = getattr(pane, "wanted", None)
        if isinstance(wanted, SignalInstance):
            wanted.connect(self._on_wanted)
        self.stack.addWidget(pane)
        return pane

    def _tell_soon(self, error: Exception) -> None:
        """Have a fault told once what is being done here is done."""
        QTimer.singleShot(0, self, partial(self.context.tell, error))

    def _on_wanted(self, name: str) -> None:
        if name in self._places:
            self.go(name)
        else:
            self.wanted.emit(name)

    def _on_selected(self, place: str, selection: Selection | None) -> None:
        self._selections[place] = selection
        if place == self.place:
            self._inspect(selection)

    def _on_status(self, place: str, text: str) -> None:
        self._statuses[place] = text
        if place == self.place:
            self.status.show_status(text)

    def _show_side(self) -> None:
        """Show the inspector if it is unfolded; beside most places only with something in it."""
        here = self._places.get(self.place)
        needed = here is not None and (
            here.keeps_inspector or self._selections.get(self.place) is not None
        )
        self.side.setVisible(self._wants_inspector and needed)

    def _inspect(self, selection: Selection | None) -> None:
        self._show_side()
        if self._inspector is not None:
            self._inspector.show_selection(selection)

    def _owner(self, kind: str, key: str) -> tuple[str, str] | None:
        record_type = RECORD_TYPES[kind]
        table = self.context.document.table(record_type)
        row = next((row for row in table.rows if row[table.column("id")] == key), None)
        for field in record_type.stored:
            if row is not None and field.owned and field.kind is FieldKind.REFERENCE:
                owner = row[table.column(field.name)]
                return None if owner is None else (field.target, str(owner))
        return None
