"""Eyes for texts that Qt would read as more than text: as HTML, or as the mark of a key."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QErrorMessage,
    QGraphicsTextItem,
    QGraphicsView,
    QHeaderView,
    QInputDialog,
    QLabel,
    QMessageBox,
    QProgressDialog,
    QPushButton,
    QTabBar,
    QTextEdit,
    QWidget,
)

from entente_ui.help.browser import HelpBrowser
from tests.proof.naughty import NAUGHTY
from tests.proof.screen import shown_in

#: Of few records, as every widget is looked at, again and again.
CHOSEN: Final = (
    *("image of a file", "image of a share", "bold and link", "ReportLab", "open tag", "script"),
    *("mnemonic", "format of C", "format of Python", "turned round", "word of 1,000", "lines"),
)
TEXTS: Final = {name: NAUGHTY[name] for name in CHOSEN}
#: Tags that tooltips of ours are made of; everything else in them is escaped.
OURS: Final = re.compile(r"</?(?:qt|b|br)>")
#: They show HTML wherever they find it.
FORBIDDEN: Final = (QMessageBox, QErrorMessage, QInputDialog, QProgressDialog)
#: What a widget is given once it was looked at; one made later is without.
_LOOKED_AT: Final = "looked_at"


def faults(root: QWidget) -> list[str]:
    """Return every widget that could read a text as HTML, visible or not, and where."""
    return _faults_of((root, *root.findChildren(QWidget)))


def visible_faults(root: QWidget) -> list[str]:
    """Return the same of what is visible alone."""
    return _faults_of(shown_in(root))


def new_faults(root: QWidget) -> list[str]:
    """Return the same of what is visible, or was made since it was last asked."""
    widgets = dict.fromkeys(shown_in(root))
    for widget in (root, *root.findChildren(QWidget)):
        if widget.property(_LOOKED_AT) is None:
            widget.setProperty(_LOOKED_AT, True)  # the value of a property
            widgets[widget] = None
    return _faults_of(widgets)


def _faults_of(widgets: Iterable[QWidget]) -> list[str]:
    return [
        f"{fault} in {_path(widget)}"
        for widget in widgets
        for fault in (*_by_kind(widget), *filter(_is_html, _explanations(widget)))
    ]


def _by_kind(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.textFormat() is not Qt.TextFormat.PlainText:
            yield f"label: {widget.text()[:60]}"
        case QTextEdit() if not isinstance(widget, HelpBrowser) or not widget.isReadOnly():
            yield "rich text"
        case _ if isinstance(widget, FORBIDDEN):
            yield "a box of Qt's own"
        case QGraphicsView() if widget.scene() is not None:
            if any(isinstance(item, QGraphicsTextItem) for item in widget.scene().items()):
                yield "rich text drawn"


def _explanations(widget: QWidget) -> Iterator[str]:
    """Yield what is said of a widget, and of what is in it, when the pointer rests there."""
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (action.toolTip() for action in widget.actions() if _explains(action))
    match widget:
        case QHeaderView():
            yield from _tooltips_of_heads(widget)
        case QAbstractItemView() if widget.model() is not None:
            yield from _tooltips(widget.model())
        case QComboBox():
            yield from _tooltips(widget.model())
        case QTabBar():
            yield from (widget.tabToolTip(tab) for tab in range(widget.count()))
        case QGraphicsView() if widget.scene() is not None:
            yield from (item.toolTip() for item in widget.scene().items())


def _is_html(text: str) -> bool:
    """Whether a text holds a tag that is not ours."""
    return "<" in OURS.sub("", text)


def _explains(action: QAction) -> bool:
    """Whether an action has a tooltip of its own; Qt shows no other in a menu."""
    return action.toolTip() != action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _tooltips(model: QAbstractItemModel) -> Iterable[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            told = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            if told:
                yield str(told)


def _tooltips_of_heads(header: QHeaderView) -> Iterable[str]:
    for section in range(header.count()):
        told = header.model().headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if told:
            yield str(told)


def _path(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None:
        names.append(type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names[:4])


def marked_in(root: QWidget) -> list[str]:
    """Return every text in which Qt would take a letter of somebody's for the mark of a key.

    Qt takes an ampersand for it; doubled it is a letter.
    """
    return [text for text in _with_marks(root) if re.search(r"R&(?!&)D", text)]


def _with_marks(root: QWidget) -> Iterator[str]:
    """Yield every text in which Qt looks for the mark of a key."""
    for widget in shown_in(root):
        yield from (action.text() for action in widget.actions())
        match widget:
            case QPushButton() | QCheckBox():
                yield widget.text()
            case QTabBar():
                yield from (widget.tabText(tab) for tab in range(widget.count()))
