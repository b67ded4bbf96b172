"""The actors pane: their registers, and the grid of power and interest."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR, ORGANISATION
from entente.domain.records import RecordType
from entente.domain.relation import RELATION
from entente.i18n import _
from entente_ui.actors.grid_tab import GridTab
from entente_ui.actors.mime import list_in
from entente_ui.actors.prefs import Pref
from entente_ui.actors.summary import subtitle
from entente_ui.actors.veil import Veil
from entente_ui.kit import ElidedLabel, EmptyState, LinkButton, PlainLabel, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Pane, Selection
from entente_ui.registers.register import Register

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

GRID: Final = "grid"
_KINDS: Final = {kind.name: kind for kind in (ACTOR, ORGANISATION, RELATION)}
_COUNTED: Final = frozenset({ACTOR.name, ACTOR.rating_name, ORGANISATION.name})
#: Ms before the subtitle is counted anew.
_PAUSE: Final = 120
#: Px at 100 % of height up to which the grid needs the line of the subtitle more.
_LOW: Final = 420


class ActorsPane(Pane):
    """Who takes part, where they stand, where they belong, how they get on.

    Attributes:
        tabs: Registers and grid.
        grid: The grid.
    """

    place = "actors"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tabs = QTabWidget(self)
        self.grid = GridTab(context, self)
        self._registers: dict[str, Register] = {}
        self._pages: dict[str, QWidget] = {}
        self._selections: dict[str, Selection | None] = {}
        self._subtitle = ElidedLabel("", "muted", self)
        self._grid_page = QStackedWidget(self)
        self._veil = Veil(self)
        self._counting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()

    @override
    def reveals(self) -> Sequence[str]:
        return tuple(_KINDS)

    @override
    def reveal(self, record_type: str, key: str) -> None:
        if record_type == ACTOR.name and self._name == GRID and self.grid.reveal(key):
            return
        self._go(record_type)
        self._register(_KINDS[record_type]).reveal(key)

    @override
    def commands(self) -> Sequence[QAction]:
        register = self._registers.get(self._name)
        return self.grid.commands.offered if register is None else register.offered_actions()

    @override
    def add_record(self) -> None:
        register = self._registers.get(self._name)
        if register is not None:
            register.add_record()
            return
        self._go(ACTOR.name)
        self._register(ACTOR).add_record()

    @override
    def focus_filter(self) -> None:
        register = self._registers.get(self._name)
        if register is not None:
            register.focus_filter()
        else:
            self.grid.focus_filter()

    @override
    def print_out(self) -> None:
        self.grid.output.print_out()

    @override
    def zoom(self, steps: int) -> None:
        if self._name != GRID:
            return
        if steps:
            self.grid.view.zooming.by(steps)
        else:
            self.grid.view.zooming.reset()

    @override
    def state(self) -> Mapping[str, Any]:
        register = self._registers.get(self._name)
        return {
            "tab": self._name,
            "selected": list(self.grid.keys)[:50],
            "register": {} if register is None else dict(register.state()),
        }

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        name = str(state.get("tab", ""))
        if name not in self._pages:
            return
        self._go(name)
        register, kept = self._registers.get(name), state.get("register")
        keys = state.get("selected")
        if register is not None and isinstance(kept, Mapping):
            register.restore(kept)
        elif name == GRID and isinstance(keys, list) and keys:
            self.grid.restore_selection([str(key) for key in keys])

    def import_file(self, path: Path | None = None) -> None:
        """Take over people from a list; ask for the file if none is given."""
        from entente_ui.registers import import_dialog  # noqa: PLC0415  # readers are heavy

        import_dialog.import_file(self.context, self._kind, path, self)

    @property
    def _name(self) -> str:
        """Name of the tab one is at."""
        current = self.tabs.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), "")

    @property
    def _kind(self) -> RecordType:
        return _KINDS.get(self._name, ACTOR)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        layout = spaced(QVBoxLayout(self), (20, 16, 20, 12), 2)
        layout.addWidget(PlainLabel(_("Actors"), "title", self))
        layout.addWidget(self._subtitle)
        layout.addSpacing(6)
        layout.addWidget(self.tabs, 1)
        self._grid_page.addWidget(self.grid)
        self._grid_page.addWidget(self._invitation())
        self._add_tab(ACTOR.name, QWidget(self), _("Register"))
        self._add_tab(GRID, self._grid_page, _("Power × interest"))
        self._add_tab(ORGANISATION.name, QWidget(self), _("Organisations"))
        self._add_tab(RELATION.name, QWidget(self), _("Relations"))
        self.tabs.setAccessibleName(_("Views of the actors"))
        bar = self.tabs.tabBar()
        bar.setAccessibleName(_("Views of the actors"))
        # Somebody dragged from the register is held over the tab of the grid to get there.
        bar.setAcceptDrops(True)
        bar.setChangeCurrentOnDrag(True)
        remembered = str(self.context.settings.value(Pref.TAB.value, GRID))
        self._go(remembered if remembered in self._pages else GRID)

    def _add_tab(self, name: str, page: QWidget, title: str) -> None:
        self._pages[name] = page
        self.tabs.addTab(page, title)

    def _invitation(self) -> EmptyState:
        invitation = EmptyState(
            "actors",
            _("Nobody takes part yet."),
            _("Add an actor"),
            self.add_record,
            self,
            hint=_("Add one, or drop a list here: CSV, Excel, LibreOffice or vCard contacts."),
        )
        # It is seldom seen, and must not keep the pane from growing small.
        ignored = QSizePolicy.Policy.Ignored
        invitation.setSizePolicy(ignored, ignored)
        invitation.add_button(LinkButton(_("Import…"), self.import_file, invitation))
        return invitation

    def _connect(self) -> None:
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._count)
        self._counting.timeout.connect(self._count)
        self.tabs.currentChanged.connect(self._on_tab)
        self.grid.selected.connect(lambda chosen: self._on_selected(GRID, chosen))
        self.grid.status_changed.connect(lambda text: self._on_status(GRID, text))
        self.grid.relations_wanted.connect(self._show_relations)
        self.grid.bar.add_wanted.connect(self.add_record)
        self.grid.bar.import_wanted.connect(self.import_file)
        self._on_tab()

    def _go(self, name: str) -> None:
        self.tabs.setCurrentWidget(self._pages[name])
        if name in _KINDS:
            self._register(_KINDS[name])

    def _register(self, kind: RecordType) -> Register:
        """Return the register of a kind, made when first asked for."""
        name = kind.name
        if name not in self._registers:
            register = Register(self.context, kind, self._pages[name])
            spaced(QVBoxLayout(self._pages[name]), 0, 0).addWidget(register)
            register.selected.connect(lambda chosen: self._on_selected(name, chosen))
            register.status_changed.connect(lambda text: self._on_status(name, text))
            self._registers[name] = register
            self._on_status(name, register.status)
        return self._registers[name]

    @Slot()
    def _on_tab(self) -> None:
        name = self._name
        self.context.settings.setValue(Pref.TAB.value, name)
        if name in _KINDS:
            register = self._register(_KINDS[name])
            self._on_status(name, register.status)
        else:
            self._on_status(name, self.grid.status)
        self.selected.emit(self._selections.get(name))

    def _on_selected(self, name: str, chosen: Selection | None) -> None:
        self._selections[name] = chosen
        if name == self._name:
            self.selected.emit(chosen)

    def _on_status(self, name: str, text: str) -> None:
        if name == self._name:
            self.status_changed.emit(text)

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        if _COUNTED & change_set.tables:
            self._counting.start()

    @Slot()
    def _count(self) -> None:
        if not self.isVisible():
            return  # counted when it is shown
        people, text = subtitle(self.context.document)
        self._subtitle.setText(text)
        self._grid_page.setCurrentIndex(0 if people else 1)

    @Slot(str)
    def _show_relations(self, key: str) -> None:
        self._go(RELATION.name)
        name = self.context.document.labels(ACTOR).get(key, "")
        self._register(RELATION).filter_field.setText(name)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._subtitle.setVisible(self.height() > theme().px(_LOW))

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
