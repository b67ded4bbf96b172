"""The power/interest grid, or what to do while nobody takes part."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.actor import ACTOR
from entente.i18n import _
from entente_ui.actors.grid_tab import GridTab
from entente_ui.kit import EmptyState, LinkButton, spaced
from entente_ui.pane import Context
from entente_ui.pane_view import PaneView

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet


class GridPage(PaneView):
    """The grid with its invitation."""

    name = "lenses"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.grid = GridTab(context, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._invitation())
        spaced(QVBoxLayout(self), 0, 0).addWidget(self._stack)
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)
        context.document.changed.connect(self._on_changed)
        context.document.viewer_changed.connect(self._counting.start)
        self.grid.selected.connect(self.selected)
        self.grid.status_changed.connect(self.status_changed)
        self.grid.relations_wanted.connect(lambda key: self.view_wanted.emit("relations", key))
        self.grid.bar.add_wanted.connect(lambda: self.view_wanted.emit("add", ""))
        self.grid.bar.import_wanted.connect(lambda: self.view_wanted.emit("import", ""))

    @property
    @override
    def status(self) -> str:
        return self.grid.status

    @override
    def offered(self) -> Sequence[QAction]:
        return self.grid.commands.offered

    @override
    def reveal(self, record_type: str, key: str) -> bool:
        return record_type == ACTOR.name and self.grid.reveal(key)

    @override
    def focus_filter(self) -> None:
        self.grid.focus_filter()

    @override
    def print_out(self) -> None:
        self.grid.output.print_out()

    @override
    def zoom(self, steps: int) -> None:
        if steps:
            self.grid.view.zooming.by(steps)
        else:
            self.grid.view.zooming.reset()

    @override
    def state(self) -> Mapping[str, Any]:
        return {"selected": list(self.grid.keys)[:50]}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        keys = state.get("selected")
        if isinstance(keys, list) and keys:
            self.grid.restore_selection([str(key) for key in keys])

    def _invitation(self) -> EmptyState:
        invitation = EmptyState(
            "actors",
            _("Nobody takes part yet."),
            _("Add an actor"),
            lambda: self.view_wanted.emit("add", ""),
            self,
            hint=_(
                "Add one, paste a list of names, or drop a file: CSV, Excel, LibreOffice, vCard."
            ),
        )
        # It is seldom seen, and must not keep the pane from growing small.
        ignored = QSizePolicy.Policy.Ignored
        invitation.setSizePolicy(ignored, ignored)
        wanted = LinkButton(_("Import…"), lambda: self.view_wanted.emit("import", ""), invitation)
        invitation.add_button(wanted)
        return invitation

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        if ACTOR.name in change_set.tables:
            self._counting.start()

    @Slot()
    def _count(self) -> None:
        people = bool(self.context.document.table(ACTOR).rows)
        self._stack.setCurrentIndex(0 if people else 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()
