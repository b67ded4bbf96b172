"""A pane with a title, and its views behind tabs, each made when it is first opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from entente.i18n import _
from entente_ui.kit import ElidedLabel, PlainLabel, spaced
from entente_ui.look.theme import theme
from entente_ui.pane import Context, Pane, Tab
from entente_ui.pane_view import Hearing, PaneView

if TYPE_CHECKING:
    from entente.store.journal import ChangeSet

#: Ms before the figures are counted anew.
_PAUSE: Final = 120
#: Px at 100 % of height up to which a drawing needs the lines of the title more.
_LOW: Final = 560
#: Px at 100 % of height that every view can do with.
_LEAST: Final = 180


@dataclass(frozen=True, slots=True)
class ViewEntry(Tab):
    """One view; its parts are what it understands as wanted.

    Attributes:
        maker: Module and class, with a colon between; imported when it is first opened.
        kinds: Names of the kinds of record looked for here before anywhere else.
        has_past: Whether it can show the mission as it stood on a day.
    """

    maker: str
    kinds: tuple[str, ...] = ()
    has_past: bool = False

    def make(self, context: Context, parent: QWidget) -> PaneView:
        """Return the view, made now."""
        module, _colon, name = self.maker.partition(":")
        return cast("PaneView", getattr(import_module(module), name)(context, parent))


class _Page(QWidget):
    """Holds a view; one that would like more room must not make the window grow."""

    @override
    def minimumSizeHint(self) -> QSize:
        wanted = super().minimumSizeHint()
        return QSize(wanted.width(), min(wanted.height(), theme().px(_LEAST)))

    @override
    def hasHeightForWidth(self) -> bool:
        return False  # as with the pane: it takes the room there is


class TabbedPane(Pane):
    """A pane of several views. The constructor of a pane made of it ends with `begin`.

    Attributes:
        tabs: One for each view.
        head: Where that stands which every view offers, at the end of the line of the title.
        column: Title, figures and tabs, from top to bottom.
    """

    #: The views, in the order of their tabs.
    entries: ClassVar[tuple[ViewEntry, ...]] = ()
    #: Name of the view that is open until another was; the first one if empty.
    first: ClassVar[str] = ""
    #: What stands above the tabs, in English; translated when shown. Nothing if empty.
    title: ClassVar[str] = ""
    #: What a screen reader calls the tabs, in English; the title if empty.
    tabs_name: ClassVar[str] = ""
    #: Where the open tab is remembered in the settings; nowhere if empty.
    tab_setting: ClassVar[str] = ""
    #: Names of the tables behind the figures below the title; there are none if empty.
    counted: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tabs = QTabWidget(self)
        self.head = spaced(QHBoxLayout(), 0, 8)
        self.column = spaced(QVBoxLayout(self), (20, 16, 20, 12), 2)
        self._top = QWidget(self)
        self._subtitle = ElidedLabel("", "muted", self)
        self._pages: dict[str, QWidget] = {}
        self._views: dict[str, PaneView] = {}
        self._kept: dict[str, Mapping[str, Any]] = {}
        self._hearing = Hearing(self.selected, self.status_changed, lambda: self.name)
        self._counting = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build()

    def begin(self) -> None:
        """Open the tab that was open last, and listen: the pane is put together."""
        self.go(self._remembered())
        document = self.context.document
        document.changed.connect(self._on_changed)
        document.viewer_changed.connect(self._count)
        self._counting.timeout.connect(self._count)
        self.tabs.currentChanged.connect(self._on_tab)
        self._on_tab()

    @property
    def name(self) -> str:
        """Name of the view one is at."""
        current = self.tabs.currentWidget()
        return next((name for name, page in self._pages.items() if page is current), "")

    @property
    def current(self) -> PaneView:
        """The view one is at."""
        return self.view(self.name)

    @property
    def subtitle(self) -> str:
        """The figures below the title."""
        return self._subtitle.text()

    def view(self, name: str) -> PaneView:
        """Return a view, made when first asked for."""
        if name not in self._views:
            entry = next(entry for entry in self.entries if entry.name == name)
            view = self._views[name] = entry.make(self.context, self._pages[name])
            spaced(QVBoxLayout(self._pages[name]), 0, 0).addWidget(view)
            self._hearing.hear(name, view.selected, view.status_changed)
            view.view_wanted.connect(self.show_wanted)
            self.prepare(entry, view)
            if name in self._kept:
                view.restore(self._kept.pop(name))
            # Else it would be shown, and read the mission, a moment after it was asked for.
            view.show()
        return self._views[name]

    def go(self, name: str) -> PaneView:
        """Open a view and return it."""
        self.tabs.setCurrentWidget(self._pages[name])
        return self.view(name)

    def prepare(self, entry: ViewEntry, view: PaneView) -> None:
        """Connect a view that was just made with what this pane has besides."""

    def figures(self) -> str:
        """Return the line below the title."""
        return ""

    @Slot(str, object)
    def show_wanted(self, name: str, wanted: object) -> None:
        """Go to a view, and show there what another asked for."""
        self.go(name).show_wanted(wanted)

    @override
    def open_tab(self, name: str, part: str = "") -> None:
        view = self.go(name)
        if part:
            view.show_wanted(part)

    @override
    def reveals(self) -> Sequence[str]:
        return tuple(dict.fromkeys(kind for entry in self.entries for kind in entry.kinds))

    @override
    def reveal(self, record_type: str, key: str) -> None:
        if self.current.reveal(record_type, key):
            return
        found = next((entry for entry in self.entries if record_type in entry.kinds), None)
        if found is not None:
            self.go(found.name).reveal(record_type, key)

    @override
    def commands(self) -> Sequence[QAction]:
        return self.current.offered()

    @override
    def add_record(self) -> None:
        self.current.add_record()

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
        # One that was not opened since it was brought back is still as it was left.
        of_views = {name: dict(view.state()) for name, view in self._views.items()}
        return {"tab": self.name, "views": {**self._kept, **of_views}}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        name, of_views = str(state.get("tab", "")), state.get("views")
        known = of_views.items() if isinstance(of_views, Mapping) else ()
        kept = {each: of for each, of in known if each in self._pages and isinstance(of, Mapping)}
        made = dict(self._views)
        self._kept = {each: of for each, of in kept.items() if each not in made}
        if name in self._pages:
            self.go(name)
        for each in made.keys() & kept.keys():
            made[each].restore(kept[each])

    def _build(self) -> None:
        top = spaced(QHBoxLayout(self._top), 0, 8)
        if self.title:
            top.addWidget(PlainLabel(_(self.title), "title", self))
        top.addStretch(1)
        top.addLayout(self.head)
        self.column.addWidget(self._top)
        self.column.addWidget(self._subtitle)
        self.column.addSpacing(6 if self.title else 0)
        self.column.addWidget(self.tabs, 1)
        self._top.setVisible(bool(self.title))
        self._subtitle.setVisible(bool(self.counted))
        for entry in self.entries:
            self._pages[entry.name] = _Page(self)
            self.tabs.addTab(self._pages[entry.name], _(entry.title))
        name = _(self.tabs_name or self.title)
        self.tabs.setAccessibleName(name)
        self.tabs.tabBar().setAccessibleName(name)

    def _remembered(self) -> str:
        first = self.first or self.entries[0].name
        if not self.tab_setting:
            return first
        kept = str(self.context.settings.value(self.tab_setting, first))
        return kept if kept in self._pages else first

    @Slot()
    def _on_tab(self) -> None:
        name = self.name
        if self.tab_setting:
            self.context.settings.setValue(self.tab_setting, name)
        self._hearing.turn_to(name, self.view(name).status)
        if self._pages[name].hasFocus():  # it was still empty when one came to it
            self.view(name).setFocus()

    @Slot(object)
    def _on_changed(self, change_set: "ChangeSet") -> None:
        if self.counted & change_set.tables:
            self._counting.start()

    @Slot()
    def _count(self) -> None:
        if self.counted and self.isVisible():  # else it is counted when it is shown
            self._subtitle.setText(self.figures())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.OtherFocusReason:
            # One has come here: the keys are for what is looked at, those of the tabs included.
            self.current.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.height() > theme().px(_LOW)
        self._top.setVisible(has_room and bool(self.title))
        self._subtitle.setVisible(has_room and bool(self.counted))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._count()
