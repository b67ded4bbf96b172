"""Eyes for the window: what its widgets say to whoever looks, points or listens, and paint."""

import html
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from weakref import WeakSet

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QBuffer, QEvent, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QWidget,
)

from entente.briefs.kinds import KINDS
from entente.store.mission_file import MissionFile
from entente_ui.actors.lenses.switch import LensSwitch
from entente_ui.actors.views import VIEWS
from entente_ui.climate.views import VIEWS as CLIMATE_VIEWS
from entente_ui.difficulties.pages import PAGES
from entente_ui.document import Document
from entente_ui.documents.pane import DocumentsPane
from entente_ui.kit import IconButton, RatingSegments, Segments
from entente_ui.knowledge.views import VIEWS as KNOWLEDGE_VIEWS
from entente_ui.risks.views import VIEWS as RISK_VIEWS
from entente_ui.shell.shell import Shell
from entente_ui.shell.workspace import Workspace
from entente_ui.sprints.views import VIEWS as SPRINT_VIEWS

#: Rows of buttons that open another page, or show another side of one.
SWITCHES = (Segments, LensSwitch)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.WhatsThisRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.UserRole,
)
_SPOKEN = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)

#: What timers of the window need to do at once what they put off, in seconds.
_MOMENT: Final = 0.03
_open: Final["WeakSet[Program]"] = WeakSet()


@dataclass(eq=False)
class Program:
    """The window with a mission open; until it is closed, `settle` waits for its work."""

    shell: Shell
    file: MissionFile

    def __post_init__(self) -> None:
        _open.add(self)

    @property
    def workspace(self) -> Workspace:
        assert self.shell.workspace is not None
        return self.shell.workspace

    @property
    def document(self) -> Document:
        assert self.shell.document is not None
        return self.shell.document

    @property
    def window(self) -> QWidget:
        return self.shell.window

    def close(self) -> None:
        """Take the window away."""
        _open.discard(self)
        self.shell.forget_mission()
        self.shell.background.close()
        self.file.close(abandon=True)
        self.window.hide()
        self.window.deleteLater()
        self.shell.deleteLater()

    def visit(self) -> Iterator[str]:
        """Go to each place in turn, to each tab there, and to each page of it."""
        for place in self.workspace.places:
            self.workspace.go(place.name)
            settle()
            yield place.name
            pane = self.workspace.pane
            assert pane is not None
            known: set[QWidget] = set()
            yield from _pages(pane, place.name, known)
            yield from _tabs(pane, place.name, known)

    def order_each(self) -> Iterator[str]:
        """Choose each kind of document in turn, where documents are made."""
        self.workspace.go("documents")
        settle()
        pane = self.workspace.pane
        assert isinstance(pane, DocumentsPane)
        for kind in KINDS:
            pane.choose(kind)
            settle()
            yield kind


def assert_everywhere(places: Sequence[str]) -> None:
    """See to it that a walk went to each view and page there is: by its tab, or at first."""
    expected = {
        "actors": [one.title for one in VIEWS],
        "difficulties": [one.title for one in PAGES],
        "risks": [one.title for one in RISK_VIEWS],
        "knowledge": [one.title for one in KNOWLEDGE_VIEWS],
        "sprints": [one.title for one in SPRINT_VIEWS],
        "climate": [one.title for one in CLIMATE_VIEWS],
    }
    for pane, titles in expected.items():
        missed = [title for title in titles if not _went(places, f"{pane}, {title}")]
        assert missed == [], (pane, missed)
    assert len(places) > 60


def _went(places: Sequence[str], to: str) -> bool:
    return any(place == to or place.startswith(f"{to}, ") for place in places)


def _tabs(pane: QWidget, name: str, known: set[QWidget]) -> Iterator[str]:
    """Open each tab, and each tab of what is behind it."""
    for bar in pane.findChildren(QTabBar):
        if bar in known or not bar.isVisible():
            continue
        known.add(bar)
        first = bar.currentIndex()
        # The one that is open comes last: it is left as it was found.
        for tab in (*(tab for tab in range(bar.count()) if tab != first), first):
            bar.setCurrentIndex(tab)
            settle()
            page = f"{name}, {bar.tabText(tab)}"
            yield page
            yield from _pages(pane, page, known)
            yield from _tabs(pane, name, known)


def _pages(root: QWidget, name: str, known: set[QWidget]) -> Iterator[str]:
    """Show each page of what is open: by its switches, and by buttons that stay down.

    Args:
        root: Where they are looked for.
        name: What the place is called.
        known: What was gone through before; each is pressed once.
    """
    for row in root.findChildren(QWidget):
        if not isinstance(row, SWITCHES) or row in known or not row.isVisible():
            continue
        if isinstance(row, RatingSegments):
            continue
        known.add(row)
        yield from _sides(root, name, known)
        for button in row.findChildren(QAbstractButton):
            if button.isVisible() and not button.isChecked():
                button.click()
                settle()
                page = f"{name}, {button.text()}"
                yield page
                yield from _pages(root, page, known)
    yield from _sides(root, name, known)


def _sides(root: QWidget, name: str, known: set[QWidget]) -> Iterator[str]:
    """Press each visible button that stays down, as that for the table, and release it."""
    for button in root.findChildren(IconButton):
        if button.isCheckable() and button.isVisible() and button not in known:
            known.add(button)
            button.click()
            settle()
            yield f"{name}, {button.accessibleName()}"
            button.click()


def settle(until: Callable[[], bool] | None = None, seconds: float = 8.0) -> None:
    """Let everything happen that is to happen, at least what is waited for.

    However slow the computer, work in the background is done and its result shown.
    """
    start = time.monotonic()
    while (waited := time.monotonic() - start) < seconds:
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if until is not None and until():
            return
        if until is None and waited > _MOMENT and not _at_work():
            return
        time.sleep(0.002)
    assert until is None, "it did not happen"


def _at_work() -> bool:
    return any(program.shell.background.under_way for program in _open)


def seen_in(root: QWidget) -> str:
    """Return all that a widget and what is in it paint, as text."""
    paper = QBuffer()
    paper.open(QBuffer.OpenModeFlag.ReadWrite)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(paper)
    drawing.setSize(root.size())
    root.render(drawing)
    return html.unescape(bytes(paper.data().data()).decode("utf-8"))


def told_in(root: QWidget) -> Iterator[str]:
    """Yield all that the visible widgets hold: words, tooltips, what a screen reader says."""
    for widget in shown_in(root):
        yield from _told_anyway(widget)
        yield from _told_by_kind(widget)
        yield from (text for action in widget.actions() for text in told_by_action(action))


def shown_in(root: QWidget) -> list[QWidget]:
    """Return a widget and those in it that are visible."""
    # A window of its own can be visible while what it belongs to is not.
    windows = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    waiting = [root, *(one for one in windows if _belongs(one, root))]
    shown = dict[QWidget, None]()
    while waiting:
        widget = waiting.pop()
        if widget.isVisible() and widget not in shown:
            shown[widget] = None
            # What is in something invisible is invisible as well.
            waiting += reversed([one for one in widget.children() if isinstance(one, QWidget)])
    return list(shown)


def _belongs(window: QWidget, root: QWidget) -> bool:
    at = window.parentWidget()
    while at is not None and at is not root:
        at = at.parentWidget()
    return at is not None


def told_by_action(action: QAction) -> tuple[str, ...]:
    """Return all that an action can say."""
    return (action.text(), action.iconText(), action.toolTip(), action.statusTip())


def told_by_model(model: QAbstractItemModel) -> Iterator[str]:
    """Yield all that the rows of a list or table say in any role, as text."""
    # Of a list, Qt keeps the number of columns to itself.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            yield from (str(told) for role in _ROLES if (told := index.data(role)) is not None)


def _told_anyway(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    interface = QAccessible.queryAccessibleInterface(widget)
    if interface is not None:
        yield from (interface.text(kind) for kind in _SPOKEN)


def _told_by_kind(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield from (widget.text(), widget.placeholderText())
        case QPlainTextEdit():
            yield from (widget.document().toRawText(), widget.placeholderText())
        case QProgressBar():
            yield widget.format()
        case _:
            yield from _told_by_view(widget)


def _told_by_view(widget: QWidget) -> Iterator[str]:
    match widget:
        case QComboBox():
            yield from told_by_model(widget.model())
        case QTabBar():
            for tab in range(widget.count()):
                yield from (widget.tabText(tab), widget.tabToolTip(tab))
        case QGraphicsView() if widget.scene() is not None:
            yield from (item.toolTip() for item in widget.scene().items())
        case QHeaderView():
            for section in range(widget.count()):
                for role in _ROLES:
                    yield str(widget.model().headerData(section, widget.orientation(), role))
        case QAbstractItemView() if widget.model() is not None:
            yield from told_by_model(widget.model())
