"""The risks pane: a title with the figures, and the views of the risks behind tabs."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, QTimer, Slot
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.domain.backlog import BACKLOG_ITEM
from entente.domain.catalogue import RECORD_TYPES
from entente.domain.raid import RAID_ITEM
from entente.domain.risk import RISK
from entente.i18n import _
from entente_ui.kit import ElidedLabel, IconButton, PlainLabel, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Pane, Selection, paper
from entente_ui.risks.more import More
from entente_ui.risks.seen import TABLES
from entente_ui.risks.summary import summary
from entente_ui.risks.view import RisksView
from entente_ui.risks.views import MATRIX, REGISTER, VIEWS

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

_TAB: Final = "risks/tab"
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


class RisksPane(Pane):
    """What may happen, how much it weighs, and what is done about it.

    Attributes:
        tabs: One for each view.
        menu_button: Opens what can be done from every view.
    """

    place = "risks"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tabs = QTabWidget(self)
        self._pages: dict[str, QWidget] = {}
        self._views: dict[str, RisksView] = {}
        self._selections: dict[str, Selection | None] = {}
        self._title = PlainLabel(_("Risks"), "title", self)
        self._subtitle = ElidedLabel("", "muted", self)
        self._more = More(self._chosen, lambda: context.document.is_presenting, self)
        self.menu_button = IconButton(
            "dots", _("More commands"), lambda: self._more.pop_up(self.menu_button), self
        )
        self._counting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()
        self._connect()

    @property
    def name(self) -> str:
        """Name of the view one is at."""
        current = self.tabs.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), "")

    @property
    def current(self) -> RisksView:
        """The view one is at."""
        return self.view(self.name)

    @property
    def subtitle(self) -> str:
        """The figures below the title."""
        return self._subtitle.text()

    def view(self, name: str) -> RisksView:
        """Return a view, made when first asked for."""
        if name not in self._views:
            entry = next(entry for entry in VIEWS if entry.name == name)
            view = entry.make(self.context, self._pages[name])
            spaced(QVBoxLayout(self._pages[name]), 0, 0).addWidget(view)
            self._views[name] = view
            view.selected.connect(lambda chosen: self._on_selected(name, chosen))
            view.status_changed.connect(lambda text: self._on_status(name, text))
            view.view_wanted.connect(self._on_wanted)
            view.sets_wanted.connect(self.add_from_set)
        return self._views[name]

    def go(self, name: str) -> RisksView:
        """Open a view and return it."""
        self.tabs.setCurrentWidget(self._pages[name])
        return self.view(name)

    @override
    def reveals(self) -> Sequence[str]:
        known = dict.fromkeys(kind for entry in VIEWS for kind in entry.kinds)
        return tuple(known | dict.fromkeys((RISK.name, RAID_ITEM.name, BACKLOG_ITEM.name)))

    @override
    def reveal(self, record_type: str, key: str) -> None:
        if self.current.reveal(record_type, key):
            return
        found = next((entry for entry in VIEWS if record_type in entry.kinds), None)
        if found is None or not self.go(found.name).reveal(record_type, key):
            # Nothing here has a place for it: the inspector shows it.
            self.selected.emit(Selection(RECORD_TYPES[record_type], (key,)))

    @override
    def commands(self) -> Sequence[QAction]:
        return [*self.current.offered(), *self._more.actions(self)]

    @override
    def add_record(self) -> None:
        if not self.current.add_record():
            self.go(REGISTER).add_record()

    @override
    def focus_filter(self) -> None:
        self.current.focus_filter()

    @override
    def print_out(self) -> None:
        self.context.reveal(paper("risks"), "")

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

    def add_from_set(self) -> None:
        """Offer the starter sets, and add what is ticked."""
        from entente_ui.risks.sets.dialog import SetsDialog  # noqa: PLC0415  # rarely asked

        SetsDialog(self.context, self).open()

    def _chosen(self) -> str:
        """Return the key of the risk that is selected where one is."""
        chosen = self._selections.get(self.name)
        is_risk = chosen is not None and chosen.record_type is RISK
        return chosen.keys[0] if chosen is not None and is_risk else ""

    def _build(self) -> None:
        layout = spaced(QVBoxLayout(self), (20, 16, 20, 12), 2)
        head = spaced(QHBoxLayout(), 0, 8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.menu_button)
        layout.addLayout(head)
        layout.addWidget(self._subtitle)
        layout.addSpacing(6)
        layout.addWidget(self.tabs, 1)
        for entry in VIEWS:
            self._pages[entry.name] = _Page(self)
            self.tabs.addTab(self._pages[entry.name], _(entry.title))
        self.tabs.setAccessibleName(_("Views of the risks"))
        self.tabs.tabBar().setAccessibleName(_("Views of the risks"))
        remembered = str(self.context.settings.value(_TAB, MATRIX))
        self.go(remembered if remembered in self._pages else MATRIX)

    def _connect(self) -> None:
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._count)
        self._counting.timeout.connect(self._count)
        self.tabs.currentChanged.connect(lambda _place: self._on_tab())
        self._more.wanted.connect(self._on_wanted)
        self._more.sets_wanted.connect(self.add_from_set)
        self._more.print_wanted.connect(self.print_out)
        self._on_tab()

    @Slot()
    def _on_tab(self) -> None:
        name = self.name
        self.context.settings.setValue(_TAB, name)
        self._on_status(name, self.view(name).status)
        self.selected.emit(self._selections.get(name))

    @Slot(str, object)
    def _on_wanted(self, name: str, wanted: object) -> None:
        self.go(name).show_wanted(wanted)

    def _on_selected(self, name: str, chosen: Selection | None) -> None:
        self._selections[name] = chosen
        if name == self.name:
            self.selected.emit(chosen)

    def _on_status(self, name: str, text: str) -> None:
        if name == self.name:
            self.status_changed.emit(text)

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        if TABLES & change_set.tables:
            self._counting.start()

    @Slot()
    def _count(self) -> None:
        if self.isVisible():  # else it is counted when it is shown
            self._subtitle.setText(summary(self.context.document))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._subtitle.setVisible(self.height() > theme().px(_LOW))
        self._title.setVisible(self.height() > theme().px(_LOW))
        self.menu_button.setVisible(self.height() > theme().px(_LOW))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()
